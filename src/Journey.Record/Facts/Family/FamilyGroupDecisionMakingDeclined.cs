using Journey.Record.Bitemporal;
using Journey.Record.Children;

namespace Journey.Record.Facts.Family;

/// <summary>The family declined a meeting to make its own plan.</summary>
public sealed record FamilyGroupDecisionMakingDeclined(Guid Offer, string Reason, DateOnly On) : IFact<FamilyGroupDecisionMakingDeclined>
{
    /// <inheritdoc/>
    public static string Name => "family_group_decision_making_declined.v1";

    /// <inheritdoc/>
    public static string Noun => "declined-family-group-offers";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes => [];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<FamilyGroupDecisionMakingDeclined>> Rules { get; } =
    [
        Guards.Names<FamilyGroupDecisionMakingDeclined, FamilyGroupDecisionMakingOffered>("offer", f => f.Offer),
        Guards.NotEnded<FamilyGroupDecisionMakingDeclined>("offer", f => f.Offer),
        Guards.NotBefore<FamilyGroupDecisionMakingDeclined>("offer", f => f.Offer),
        Guards.Said<FamilyGroupDecisionMakingDeclined>("reason", f => f.Reason),
    ];

    /// <inheritdoc/>
    public static FamilyGroupDecisionMakingDeclined Example => new(
        Guid.Parse("019a0000-0000-7000-8000-000000000001"), "Parents do not wish to meet.", new DateOnly(2026, 1, 20));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [];

    /// <inheritdoc/>
    public IEnumerable<Ending> Endings() => [new(Offer, On, new FamilyGroupAnswer(false, Reason))];

    /// <inheritdoc/>
    public string HowItEnds() => "Answered";

    /// <inheritdoc/>
    public string Sentence() => $"The family declined a family group meeting on {Words.Date(On)}{Words.Saying(Reason)}.";
}
