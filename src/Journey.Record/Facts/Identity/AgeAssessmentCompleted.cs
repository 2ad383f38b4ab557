using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;

namespace Journey.Record.Facts.Identity;

/// <summary>An age assessment was decided.</summary>
public sealed record AgeAssessmentCompleted(
    int? OutcomeAge,
    string Outcome,
    string Method,
    string DecidedBy,
    string Rationale,
    DateOnly DecidedOn) : IFact<AgeAssessmentCompleted>
{
    /// <inheritdoc/>
    public static string Name => "age_assessment_completed.v1";

    /// <inheritdoc/>
    public static string Noun => "age-assessments";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [IdentityLanes.AgeAssessments];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<AgeAssessmentCompleted>> Rules { get; } =
    [
        Guards.Known<AgeAssessmentCompleted>(RecordCodes.AgeOutcome, "unknown-code", f => f.Outcome),
        new("age-outcome", "Age and outcome contradict each other. Check both.", q =>
            (q.Fact.OutcomeAge >= 18 && q.Fact.Outcome == "<18") || (q.Fact.OutcomeAge < 18 && q.Fact.Outcome == ">=18")),
        .. Guards.Decided<AgeAssessmentCompleted>(f => f.DecidedBy, f => f.Rationale),
        .. Guards.InLife<AgeAssessmentCompleted>(),
    ];

    /// <inheritdoc/>
    public static AgeAssessmentCompleted Example => new(
        16, "<18", "Interviews by two social workers", "A. Manager", "Account and documents agree.", new DateOnly(2025, 11, 3));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => DecidedOn;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(IdentityLanes.AgeAssessments, new AgeAssessment(OutcomeAge, Outcome), DecidedOn)];

    /// <inheritdoc/>
    public string Sentence() =>
        $"An age assessment found on {Words.Date(DecidedOn)}: {Words.Label(RecordCodes.AgeOutcome, Outcome)}{Words.Saying(Rationale)}.";
}
