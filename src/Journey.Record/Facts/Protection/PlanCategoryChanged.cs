using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;
using Journey.Record.Facts.Plans;

namespace Journey.Record.Facts.Protection;

/// <summary>The category of abuse of a protection plan changes; the one it started with stays on the plan.</summary>
public sealed record PlanCategoryChanged(Guid Plan, string Category, DateOnly On) : IFact<PlanCategoryChanged>
{
    /// <inheritdoc/>
    public static string Name => "plan_category_changed.v1";

    /// <inheritdoc/>
    public static string Noun => "plan-category-changes";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [PlanLanes.Category];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<PlanCategoryChanged>> Rules { get; } =
    [
        Guards.Names<PlanCategoryChanged, ProtectionPlanStarted>("protection plan", f => f.Plan),
        Guards.NotBeforeStart<PlanCategoryChanged>("protection plan", f => f.Plan, f => f.On),
        new("plan-ended", "The plan does not hold on that day. Check the date.", q =>
            !q.Record.On(PlanLanes.Plan, q.Fact.On).Any(i => i.FactId == q.Fact.Plan)),
        Guards.Known<PlanCategoryChanged>(ProtectionCodes.Category, "unknown-code", f => f.Category),
        new("same-category", "The plan already has this category. Check it.", q =>
            q.Record.At(PlanLanes.Category, q.Fact.On)?.Code == q.Fact.Category),
    ];

    /// <inheritdoc/>
    public static PlanCategoryChanged Example => new(Guid.Parse("019a0000-0000-7000-8000-000000000001"), "EMO", new DateOnly(2025, 12, 5));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(PlanLanes.Category, new PlanCategory(Category), On)];

    /// <inheritdoc/>
    public string Sentence() => $"The category of the protection plan changed on {Words.Date(On)}: {Words.Label(ProtectionCodes.Category, Category)}.";
}
