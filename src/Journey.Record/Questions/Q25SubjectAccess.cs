using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Facts;
using Journey.Record.History;

namespace Journey.Record.Questions;

/// <summary>Question 25.</summary>
public static class Q25SubjectAccess
{
    /// <summary>Everything held, and everything that was withdrawn or corrected.</summary>
    public static ChildQuestion Question { get; } = new()
    {
        Number = 25,
        Code = "subject-access",
        Title = "What is held about this person, and what was withdrawn or corrected?",
        Explains = "Everything the record believes at the point asked about (held), every wording that a correction replaced, with the reason (corrected), every fact that was taken back, with the reason "
            + "(withdrawn), and every statement that had no effect.",
        Of = Answer,
    };

    private static Answered Answer(OneChild child)
    {
        var record = child.Then;
        var without = record.Anomalies.Select(a => a.Entry).ToHashSet();
        var rows = record.Beliefs.Select(b => Row("held", b.Assertion, b.FactId, record.Sentence(b), b.Recorded.KnownAt, b.Stated.KnownAt, null)).ToList();
        foreach (var said in record.History.Where(e => !without.Contains(e)).GroupBy(e => e.Statement.FactId))
        {
            var words = said.DistinctBy(e => (e.KnownAt, e.Statement)).Where(e => e.Statement is IAsserted).ToList();
            for (var i = 0; i + 1 < words.Count; i++)
            {
                var (was, next) = ((IAsserted)words[i].Statement, (IAsserted)words[i + 1].Statement);
                rows.Add(Row("corrected", was.Assertion, said.Key, Narrative.Of(record, words[i]), words[i].KnownAt, words[i + 1].KnownAt, next.Correction?.Reason));
            }

            if (said.FirstOrDefault(e => e.Statement is Withdrawn) is { Statement: Withdrawn withdrawn } entry && record.IsWithdrawn(said.Key))
            {
                rows.Add(Row("withdrawn", ((IAsserted)words[^1].Statement).Assertion, said.Key, Narrative.Of(record, words[^1]), words[0].KnownAt, entry.KnownAt, withdrawn.Reason));
            }
        }

        rows.AddRange(without.OrderBy(e => e.Position)
            .Select(e => Row("noEffect", (e.Statement as IAsserted)?.Assertion, e.Statement.FactId, Narrative.Of(record, e), e.KnownAt, e.KnownAt, null)));
        int Count(string stands) => rows.Count(r => (string)r.Cells[0]! == stands);
        return new Answered(
            $"{Words.Count(Count("held"), "fact")} held, {Words.Count(Count("corrected"), "wording")} corrected, {Words.Count(Count("withdrawn"), "fact")} withdrawn.",
            ["stands", "noun", "effectiveFrom", "sentence", "recordedAt", "lastSaidAt", "reason"],
            rows);

        AnswerRow Row(string stands, IAssertion? assertion, Guid id, string sentence, DateTimeOffset recorded, DateTimeOffset last, string? reason) => child.Row(
            [id], stands, assertion is IFact noun ? FactCatalogue.Of(noun).Noun : null, (assertion as IFact)?.EffectiveFrom(), sentence, recorded, last, reason);
    }
}
