using Journey.Record.Bitemporal;
using Journey.Record.Children;

namespace Journey.Record.Facts.LeavingCare;

/// <summary>A pathway plan is made, to be reviewed by a day within six months.</summary>
public sealed record PathwayPlanMade(string Summary, DateOnly On, DateOnly ReviewBy) : IFact<PathwayPlanMade>
{
    /// <inheritdoc/>
    public static string Name => "pathway_plan_made.v1";

    /// <inheritdoc/>
    public static string Noun => "pathway-plans";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [LeavingCareLanes.Plan];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<PathwayPlanMade>> Rules { get; } =
    [
        Guards.Said<PathwayPlanMade>("summary", f => f.Summary),
        new("six-months", "A pathway plan is reviewed within six months. Name an earlier day.", q => q.Fact.ReviewBy > SixMonthsOn(q.Fact.On)),
        Guards.NotDueBefore<PathwayPlanMade>(f => f.ReviewBy),
        .. Guards.InLife<PathwayPlanMade>(),
    ];

    /// <inheritdoc/>
    public static PathwayPlanMade Example => new("College, then a flat of her own.", new DateOnly(2025, 11, 3), new DateOnly(2026, 5, 1));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(LeavingCareLanes.Plan, new PathwayPlan(ReviewBy), On)];

    /// <inheritdoc/>
    public string Sentence() => $"A pathway plan was made on {Words.Date(On)}, to be reviewed by {Words.Date(ReviewBy)}{Words.Saying(Summary)}.";

    private static DateOnly SixMonthsOn(DateOnly day) => day.Year > 9990 ? DateOnly.MaxValue : day.AddMonths(6);
}
