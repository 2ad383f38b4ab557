using Journey.Record.Bitemporal;
using Journey.Record.Facts;
using Journey.Record.Facts.Plans;

namespace Journey.Record.Measures;

/// <summary>M13: protection plans of children who had one before.</summary>
public static class M13RepeatPlan
{
    /// <summary>A plan at any time before, also one known by its number only.</summary>
    public static Measure Ever { get; } = Define(
        "M13", "for a second or subsequent time", "The child had a protection plan at any time before",
        "Ever: a plan counts that is recorded, or stated as the number of earlier plans",
        "DfE, characteristics of children in need: 15,130 of 61,840 in 2024-25",
        (plan, before) => before is not null || plan.As<Plan>().Previous > 0);

    /// <summary>A plan that ended in the twenty-four months before.</summary>
    public static Measure Within24Months { get; } = Define(
        "M13-24-months", "again within 24 months", "An earlier protection plan ended in the 24 months before",
        "Within 24 months, inclusive: an end exactly 24 months before counts; a plan known by its number only does not", "Local measure",
        (plan, before) => before is not null && before.To >= plan.From.AddMonths(-24));

    private static Measure Define(string code, string title, string numerator, string policy, string source, Func<Interval, Interval?, bool> repeats) => new()
    {
        Code = code,
        Title = $"Protection plans that began {title}",
        Cohort = "Child protection plans begun in the window",
        Numerator = numerator,
        Policy = policy,
        Unit = "days since the earlier plan ended",
        Source = source,
        Lanes = [PlanLanes.Plan],
        Of = (child, window, _) => ProtectionPlans.Of(child).Where(p => window.Contains(p.From)).Select(plan =>
        {
            var before = ProtectionPlans.Of(child).LastOrDefault(p => p.From < plan.From);
            var earlier = before is not null ? $"an earlier one ended on {Words.Date(before.To)}"
                : plan.As<Plan>().Previous is > 0 and var number ? $"{Words.Count(number, "earlier plan")} stated"
                : "the first";
            return child.In(
                repeats(plan, before), $"A protection plan began on {Words.Date(plan.From)}: {earlier}.",
                before is null ? null : plan.From.DayNumber - before.To.DayNumber,
                before is null ? [plan.FactId] : [plan.FactId, before.FactId], plan.FactId, plan.From);
        }).Or(child, "No protection plan began in the window."),
    };
}
