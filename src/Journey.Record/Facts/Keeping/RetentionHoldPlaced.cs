using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;

namespace Journey.Record.Facts.Keeping;

/// <summary>The record may not be disposed of until the hold is lifted.</summary>
public sealed record RetentionHoldPlaced(string Why, string Reference, string PlacedBy, DateOnly On) : IFact<RetentionHoldPlaced>
{
    /// <inheritdoc/>
    public static string Name => "retention_hold_placed.v1";

    /// <inheritdoc/>
    public static string Noun => "retention-holds";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [KeepingLanes.Holds];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<RetentionHoldPlaced>> Rules { get; } =
    [
        Guards.Known<RetentionHoldPlaced>(KeepingCodes.Hold, "unknown-code", f => f.Why),
        Guards.Said<RetentionHoldPlaced>("reference", f => f.Reference),
        Guards.Said<RetentionHoldPlaced>("name of who placed it", f => f.PlacedBy),
    ];

    /// <inheritdoc/>
    public static RetentionHoldPlaced Example => new("inquiry", "Inquiry 2026-01", "A. Manager", new DateOnly(2026, 1, 8));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(KeepingLanes.Holds, new RetentionHold(Why), On)];

    /// <inheritdoc/>
    public string Sentence() => $"A hold on the record was placed on {Words.Date(On)} by {PlacedBy}, {Words.Label(KeepingCodes.Hold, Why)}: {Reference}.";
}
