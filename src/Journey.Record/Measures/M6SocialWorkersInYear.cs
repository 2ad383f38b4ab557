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
        Of = (child, window, _) => LookedAfter.Judge(child, window, _ =>
        {
            var held = Held(child, window);
            var workers = held.Select(i => i.As<Allocation>().Worker).Distinct().Count();
            return child.In(workers >= 3, $"{workers} different social workers in the window.", workers, held.Select(i => i.FactId));
        }),
    };

    /// <summary>Allocations of a social worker that touch the window, those of no day left out.</summary>
    internal static List<Interval> Held(Timelines child, Period window) =>
        [.. child[AllocationLanes.SocialWorker].Where(i => i.Period.Touches(window))];
}
