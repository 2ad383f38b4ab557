using Journey.Record.Facts.Plans;
using Journey.Record.Facts.Visits;

namespace Journey.Record.Clocks;

/// <summary>A child with a protection plan is visited and seen every ten working days.</summary>
public static class CppVisitClock
{
    private static readonly Limit Limit = new("cpp-visit", 10, LimitUnit.WorkingDays, Evidence.Local);

    /// <summary>The clock.</summary>
    public static Clock Clock { get; } = new()
    {
        Code = "cpp-visit",
        Title = "Visit to a child with a protection plan",
        Rule = "Ten working days from the start of a protection plan and from each visit at which the child was seen, until the next. It stops when "
            + "the plan ends.",
        Source = "Local procedures",
        Evidence = Evidence.Local,
        Limits = [Limit],
        Lanes = [PlanLanes.Plan, VisitLanes.Visits],
        Dues = t =>
            from plan in t[PlanLanes.Plan]
            where plan.As<Plan>().Kind == Plan.Protection
            from due in t.Chain(
                Mark.Of(plan), t.Marks(VisitLanes.Visits, i => i.As<Visit>() is { Regime: "CPP", ChildSeen: true }), (_, _) => Limit,
                plan.To, Cases.PlanEnded)
            select due,
    };
}
