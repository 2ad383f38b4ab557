using Journey.Record.Bitemporal;
using Journey.Record.Children;

namespace Journey.Record.Facts.Assessments;

/// <summary>An assessment was given more time.</summary>
public sealed record AssessmentExtended(
    Guid Assessment,
    DateOnly On,
    DateOnly DueOn,
    string Reason,
    string ApprovedBy) : IFact<AssessmentExtended>
{
    /// <inheritdoc/>
    public static string Name => "assessment_extended.v1";

    /// <inheritdoc/>
    public static string Noun => "assessment-extensions";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes => [];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<AssessmentExtended>> Rules { get; } =
    [
        Guards.Names<AssessmentExtended, AssessmentStarted>("assessment", f => f.Assessment),
        Guards.NotBeforeStart<AssessmentExtended>("assessment", f => f.Assessment, f => f.On),
        Guards.NotEnded<AssessmentExtended>("assessment", f => f.Assessment),
        new("due-not-later", "The new due date is not later than the old one. Check it.", q =>
            q.Fact.DueOn <= Due(q.Record, q.Fact.Assessment)),
        .. Guards.Decided<AssessmentExtended>(f => f.ApprovedBy, f => f.Reason),
    ];

    /// <inheritdoc/>
    public static AssessmentExtended Example => new(
        Guid.Parse("019a0000-0000-7000-8000-000000000001"), new DateOnly(2025, 7, 10), new DateOnly(2025, 7, 29), "Father found late", "A. Manager");

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [];

    /// <inheritdoc/>
    public string Sentence() => $"The assessment was extended on {Words.Date(On)} to {Words.Date(DueOn)}{Words.Saying(Reason)}.";

    private static DateOnly? Due(ChildRecord record, Guid assessment) =>
        record.Facts<AssessmentExtended>().Where(f => f.Fact.Assessment == assessment).Select(f => (DateOnly?)f.Fact.DueOn)
            .Append(record.Find<AssessmentStarted>(assessment)?.DueOn).Max();
}
