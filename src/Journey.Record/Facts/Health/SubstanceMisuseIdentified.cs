using Journey.Record.Bitemporal;
using Journey.Record.Children;

namespace Journey.Record.Facts.Health;

/// <summary>Alcohol or drugs are found to be a problem for the child.</summary>
public sealed record SubstanceMisuseIdentified(string Substance, string By, DateOnly On) : IFact<SubstanceMisuseIdentified>
{
    /// <inheritdoc/>
    public static string Name => "substance_misuse_identified.v1";

    /// <inheritdoc/>
    public static string Noun => "substance-misuse";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [CheckLanes.SubstanceMisuse];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<SubstanceMisuseIdentified>> Rules { get; } =
    [
        Guards.Said<SubstanceMisuseIdentified>("substance", f => f.Substance),
        Guards.Said<SubstanceMisuseIdentified>("name of who found it", f => f.By),
        .. Guards.InLife<SubstanceMisuseIdentified>(),
    ];

    /// <inheritdoc/>
    public static SubstanceMisuseIdentified Example => new("Cannabis", "SW10001", new DateOnly(2025, 11, 10));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(CheckLanes.SubstanceMisuse, new SubstanceMisuse(Substance), On)];

    /// <inheritdoc/>
    public string Sentence() => $"Substance misuse was identified on {Words.Date(On)}: {Words.Lower(Substance)}.";
}
