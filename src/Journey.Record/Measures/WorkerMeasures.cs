using Journey.Record.Bitemporal;
using Journey.Record.Facts.Allocations;
using Journey.Record.Facts.Care;

namespace Journey.Record.Measures;

/// <summary>M6: distinct allocated social workers in the window. A, then B, then A counts two.</summary>
public static class M6SocialWorkersInYear
{
    /// <summary>The measure.</summary>
    public static Measure Measure { get; } = new(
        "M6",
        1,
        "Social workers in the year",
        "Children looked after on the last day of the window, short breaks left out",
        "Three social workers or more",
        "distinct workers",
        "DfE, stability of looked-after children, social workers",
        [.. CareEpisodes.Lanes, AllocationLanes.SocialWorker],
        (child, window) => LookedAfter.Judge(child, window, _ =>
        {
            var held = Held(child, window);
            var workers = held.Select(i => i.As<Allocation>().Worker).Distinct().Count();
            return new Contribution(
                child.Child, true, $"{workers} different social workers in the window.", workers, workers >= 3, [.. held.Select(i => i.FactId).Distinct()]);
        }));

    /// <summary>Allocations of a social worker that touch the window, those of no day left out.</summary>
    internal static List<Interval> Held(Timelines child, Period window) =>
        [.. child[AllocationLanes.SocialWorker].Where(i => i.Period.Touches(window))];
}

/// <summary>M7: days in the window on which the allocated social worker changed. A gap is no change; another worker after it is one.</summary>
public static class M7WorkerChanges
{
    /// <summary>The measure.</summary>
    public static Measure Measure { get; } = new(
        "M7",
        1,
        "Changes of social worker in the year",
        "Children looked after on the last day of the window, short breaks left out",
        "Two changes or more",
        "days with a change",
        "Children's Commissioner, stability index, social worker changes",
        [.. CareEpisodes.Lanes, AllocationLanes.SocialWorker],
        (child, window) => LookedAfter.Judge(child, window, _ =>
        {
            var changes = Changes(child[AllocationLanes.SocialWorker], window);
            return new Contribution(
                child.Child, true, $"The social worker changed on {changes.Count} days.", changes.Count, changes.Count >= 2, [.. changes.Select(c => c.FactId)]);
        }));

    private static List<Interval> Changes(IReadOnlyList<Interval> allocations, Period window)
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

/// <summary>M8: days in the window on which the child was in care and had no allocated social worker.</summary>
public static class M8DaysUnallocated
{
    /// <summary>The measure.</summary>
    public static Measure Measure { get; } = new(
        "M8",
        1,
        "Days in care without a social worker",
        "Children with an episode in the window, short breaks left out",
        "At least one such day",
        "days",
        "Journey; SW10 of the SSDA903 rules tolerates seven",
        [.. CareEpisodes.Lanes, AllocationLanes.SocialWorker],
        (child, window) =>
        {
            var care = LookedAfter.Episodes(child).Where(e => !e.IsShortBreak).Select(e => e.Period.Clip(window)).OfType<Period>().ToList();
            if (care.Count == 0)
            {
                return Contribution.Out(child.Child, "No episode in the window.");
            }

            var allocated = child[AllocationLanes.SocialWorker].Select(i => i.Period.Clip(window)).OfType<Period>().ToList();
            var days = Covered(care, allocated);
            return new Contribution(child.Child, true, $"{days} days in care without a social worker.", days, days > 0, []);
        });

    /// <summary>Days that some period of <paramref name="care"/> covers and none of <paramref name="allocated"/> does.</summary>
    private static int Covered(List<Period> care, List<Period> allocated)
    {
        var edges = care.Concat(allocated).SelectMany(p => new[] { p.From, p.To }).Distinct().Order().ToList();
        return edges.Zip(edges.Skip(1))
            .Where(e => care.Exists(p => p.Contains(e.First)) && !allocated.Exists(p => p.Contains(e.First)))
            .Sum(e => e.Second.DayNumber - e.First.DayNumber);
    }
}
