using Journey.Record.Bitemporal;
using Journey.Record.Children;

namespace Journey.Record.Facts.Health;

/// <summary>The child was offered help with alcohol or drugs and did not receive it.</summary>
public sealed record SubstanceInterventionOffered(string By, string? WhyNot, DateOnly On) : IFact<SubstanceInterventionOffered>
{
    /// <inheritdoc/>
    public static string Name => "substance_intervention_offered.v1";

    /// <inheritdoc/>
    public static string Noun => "substance-help-offers";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [CheckLanes.SubstanceHelp];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<SubstanceInterventionOffered>> Rules { get; } =
    [
        new("193", "No substance misuse is identified by that day. Record it first.", q =>
            !q.Record.Timeline(CheckLanes.SubstanceMisuse).Any(i => i.From <= q.Fact.On)),
        Guards.Said<SubstanceInterventionOffered>("name of who offered", f => f.By),
        .. Guards.InLife<SubstanceInterventionOffered>(),
    ];

    /// <inheritdoc/>
    public static SubstanceInterventionOffered Example => new("Example Youth Service", "Does not want it now.", new DateOnly(2025, 11, 17));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(CheckLanes.SubstanceHelp, new SubstanceHelp(false), On)];

    /// <inheritdoc/>
    public string Sentence() => $"{By} offered help with alcohol or drugs on {Words.Date(On)}{Words.Saying(WhyNot)}.";
}
