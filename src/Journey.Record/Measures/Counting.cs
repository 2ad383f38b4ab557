using Journey.Record.Bitemporal;

namespace Journey.Record.Measures;

/// <summary>How measures count the facts of a child one by one.</summary>
internal static class Counting
{
    /// <summary>The last day of a window.</summary>
    public static DateOnly LastDay(this Period window) => window.To.AddDays(-1);

    /// <summary>The earlier of two days.</summary>
    public static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;

    /// <summary>The intervals of a lane that began on a day of the window, those of no day included.</summary>
    public static IEnumerable<Interval> Began(this Timelines child, Lane lane, Period window) => child[lane].Where(i => window.Contains(i.From));

    /// <summary>The intervals of a lane that ended on a day of the window and say why; those no longer reported have no end.</summary>
    public static IEnumerable<Interval> Ended(this Timelines child, Lane lane, Period window) =>
        child[lane].Where(i => i is { IsOpen: false, Closing: not null } && window.Contains(i.To));

    /// <summary>An item that is not counted, and why.</summary>
    public static Contribution Out(this Timelines child, string why, Guid item, DateOnly on) => new(child.Subject, 0, 0, null, why, [item], item, on);

    /// <summary>The items, or without any one contribution that says so.</summary>
    public static IReadOnlyList<Contribution> Or(this IEnumerable<Contribution> items, Timelines child, string without)
    {
        var all = items.ToList();
        return all.Count > 0 ? all : [child.Out(without)];
    }

    /// <summary>Counts what began on a lane in the window, each by its first day.</summary>
    public static Func<Timelines, Period, Given, IEnumerable<Contribution>> Begun(
        Lane lane, Func<Interval, bool> counted, string what, string without) => (child, window, _) =>
        child.Began(lane, window).Where(counted)
            .Select(i => child.In(true, $"{what} on {Facts.Words.Date(i.From)}.", null, [i.FactId], i.FactId, i.From))
            .Or(child, without);
}
