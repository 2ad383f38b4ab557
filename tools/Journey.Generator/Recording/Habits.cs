using Journey.Record.Facts.Allocations;
using Journey.Record.Facts.Assessments;
using Journey.Record.Facts.Care;
using Journey.Record.Facts.Decisions;
using Journey.Record.Facts.Education;
using Journey.Record.Facts.Enquiries;
using Journey.Record.Facts.Family;
using Journey.Record.Facts.FrontDoor;
using Journey.Record.Facts.Health;
using Journey.Record.Facts.Identity;
using Journey.Record.Facts.Missing;
using Journey.Record.Facts.Partners;
using Journey.Record.Facts.Placements;
using Journey.Record.Facts.Plans;
using Journey.Record.Facts.Protection;
using Journey.Record.Facts.Reviews;
using Journey.Record.Facts.Visits;
using Journey.Record.Facts.Workforce;

namespace Journey.Generator.Recording;

/// <summary>
/// How soon facts of a kind are recorded: the median of days, the spread (the standard deviation of the logarithm), and the share that is
/// forgotten and written up weeks later. What is <paramref name="Urgent"/> is recorded out of hours too, by whoever is on duty.
/// </summary>
public sealed record Habit(double Days, double Spread, double Forgotten, bool Urgent = false)
{
    private static readonly Habit Usual = new(1.1, 0.9, 0.04);

    private static readonly Habit AtOnce = new(0.05, 0.8, 0, true);

    private static readonly Habit Visit = new(2.4, 0.85, 0.13);

    private static readonly Habit Meeting = new(3.0, 0.8, 0.10);

    private static readonly Habit Paper = new(5.0, 0.9, 0.15);

    private static readonly Habit Office = new(0.3, 0.6, 0.01);

    private static readonly Dictionary<Type, Habit> Known = new()
    {
        [typeof(ChildRecordOpened)] = AtOnce,
        [typeof(ContactReceived)] = AtOnce,
        [typeof(ContactDecided)] = AtOnce,
        [typeof(ReferralReceived)] = AtOnce,
        [typeof(ReferralDecided)] = new(0.2, 0.6, 0),
        [typeof(HomelessYoungPersonPresented)] = AtOnce,
        [typeof(StrategyDiscussionHeld)] = new(0.3, 0.8, 0.01, true),
        [typeof(WentMissing)] = AtOnce,
        [typeof(MissingEnded)] = AtOnce,
        [typeof(PeriodOfCareStarted)] = new(0.7, 0.6, 0, true),
        [typeof(PlacementStarted)] = new(1.0, 0.7, 0),
        [typeof(PlacementEnded)] = new(1.0, 0.7, 0),
        [typeof(VisitMade)] = Visit,
        [typeof(VisitAttempted)] = Visit,
        [typeof(ChildViewsRecorded)] = Visit,
        [typeof(DirectWorkDone)] = Visit,
        [typeof(FamilyTimeHeld)] = Visit,
        [typeof(FamilyTimeMissed)] = Visit,
        [typeof(IroVisitedChild)] = Visit,
        [typeof(CoreGroupHeld)] = Meeting,
        [typeof(CinPlanReviewed)] = Meeting,
        [typeof(LacReviewHeld)] = Meeting,
        [typeof(RcpcHeld)] = Meeting,
        [typeof(HandoverHeld)] = Meeting,
        [typeof(ChildToldOfWorkerChange)] = Visit,
        [typeof(SupervisionHeld)] = new(2.5, 0.8, 0.12),
        [typeof(ManagementDecisionRecorded)] = new(0.8, 0.8, 0.03),
        [typeof(DentalCheckDone)] = Paper,
        [typeof(HealthAssessmentDone)] = Paper,
        [typeof(HealthOutcomesRecorded)] = Paper,
        [typeof(SdqCompleted)] = Paper,
        [typeof(PepCompleted)] = Paper,
        [typeof(AttendanceRecorded)] = Paper,
        [typeof(InformationReceived)] = new(1.0, 0.9, 0.05),
        [typeof(AssessmentCompleted)] = Office,
        [typeof(WorkerAllocated)] = new(0.7, 0.7, 0),
        [typeof(WorkerDeallocated)] = new(0.4, 0.5, 0),
        [typeof(WorkerJoined)] = new(0.01, 0.1, 0, true),
        [typeof(WorkerLeft)] = new(0.05, 0.3, 0),
        [typeof(WorkerAbsent)] = Office,
        [typeof(WorkerReturned)] = Office,
        [typeof(WorkerTermsChanged)] = Office,
        [typeof(TeamFormed)] = new(0.01, 0.1, 0),
        [typeof(TeamReorganised)] = Office,
        [typeof(VacancyOpened)] = Office,
        [typeof(VacancyFilled)] = Office,
    };

    /// <summary>The habit with facts of a type.</summary>
    public static Habit With(Type fact) => Known.GetValueOrDefault(fact, Usual);

    /// <summary>True for meetings before which a record is brought up to date.</summary>
    public static bool IsReview(Type fact) =>
        fact == typeof(LacReviewHeld) || fact == typeof(RcpcHeld) || fact == typeof(CinPlanReviewed) || fact == typeof(IcpcHeld);
}
