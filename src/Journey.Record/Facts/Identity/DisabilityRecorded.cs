using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;

namespace Journey.Record.Facts.Identity;

/// <summary>All disabilities known from a day on, or NONE.</summary>
public sealed record DisabilityRecorded(IReadOnlyList<string> Codes, DateOnly From) : IFact<DisabilityRecorded>
{
    /// <inheritdoc/>
    public static string Name => "disability_recorded.v1";

    /// <inheritdoc/>
    public static string Noun => "disabilities";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [IdentityLanes.Disability];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<DisabilityRecorded>> Rules { get; } =
    [
        Guards.KnownAll<DisabilityRecorded>(RecordCodes.Disability, "8790", f => f.Codes),
        new("8790", "NONE stands alone. Leave it out, or leave out the others.", q =>
            q.Fact.Codes.Contains("NONE") && q.Fact.Codes.Count > 1),
        new("8794", "A disability is given twice. Give each once.", q => q.Fact.Codes.Distinct().Count() < q.Fact.Codes.Count),
        new("disability-missing", "Give at least one code; NONE when there is no disability.", q => q.Fact.Codes.Count == 0),
        Guards.NotBeforeBirth<DisabilityRecorded>(),
    ];

    /// <inheritdoc/>
    public static DisabilityRecorded Example => new(["LD", "AUT"], new DateOnly(2025, 5, 12));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => From;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(IdentityLanes.Disability, new Disability(string.Join(' ', Codes.Order(StringComparer.Ordinal))), From)];

    /// <inheritdoc/>
    public string Sentence() => $"Disability is recorded from {Words.Date(From)}: {Words.Labels(RecordCodes.Disability, Codes)}.";
}
