using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;

namespace Journey.Record.Facts.Placements;

/// <summary>A search ends without a placement.</summary>
public sealed record PlacementSearchEnded(Guid Search, string Reason, DateOnly On) : IFact<PlacementSearchEnded>
{
    /// <inheritdoc/>
    public static string Name => "placement_search_ended.v1";

    /// <inheritdoc/>
    public static string Noun => "ended-placement-searches";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes => [];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<PlacementSearchEnded>> Rules { get; } =
    [
        Guards.Names<PlacementSearchEnded, PlacementSearchStarted>("search", f => f.Search),
        Guards.NotEnded<PlacementSearchEnded>("search", f => f.Search),
        Guards.NotBefore<PlacementSearchEnded>("search", f => f.Search),
        Guards.Known<PlacementSearchEnded>(SearchCodes.End, "unknown-code", f => f.Reason),
    ];

    /// <inheritdoc/>
    public static PlacementSearchEnded Example => new(Guid.Parse("019a0000-0000-7000-8000-000000000001"), "notNeeded", new DateOnly(2025, 8, 20));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [];

    /// <inheritdoc/>
    public IEnumerable<Ending> Endings() => [new(Search, On, new SearchClosing(Reason))];

    /// <inheritdoc/>
    public string Sentence() => Sentence(Ended.Nothing);

    /// <inheritdoc/>
    public string Sentence(Ended ended) => $"The search for a placement ended on {Words.Date(On)}{ended.After}: {Words.Label(SearchCodes.End, Reason)}.";
}
