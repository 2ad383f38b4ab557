using Journey.Record.Bitemporal;
using Journey.Record.Children;

namespace Journey.Record.Facts.Assessments;

/// <summary>An assessment was broken off.</summary>
public sealed record AssessmentCancelled(Guid Assessment, DateOnly On, string Reason) : IFact<AssessmentCancelled>
{
    /// <inheritdoc/>
    public static string Name => "assessment_cancelled.v1";

    /// <inheritdoc/>
    public static string Noun => "assessment-cancellations";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes => [];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<AssessmentCancelled>> Rules { get; } =
    [
        Guards.Names<AssessmentCancelled, AssessmentStarted>("assessment", f => f.Assessment),
        Guards.NotEnded<AssessmentCancelled>("assessment", f => f.Assessment),
        Guards.NotBeforeStart<AssessmentCancelled>("assessment", f => f.Assessment, f => f.On),
        Guards.Said<AssessmentCancelled>("reason", f => f.Reason),
    ];

    /// <inheritdoc/>
    public static AssessmentCancelled Example => new(
        Guid.Parse("019a0000-0000-7000-8000-000000000001"), new DateOnly(2025, 6, 3), "Family has moved away");

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [];

    /// <inheritdoc/>
    public IEnumerable<Ending> Endings() => [new(Assessment, On, new AssessmentClosing(null, Reason))];

    /// <inheritdoc/>
    public string Sentence() => Sentence(Ended.Nothing);

    /// <inheritdoc/>
    public string Sentence(Ended ended) => $"The assessment was cancelled on {Words.Date(On)}{ended.After}{Words.Saying(Reason)}.";
}
