using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;

namespace Journey.Record.Facts.Adoption;

/// <summary>The child should no longer be placed for adoption.</summary>
public sealed record AdoptionDecisionReversed(Guid Decision, string Reason, DateOnly On) : IFact<AdoptionDecisionReversed>
{
    /// <inheritdoc/>
    public static string Name => "adoption_decision_reversed.v1";

    /// <inheritdoc/>
    public static string Noun => "adoption-reversals";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes => [];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<AdoptionDecisionReversed>> Rules { get; } =
    [
        Guards.NamesOpen<AdoptionDecisionReversed, AdoptionDecisionMade>("adoption decision", f => f.Decision),
        Guards.NotBeforeStart<AdoptionDecisionReversed>("adoption decision", f => f.Decision, f => f.On),
        Guards.Known<AdoptionDecisionReversed>(PermanenceCodes.AdoptionReversal, "unknown-code", f => f.Reason),
    ];

    /// <inheritdoc/>
    public static AdoptionDecisionReversed Example => new(Guid.Parse("019a0000-0000-7000-8000-000000000001"), "RD3", new DateOnly(2025, 2, 3));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [];

    /// <inheritdoc/>
    public IEnumerable<Ending> Endings() => [new(Decision, On, new AdoptionReversal(Reason))];

    /// <inheritdoc/>
    public string Sentence() => Sentence(Ended.Nothing);

    /// <inheritdoc/>
    public string Sentence(Ended ended) => $"The adoption decision was reversed on {Words.Date(On)}{ended.After}: {Words.Label(PermanenceCodes.AdoptionReversal, Reason)}.";
}
