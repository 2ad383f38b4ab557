using Journey.Record.Bitemporal;
using Journey.Record.Children;

namespace Journey.Record.Measures;

/// <summary>What the figure of a measure is.</summary>
public enum MeasureKind
{
    /// <summary>Numerator of denominator, as a share.</summary>
    Share,

    /// <summary>The numerator alone.</summary>
    Count,

    /// <summary>The sum of values, in the measure's unit; the numerator counts the items.</summary>
    Sum,

    /// <summary>Numerator for each of the denominator.</summary>
    Average,

    /// <summary>The middle of the values of the cohort.</summary>
    Median,
}

/// <summary>
/// One published definition. A change of definition is the next version beside it, never an edit. Pure: timelines and a window in,
/// contributions out.
/// </summary>
public sealed record Measure
{
    /// <summary>Stable code with its policy, such as <c>M1-carer</c>.</summary>
    public required string Code { get; init; }

    /// <summary>1 for the first published definition.</summary>
    public int Version { get; init; } = 1;

    /// <summary>What the figure is.</summary>
    public MeasureKind Kind { get; init; } = MeasureKind.Share;

    /// <summary>What is counted.</summary>
    public required string Title { get; init; }

    /// <summary>What is counted in the denominator: the cohort.</summary>
    public required string Cohort { get; init; }

    /// <summary>Which of the cohort the numerator counts.</summary>
    public required string Numerator { get; init; }

    /// <summary>What is left out; null when nothing is.</summary>
    public string? Exclusions { get; init; }

    /// <summary>What this record chose where the field leaves a choice; null when there is none.</summary>
    public string? Policy { get; init; }

    /// <summary>Unit of an item's value.</summary>
    public required string Unit { get; init; }

    /// <summary>Where the definition comes from.</summary>
    public required string Source { get; init; }

    /// <summary>Whose streams it asks: children's, workers' or teams'.</summary>
    public StreamKind Subject { get; init; } = StreamKind.Child;

    /// <summary>True when only the end of the window is read.</summary>
    public bool IsAtEnd { get; init; }

    /// <summary>Lanes it reads of a subject.</summary>
    public required IReadOnlyList<Lane> Lanes { get; init; }

    /// <summary>
    /// Lanes of which at least one holds, at the end of the window's last day, for everyone in the cohort; null when others may be in it.
    /// </summary>
    public IReadOnlyList<Lane>? Holding { get; init; }

    /// <summary>Whom it looks at beside a subject; null when nobody.</summary>
    public Neighbours? Neighbours { get; init; }

    /// <summary>A subject's contributions in a window [from, to): at least one, which says why when it is not counted.</summary>
    public required Func<Timelines, Period, Given, IEnumerable<Contribution>> Of { get; init; }
}
