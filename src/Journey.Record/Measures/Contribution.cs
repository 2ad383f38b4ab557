namespace Journey.Record.Measures;

/// <summary>
/// What one item adds to a figure, and why. An item is a child (or worker, or team), or one fact of it such as a referral, where the measure
/// counts those.
/// </summary>
/// <param name="Subject">The child's stream, or the worker's or team's.</param>
/// <param name="Denominator">What it adds to the denominator: 1 for most, full-time equivalents for rates of the workforce; 0 outside the cohort.</param>
/// <param name="Numerator">What it adds to the numerator.</param>
/// <param name="Value">The item's own value in the measure's unit; null when there is none.</param>
/// <param name="Why">In or out, in a sentence.</param>
/// <param name="Facts">The facts that put it there.</param>
/// <param name="Item">The fact counted; null when the subject itself is.</param>
/// <param name="On">The day on which the item stands, for breakdowns; null for the window's last day.</param>
public sealed record Contribution(
    Guid Subject, decimal Denominator, decimal Numerator, decimal? Value, string Why, IReadOnlyList<Guid> Facts, Guid? Item = null, DateOnly? On = null)
{
    /// <summary>Part of the figure.</summary>
    public bool InCohort => Denominator != 0 || Numerator != 0;

    /// <summary>Counted in the numerator.</summary>
    public bool Counts => Numerator != 0;

    /// <summary>True when both add the same to a figure.</summary>
    public bool AddsSame(Contribution other) =>
        (Denominator, Numerator, Value) == (other.Denominator, other.Numerator, other.Value);
}
