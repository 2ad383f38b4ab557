using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;

namespace Journey.Record.Facts.Family;

/// <summary>An assessment says whether siblings should live together.</summary>
public sealed record SiblingAssessmentCompleted(
    string Recommendation,
    string AssessedBy,
    string Rationale,
    DateOnly CompletedOn) : IFact<SiblingAssessmentCompleted>
{
    /// <inheritdoc/>
    public static string Name => "sibling_assessment_completed.v1";

    /// <inheritdoc/>
    public static string Noun => "sibling-assessments";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [SiblingLanes.Assessments];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<SiblingAssessmentCompleted>> Rules { get; } =
    [
        Guards.Known<SiblingAssessmentCompleted>(FamilyCodes.Together, "unknown-code", f => f.Recommendation),
        .. Guards.Decided<SiblingAssessmentCompleted>(f => f.AssessedBy, f => f.Rationale),
        .. Guards.InLife<SiblingAssessmentCompleted>(),
    ];

    /// <inheritdoc/>
    public static SiblingAssessmentCompleted Example => new("together", "A. Practitioner", "Each calms the other.", new DateOnly(2025, 6, 24));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => CompletedOn;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(SiblingLanes.Assessments, new SiblingAssessment(Recommendation), CompletedOn)];

    /// <inheritdoc/>
    public string Sentence() =>
        $"A sibling assessment was completed on {Words.Date(CompletedOn)}, {Words.Label(FamilyCodes.Together, Recommendation)}"
        + $"{Words.Saying(Rationale)}.";
}
