using Journey.Record.Facts;
using Journey.Record.Facts.Partners;

namespace Journey.Record.Questions;

/// <summary>Question 3.</summary>
public static class Q03AgenciesSilent
{
    /// <summary>Requests to agencies that stood unanswered on a day.</summary>
    public static ChildQuestion Question { get; } = new()
    {
        Number = 3,
        Code = "agencies-silent",
        Title = "On the day of the incident, which agencies had an open, unanswered request from us?",
        Explains = "Requests that were open at the end of the day as known by the end of that day, and never later: an answer that was recorded afterwards does not hide the silence. "
            + "When the request is answered at the point compared with, the day of the answer and when it was recorded stand beside it.",
        Of = Answer,
    };

    private static Answered Answer(OneChild child)
    {
        var thatDay = child.KnownOn(child.Day);
        var rows = thatDay.On(PartnerLanes.Requests, child.Day).OrderBy(i => i.From).Select(open =>
        {
            var request = open.As<PartnerRequest>();
            var now = child.Now.Timeline(PartnerLanes.Requests).FirstOrDefault(i => i.FactId == open.FactId);
            var end = now is null || now.IsOpen ? null : child.Now.Beliefs.FirstOrDefault(b => b.Assertion.Endings().Any(e => e.Of == open.FactId));
            return child.Row(
                new[] { open.FactId, end?.FactId }.OfType<Guid>(),
                request.Agency, request.Kind, request.Channel, open.From, request.DueOn, child.Day.DayNumber - open.From.DayNumber, request.DueOn < child.Day,
                now?.Until(), end?.Recorded.KnownAt);
        }).ToList();
        var agencies = rows.Select(r => (string)r.Cells[0]!).Distinct().Order(StringComparer.Ordinal).ToList();
        return new Answered(
            rows.Count == 0
                ? $"No request to another agency was open on {Words.Date(child.Day)}, as known that day."
                : $"{Words.Count(rows.Count, "request")} stood unanswered on {Words.Date(child.Day)}, as known that day: {Words.List(agencies)}.",
            ["agency", "kind", "channel", "sentOn", "dueOn", "daysOpen", "overdue", "answeredOn", "answerRecordedAt"],
            rows);
    }
}
