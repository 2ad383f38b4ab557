using Journey.Record.Facts.Partners;

namespace Journey.Record.Clocks;

/// <summary>National bodies are told of a serious incident within five working days.</summary>
public static class SeriousIncidentClock
{
    private static readonly Limit Limit = new("serious-incident", 5, LimitUnit.WorkingDays, Evidence.Target);

    /// <summary>The clock.</summary>
    public static Clock Clock { get; } = new()
    {
        Code = "serious-incident",
        Title = "Notification of a serious incident",
        Rule = "Five working days from the day the authority is aware of a serious incident, until it is notified. One that was never notified is "
            + "not known to the record.",
        Source = "Working Together, notification of serious incidents",
        Evidence = Evidence.Target,
        OutlivesChild = true,
        Limits = [Limit],
        Lanes = [SharingLanes.Incidents],
        Dues = t =>
            from incident in t[SharingLanes.Incidents]
            select t.Start(Limit, new Mark(incident.FactId, incident.As<SeriousIncident>().AwareOn)).ClosedWith(Mark.Of(incident)),
    };
}
