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
        Unit = "days with a change",
        Source = "Children's Commissioner, stability index, social worker changes",
        Lanes = [.. CareEpisodes.Lanes, AllocationLanes.SocialWorker],
        Holding = LookedAfter.Holding,
        Of = (child, window, _) => LookedAfter.Judge(child, window, _ =>
        {
            var changes = Changes(child[AllocationLanes.SocialWorker], window);
            return child.In(changes.Count >= 2, $"The social worker changed on {changes.Count} days.", changes.Count, changes.Select(c => c.FactId));
        }),
    };

    /// <summary>The allocations with which another worker than before began, on days of the window.</summary>
    internal static List<Interval> Changes(IReadOnlyList<Interval> allocations, Period window)
    {
        var changes = new List<Interval>();
        string? before = null;
        foreach (var day in allocations.GroupBy(i => i.From))
        {
            var last = day.Last();
            var worker = last.As<Allocation>().Worker;
            if (before is not null && worker != before && window.Contains(last.From))
            {
                changes.Add(last);
            }

            before = worker;
        }

        return changes;
    }
}
