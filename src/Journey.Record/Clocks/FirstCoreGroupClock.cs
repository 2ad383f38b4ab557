using Journey.Record.Facts.Plans;
using Journey.Record.Facts.Protection;

namespace Journey.Record.Clocks;

/// <summary>The core group meets within ten working days of the conference.</summary>
public static class FirstCoreGroupClock
{
    private static readonly Limit Limit = new("first-core-group", 10, LimitUnit.WorkingDays, Evidence.Target);

    /// <summary>The clock.</summary>
    public static Clock Clock { get; } = new()
    {
        Code = "first-core-group",
        Title = "First core group",
        Rule = "Ten working days from an initial conference that decides on a protection plan, until a core group meets. It stops when the plan "
            + "ends.",
        Source = "Working Together, core group",
        Evidence = Evidence.Target,
        Limits = [Limit],
        Lanes = [ConferenceLanes.Held, ConferenceLanes.CoreGroups, PlanLanes.Plan],
        Dues = t =>
            from conference in t.Marks(ConferenceLanes.Held, i => i.As<Conference>() is { Kind: IcpcClock.Initial, Outcome: "CPP" })
            select t.Start(Limit, conference)
                .ClosedWith(Ticking.First(t.Marks(ConferenceLanes.CoreGroups), conference))
                .StoppedFrom(t.PlanEnd(conference.On), Cases.PlanEnded),
    };
}
