using Journey.Record.Facts.Care;

namespace Journey.Record.Clocks;

/// <summary>A child in care has a care plan within ten working days.</summary>
public static class CarePlanClock
{
    private static readonly Limit Limit = new("care-plan", 10, LimitUnit.WorkingDays, Evidence.Target);

    /// <summary>The clock.</summary>
    public static Clock Clock { get; } = new()
    {
        Code = "care-plan",
        InForceFrom = CareRegulations.From,
        Title = "Care plan",
        Rule = "Ten working days from the start of a period of care, until a care plan is set. It stops when care ends.",
        Source = $"{CareRegulations.Title}, regulation 4",
        Evidence = Evidence.Target,
        Limits = [Limit],
        Lanes = [.. CareEpisodes.Lanes, PermanenceLanes.CarePlan],
        Dues = t =>
            from period in CarePeriod.Of(t.Child)
            select t.Start(Limit, period.Start)
                .ClosedWith(Ticking.First(period.Within(t.Marks(PermanenceLanes.CarePlan)), period.Start))
                .StoppedFrom(period.To, CarePeriod.Ended),
    };
}
