using Journey.Record.Bitemporal;
using Journey.Record.Facts;
using Journey.Record.Facts.Assessments;
using Journey.Record.Facts.FrontDoor;

namespace Journey.Record.Measures;

/// <summary>M12: child and family assessments authorised within forty-five working days.</summary>
public static class M12AssessmentInTime
{
    /// <summary>Working days in which an assessment is due.</summary>
    private const int Due = 45;

    /// <summary>Counted from the start of the assessment, as the statistics do.</summary>
    public static Measure FromStart { get; } = Define(
        "M12", "within 45 working days of its start", "Start: from the day on which the assessment began",
        "DfE, characteristics of children in need: 543,210 of 643,170 in 2023-24", [AssessmentLanes.Assessments], (_, assessment) => (assessment, "start"));

    /// <summary>Counted from the referral, as the guidance does.</summary>
    public static Measure FromReferral { get; } = Define(
        "M12-referral", "within 45 working days of the referral", "Referral: from the referral that the assessment names, or the one open when it began",
        "Working Together", [AssessmentLanes.Assessments, FrontDoorLanes.Referrals], (child, assessment) => (Referral(child, assessment), "referral"));

    /// <summary>The assessments of children and families that were authorised on a day of the window.</summary>
    internal static IEnumerable<Interval> Completed(Timelines child, Period window) => child.Ended(AssessmentLanes.Assessments, window)
        .Where(i => i.As<Assessment>().Kind == "CF" && i.Closing is AssessmentClosing { Cancelled: null });

    private static Interval? Referral(Timelines child, Interval assessment) =>
        assessment.As<Assessment>().Referral is { } named ? child[FrontDoorLanes.Referrals].FirstOrDefault(r => r.FactId == named)
        : child.On(FrontDoorLanes.Referrals, assessment.From).FirstOrDefault();

    private static Measure Define(string code, string within, string policy, string source, Lane[] lanes, Func<Timelines, Interval, (Interval?, string)> begin) => new()
    {
        Code = code,
        Title = $"Assessments authorised {within}",
        Cohort = "Child and family assessments authorised in the window",
        Numerator = $"Authorised {within}",
        Exclusions = "Assessments cancelled; other kinds of assessment",
        Policy = policy,
        Unit = "working days",
        Source = source,
        Lanes = lanes,
        Of = (child, window, given) => Completed(child, window).Select(assessment =>
        {
            if (begin(child, assessment) is not ({ } from, var what))
            {
                return child.Out($"Assessment authorised on {Words.Date(assessment.To)}: its referral is not known.", assessment.FactId, assessment.To);
            }

            var days = given.Calendar.Between(from.From, assessment.To);
            return child.In(
                days <= Due, $"Authorised on {Words.Date(assessment.To)}, {Words.Count(days, "working day")} after the {what} on {Words.Date(from.From)}.",
                days, [assessment.FactId, from.FactId], assessment.FactId, assessment.To);
        }).Or(child, "No child and family assessment was authorised in the window."),
    };
}
