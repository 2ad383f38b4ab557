using Journey.Record.Bitemporal;
using Journey.Record.Children;

namespace Journey.Record.Facts.LeavingCare;

/// <summary>The needs of a young person were assessed for the pathway plan.</summary>
public sealed record NeedsAssessmentForPathwayDone(string By, DateOnly On) : IFact<NeedsAssessmentForPathwayDone>
{
    /// <inheritdoc/>
    public static string Name => "needs_assessment_for_pathway_done.v1";

    /// <inheritdoc/>
    public static string Noun => "pathway-assessments";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [LeavingCareLanes.Assessments];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<NeedsAssessmentForPathwayDone>> Rules { get; } =
    [
        Guards.Said<NeedsAssessmentForPathwayDone>("name of the assessor", f => f.By),
        new("leaver-age", "Needs are assessed around the 16th birthday, not before 15. Check the date.", q => Guards.AgeOn(q.Record, q.Fact.On) < 15),
        .. Guards.InLife<NeedsAssessmentForPathwayDone>(),
    ];

    /// <inheritdoc/>
    public static NeedsAssessmentForPathwayDone Example => new("A. Adviser", new DateOnly(2025, 10, 6));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(LeavingCareLanes.Assessments, new PathwayAssessment(By), On)];

    /// <inheritdoc/>
    public string Sentence() => $"Needs were assessed for the pathway plan on {Words.Date(On)} by {By}.";
}
