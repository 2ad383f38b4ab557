using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;

namespace Journey.Record.Facts.Placements;

/// <summary>A price of a placement is agreed; parts that health and education pay are within it.</summary>
public sealed record PlacementCostAgreed(
    Guid Placement,
    decimal Rate,
    string Per,
    decimal? Health,
    decimal? Education,
    string? Framework,
    bool FeeRise,
    DateOnly From,
    DateOnly? To) : IFact<PlacementCostAgreed>
{
    /// <inheritdoc/>
    public static string Name => "placement_cost_agreed.v1";

    /// <inheritdoc/>
    public static string Noun => "placement-costs";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [CostLanes.Costs];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<PlacementCostAgreed>> Rules { get; } =
    [
        new("G3", "Name the placement: its fact id must be in this record.", q =>
            !q.Record.Timeline(PlacementLanes.Placement).Any(i => i.FactId == q.Fact.Placement)),
        Guards.Known<PlacementCostAgreed>(SearchCodes.Per, "unknown-code", f => f.Per),
        new("amount", "An amount is £0 or more. Check them.", q => q.Fact.Rate < 0 || q.Fact.Health < 0 || q.Fact.Education < 0),
        new("parts", "Health and education together pay more than the whole. Check the amounts.", q =>
            (q.Fact.Health ?? 0) + (q.Fact.Education ?? 0) > q.Fact.Rate),
        Guards.EndNotBeforeStart<PlacementCostAgreed>(f => f.To),
        new("cost-overlap", "A price for this placement already holds in that time. End it first.", q =>
            Guards.Own(q, q.Fact.From, q.Fact.To) is var own
            && q.Record.Timeline(CostLanes.Costs).Any(i => i.As<PlacementCost>().Placement == q.Fact.Placement && i.From < own.To && own.From < i.To)),
    ];

    /// <inheritdoc/>
    public static PlacementCostAgreed Example => new(
        Guid.Parse("019a0000-0000-7000-8000-000000000001"), 6950m, "week", 1200m, null, "Example framework", false, new DateOnly(2025, 9, 1), null);

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => From;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(CostLanes.Costs, new PlacementCost(Placement, Rate, Per, Health, Education, FeeRise), From, To)];

    /// <inheritdoc/>
    public string Sentence() =>
        $"The placement costs {Words.Money(Rate)} a {Words.Label(SearchCodes.Per, Per)} from {Words.Date(From)}{Words.To(To)}, as agreed.";
}
