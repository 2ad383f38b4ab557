using Journey.Record.Bitemporal;
using Journey.Record.Children;

namespace Journey.Record.Facts.LeavingCare;

/// <summary>The pathway plan was reviewed; the next review is due by a day within six months.</summary>
public sealed record PathwayPlanReviewed(string Summary, DateOnly On, DateOnly ReviewBy) : IFact<PathwayPlanReviewed>
{
    /// <inheritdoc/>
    public static string Name => "pathway_plan_reviewed.v1";

    /// <inheritdoc/>
    public static string Noun => "pathway-plan-reviews";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [LeavingCareLanes.Plan];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<PathwayPlanReviewed>> Rules { get; } =
    [
        new("no-pathway-plan", "No pathway plan holds on that day. Record the plan first, or check the date.", q =>
            !q.Record.On(LeavingCareLanes.Plan, q.Fact.On).Any()),
        Guards.Said<PathwayPlanReviewed>("summary", f => f.Summary),
        new("six-months", "A pathway plan is reviewed within six months. Name an earlier day.", q => q.Fact.ReviewBy > SixMonthsOn(q.Fact.On)),
        Guards.NotDueBefore<PathwayPlanReviewed>(f => f.ReviewBy),
        .. Guards.InLife<PathwayPlanReviewed>(),
    ];

    /// <inheritdoc/>
    public static PathwayPlanReviewed Example => new("College goes well.", new DateOnly(2026, 4, 20), new DateOnly(2026, 10, 16));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(LeavingCareLanes.Plan, new PathwayPlan(ReviewBy), On)];

    /// <inheritdoc/>
    public string Sentence() => $"The pathway plan was reviewed on {Words.Date(On)}, next by {Words.Date(ReviewBy)}{Words.Saying(Summary)}.";

    private static DateOnly SixMonthsOn(DateOnly day) => day.Year > 9990 ? DateOnly.MaxValue : day.AddMonths(6);
}
