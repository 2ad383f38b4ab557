using Journey.Record.Bitemporal;
using Journey.Record.Children;

namespace Journey.Record.Facts.Family;

/// <summary>Siblings who were placed apart are together again, or the decision no longer stands.</summary>
public sealed record SiblingSeparationEnded(Guid Separation, DateOnly On, string Reason) : IFact<SiblingSeparationEnded>
{
    /// <inheritdoc/>
    public static string Name => "sibling_separation_ended.v1";

    /// <inheritdoc/>
    public static string Noun => "sibling-reunions";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes => [];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<SiblingSeparationEnded>> Rules { get; } =
    [
        Guards.NamesOpen<SiblingSeparationEnded, SiblingSeparationDecided>("separation", f => f.Separation),
        Guards.NotBefore<SiblingSeparationEnded>("separation", f => f.Separation),
        Guards.Said<SiblingSeparationEnded>("reason", f => f.Reason),
    ];

    /// <inheritdoc/>
    public static SiblingSeparationEnded Example => new(
        Guid.Parse("019a0000-0000-7000-8000-000000000001"), new DateOnly(2025, 12, 8), "Both live with the Rowan family.");

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [];

    /// <inheritdoc/>
    public IEnumerable<Ending> Endings() => [new(Separation, On)];

    /// <inheritdoc/>
    public string Sentence() => Sentence(Ended.Nothing);

    /// <inheritdoc/>
    public string Sentence(Ended ended) => $"The separation of siblings ended on {Words.Date(On)}{ended.After}{Words.Saying(Reason)}.";
}
