using Journey.Record.Bitemporal;
using Journey.Record.Children;

namespace Journey.Record.Facts.Placements;

/// <summary>A placement is looked for; open until one is approved or none is needed.</summary>
public sealed record PlacementSearchStarted(
    IReadOnlyList<string> Needs,
    IReadOnlyList<Guid> WithSiblings,
    DateOnly On,
    DateOnly WantedBy) : IFact<PlacementSearchStarted>
{
    /// <inheritdoc/>
    public static string Name => "placement_search_started.v1";

    /// <inheritdoc/>
    public static string Noun => "placement-searches";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [SearchLanes.Searches];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<PlacementSearchStarted>> Rules { get; } =
    [
        new("no-needs", "Say what the child needs from a placement.", q => q.Fact.Needs.Count == 0),
        Guards.NotDueBefore<PlacementSearchStarted>(f => f.WantedBy),
        Guards.OpenCase<PlacementSearchStarted>(),
        .. Guards.InLife<PlacementSearchStarted>(),
    ];

    /// <inheritdoc/>
    public static PlacementSearchStarted Example => new(
        ["Close to school", "Carers who know about trauma"], [], new DateOnly(2025, 8, 11), new DateOnly(2025, 8, 29));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(SearchLanes.Searches, new PlacementSearch(WantedBy, WithSiblings.Count), On)];

    /// <inheritdoc/>
    public string Sentence() => $"A placement is looked for from {Words.Date(On)}, wanted by {Words.Date(WantedBy)}; needs: {Words.List(Needs)}.";
}
