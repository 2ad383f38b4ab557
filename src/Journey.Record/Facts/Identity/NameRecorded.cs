using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;

namespace Journey.Record.Facts.Identity;

/// <summary>A name from a day on. The legal name takes the place of the one before; names of other kinds stand side by side.</summary>
public sealed record NameRecorded(string First, string? Middle, string Last, string Kind, DateOnly From) : IFact<NameRecorded>
{
    /// <inheritdoc/>
    public static string Name => "name_recorded.v1";

    /// <inheritdoc/>
    public static string Noun => "names";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [IdentityLanes.LegalName, IdentityLanes.Names];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<NameRecorded>> Rules { get; } =
    [
        Guards.Known<NameRecorded>(RecordCodes.Name, "unknown-code", f => f.Kind),
        new("name-missing", "Give a first and a last name.", q =>
            string.IsNullOrWhiteSpace(q.Fact.First) || string.IsNullOrWhiteSpace(q.Fact.Last)),
        Guards.NotBeforeBirth<NameRecorded>(),
    ];

    /// <inheritdoc/>
    public static NameRecorded Example => new("Robin", null, "Ashdown", "legal", new DateOnly(2025, 5, 12));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => From;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() =>
        [new(Kind == "legal" ? IdentityLanes.LegalName : IdentityLanes.Names, new PersonName(Kind, First, Middle, Last), From)];

    /// <inheritdoc/>
    public string Sentence() =>
        $"The {Words.Label(RecordCodes.Name, Kind)} is "
        + $"{string.Join(' ', new[] { First, Middle, Last }.Where(n => !string.IsNullOrWhiteSpace(n)))} from {Words.Date(From)}.";
}
