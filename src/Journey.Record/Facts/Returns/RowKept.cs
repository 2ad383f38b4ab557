using Journey.Record.Bitemporal;
using Journey.Record.Children;

namespace Journey.Record.Facts.Returns;

/// <summary>A row of a return that says too little to be a fact of its own kind, kept as it was stated, column by column.</summary>
public sealed record RowKept(string File, int Year, IReadOnlyList<string> Values) : IFact<RowKept>
{
    /// <inheritdoc/>
    public static string Name => "row_kept.v1";

    /// <inheritdoc/>
    public static string Noun => "kept-rows";

    /// <inheritdoc/>
    public static bool ImportOnly => true;

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes => [];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<RowKept>> Rules { get; } =
    [
        new("row-incomplete", "This row lacks what its file needs. Complete it in the next return.", _ => true),
    ];

    /// <inheritdoc/>
    public static RowKept Example => new("placed_for_adoption.csv", 2026, ["JRN0000005", "02/02/2022", "", "", ""]);

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => Days.YearEnd(Year);

    /// <inheritdoc/>
    public DatePrecision Precision() => DatePrecision.YearEnd;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [];

    /// <inheritdoc/>
    public string Sentence() => $"The return of {Words.Year(Year)} states an incomplete row in {File}.";
}
