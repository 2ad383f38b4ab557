using Journey.Record.Bitemporal;
using Journey.Record.Children;

namespace Journey.Record.Facts.Keeping;

/// <summary>A hold on the record is lifted.</summary>
public sealed record RetentionHoldLifted(Guid Hold, string LiftedBy, string Reason, DateOnly On) : IFact<RetentionHoldLifted>
{
    /// <inheritdoc/>
    public static string Name => "retention_hold_lifted.v1";

    /// <inheritdoc/>
    public static string Noun => "lifted-retention-holds";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes => [];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<RetentionHoldLifted>> Rules { get; } =
    [
        Guards.NamesOpen<RetentionHoldLifted, RetentionHoldPlaced>("hold", f => f.Hold),
        Guards.NotBefore<RetentionHoldLifted>("hold", f => f.Hold),
        Guards.Said<RetentionHoldLifted>("name of who lifted it", f => f.LiftedBy),
        Guards.Said<RetentionHoldLifted>("reason", f => f.Reason),
    ];

    /// <inheritdoc/>
    public static RetentionHoldLifted Example => new(
        Guid.Parse("019a0000-0000-7000-8000-000000000001"), "A. Manager", "The inquiry has reported.", new DateOnly(2026, 5, 21));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [];

    /// <inheritdoc/>
    public IEnumerable<Ending> Endings() => [new(Hold, On)];

    /// <inheritdoc/>
    public string Sentence() => Sentence(Ended.Nothing);

    /// <inheritdoc/>
    public string Sentence(Ended ended) => $"A hold on the record was lifted on {Words.Date(On)}{ended.After} by {LiftedBy}{Words.Saying(Reason)}.";
}
