using Journey.Record.Facts;
using Journey.Record.Facts.FrontDoor;

namespace Journey.Record.Measures;

/// <summary>Cases that closed, and how long they had been open.</summary>
public static class CasesClosed
{
    /// <summary>How many closed; the value is how long each had been open.</summary>
    public static Measure All { get; } = Define("CASES-CLOSED", "Cases closed in the window", "All of them", MeasureKind.Count, (_, _) => true);

    /// <summary>The share that had been open for less than 3 months, and so on.</summary>
    public static IReadOnlyList<Measure> ByLength { get; } =
    [
        .. Lengths.All.Select(l => Define(
            $"CASES-CLOSED-{l.Code}", $"Cases closed after {l.Words}", $"Had been open {l.Words}", MeasureKind.Share,
            (from, to) => Lengths.Is(l, from, to))),
    ];

    private static Measure Define(string code, string title, string numerator, MeasureKind kind, Func<DateOnly, DateOnly, bool> counts) => new()
    {
        Code = code,
        Kind = kind,
        Title = title,
        Cohort = "Cases closed in the window",
        Numerator = numerator,
        Exclusions = "Referrals closed by the decision on them: no case opened",
        Policy = "Calendar months from the referral; the upper end of a length is excluded",
        Unit = "days",
        Source = "DfE, characteristics of children in need, length of episode",
        Lanes = [FrontDoorLanes.Referrals],
        Of = (child, window, _) => child.Ended(FrontDoorLanes.Referrals, window).Where(i => !ReferralsReceived.WasTurnedAway(ReferralsReceived.Reason(i)))
            .Select(i => child.In(
                counts(i.From, i.To), $"A case closed on {Words.Date(i.To)} after {Words.Lasting(i.From, i.To)}.", i.Period.Days, [i.FactId], i.FactId, i.To))
            .Or(child, "No case closed in the window."),
    };
}
