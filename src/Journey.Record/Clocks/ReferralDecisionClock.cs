using Journey.Record.Facts.FrontDoor;

namespace Journey.Record.Clocks;

/// <summary>A referral is decided within a working day.</summary>
public static class ReferralDecisionClock
{
    private static readonly Limit Limit = new("referral-decision", 1, LimitUnit.WorkingDays, Evidence.Statutory);

    /// <summary>The clock.</summary>
    public static Clock Clock { get; } = new()
    {
        Code = "referral-decision",
        Title = "Decision on a referral",
        Rule = "One working day from the day a referral is received, until it is decided. It stops when the case closes.",
        Source = "Working Together, referral",
        Evidence = Evidence.Statutory,
        Limits = [Limit],
        Lanes = [FrontDoorLanes.Referrals, FrontDoorLanes.Decisions],
        Dues = t =>
            from referral in t[FrontDoorLanes.Referrals]
            let start = Mark.Of(referral)
            let decisions = t.Marks(FrontDoorLanes.Decisions, i => i.As<ReferralDecision>().Referral == referral.FactId)
            select t.Start(Limit, start).ClosedWith(Ticking.First(decisions, start)).StoppedFrom(referral.To, Cases.CaseClosed),
    };
}
