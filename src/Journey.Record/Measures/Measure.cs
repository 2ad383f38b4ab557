using Journey.Record.Bitemporal;

namespace Journey.Record.Measures;

/// <summary>The timelines of one child at one basis, wherever they come from: the record folded live, or the segment table.</summary>
public sealed class Timelines(Guid child, Func<Lane, IReadOnlyList<Interval>> of)
{
    /// <summary>The child's stream.</summary>
    public Guid Child => child;

    /// <summary>The intervals of a lane, in order.</summary>
    public IReadOnlyList<Interval> this[Lane lane] => of(lane);
}

/// <summary>What one child contributes to a figure, and why: <paramref name="Facts"/> are the facts that put it there.</summary>
/// <param name="Child">The child's stream.</param>
/// <param name="InCohort">Counted in the denominator.</param>
/// <param name="Why">In or out, in a sentence.</param>
/// <param name="Value">The child's own value in the measure's unit; null outside the cohort.</param>
/// <param name="Counts">Counted in the numerator.</param>
/// <param name="Facts">Facts behind the value.</param>
public sealed record Contribution(Guid Child, bool InCohort, string Why, decimal? Value, bool Counts, IReadOnlyList<Guid> Facts)
{
    /// <summary>A child outside the cohort.</summary>
    public static Contribution Out(Guid child, string why) => new(child, false, why, null, false, []);
}

/// <summary>
/// One published definition. A change of definition is the next version beside it, never an edit. Pure: timelines and a window in,
/// contributions out.
/// </summary>
/// <param name="Code">Stable code with its policy, such as <c>M1-carer</c>.</param>
/// <param name="Version">1 for the first published definition.</param>
/// <param name="Title">What is counted.</param>
/// <param name="Cohort">Who is counted (the denominator).</param>
/// <param name="Numerator">Which of them the share counts.</param>
/// <param name="Unit">Unit of a child's value.</param>
/// <param name="Source">Where the definition comes from.</param>
/// <param name="Lanes">Lanes it reads.</param>
/// <param name="Of">A child's contribution in a window [from, to).</param>
public sealed record Measure(
    string Code,
    int Version,
    string Title,
    string Cohort,
    string Numerator,
    string Unit,
    string Source,
    IReadOnlyList<Lane> Lanes,
    Func<Timelines, Period, Contribution> Of);

/// <summary>A measure over a cohort.</summary>
/// <param name="Measure">The definition.</param>
/// <param name="Window">The window [from, to).</param>
/// <param name="Numerator">Children counted.</param>
/// <param name="Denominator">Children in the cohort.</param>
/// <param name="Distribution">Number of children by value, ascending.</param>
/// <param name="Contributions">Every child asked about, in and out of the cohort.</param>
public sealed record Figure(
    Measure Measure,
    Period Window,
    int Numerator,
    int Denominator,
    IReadOnlyList<(decimal Value, int Children)> Distribution,
    IReadOnlyList<Contribution> Contributions)
{
    /// <summary>The measure over children.</summary>
    public static Figure Over(Measure measure, IEnumerable<Timelines> children, Period window)
    {
        var all = children.Select(c => measure.Of(c, window)).OrderBy(c => c.Child).ToList();
        var cohort = all.Where(c => c.InCohort).ToList();
        return new Figure(
            measure,
            window,
            cohort.Count(c => c.Counts),
            cohort.Count,
            [.. cohort.GroupBy(c => c.Value ?? 0).OrderBy(g => g.Key).Select(g => (g.Key, g.Count()))],
            all);
    }
}
