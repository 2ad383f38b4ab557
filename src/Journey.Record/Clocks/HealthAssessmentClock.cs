using Journey.Record.Facts.Care;
using Journey.Record.Facts.Health;
using Journey.Record.Facts.Identity;

namespace Journey.Record.Clocks;

/// <summary>A child in care has a first health assessment for the first review, then one every six or twelve months.</summary>
public static class HealthAssessmentClock
{
    private static readonly Limit First = new("initial-health", 20, LimitUnit.WorkingDays, Evidence.Target);

    private static readonly Limit UnderFive = new("review-health-under-five", 6, LimitUnit.Months, Evidence.Target);

    private static readonly Limit FiveAndOver = new("review-health", 12, LimitUnit.Months, Evidence.Target);

    /// <summary>The initial assessment.</summary>
    public static Clock Initial { get; } = new()
    {
        Code = "initial-health",
        InForceFrom = CareRegulations.From,
        Title = "Initial health assessment",
        Rule = "20 working days from the start of a period of care, when the first review is due, until a health assessment is done. It stops when "
            + "care ends.",
        Source = $"{CareRegulations.Title}, regulation 7",
        Evidence = Evidence.Target,
        Limits = [First],
        Lanes = [.. CareEpisodes.Lanes, CheckLanes.Assessments, IdentityLanes.Birth],
        Dues = t => Assessments(t).Where(d => d.Limit.Name == First.Name),
    };

    /// <summary>Those after it.</summary>
    public static Clock Review { get; } = new()
    {
        Code = "review-health",
        InForceFrom = CareRegulations.From,
        Title = "Review health assessment",
        Rule = "Six months from a health assessment of a child under five, twelve months from that of an older one, until the next is done. It "
            + "stops when care ends.",
        Source = $"{CareRegulations.Title}, regulation 7",
        Evidence = Evidence.Target,
        Limits = [UnderFive, FiveAndOver],
        Lanes = [.. CareEpisodes.Lanes, CheckLanes.Assessments, IdentityLanes.Birth],
        Dues = t => Assessments(t).Where(d => d.Limit.Name != First.Name),
    };

    private static IEnumerable<Due> Assessments(Ticking t) =>
        from period in CarePeriod.Of(t.Child)
        from due in t.Chain(
            period.Start, period.Within(t.Marks(CheckLanes.Assessments)), (mark, n) => n == 0 ? First : IsUnderFive(t, mark.On) ? UnderFive : FiveAndOver,
            period.To, CarePeriod.Ended)
        select due;

    private static bool IsUnderFive(Ticking t, DateOnly day) => t.Born() is { } born && day < born.AddYears(5);
}
