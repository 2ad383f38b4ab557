using Journey.Record.Bitemporal;

namespace Journey.Record.Facts.Adoption;

/// <summary>The plan is that the child be adopted.</summary>
public sealed record AdoptionDecision(DateOnly? On);

/// <summary>Why adoption is no longer planned.</summary>
public sealed record AdoptionReversal(string? Reason);

/// <summary>The adopters the child is matched with, as AD1 of the return states them.</summary>
public sealed record Adopters(
    DateOnly? DecisionOn,
    DateOnly? MatchedOn,
    bool? FosterCarer,
    int? Number,
    string? Sexes,
    string? LegalStatus);

/// <summary>The child went to live with the adopters.</summary>
public sealed record AdoptivePlacement(bool CurrentFosterCarer);

/// <summary>The adoption order.</summary>
public sealed record AdoptionOrder(bool Opposed);

/// <summary>Lanes of adoption.</summary>
public static class AdoptionLanes
{
    /// <summary>Decisions that the child should be placed for adoption, each until it is reversed.</summary>
    public static Lane<AdoptionDecision> Decisions { get; } = Lane<AdoptionDecision>.Overlapping("adoption-decisions", typeof(AdoptionReversal));

    /// <summary>Adopters.</summary>
    public static Lane<Adopters> Adopters { get; } = Lane<Adopters>.Exclusive("adopters");

    /// <summary>Adoptive placements.</summary>
    public static Lane<AdoptivePlacement> Placements { get; } = Lane<AdoptivePlacement>.Point("adoptive-placements");

    /// <summary>Adoption orders.</summary>
    public static Lane<AdoptionOrder> Orders { get; } = Lane<AdoptionOrder>.Point("adoption-orders");
}
