using Journey.Record.Bitemporal;
using Journey.Record.Clocks;

namespace Journey.Record.Measures;

/// <summary>The middle of some values and two high ranks, by linear interpolation between the nearest.</summary>
public sealed record Spread(decimal Median, decimal Ninetieth, decimal NinetyFifth)
{
    /// <summary>Of values in any order; null when there is none.</summary>
    public static Spread? Of(IEnumerable<decimal> values)
    {
        var ordered = values.Order().ToList();
        return ordered.Count == 0 ? null : new Spread(Rank(ordered, 0.5m), Rank(ordered, 0.9m), Rank(ordered, 0.95m));
    }

    /// <summary>The value below which a share of the ordered ones lies.</summary>
    public static decimal Rank(IReadOnlyList<decimal> ordered, decimal share)
    {
        var rank = share * (ordered.Count - 1);
        var low = (int)decimal.Floor(rank);
        var high = Math.Min(low + 1, ordered.Count - 1);
        return ordered[low] + ((rank - low) * (ordered[high] - ordered[low]));
    }
}

/// <summary>A measure over a cohort.</summary>
/// <param name="Measure">The definition.</param>
/// <param name="Window">The window [from, to).</param>
/// <param name="Numerator">What the items add to the numerator.</param>
/// <param name="Denominator">What they add to the denominator.</param>
/// <param name="Result">The figure: a share, a count, a sum, an average or a median; null for an empty cohort.</param>
/// <param name="Spread">Of the values in the cohort; null without values.</param>
/// <param name="Distribution">Number of items by value, ascending; items without a value stand at 0.</param>
/// <param name="Contributions">Every item asked about, in and out of the cohort, in order of subject and item.</param>
public sealed record Figure(
    Measure Measure,
    Period Window,
    decimal Numerator,
    decimal Denominator,
    decimal? Result,
    Spread? Spread,
    IReadOnlyList<(decimal Value, int Items)> Distribution,
    IReadOnlyList<Contribution> Contributions)
{
    /// <summary>The measure over its subjects, by the calendar in force.</summary>
    public static Figure Over(Measure measure, IEnumerable<Timelines> subjects, Period window) =>
        Over(measure, subjects, window, WorkingCalendar.Latest, []);

    /// <summary>The measure over its subjects; <paramref name="beside"/> are all streams that its neighbours may be among.</summary>
    public static Figure Over(
        Measure measure, IEnumerable<Timelines> subjects, Period window, WorkingCalendar calendar, IEnumerable<Timelines> beside)
    {
        var given = new Given(calendar, Spoken(measure, beside));
        return Of(measure, window, subjects.SelectMany(s => measure.Of(s, window, given)));
    }

    /// <summary>The figure that contributions make.</summary>
    public static Figure Of(Measure measure, Period window, IEnumerable<Contribution> contributions)
    {
        var all = contributions.OrderBy(c => c.Subject).ThenBy(c => c.Item).ToList();
        var cohort = all.Where(c => c.InCohort).ToList();
        var (numerator, denominator) = (cohort.Sum(c => c.Numerator), cohort.Sum(c => c.Denominator));
        var values = cohort.Where(c => c.Value is not null).Select(c => c.Value!.Value).ToList();
        var spread = Spread.Of(values);
        return new Figure(
            measure,
            window,
            numerator,
            denominator,
            measure.Kind switch
            {
                MeasureKind.Count => numerator,
                MeasureKind.Sum => values.Sum(),
                MeasureKind.Median => spread?.Median,
                _ => denominator == 0 ? null : numerator / denominator,
            },
            spread,
            [.. cohort.GroupBy(c => c.Value ?? 0).OrderBy(g => g.Key).Select(g => (g.Key, g.Count()))],
            all);
    }

    /// <summary>Who speaks of a topic, among some streams; null when the measure looks at nobody else.</summary>
    public static Func<string, IReadOnlyList<Timelines>>? Spoken(Measure measure, IEnumerable<Timelines> beside)
    {
        if (measure.Neighbours is not { } neighbours)
        {
            return null;
        }

        var speakers = new Lazy<Dictionary<string, List<Timelines>>>(() => beside
            .SelectMany(t => neighbours.Speaks(t).Distinct().Select(topic => (topic, t)))
            .GroupBy(x => x.topic, x => x.t, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.OrderBy(t => t.Subject).ToList(), StringComparer.Ordinal));
        return topic => speakers.Value.GetValueOrDefault(topic) ?? [];
    }
}
