using Journey.Record.Bitemporal;
using Journey.Record.Children;

namespace Journey.Record.Facts.Family;

/// <summary>The family met to make its own plan.</summary>
public sealed record FamilyGroupDecisionMakingHeld(
    Guid Offer,
    string Facilitator,
    bool PlanAgreed,
    DateOnly HeldOn) : IFact<FamilyGroupDecisionMakingHeld>
{
    /// <inheritdoc/>
    public static string Name => "family_group_decision_making_held.v1";

    /// <inheritdoc/>
    public static string Noun => "family-group-meetings";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [NetworkLanes.FamilyGroupMeetings];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<FamilyGroupDecisionMakingHeld>> Rules { get; } =
    [
        Guards.Names<FamilyGroupDecisionMakingHeld, FamilyGroupDecisionMakingOffered>("offer", f => f.Offer),
        Guards.NotEnded<FamilyGroupDecisionMakingHeld>("offer", f => f.Offer),
        Guards.NotBefore<FamilyGroupDecisionMakingHeld>("offer", f => f.Offer),
        Guards.Said<FamilyGroupDecisionMakingHeld>("name of the facilitator", f => f.Facilitator),
    ];

    /// <inheritdoc/>
    public static FamilyGroupDecisionMakingHeld Example => new(
        Guid.Parse("019a0000-0000-7000-8000-000000000001"), "A. Facilitator", true, new DateOnly(2026, 2, 4));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => HeldOn;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(NetworkLanes.FamilyGroupMeetings, new FamilyGroupMeeting(PlanAgreed), HeldOn)];

    /// <inheritdoc/>
    public IEnumerable<Ending> Endings() => [new(Offer, HeldOn, new FamilyGroupAnswer(true, null))];

    /// <inheritdoc/>
    public string HowItEnds() => "Answered";

    /// <inheritdoc/>
    public string Sentence() => $"The family group met on {Words.Date(HeldOn)} and {(PlanAgreed ? "agreed" : "did not agree")} a plan.";
}
