using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;

namespace Journey.Record.Facts.Identity;

/// <summary>Ethnicity from a day on.</summary>
public sealed record EthnicityRecorded(string Code, DateOnly From) : IFact<EthnicityRecorded>
{
    /// <inheritdoc/>
    public static string Name => "ethnicity_recorded.v1";

    /// <inheritdoc/>
    public static string Noun => "ethnicities";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [IdentityLanes.Ethnicity];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<EthnicityRecorded>> Rules { get; } =
    [
        Guards.Known<EthnicityRecorded>(IdentityCodes.Ethnicity, "103", f => f.Code),
        Guards.NotBeforeBirth<EthnicityRecorded>(),
    ];

    /// <inheritdoc/>
    public static EthnicityRecorded Example => new("WBRI", new DateOnly(2025, 5, 12));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => From;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(IdentityLanes.Ethnicity, new Ethnicity(Code), From)];

    /// <inheritdoc/>
    public string Sentence() => $"Ethnicity is recorded as {IdentityCodes.Ethnicity.Label(Code)} from {Words.Date(From)}.";
}
