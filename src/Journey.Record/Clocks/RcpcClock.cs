using Journey.Record.Facts.Plans;
using Journey.Record.Facts.Protection;

namespace Journey.Record.Clocks;

/// <summary>A protection plan is reviewed within three months, then every six.</summary>
public static class RcpcClock
{
    private static readonly Limit FirstLimit = new("first-rcpc", 3, LimitUnit.Months, Evidence.Target);

    private static readonly Limit NextLimit = new("next-rcpc", 6, LimitUnit.Months, Evidence.Target);

    /// <summary>The first review conference.</summary>
    public static Clock First { get; } = new()
    {
        Code = "first-rcpc",
        Title = "First review conference",
        Rule = "Three months from an initial conference that decides on a protection plan, until a review conference is held. It stops when the "
            + "plan ends.",
        Source = "Working Together, review conference",
        Evidence = Evidence.Target,
        Limits = [FirstLimit],
        Lanes = [ConferenceLanes.Held, PlanLanes.Plan],
        Dues = t => Reviews(t).Where(d => d.Limit.Name == FirstLimit.Name),
    };

    /// <summary>The ones after it.</summary>
    public static Clock Next { get; } = new()
    {
        Code = "next-rcpc",
        Title = "Next review conference",
        Rule = "Six months from each review conference, until the next is held. It stops when the plan ends.",
        Source = "Working Together, review conference",
        Evidence = Evidence.Target,
        Limits = [NextLimit],
        Lanes = [ConferenceLanes.Held, PlanLanes.Plan],
        Dues = t => Reviews(t).Where(d => d.Limit.Name == NextLimit.Name),
    };

    private static IEnumerable<Due> Reviews(Ticking t) =>
        from conference in t.Marks(ConferenceLanes.Held, i => i.As<Conference>() is { Kind: IcpcClock.Initial, Outcome: "CPP" })
        from due in t.Chain(
            conference, t.Marks(ConferenceLanes.Held, i => i.As<Conference>().Kind == "review"), (_, n) => n == 0 ? FirstLimit : NextLimit,
            t.PlanEnd(conference.On), Cases.PlanEnded)
        select due;
}
