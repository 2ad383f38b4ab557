using Journey.Record.Bitemporal;

namespace Journey.Record.Measures;

/// <summary>
/// What set a day going by which something must be done again: the days by which it was due until it was done (the first alone when it was done
/// in time, else every one that passed), and what was done.
/// </summary>
internal sealed record Round(Guid Trigger, IReadOnlyList<DateOnly> Due, Interval? Done)
{
    /// <summary>Done by the first day due.</summary>
    public bool InTime => Done is not null && Done.From <= Due[0];

    /// <summary>
    /// The rounds from a day up to, not including, another. Each day on which it is done sets the next one going; a day due that passes is
    /// followed by another an interval later. <paramref name="next"/> gives the day due, counted from a day, for the number of those before.
    /// </summary>
    public static IEnumerable<Round> Of(
        Guid trigger, DateOnly start, DateOnly until, IEnumerable<Interval> done, Func<DateOnly, int, DateOnly> next)
    {
        if (start >= until)
        {
            yield break;
        }

        var (from, times) = (start, 0);
        foreach (var interval in done.Where(i => i.From >= start && i.From < until).DistinctBy(i => i.From).OrderBy(i => i.From))
        {
            var due = Days(from, times, interval.From, next).DefaultIfEmpty(next(from, times)).ToList();
            yield return new Round(trigger, due, interval);
            (trigger, from, times) = (interval.FactId, interval.From, times + 1);
        }

        if (Days(from, times, until, next).ToList() is { Count: > 0 } open)
        {
            yield return new Round(trigger, open, null);
        }
    }

    /// <summary>
    /// The item of a round: the days due in the window that lie before <paramref name="until"/>, and whether they were met. Null when none is.
    /// </summary>
    public Contribution? Contribution(Timelines child, Period window, DateOnly until, string what)
    {
        var due = Due.Where(d => window.Contains(d) && d < until).ToList();
        if (due.Count == 0)
        {
            return null;
        }

        var how = Done is null ? "not done by then"
            : InTime ? $"done on {Facts.Words.Date(Done.From)}"
            : $"done late on {Facts.Words.Date(Done.From)}";
        var more = due.Count > 1 ? $" {due.Count} days due passed." : "";
        return new Contribution(
            child.Subject, due.Count, InTime ? 1 : 0, null, $"{what} due by {Facts.Words.Date(due[0])}, {how}.{more}",
            Done is null ? [Trigger] : [.. new[] { Trigger, Done.FactId }.Distinct()], Trigger, due[0]);
    }

    /// <summary>The days due that pass before another day.</summary>
    private static IEnumerable<DateOnly> Days(DateOnly from, int times, DateOnly before, Func<DateOnly, int, DateOnly> next)
    {
        for (var due = next(from, times); due < before; due = next(due, ++times))
        {
            yield return due;
        }
    }
}
