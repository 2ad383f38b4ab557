using Journey.Record.Bitemporal;
using Journey.Record.Facts.Allocations;
using Journey.Record.Facts.Care;
using Journey.Record.Facts.FrontDoor;

namespace Journey.Record.Measures;

/// <summary>M8: days in the window on which the child had no allocated social worker: in care (version 1), in care or open (version 2).</summary>
public static class M8DaysUnallocated
{
    /// <summary>Days in care.</summary>
    public static Measure InCare { get; } = new()
    {
        Code = "M8",
        Title = "Days in care without a social worker",
        Cohort = "Children with an episode in the window",
        Numerator = "At least one such day",
        Exclusions = "Short breaks (V3, V4)",
        Unit = "days",
        Source = "Journey; SW10 of the SSDA903 rules tolerates seven",
        Lanes = [.. CareEpisodes.Lanes, AllocationLanes.SocialWorker],
        Of = (child, window, _) => [Judge(child, window, InCareOf(child), "in care", "No episode in the window.")],
    };

    /// <summary>Days in care or with an open referral.</summary>
    public static Measure InCareOrOpen { get; } = InCare with
    {
        Version = 2,
        Title = "Days in care or open to social care without a social worker",
        Cohort = "Children with an episode or an open referral in the window",
        Source = "Journey; children in need count too, from this version",
        Lanes = [.. InCare.Lanes, FrontDoorLanes.Referrals],
        Of = (child, window, _) =>
        [
            Judge(child, window, InCareOf(child).Concat(child[FrontDoorLanes.Referrals].Select(i => i.Period)), "in care or open", "No episode and no open referral in the window."),
        ],
    };

    private static IEnumerable<Period> InCareOf(Timelines child) => LookedAfter.Episodes(child).Where(e => !e.IsShortBreak).Select(e => e.Period);

    private static Contribution Judge(Timelines child, Period window, IEnumerable<Period> periods, string which, string without)
    {
        var open = periods.Select(p => p.Clip(window)).OfType<Period>().ToList();
        if (open.Count == 0)
        {
            return child.Out(without);
        }

        var allocated = child[AllocationLanes.SocialWorker].Select(i => i.Period.Clip(window)).OfType<Period>().ToList();
        var days = Covered(open, allocated);
        return child.In(days > 0, $"{days} days {which} without a social worker.", days, []);
    }

    /// <summary>Days that some period of <paramref name="care"/> covers and none of <paramref name="allocated"/> does.</summary>
    internal static int Covered(List<Period> care, List<Period> allocated)
    {
        var edges = care.Concat(allocated).SelectMany(p => new[] { p.From, p.To }).Distinct().Order().ToList();
        return edges.Zip(edges.Skip(1))
            .Where(e => care.Exists(p => p.Contains(e.First)) && !allocated.Exists(p => p.Contains(e.First)))
            .Sum(e => e.Second.DayNumber - e.First.DayNumber);
    }
}
