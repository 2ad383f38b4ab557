using Journey.Record.Bitemporal;
using Journey.Record.Codes;
using Journey.Record.Facts;
using Journey.Record.Facts.Missing;
using Journey.Record.Facts.Placements;
using Journey.Record.Measures;

namespace Journey.Record.Questions;

/// <summary>Question 33: placements commissioned while the child was missing.</summary>
public static class Q33CommissionedWhileMissing
{
    /// <summary>The question.</summary>
    public static ManyQuestion Question { get; } = new()
    {
        Number = 33,
        Code = "commissioned-while-missing",
        Title = "Which placements were commissioned while the child was missing?",
        Explains = "Searches for a placement that began, and placements that were approved, in the year that ends with the day, on a day from that on which the child went missing (or "
            + "was away without authorisation) up to, not including, that of the return; as known at the point asked about. Searches have no time of day, so the whole first day counts.",
        Lanes = [MissingLanes.Missing, SearchLanes.Searches, SearchLanes.Approved],
        Of = everyone =>
        {
            var window = Asking.YearTo(everyone.Day);
            var rows = (from child in everyone.Then
                        from step in child.Began(SearchLanes.Searches, window).Select(i => (What: "search begun", At: i))
                            .Concat(child.Began(SearchLanes.Approved, window).Select(i => (What: "placement approved", At: i)))
                        let missing = child.On(MissingLanes.Missing, step.At.From).FirstOrDefault()
                        where missing is not null
                        orderby step.At.From, child.Subject
                        select Row(child, step.What, step.At, missing)).ToList();
            var searches = rows.Count(r => (string?)r.Cells[0] == "search begun");
            return new Answered(
                $"{Asking.Counted(searches, "search for a placement", "searches for a placement")} and {Asking.Counted(rows.Count - searches, "approval of one", "approvals of one")} "
                    + $"while the child was missing, in the year to {Words.Date(everyone.Day)}.",
                ["what", "day", "provider", "absence", "missingFrom", "returnedOn"],
                rows);
        },
    };

    private static AnswerRow Row(Timelines child, string what, Interval step, Interval missing) => new(
        child.Subject,
        [
            what, step.From, (step.Value as ApprovedMatch)?.Agency, MissingCodes.Kind.Label(missing.As<MissingSpell>().Kind), missing.From,
            missing.IsOpen ? null : missing.To,
        ],
        [step.FactId, missing.FactId]);
}
