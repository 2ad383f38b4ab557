using Journey.Record.Bitemporal;
using Journey.Record.Facts.Allocations;
using Journey.Record.Facts.Care;

namespace Journey.Record.Measures;

/// <summary>M7: days in the window on which the allocated social worker changed. A gap is no change; another worker after it is one.</summary>
public static class M7WorkerChanges
{
    /// <summary>The measure.</summary>
    public static Measure Measure { get; } = new()
    {
        Code = "M7",
        Title = "Changes of social worker in the year",
        Cohort = "Children looked after on the last day of the window",
        Numerator = "Two changes or more",
        Exclusions = "Short breaks (V3, V4)",
        Policy = "Workers who cover an absence count",
        Unit = "days with a change",
        Source = "Children's Commissioner, stability index, social worker changes",
        Lanes = [.. CareEpisodes.Lanes, AllocationLanes.SocialWorker],
        Holding = LookedAfter.Holding,
        Of = (child, window, _) => Judge(child, window, child[AllocationLanes.SocialWorker]),
    };

    /// <summary>The same without those who only covered an absence.</summary>
    public static Measure WithoutCover { get; } = Measure with
    {
        Code = "M7-nocover",
        Exclusions = "Short breaks (V3, V4); workers who cover an absence (ABSENC)",
        Policy = "Workers who cover an absence do not count: a return from the absence is no change",
        Of = (child, window, _) => Judge(child, window, M6SocialWorkersInYear.WithoutCoverOf(child)),
    };

    /// <summary>The allocations with which another worker than before began, on days of the window.</summary>
    internal static List<Interval> Changes(IEnumerable<Interval> allocations, Period window) =>
        LaneChanges.In(window, allocations, i => i.As<Allocation>().Worker);

    private static IEnumerable<Contribution> Judge(Timelines child, Period window, IEnumerable<Interval> allocations) =>
        LookedAfter.Judge(child, window, _ =>
        {
            var changes = Changes(allocations, window);
            return child.In(changes.Count >= 2, $"The social worker changed on {changes.Count} days.", changes.Count, changes.Select(c => c.FactId));
        });
}
