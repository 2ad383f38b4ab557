using Journey.Record.Bitemporal;
using Journey.Record.Facts;
using Journey.Record.Facts.FrontDoor;

namespace Journey.Record.Measures;

/// <summary>Children open on a day whose case had been open in the year before too, and closed between.</summary>
public static class CasesOpenAgain
{
    /// <summary>The measure; only the end of the window is read.</summary>
    public static Measure Measure { get; } = new()
    {
        Code = "OPEN-AGAIN",
        Title = "Children open again within a year",
        Cohort = "Children with an open case on the last day of the window",
        Numerator = "An earlier case was open at some time in the year before that day, and closed before the present one began",
        Exclusions = "Referrals closed by the decision on them: no case opened",
        Policy = "A case that closed exactly a year before was not open in that year; one that opens on the day the last one closed goes on",
        Unit = "days since the earlier case closed",
        Source = "Journey",
        IsAtEnd = true,
        Lanes = [FrontDoorLanes.Referrals],
        Of = (child, window, _) => [Judge(child, window.LastDay())],
    };

    private static Contribution Judge(Timelines child, DateOnly day)
    {
        var cases = child[FrontDoorLanes.Referrals]
            .Where(i => !ReferralsReceived.WasTurnedAway(ReferralsReceived.Reason(i)) && !i.Period.IsEmpty && i.From <= day).ToList();
        if (cases.Find(i => i.Period.Contains(day)) is not { } open)
        {
            return child.Out("No open case on the last day of the window.");
        }

        var (began, facts) = Began(cases, open);
        var before = cases.Where(i => i.To < began).MaxBy(i => i.To);
        var again = before is not null && before.To > day.AddYears(-1);
        return child.In(
            again,
            $"Open since {Words.Date(began)}{(before is null ? ", for the first time" : $"; the case before closed on {Words.Date(before.To)}")}.",
            before is null ? null : began.DayNumber - before.To.DayNumber, before is null ? facts : facts.Append(before.FactId), on: day);
    }

    /// <summary>First day of the unbroken run of cases that the open one belongs to.</summary>
    private static (DateOnly From, IReadOnlyList<Guid> Facts) Began(List<Interval> cases, Interval open)
    {
        var (from, facts) = (open.From, new List<Guid> { open.FactId });
        foreach (var earlier in cases.Where(i => i.From < open.From).OrderByDescending(i => i.To))
        {
            if (earlier.To < from)
            {
                break;
            }

            from = earlier.From < from ? earlier.From : from;
            facts.Add(earlier.FactId);
        }

        return (from, facts);
    }
}
