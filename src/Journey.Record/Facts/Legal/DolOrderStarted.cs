using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Facts.Placements;

namespace Journey.Record.Facts.Legal;

/// <summary>A court order allows the child to be deprived of liberty.</summary>
public sealed record DolOrderStarted(IReadOnlyList<string> Restrictions, DateOnly From, DateOnly? To) : IFact<DolOrderStarted>
{
    /// <inheritdoc/>
    public static string Name => "dol_order_started.v1";

    /// <inheritdoc/>
    public static string Noun => "deprivation-of-liberty-orders";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [LibertyLanes.DeprivationOfLiberty];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<DolOrderStarted>> Rules { get; } =
    [
        new("710", "Such an order does not hold in secure accommodation, custody, supported accommodation or with parents. Check the placement.", q =>
            q.Record.At(PlacementLanes.Placement, q.Fact.From) is { Type: "K1" or "P1" or "R5" or "K3" }),
        Guards.EndNotBeforeStart<DolOrderStarted>(f => f.To),
        new("no-restrictions", "Say what the order allows.", q => q.Fact.Restrictions.All(string.IsNullOrWhiteSpace)),
        Guards.InCare<DolOrderStarted>(),
    ];

    /// <inheritdoc/>
    public static DolOrderStarted Example => new(
        ["Two to one supervision", "Locked doors at night"], new DateOnly(2026, 1, 5), new DateOnly(2026, 4, 5));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => From;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(LibertyLanes.DeprivationOfLiberty, new DeprivationOfLiberty(string.Join("; ", Restrictions)), From, To)];

    /// <inheritdoc/>
    public string Sentence() =>
        $"A deprivation of liberty order began on {Words.Date(From)}{(To is { } end ? $", until {Words.Date(end)}" : "")}; it allows: "
        + $"{Words.List(Restrictions)}.";
}
