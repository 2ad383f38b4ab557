using Journey.Record.Children;
using Journey.Record.Facts;
using Journey.Record.Facts.Decisions;
using Journey.Record.History;

namespace Journey.Record.Questions;

/// <summary>Question 34.</summary>
public static class Q34KnownAtDecisions
{
    /// <summary>What was known at each management decision, and how old the newest of it was.</summary>
    public static ChildQuestion Question { get; } = new()
    {
        Number = 34,
        Code = "known-at-decisions",
        Title = "At each management decision, what was known, and how old was the newest information relied on?",
        Explains = "Every decision of a manager known at the point asked about, and every overruling of one: its moment, how many facts were known at that moment, the newest of them and its age in days from "
            + "the day on which it took effect, how many facts were true by then and not yet recorded, and how many of those known were corrected or withdrawn later.",
        Parameters = [new("fact", "the id of one decision; all when left out.", false, ParameterKind.Id)],
        Of = Answer,
    };

    private static Answered Answer(OneChild child)
    {
        var record = child.Then;
        var rows = record.Beliefs.Where(b => b.Assertion is ManagementDecisionRecorded or DecisionOverruled && (child.Said.Id("fact") is not { } one || b.FactId == one))
            .Select(b => (Decision: b, Knowing: Knowing.Of(record, b.FactId)!)).OrderBy(d => d.Knowing.Moment).Select(d =>
            {
                var newest = d.Knowing.Newest;
                return child.Row(
                    newest is null ? [d.Decision.FactId] : [d.Decision.FactId, newest.FactId],
                    d.Decision.FactId, record.Sentence(d.Decision), d.Knowing.Moment, d.Decision.Recorded.KnownAt, d.Knowing.KnownThen.Count, newest?.FactId, newest?.Noun(),
                    newest is null ? null : Narrative.Of(record, newest.Stated), (newest?.Assertion as IFact)?.EffectiveFrom(), d.Knowing.NewestAge, d.Knowing.NotYetRecorded.Count,
                    d.Knowing.KnownOtherwise.Count);
            }).ToList();
        var oldest = rows.Select(r => (int?)r.Cells[9]).Max();
        return new Answered(
            $"{Words.Count(rows.Count, "decision")}{(oldest is { } days ? $"; the newest information relied on was at most {Words.Count(days, "day")} old" : "")}.",
            ["decision", "sentence", "moment", "recordedAt", "known", "newest", "newestNoun", "newestSentence", "newestOn", "newestAgeDays", "notYetRecorded", "knownOtherwise"],
            rows);
    }
}
