using Journey.Record.Facts;
using Journey.Record.Facts.Health;

namespace Journey.Record.Questions;

/// <summary>Question 22.</summary>
public static class Q22CamhsWait
{
    private const string Camhs = "CAMHS";

    /// <summary>How long referrals to mental health services waited.</summary>
    public static ChildQuestion Question { get; } = new()
    {
        Number = 22,
        Code = "camhs-wait",
        Title = "How long had the CAMHS referral waited on a day, as known that day, and what is the final wait?",
        Explains = "Each referral that had been sent by the day and was known at the point asked about: the days it had waited by the end of that day as known then, and the whole wait as known at the "
            + "point compared with, to the day it was seen, rejected or sent back; no final wait while it goes on. Of another service when one is named.",
        Parameters = [new("service", "code of another health service; CAMHS when left out.", false)],
        Of = Answer,
    };

    private static Answered Answer(OneChild child)
    {
        var service = child.Said.Text("service") ?? Camhs;
        var rows = child.Then.Timeline(ReferralLanes.Waiting).Where(i => i.As<HealthReferral>().Service == service && i.From <= child.Day).Select(then =>
        {
            var now = child.Now.Timeline(ReferralLanes.Waiting).FirstOrDefault(i => i.FactId == then.FactId);
            var waits = then.To > child.Day;
            return child.Row(
                [then.FactId],
                then.FactId, then.As<HealthReferral>().Agency, then.From, then.As<HealthReferral>().DueOn, (waits ? child.Day : then.To).DayNumber - then.From.DayNumber, waits,
                now is null || now.IsOpen ? null : now.To.DayNumber - now.From.DayNumber, now?.Until(), (now?.Closing as HealthReferralAnswer)?.Outcome, now is null);
        }).ToList();
        var waiting = rows.Count(r => r.Cells[5] is true);
        return new Answered(
            $"{Words.Count(rows.Count, "referral")} to {service} by {Words.Date(child.Day)}; {waiting} still waiting then{(rows.Count == 0 ? "" : $", the longest for {Words.Count(rows.Max(r => (int)r.Cells[4]!), "day")}")}.",
            ["referral", "agency", "sentOn", "dueOn", "daysWaited", "waiting", "finalWait", "endedOn", "outcome", "noLongerBelieved"],
            rows);
    }
}
