using Journey.Record.Bitemporal;
using Journey.Record.Children;

namespace Journey.Record.Facts.Plans;

/// <summary>A child in need plan was reviewed.</summary>
public sealed record CinPlanReviewed(Guid Plan, string Progress, IReadOnlyList<string> Attendees, DateOnly On) : IFact<CinPlanReviewed>
{
    /// <inheritdoc/>
    public static string Name => "cin_plan_reviewed.v1";

    /// <inheritdoc/>
    public static string Noun => "in-need-plan-reviews";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes => [];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<CinPlanReviewed>> Rules { get; } =
    [
        Guards.Names<CinPlanReviewed, CinPlanStarted>("child in need plan", f => f.Plan),
        Guards.NotBeforeStart<CinPlanReviewed>("child in need plan", f => f.Plan, f => f.On),
        new("plan-ended", "The plan had ended by that day. Check the date.", q =>
            !q.Record.On(PlanLanes.Plan, q.Fact.On).Any(i => i.FactId == q.Fact.Plan)),
    ];

    /// <inheritdoc/>
    public static CinPlanReviewed Example => new(
        Guid.Parse("019a0000-0000-7000-8000-000000000001"), "Meals are regular.", ["Mother", "School"], new DateOnly(2025, 8, 26));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [];

    /// <inheritdoc/>
    public string Sentence() => $"The child in need plan was reviewed on {Words.Date(On)}{Words.Saying(Progress)}.";
}
