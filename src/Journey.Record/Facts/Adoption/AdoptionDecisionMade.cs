using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;

namespace Journey.Record.Facts.Adoption;

/// <summary>
/// The child should be placed for adoption. A return states the reversal, if there was one, in the same row; live it is a fact of its own.
/// </summary>
public sealed record AdoptionDecisionMade(
    DateOnly? On,
    string? DecidedBy,
    string? Rationale,
    DateOnly? ReversedOn,
    string? ReversedBecause,
    int? ReturnYear) : IFact<AdoptionDecisionMade>
{
    /// <inheritdoc/>
    public static string Name => "adoption_decision_made.v1";

    /// <inheritdoc/>
    public static string Noun => "adoption-decisions";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [AdoptionLanes.Decisions];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<AdoptionDecisionMade>> Rules { get; } =
    [
        new("decision-undated", "Give the date of the decision.", q => q.Fact.On is null),
        new("579", "An adoption decision already stands on that day. Record its reversal first, or check the date.", q =>
            q.Record.On(AdoptionLanes.Decisions, q.Fact.EffectiveFrom()).Any()),
        Guards.EndNotBeforeStart<AdoptionDecisionMade>(f => f.ReversedOn),
        new("reversal", "A reversal and its reason stand together or not at all. Give both, or neither.", q =>
            (q.Fact.ReversedOn is null) != string.IsNullOrEmpty(q.Fact.ReversedBecause)),
        Guards.Known<AdoptionDecisionMade>(PermanenceCodes.AdoptionReversal, "unknown-code", f => f.ReversedBecause),
        .. Guards.Decided<AdoptionDecisionMade>(f => f.DecidedBy, f => f.Rationale),
        Guards.InCare<AdoptionDecisionMade>(),
    ];

    /// <inheritdoc/>
    public static AdoptionDecisionMade Example => new(new DateOnly(2024, 6, 10), "A. Director", "No carer in the family.", null, null, null);

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On ?? ReversedOn ?? Days.YearEnd(ReturnYear);

    /// <inheritdoc/>
    public DatePrecision Precision() => On is null && ReversedOn is null ? DatePrecision.YearEnd : DatePrecision.Day;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        yield return new Claim(
            AdoptionLanes.Decisions,
            new AdoptionDecision(On),
            EffectiveFrom(),
            ReversedOn,
            Closing: ReversedOn is null && ReversedBecause is null ? null : new AdoptionReversal(ReversedBecause));
    }

    /// <inheritdoc/>
    public string Sentence() => $"It was decided on {Words.Date(EffectiveFrom())} that the child should be placed for adoption{Words.Saying(Rationale)}.";
}
