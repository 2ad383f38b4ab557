using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;
using Journey.Record.Facts.Legal;

namespace Journey.Record.Facts.Placements;

/// <summary>The child moves to a placement; the one before ends the same day. An act with its end gives the reason for the move.</summary>
public sealed record PlacementStarted(
    DateOnly StartOn,
    string Type,
    string? Provider,
    string? Urn,
    string? Postcode,
    string? HomePostcode,
    string? Carer = null,
    bool? Planned = null,
    TimeOnly? At = null) : IFact<PlacementStarted>
{
    /// <inheritdoc/>
    public static string Name => "placement_started.v1";

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
        new("392d", "Home and placement have one postcode. That is so only in a placement with parents (P1).", q =>
            q.Fact.Type != "P1" && q.Fact.Postcode is not null && q.Fact.Postcode == q.Fact.HomePostcode),
    ];

    /// <inheritdoc/>
    public static PlacementStarted Example =>
        new(new DateOnly(2025, 9, 1), "U6", "PR4", "SC000002", "ZZ9 9ZZ", "ZZ1 1AA", "Rowan family", true);

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => StartOn;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() =>
        [new(PlacementLanes.Placement, new Placement(Type, Provider, Urn, Postcode, HomePostcode, Carer), StartOn, At: At)];

    /// <inheritdoc/>
    public string Sentence() =>
        $"Placement started on {Words.Date(StartOn)}{(Carer is null ? "" : $" with {Carer}")}: {Words.Lower(CareCodes.Place.Label(Type))}.";
}
