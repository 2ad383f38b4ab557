using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;

namespace Journey.Record.Facts.Protection;

/// <summary>The court heard the case.</summary>
public sealed record CourtHearingHeld(
    string? OrderSought,
    string? Judge,
    string? Result,
    DateOnly On,
    TimeOnly? At) : IFact<CourtHearingHeld>
{
    /// <inheritdoc/>
    public static string Name => "court_hearing_held.v1";

    /// <inheritdoc/>
    public static string Noun => "court-hearings";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [CourtLanes.Court];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<CourtHearingHeld>> Rules { get; } =
    [
        Guards.Known<CourtHearingHeld>(ProtectionCodes.Order, "unknown-code", f => f.OrderSought),
        Guards.OpenCase<CourtHearingHeld>(),
        .. Guards.InLife<CourtHearingHeld>(),
    ];

    /// <inheritdoc/>
    public static CourtHearingHeld Example => new(
        "ICO", "HHJ Example", "Adjourned for evidence", new DateOnly(2026, 3, 20), new TimeOnly(10, 30));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(CourtLanes.Court, new CourtStep("hearing", OrderSought), On, At: At)];

    /// <inheritdoc/>
    public string Sentence() => $"The court heard the case on {Words.Date(On)}{Words.At(At)}{Words.Saying(Result)}.";
}
