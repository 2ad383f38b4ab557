using Journey.Record.Bitemporal;
using Journey.Record.Facts;
using Journey.Record.Facts.Plans;
using Journey.Record.Facts.Protection;

namespace Journey.Record.Measures;

/// <summary>M14: protection plans open for three months whose every review conference was held in time.</summary>
public static class M14PlanReviews
{
    /// <summary>The measure; only the end of the window is read.</summary>
    public static Measure Measure { get; } = new()
    {
        Code = "M14",
        Title = "Protection plans reviewed in time",
        Cohort = "Child protection plans open on the last day of the window, for three months or more",
        Numerator = "Every review conference due by that day was held in time: the first within 3 months of the start, each other 6 months after the last",
        Unit = "reviews due",
        Source = "Working Together; DfE, characteristics of children in need: 89.8% in 2023-24",
        IsAtEnd = true,
        Lanes = [PlanLanes.Plan, ConferenceLanes.Held],
        Of = (child, window, _) => ProtectionPlans.Of(child).Where(p => p.Period.Contains(window.LastDay())).Select(p => Judge(child, p, window.LastDay()))
            .Or(child, "No protection plan on the last day of the window."),
    };

    private static Contribution Judge(Timelines child, Interval plan, DateOnly day)
    {
        if (plan.From.AddMonths(3) > day)
        {
            return child.Out($"The plan began on {Words.Date(plan.From)}, less than three months before.", plan.FactId, day);
        }

        var reviews = child[ConferenceLanes.Held].Where(c => c.As<Conference>().Kind == "review" && c.From > plan.From);
        var due = Round.Of(plan.FactId, plan.From, day.AddDays(1), reviews, (from, times) => from.AddMonths(times == 0 ? 3 : 6))
            .Where(r => r.Due[0] <= day).ToList();
        var late = due.Find(r => !r.InTime);
        return child.In(
            late is null,
            late is null ? $"{Words.Count(due.Count, "review")} due, all in time." : $"The review due by {Words.Date(late.Due[0])} was not held in time.",
            due.Count, due.Select(r => r.Done?.FactId).OfType<Guid>().Prepend(plan.FactId), plan.FactId, day);
    }
}
