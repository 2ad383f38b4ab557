using Journey.Record.Facts.Care;
using Journey.Record.Facts.Health;

namespace Journey.Record.Clocks;

/// <summary>A child in care sees a dentist every twelve months.</summary>
public static class DentalClock
{
    private static readonly Limit Limit = new("dental", 12, LimitUnit.Months, Evidence.Target);

    /// <summary>The clock.</summary>
    public static Clock Clock { get; } = new()
    {
        Code = "dental",
        Title = "Dental check",
        Rule = "Twelve months from the last dental check, or from the start of care where there was none in the twelve months before, until the "
            + "next. It stops when care ends.",
        Source = "SSDA903, health items of a year (OC2)",
        Evidence = Evidence.Target,
        Limits = [Limit],
        Lanes = [.. CareEpisodes.Lanes, CheckLanes.Dental],
        Dues = t =>
            from period in CarePeriod.Of(t.Child)
            let checks = t.Marks(CheckLanes.Dental).ToList()
            let before = checks.Where(c => c.On < period.From && c.On >= Before(period.From)).Cast<Mark?>().LastOrDefault()
            from due in t.Chain(before ?? period.Start, period.Within(checks), (_, _) => Limit, period.To, CarePeriod.Ended)
            select due,
    };

    private static DateOnly Before(DateOnly day) => day.Year < 2 ? day : day.AddMonths(-12);
}
