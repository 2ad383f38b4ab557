using Journey.Record.Bitemporal;
using Journey.Record.Children;

namespace Journey.Record.Facts.Adoption;

/// <summary>The child went to live with the adopters. The placement itself is a fact of its own, recorded with it.</summary>
public sealed record PlacedForAdoption(bool CurrentFosterCarer, DateOnly PlacedOn) : IFact<PlacedForAdoption>
{
    /// <inheritdoc/>
    public static string Name => "placed_for_adoption.v1";

    /// <inheritdoc/>
    public static string Noun => "adoptive-placements";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [AdoptionLanes.Placements];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<PlacedForAdoption>> Rules { get; } =
    [
        new("331", "No match lies on or before the placement for adoption. Record the match first, or check both dates.", q =>
            q.Record.At(AdoptionLanes.Adopters, q.Fact.PlacedOn) is null),
        new("551", "No adoption decision stands on that day. Record the decision first, or check both dates.", q =>
            !q.Record.On(AdoptionLanes.Decisions, q.Fact.PlacedOn).Any()),
        new("552", "The adoption decision on record lies after the placement for adoption. Check both dates.", q =>
            q.Record.Facts<AdoptionDecisionMade>().ToList() is { Count: > 0 } made
            && made.TrueForAll(f => f.Fact.On > q.Fact.PlacedOn)),
        Guards.InCare<PlacedForAdoption>(),
    ];

    /// <inheritdoc/>
    public static PlacedForAdoption Example => new(false, new DateOnly(2025, 2, 20));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => PlacedOn;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(AdoptionLanes.Placements, new AdoptivePlacement(CurrentFosterCarer), PlacedOn)];

    /// <inheritdoc/>
    public string Sentence() =>
        $"The child was placed for adoption on {Words.Date(PlacedOn)}{(CurrentFosterCarer ? ", with the present foster carer" : "")}.";
}
