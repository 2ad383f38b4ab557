using Journey.Record.Bitemporal;
using Journey.Record.Children;

namespace Journey.Record.Facts.Family;

/// <summary>The family is offered a meeting to make its own plan; open until it meets or declines.</summary>
public sealed record FamilyGroupDecisionMakingOffered(string? Facilitator, DateOnly OfferedOn) : IFact<FamilyGroupDecisionMakingOffered>
{
    /// <inheritdoc/>
    public static string Name => "family_group_decision_making_offered.v1";

    /// <inheritdoc/>
    public static string Noun => "family-group-offers";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [NetworkLanes.FamilyGroupOffers];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<FamilyGroupDecisionMakingOffered>> Rules { get; } =
    [
        .. Guards.InLife<FamilyGroupDecisionMakingOffered>(),
    ];

    /// <inheritdoc/>
    public static FamilyGroupDecisionMakingOffered Example => new("A. Facilitator", new DateOnly(2026, 1, 14));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => OfferedOn;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(NetworkLanes.FamilyGroupOffers, new FamilyGroupOffer(Facilitator), OfferedOn)];

    /// <inheritdoc/>
    public string Sentence() => $"The family was offered a family group meeting on {Words.Date(OfferedOn)}.";
}
