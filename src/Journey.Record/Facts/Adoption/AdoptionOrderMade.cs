using Journey.Record.Bitemporal;
using Journey.Record.Children;

namespace Journey.Record.Facts.Adoption;

/// <summary>The court made the adoption order.</summary>
public sealed record AdoptionOrderMade(bool Opposed, string? Court, DateOnly OrderOn) : IFact<AdoptionOrderMade>
{
    /// <inheritdoc/>
    public static string Name => "adoption_order_made.v1";

    /// <inheritdoc/>
    public static string Noun => "adoption-orders";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [AdoptionLanes.Orders];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<AdoptionOrderMade>> Rules { get; } =
    [
        new("not-placed", "No placement for adoption lies before the order. Record it first, or check both dates.", q =>
            !q.Record.Timeline(AdoptionLanes.Placements).Any(i => i.From <= q.Fact.OrderOn)),
        new("adopted-twice", "An adoption order is already recorded. Correct that fact if it is wrong.", q =>
            q.Record.Facts<AdoptionOrderMade>().Any()),
        new("558", "The adoption decision was reversed before the order. Withdraw the reversal, or check both dates.", q =>
            q.Record.Timeline(AdoptionLanes.Decisions).Any(i => i.To <= q.Fact.OrderOn)
            && !q.Record.On(AdoptionLanes.Decisions, q.Fact.OrderOn).Any()),
        .. Guards.InLife<AdoptionOrderMade>(),
    ];

    /// <inheritdoc/>
    public static AdoptionOrderMade Example => new(true, "Example Family Court", new DateOnly(2025, 11, 10));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => OrderOn;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(AdoptionLanes.Orders, new AdoptionOrder(Opposed), OrderOn)];

    /// <inheritdoc/>
    public string Sentence() => $"The adoption order was made on {Words.Date(OrderOn)}, {(Opposed ? "consent dispensed with" : "unopposed")}.";
}
