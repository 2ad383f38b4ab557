using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;
using Journey.Record.Facts.Legal;

namespace Journey.Record.Facts.Placements;

/// <summary>
/// The child moves to a placement; the one before ends the same day. An act with its end gives the reason for the move.
/// <paramref name="LaCode"/> is the authority in whose area the placement lies, by its code of the Office for National Statistics;
/// <paramref name="DistanceMiles"/> is how far it was thought to be from home when the child was placed, in miles;
/// <paramref name="MatchedSiblings"/> are the records of brothers and sisters who live there too.
/// </summary>
public sealed record PlacementStarted(
    DateOnly StartOn,
    string Type,
    string? Provider,
    string? Urn,
    string? Postcode,
    string? HomePostcode,
    string? Carer = null,
    bool? Planned = null,
    TimeOnly? At = null,
    string? LaCode = null,
    decimal? DistanceMiles = null,
    IReadOnlyList<Guid>? MatchedSiblings = null) : IFact<PlacementStarted>
{
    /// <inheritdoc/>
    public static string Name => "placement_started.v2";

    /// <inheritdoc/>
    public static IReadOnlyList<RetiredShape<PlacementStarted>> Retired { get; } =
    [
        RetiredShape<PlacementStarted>.Of<WithoutArea>(
            "placement_started.v1",
            f => new(f.StartOn, f.Type, f.Provider, f.Urn, f.Postcode, f.HomePostcode, f.Carer, f.Planned, f.At)),
    ];

    /// <inheritdoc/>
    public static string Noun => "placements";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [PlacementLanes.Placement];

    /// <inheritdoc/>
    public static bool MayLieAhead => true;

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<PlacementStarted>> Rules { get; } =
    [
        Guards.Known<PlacementStarted>(CareCodes.Place, "146", f => f.Type),
        Guards.Known<PlacementStarted>(CareCodes.Provider, "147", f => f.Provider),
        PlacementRules.InCare<PlacementStarted>(),
        PlacementRules.NotTemporary<PlacementStarted>(f => f.Type),
        PlacementRules.OldEnough<PlacementStarted>("371", "K3", 16, f => f.Type),
        PlacementRules.OldEnough<PlacementStarted>("372", "R5", 10, f => f.Type),
        PlacementRules.OldEnough<PlacementStarted>("373", "S1", 4, f => f.Type),
        .. PlacementRules.ProviderFits<PlacementStarted>(f => f.Type, f => f.Provider),
        new("378", "A child accommodated under section 20 (V2) is not placed with parents (P1). Check the legal status.", q =>
            q.Fact.Type == "P1" && q.Record.At(LegalLanes.LegalStatus, q.Fact.StartOn)?.Code == "V2"),
        new("222", "A placement of this type has no registration with Ofsted. Leave the number out, or check the type.", q =>
            CareCodes.IsUnregistered(q.Fact.Type) && q.Fact.Urn is not (null or "" or "XXXXXXX")),
        new("218", "A setting in England has a number from Ofsted (URN). Give it, or XXXXXXX where it has none yet.", q =>
            IsInEngland(q.Fact.LaCode) && string.IsNullOrEmpty(q.Fact.Urn) && q.Fact.Type != "H5" && !CareCodes.IsUnregistered(q.Fact.Type)),
        new("1015", "The authority's own provision (PR1) lies in its own area. Check the provider, or the authority of the placement.", q =>
            q.Fact is { Provider: "PR1", LaCode: { Length: > 0 } area }
            && !CareCodes.IsWithCarers(q.Fact.Type)
            && AuthorityCodes.IsReal(q.Beside.Authority) && area != q.Beside.Authority),
        new("distance", "A distance is 0 miles or more. Check it, or leave it out when it is not known.", q => q.Fact.DistanceMiles < 0),
        new("392d", "Home and placement have one postcode. That is so only in a placement with parents (P1).", q =>
            q.Fact.Type != "P1" && q.Fact.Postcode is not null && q.Fact.Postcode == q.Fact.HomePostcode),
    ];

    /// <inheritdoc/>
    public static PlacementStarted Example =>
        new(new DateOnly(2025, 9, 1), "U6", "PR4", "SC000002", "ZZ9 9ZZ", "ZZ1 1AA", "Rowan family", true,
            LaCode: "E07000112", DistanceMiles: 43.5m, MatchedSiblings: [Guid.Parse("019a0000-0000-7000-8000-000000000006")]);

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => StartOn;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() =>
        [new(PlacementLanes.Placement, new Placement(Type, Provider, Urn, Postcode, HomePostcode, Carer, LaCode: LaCode, DistanceMiles: DistanceMiles), StartOn, At: At)];

    /// <inheritdoc/>
    public string Sentence() =>
        $"Placement started on {Words.Date(StartOn)}{(Carer is null ? "" : $" with {Carer}")}: {Words.Lower(CareCodes.Place.Label(Type))}.";

    /// <summary>Codes of authorities start with the letter of their country; of a placement without one nobody knows where it lies.</summary>
    private static bool IsInEngland(string? area) => area is ['E', ..];

    private sealed record WithoutArea(
        DateOnly StartOn,
        string Type,
        string? Provider,
        string? Urn,
        string? Postcode,
        string? HomePostcode,
        string? Carer,
        bool? Planned,
        TimeOnly? At);
}
