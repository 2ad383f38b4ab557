using Journey.Record.Bitemporal;
using Journey.Record.Facts.Assessments;
using Journey.Record.Facts.FrontDoor;

namespace Journey.Record.Clocks;

/// <summary>An assessment is authorised within 45 working days, of the referral and of its own start.</summary>
public static class AssessmentClock
{
    private static readonly Limit OfReferral = new("assessment", 45, LimitUnit.WorkingDays, Evidence.Statutory);

    private static readonly Limit OfStart = new("assessment-from-start", 45, LimitUnit.WorkingDays, Evidence.Statutory);

    /// <summary>From the referral.</summary>
    public static Clock FromReferral { get; } = new()
    {
        Code = "assessment",
        InForceFrom = new DateOnly(2013, 4, 15),
        Title = "Assessment after a referral",
        Rule = "45 working days from the referral, until its first child and family assessment is authorised. It stops when the case closes.",
        Source = "Working Together, assessment",
        Evidence = Evidence.Statutory,
        Limits = [OfReferral],
        Lanes = [FrontDoorLanes.Referrals, AssessmentLanes.Assessments],
        Dues = t =>
            from referral in t[FrontDoorLanes.Referrals]
            let start = Mark.Of(referral)
            select t.Start(OfReferral, start).ClosedWith(Authorised(t, referral)).StoppedFrom(referral.To, Cases.CaseClosed),
    };

    /// <summary>From the start of the assessment, as the census counts.</summary>
    public static Clock FromStart { get; } = new()
    {
        Code = "assessment-from-start",
        InForceFrom = new DateOnly(2013, 4, 15),
        Title = "Assessment after its start",
        Rule = "45 working days from the start of a child and family assessment, until it is authorised. It stops when the assessment is cancelled "
            + "or the case closes.",
        Source = "Children in need census, assessments completed within 45 working days",
        Evidence = Evidence.Statutory,
        Limits = [OfStart],
        Lanes = [FrontDoorLanes.Referrals, AssessmentLanes.Assessments],
        Dues = t =>
            from assessment in t[AssessmentLanes.Assessments]
            where assessment.As<Assessment>().Kind == ChildAndFamily
            select t.Start(OfStart, Mark.Of(assessment))
                .ClosedWith(End(assessment))
                .StoppedFrom(IsCancelled(assessment) ? assessment.To : Period.Open, "The assessment was cancelled.")
                .StoppedFrom(t.CaseEnd(assessment.From), Cases.CaseClosed),
    };

    private const string ChildAndFamily = "CF";

    /// <summary>The end of the first assessment of a referral: of those that name it, or that name none and begin while it is open.</summary>
    private static Mark? Authorised(Ticking t, Interval referral) => t[AssessmentLanes.Assessments]
        .Where(i => i.As<Assessment>() is { Kind: ChildAndFamily } a
            && (a.Referral == referral.FactId || (a.Referral is null && referral.Period.Contains(i.From))))
        .Select(End).Where(m => m is not null).OrderBy(m => m!.Value.On).FirstOrDefault();

    private static Mark? End(Interval assessment) =>
        assessment is { IsOpen: false, Closing: AssessmentClosing { Cancelled: null } } ? new Mark(null, assessment.To) : null;

    private static bool IsCancelled(Interval assessment) => assessment.Closing is not AssessmentClosing { Cancelled: null };
}
