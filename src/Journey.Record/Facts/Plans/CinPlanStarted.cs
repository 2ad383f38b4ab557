using Journey.Record.Bitemporal;
using Journey.Record.Children;

namespace Journey.Record.Facts.Plans;

/// <summary>A child in need plan begins.</summary>
public sealed record CinPlanStarted(DateOnly StartOn, IReadOnlyList<string> Goals) : IFact<CinPlanStarted>
{
    /// <inheritdoc/>
    public static string Name => "cin_plan_started.v1";

    /// <inheritdoc/>
    public static string Noun => "in-need-plans";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [PlanLanes.Plan, PlanLanes.Category];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<CinPlanStarted>> Rules { get; } =
    [
        new("4001", "A protection plan is open on that day, so no child in need plan may begin. End the protection plan first, or check the date.", q =>
            q.Record.At(PlanLanes.Plan, q.Fact.StartOn) is { Kind: Plan.Protection }),
        new("4004", "A child in need plan is already open on that day. End it first, or check the date.", q =>
            q.Record.At(PlanLanes.Plan, q.Fact.StartOn) is { Kind: Plan.InNeed }),
        Guards.OpenCase<CinPlanStarted>(),
        .. Guards.InLife<CinPlanStarted>(),
    ];

    /// <inheritdoc/>
    public static CinPlanStarted Example => new(new DateOnly(2025, 7, 1), ["Meals every day"]);

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => StartOn;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        yield return new Claim(PlanLanes.Plan, new Plan(Plan.InNeed, null), StartOn);
        yield return new Claim(PlanLanes.Category, new PlanCategory(null), StartOn);
    }

    /// <inheritdoc/>
    public string Sentence() => $"A child in need plan began on {Words.Date(StartOn)}; goals: {Words.List(Goals)}.";
}
