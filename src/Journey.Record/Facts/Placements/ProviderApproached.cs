using Journey.Record.Bitemporal;
using Journey.Record.Children;

namespace Journey.Record.Facts.Placements;

/// <summary>A provider is asked to take the child; open until it offers or declines.</summary>
public sealed record ProviderApproached(
    Guid Search,
    string Agency,
    string? Urn,
    DateOnly On,
    TimeOnly? At,
    DateOnly DueOn) : IFact<ProviderApproached>
{
    /// <inheritdoc/>
    public static string Name => "provider_approached.v1";

    /// <inheritdoc/>
    public static string Noun => "provider-approaches";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [SearchLanes.Approaches];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<ProviderApproached>> Rules { get; } =
    [
        Guards.Names<ProviderApproached, PlacementSearchStarted>("search", f => f.Search),
        Guards.NotBefore<ProviderApproached>("search", f => f.Search),
        Guards.Said<ProviderApproached>("provider", f => f.Agency),
        Guards.NotDueBefore<ProviderApproached>(f => f.DueOn),
    ];

    /// <inheritdoc/>
    public static ProviderApproached Example => new(
        Guid.Parse("019a0000-0000-7000-8000-000000000001"), "Example Homes", "SC000002",
        new DateOnly(2025, 8, 12), new TimeOnly(9, 30), new DateOnly(2025, 8, 14));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(SearchLanes.Approaches, new Approach(Search, Agency, DueOn), On, At: At)];

    /// <inheritdoc/>
    public string Sentence() => $"{Agency} was asked on {Words.Date(On)}{Words.At(At)} to take the child, to answer by {Words.Date(DueOn)}.";
}
