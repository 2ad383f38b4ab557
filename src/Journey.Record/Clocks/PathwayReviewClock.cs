using Journey.Record.Facts.LeavingCare;

namespace Journey.Record.Clocks;

/// <summary>A pathway plan is reviewed within six months.</summary>
public static class PathwayReviewClock
{
    private static readonly Limit Limit = new("pathway-review", 6, LimitUnit.Months, Evidence.Target);

    /// <summary>The clock.</summary>
    public static Clock Clock { get; } = new()
    {
        Code = "pathway-review",
        InForceFrom = CareRegulations.From,
        Title = "Review of the pathway plan",
        Rule = "Six months from the day a pathway plan is made and from each review, until the next review. It stops when the young person has no "
            + "claim as a care leaver.",
        Source = "Care Leavers (England) Regulations 2010, regulation 7",
        Evidence = Evidence.Target,
        Limits = [Limit],
        Lanes = [LeavingCareLanes.Plan, LeavingCareLanes.Category],
        Dues = t => t.Marks(LeavingCareLanes.Plan).Cast<Mark?>().FirstOrDefault() is { } made
            ? t.Chain(
                made, t.Marks(LeavingCareLanes.Plan).Skip(1), (_, _) => Limit, PathwayNeedsClock.LeaverEnd(t, made.On),
                "The young person has no claim as a care leaver.")
            : [],
    };
}
