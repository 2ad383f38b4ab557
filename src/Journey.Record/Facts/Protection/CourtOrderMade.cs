using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;

namespace Journey.Record.Facts.Protection;

/// <summary>The court made an order. What it means for the legal status is a fact of its own, recorded with it.</summary>
public sealed record CourtOrderMade(string Order, string? Judge, IReadOnlyList<string> Conditions, DateOnly On) : IFact<CourtOrderMade>
{
    /// <inheritdoc/>
    public static string Name => "court_order_made.v1";

    /// <inheritdoc/>
    public static string Noun => "court-orders";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [CourtLanes.Court];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<CourtOrderMade>> Rules { get; } =
    [
        Guards.Known<CourtOrderMade>(ProtectionCodes.Order, "unknown-code", f => f.Order),
        Guards.OpenCase<CourtOrderMade>(),
        .. Guards.InLife<CourtOrderMade>(),
    ];

    /// <inheritdoc/>
    public static CourtOrderMade Example => new("ICO", "HHJ Example", ["Contact twice a week"], new DateOnly(2026, 3, 27));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(CourtLanes.Court, new CourtStep("order", Order), On)];

    /// <inheritdoc/>
    public string Sentence() =>
        $"The court made an order on {Words.Date(On)}, {Words.Label(ProtectionCodes.Order, Order)}; conditions: {Words.List(Conditions)}.";
}
