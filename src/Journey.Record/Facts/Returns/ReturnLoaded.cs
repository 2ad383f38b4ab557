using Journey.Record.Bitemporal;
using Journey.Record.Children;

namespace Journey.Record.Facts.Returns;

/// <summary>How many facts a load added, corrected and withdrew, and what else it met. Rows that changed nothing are unchanged.</summary>
public sealed record LoadCounts(int Added, int Corrected, int Withdrawn, int NotReported, int ReportedAgain, int Unchanged, int Flagged, int Rejected);

/// <summary>A row that stood twice in a file: the second is the same fact.</summary>
public sealed record RepeatedRow(string File, Guid FactId);

/// <summary>
/// A return was loaded: one unit of work, kept in the stream of the authority's returns. The load's id is the fact's id.
/// <paramref name="Confirmed"/> are the facts that it states and that were recorded before. Withdrawn as a whole, with a reason.
/// </summary>
public sealed record ReturnLoaded(
    string Format,
    int Year,
    DateOnly KnownOn,
    string Digest,
    IReadOnlyDictionary<string, int> Rows,
    LoadCounts Counts,
    IReadOnlyList<Guid> Confirmed,
    IReadOnlyList<RepeatedRow> Repeated) : IFact<ReturnLoaded>
{
    /// <inheritdoc/>
    public static string Name => "return_loaded.v1";

    /// <inheritdoc/>
    public static string Noun => "returns";

    /// <inheritdoc/>
    public static bool ImportOnly => true;

    /// <inheritdoc/>
    public static StreamKind Stream => StreamKind.Returns;

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes => [];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<ReturnLoaded>> Rules => [];

    /// <inheritdoc/>
    public static string NoRule => "A return is refused or read before it is loaded; what is loaded is kept as stated.";

    /// <inheritdoc/>
    public static ReturnLoaded Example => new(
        "ssda903", 2025, new DateOnly(2025, 6, 30), "0f1e2d", new Dictionary<string, int> { ["header"] = 6, ["episodes"] = 7 },
        new LoadCounts(20, 0, 0, 0, 0, 0, 0, 0), [], []);

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => KnownOn;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [];

    /// <inheritdoc/>
    public string Sentence() =>
        $"The {Format.ToUpperInvariant()} return of {Words.Year(Year)} was loaded: {Counts.Added} facts added, "
        + $"{Counts.Corrected} corrected, {Counts.Withdrawn} withdrawn.";
}
