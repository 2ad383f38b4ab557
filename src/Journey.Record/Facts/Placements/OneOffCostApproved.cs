using Journey.Record.Bitemporal;
using Journey.Record.Children;

namespace Journey.Record.Facts.Placements;

/// <summary>A single payment for the child is approved.</summary>
public sealed record OneOffCostApproved(decimal Amount, string Purpose, string DecidedBy, string Rationale, DateOnly On) : IFact<OneOffCostApproved>
{
    /// <inheritdoc/>
    public static string Name => "one_off_cost_approved.v1";

    /// <inheritdoc/>
    public static string Noun => "one-off-costs";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [CostLanes.OneOff];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<OneOffCostApproved>> Rules { get; } =
    [
        new("amount", "An amount is more than £0. Check it.", q => q.Fact.Amount <= 0),
        Guards.Said<OneOffCostApproved>("purpose", f => f.Purpose),
        .. Guards.Decided<OneOffCostApproved>(f => f.DecidedBy, f => f.Rationale),
        .. Guards.InLife<OneOffCostApproved>(),
    ];

    /// <inheritdoc/>
    public static OneOffCostApproved Example => new(420m, "Bed and clothing", "A. Manager", "Came with nothing.", new DateOnly(2025, 6, 11));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(CostLanes.OneOff, new OneOffCost(Amount), On)];

    /// <inheritdoc/>
    public string Sentence() =>
        $"A payment of {Words.Money(Amount)} was approved on {Words.Date(On)} by {DecidedBy} for {Words.Lower(Purpose)}{Words.Saying(Rationale)}.";
}
