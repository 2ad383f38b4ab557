using Journey.Record.Codes;
using Journey.Record.Facts;
using Journey.Record.Facts.Partners;

namespace Journey.Record.Questions;

/// <summary>Question 23: requests unanswered at the last partnership board that are unanswered still.</summary>
public static class Q23StillUnanswered
{
    /// <summary>The question.</summary>
    public static ManyQuestion Question { get; } = new()
    {
        Number = 23,
        Code = "still-unanswered",
        Title = "Which requests to other agencies are unanswered today that were already unanswered at the last partnership board?",
        Explains = "Requests open at the end of the day of the board, as known at the point asked about, and open until further notice as known later. An answer recorded since takes "
            + "a request out, whatever day it came; so does a request withdrawn.",
        Parameters = [new("kind", "The kind of request, such as housing; every kind when it is left out.", IsRequired: false)],
        Lanes = [PartnerLanes.Requests],
        Of = everyone =>
        {
            var (day, kind) = (everyone.Day, everyone.Said.Text("kind"));
            var open = everyone.Now.SelectMany(t => t[PartnerLanes.Requests].Where(i => i.IsOpen).Select(i => (i.FactId, t.Subject))).GroupBy(x => x.FactId)
                .ToDictionary(g => g.Key, g => g.First().Subject);
            var then = everyone.Then.SelectMany(t => t.On(PartnerLanes.Requests, day)).Where(i => kind is null || i.As<PartnerRequest>().Kind == kind).ToList();
            var still = then.Where(i => open.ContainsKey(i.FactId)).OrderBy(i => i.From).ThenBy(i => i.FactId).ToList();
            return new Answered(
                $"{Asking.Counted(then.Count, "request was", "requests were")} unanswered on {Words.Date(day)} as known then; {still.Count} of them still "
                    + $"{(still.Count == 1 ? "is" : "are")}.",
                ["agency", "kind", "sentOn", "dueOn", "daysOpen"],
                [
                    .. still.Select(i => i.As<PartnerRequest>() is var request
                        ? new AnswerRow(
                            open[i.FactId],
                            [request.Agency, PartnerCodes.Kind.Label(request.Kind), i.From, request.DueOn, day.DayNumber - i.From.DayNumber],
                            [i.FactId])
                        : null!),
                ]);
        },
    };
}
