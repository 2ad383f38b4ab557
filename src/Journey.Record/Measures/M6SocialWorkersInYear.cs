using Journey.Record.Bitemporal;
using Journey.Record.Facts.Allocations;
using Journey.Record.Facts.Care;

namespace Journey.Record.Measures;

/// <summary>M6: distinct allocated social workers in the window. A, then B, then A counts two.</summary>
public static class M6SocialWorkersInYear
{
    /// <summary>The measure.</summary>
    public static Measure Measure { get; } = new()
    {
        Code = "M6",
        Title = "Social workers in the year",
        Cohort = "Children looked after on the last day of the window",
        Numerator = "Three social workers or more",
        Exclusions = "Short breaks (V3, V4)",
        Policy = "Workers who cover an absence count",
        Unit = "distinct workers",
        Source = "DfE, stability of looked-after children, social workers",
        Lanes = [.. CareEpisodes.Lanes, AllocationLanes.SocialWorker],
        Holding = LookedAfter.Holding,
        Of = (child, window, _) => LookedAfter.Judge(child, window, _ => Judge(child, Held(child[AllocationLanes.SocialWorker], window))),
    };

    /// <summary>Of children looked after for a year.</summary>
    public static Measure TwelveMonths { get; } = Measure with
    {
        Code = "M6-12m",
        Cohort = "Children looked after on the last day of the window and without a break in the twelve months up to it",
        Of = (child, window, _) => LookedAfter.Judge(child, window, 12, _ => Judge(child, Held(child[AllocationLanes.SocialWorker], window))),
    };

    /// <summary>The same as the first, without those who only covered an absence.</summary>
    public static Measure WithoutCover { get; } = Measure with
    {
        Code = "M6-nocover",
        Exclusions = "Short breaks (V3, V4); workers who cover an absence (ABSENC)",
        Policy = "Workers who cover an absence do not count",
        Of = (child, window, _) => LookedAfter.Judge(child, window, _ => Judge(child, Held(WithoutCoverOf(child), window))),
    };

    /// <summary>Allocations that touch the window; one that begins and ends on a day of it does.</summary>
    internal static List<Interval> Held(IEnumerable<Interval> allocations, Period window) => [.. allocations.Where(i => i.Period.Touches(window))];

    /// <summary>Allocations of a social worker, those who cover an absence left out.</summary>
    internal static IEnumerable<Interval> WithoutCoverOf(Timelines child) =>
        child[AllocationLanes.SocialWorker].Where(i => i.As<Allocation>().Reason != "ABSENC");

    private static Contribution Judge(Timelines child, List<Interval> held)
    {
        var workers = Workers(held);
        return child.In(workers >= 3, $"{workers} different social workers in the window.", workers, held.Select(i => i.FactId));
    }

    /// <summary>How many different workers hold allocations.</summary>
    internal static int Workers(IEnumerable<Interval> held) => held.Select(i => i.As<Allocation>().Worker).Distinct().Count();
}
