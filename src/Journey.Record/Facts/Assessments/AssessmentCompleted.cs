using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;

namespace Journey.Record.Facts.Assessments;

/// <summary>An assessment is complete and authorised; it ends when it is authorised.</summary>
public sealed record AssessmentCompleted(
    Guid Assessment,
    DateOnly CompletedOn,
    DateOnly AuthorisedOn,
    string AuthorisedBy,
    string Outcome,
    bool SupportRequired,
    IReadOnlyList<string> SupportOffered,
    IReadOnlyList<string> Factors,
    bool ChildSeen,
    bool SeenAlone) : IFact<AssessmentCompleted>
{
    /// <inheritdoc/>
    public static string Name => "assessment_completed.v1";

    /// <inheritdoc/>
    public static string Noun => "assessment-completions";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes => [];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<AssessmentCompleted>> Rules { get; } =
    [
        Guards.Names<AssessmentCompleted, AssessmentStarted>("assessment", f => f.Assessment),
        Guards.NotEnded<AssessmentCompleted>("assessment", f => f.Assessment),
        new("8608", "The assessment ends before it begins. Check both dates.", q =>
            q.Fact.CompletedOn < q.Record.Find<AssessmentStarted>(q.Fact.Assessment)?.StartOn),
        new("authorised-early", "The assessment was authorised before it was complete. Check both dates.", q =>
            q.Fact.AuthorisedOn < q.Fact.CompletedOn),
        Guards.Known<AssessmentCompleted>(AssessmentCodes.Outcome, "unknown-code", f => f.Outcome),
        Guards.KnownAll<AssessmentCompleted>(AssessmentCodes.Factors, "unknown-code", f => f.Factors),
        new("8869", "No factors identified (21) stands alone. Leave it out, or leave out the others.", q =>
            q.Fact.Factors.Contains("21") && q.Fact.Factors.Count > 1),
        new("8898", "A factor is given twice. Give each once.", q => q.Fact.Factors.Distinct().Count() < q.Fact.Factors.Count),
        new("seen-alone", "A child seen alone was seen. Check both answers.", q => q.Fact is { SeenAlone: true, ChildSeen: false }),
        Guards.Said<AssessmentCompleted>("name of who authorised it", f => f.AuthorisedBy),
    ];

    /// <inheritdoc/>
    public static AssessmentCompleted Example => new(
        Guid.Parse("019a0000-0000-7000-8000-000000000001"), new DateOnly(2025, 6, 27), new DateOnly(2025, 6, 30),
        "A. Manager", "CIN", true, ["Family support"], ["3B", "16A"], true, true);

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => AuthorisedOn;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [];

    /// <inheritdoc/>
    public IEnumerable<Ending> Endings() => [new(Assessment, AuthorisedOn, new AssessmentClosing(Outcome, null))];

    /// <inheritdoc/>
    public string Sentence() => Sentence(Ended.Nothing);

    /// <inheritdoc/>
    public string Sentence(Ended ended) =>
        $"The assessment was authorised on {Words.Date(AuthorisedOn)}{ended.After}, {Words.Label(AssessmentCodes.Outcome, Outcome)}; factors: "
        + $"{Words.Labels(AssessmentCodes.Factors, Factors)}.";
}
