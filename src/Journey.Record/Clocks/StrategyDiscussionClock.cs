using Journey.Record.Facts.Assessments;
using Journey.Record.Facts.Enquiries;
using Journey.Record.Facts.FrontDoor;

namespace Journey.Record.Clocks;

/// <summary>A strategy discussion is held within a day of the decision to hold one.</summary>
public static class StrategyDiscussionClock
{
    private static readonly Limit Limit = new("strategy-discussion", 24, LimitUnit.Hours, Evidence.Local);

    /// <summary>The clock.</summary>
    public static Clock Clock { get; } = new()
    {
        Code = "strategy-discussion",
        Title = "Strategy discussion",
        Rule = "24 hours from a decision on a referral, or an assessment, that a strategy discussion is to be held, until one is. It stops when the "
            + "case closes.",
        Source = "Local procedures",
        Evidence = Evidence.Local,
        Limits = [Limit],
        Lanes = [FrontDoorLanes.Referrals, FrontDoorLanes.Decisions, AssessmentLanes.Assessments, EnquiryLanes.Strategies],
        Dues = t =>
            from decided in t.Marks(FrontDoorLanes.Decisions, i => i.As<ReferralDecision>().Decision == Strategy).Concat(
                from assessment in t[AssessmentLanes.Assessments]
                where !assessment.IsOpen && (assessment.Closing as AssessmentClosing)?.Outcome == Strategy
                select new Mark(assessment.FactId, assessment.To))
            select t.Start(Limit, decided)
                .ClosedWith(Ticking.First(t.Marks(EnquiryLanes.Strategies), decided))
                .StoppedFrom(t.CaseEnd(decided.On), Cases.CaseClosed),
    };

    private const string Strategy = "Strategy";
}
