using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;

namespace Journey.Record.Facts.Placements;

/// <summary>A price of a placement no longer holds.</summary>
public sealed record PlacementCostEnded(Guid Cost, string Reason, DateOnly On) : IFact<PlacementCostEnded>
{
    /// <inheritdoc/>
    public static string Name => "placement_cost_ended.v1";

    /// <inheritdoc/>
    public static string Noun => "placement-cost-ends";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes => [];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<PlacementCostEnded>> Rules { get; } =
    [
        Guards.NamesOpen<PlacementCostEnded, PlacementCostAgreed>("price", f => f.Cost),
        Guards.NotBefore<PlacementCostEnded>("price", f => f.Cost),
        Guards.Known<PlacementCostEnded>(SearchCodes.CostEnd, "unknown-code", f => f.Reason),
    ];

    /// <inheritdoc/>
    public static PlacementCostEnded Example => new(Guid.Parse("019a0000-0000-7000-8000-000000000001"), "newPrice", new DateOnly(2026, 1, 12));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [];

    /// <inheritdoc/>
    public IEnumerable<Ending> Endings() => [new(Cost, On, new CostClosing(Reason))];

    /// <inheritdoc/>
    public string Sentence() => Sentence(Ended.Nothing);

    /// <inheritdoc/>
    public string Sentence(Ended ended) => $"The price of the placement ended on {Words.Date(On)}{ended.After}: {Words.Label(SearchCodes.CostEnd, Reason)}.";
}
