using Journey.Record.Bitemporal;
using Journey.Record.Children;

namespace Journey.Record.Facts.Health;

/// <summary>The child received help with alcohol or drugs.</summary>
public sealed record SubstanceInterventionReceived(string From, DateOnly On) : IFact<SubstanceInterventionReceived>
{
    /// <inheritdoc/>
    public static string Name => "substance_intervention_received.v1";

    /// <inheritdoc/>
    public static string Noun => "substance-help";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [CheckLanes.SubstanceHelp];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<SubstanceInterventionReceived>> Rules { get; } =
    [
        new("193", "No substance misuse is identified by that day. Record it first.", q =>
            !q.Record.Timeline(CheckLanes.SubstanceMisuse).Any(i => i.From <= q.Fact.On)),
        Guards.Said<SubstanceInterventionReceived>("name of who gave it", f => f.From),
        .. Guards.InLife<SubstanceInterventionReceived>(),
    ];

    /// <inheritdoc/>
    public static SubstanceInterventionReceived Example => new("Example Youth Service", new DateOnly(2025, 12, 1));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(CheckLanes.SubstanceHelp, new SubstanceHelp(true), On)];

    /// <inheritdoc/>
    public string Sentence() => $"The child received help with alcohol or drugs on {Words.Date(On)} from {From}.";
}
