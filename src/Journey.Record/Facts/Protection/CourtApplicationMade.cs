using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;

namespace Journey.Record.Facts.Protection;

/// <summary>The court is asked for an order.</summary>
public sealed record CourtApplicationMade(
    string OrderSought,
    bool ShortNotice,
    string? Reference,
    DateOnly On) : IFact<CourtApplicationMade>
{
    /// <inheritdoc/>
    public static string Name => "court_application_made.v1";

    /// <inheritdoc/>
    public static string Noun => "court-applications";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [CourtLanes.Court];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<CourtApplicationMade>> Rules { get; } =
    [
        Guards.Known<CourtApplicationMade>(ProtectionCodes.Order, "unknown-code", f => f.OrderSought),
        Guards.OpenCase<CourtApplicationMade>(),
        .. Guards.InLife<CourtApplicationMade>(),
    ];

    /// <inheritdoc/>
    public static CourtApplicationMade Example => new("ICO", false, "ZZ26C00001", new DateOnly(2026, 3, 18));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(CourtLanes.Court, new CourtStep("application", OrderSought), On)];

    /// <inheritdoc/>
    public string Sentence() =>
        $"The court was asked on {Words.Date(On)} for: "
        + $"{Words.Label(ProtectionCodes.Order, OrderSought)}{(ShortNotice ? ", at short notice" : "")}.";
}
