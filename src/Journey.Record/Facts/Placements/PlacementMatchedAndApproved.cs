using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;

namespace Journey.Record.Facts.Placements;

/// <summary>A placement is matched to the child and approved; the search ends.</summary>
public sealed record PlacementMatchedAndApproved(
    Guid Search,
    Guid? Offer,
    string Agency,
    string? Urn,
    bool OutOfArea,
    string? OutOfAreaApproval,
    string DecidedBy,
    string Rationale,
    DateOnly On) : IFact<PlacementMatchedAndApproved>
{
    /// <inheritdoc/>
    public static string Name => "placement_matched_and_approved.v1";

    /// <inheritdoc/>
    public static string Noun => "placement-approvals";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [SearchLanes.Approved];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<PlacementMatchedAndApproved>> Rules { get; } =
    [
        Guards.Names<PlacementMatchedAndApproved, PlacementSearchStarted>("search", f => f.Search),
        Guards.NotEnded<PlacementMatchedAndApproved>("search", f => f.Search),
        Guards.NotBefore<PlacementMatchedAndApproved>("search", f => f.Search),
        Guards.Names<PlacementMatchedAndApproved, ProviderOffered>("offer", f => f.Offer),
        Guards.Said<PlacementMatchedAndApproved>("provider", f => f.Agency),
        Guards.Known<PlacementMatchedAndApproved>(SearchCodes.OutOfArea, "unknown-code", f => f.OutOfAreaApproval),
        new("reg11", "A placement out of area needs an approval of its own. Say whose it is.", q =>
            q.Fact.OutOfArea && string.IsNullOrEmpty(q.Fact.OutOfAreaApproval)),
        .. Guards.Decided<PlacementMatchedAndApproved>(f => f.DecidedBy, f => f.Rationale),
    ];

    /// <inheritdoc/>
    public static PlacementMatchedAndApproved Example => new(
        Guid.Parse("019a0000-0000-7000-8000-000000000001"), null, "Example Homes", "SC000002", true,
        "nominatedOfficer", "A. Manager", "Carers know about trauma.", new DateOnly(2025, 8, 18));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(SearchLanes.Approved, new ApprovedMatch(Agency, OutOfArea), On)];

    /// <inheritdoc/>
    public IEnumerable<Ending> Endings() => [new(Search, On, new SearchClosing("approved"))];

    /// <inheritdoc/>
    public string Sentence() =>
        $"A placement with {Agency} was approved on {Words.Date(On)} by {DecidedBy}{(OutOfArea ? ", out of area" : "")}{Words.Saying(Rationale)}.";
}
