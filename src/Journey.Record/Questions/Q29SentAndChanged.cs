using Journey.Record.Bitemporal;
using Journey.Record.Codes;
using Journey.Record.Facts;
using Journey.Record.Facts.Identity;
using Journey.Record.History;

namespace Journey.Record.Questions;

/// <summary>Question 29: what was sent to the department on a day, and what has changed since for those children.</summary>
public static class Q29SentAndChanged
{
    /// <summary>The question.</summary>
    public static ManyQuestion Question { get; } = new()
    {
        Number = 29,
        Code = "sent-and-changed",
        Title = "What did we send to the Department for Education, and what has changed since for those children?",
        Explains = "Every child with rows in the return of children looked after (SSDA903) of the year in which the day lies, as known at the point asked about (when it was sent): its "
            + "rows then, how many of them would be others as known later or would be added, and what became known of it between: late recordings, corrections, withdrawals and links.",
        Lanes = ReturnRows.Lanes,
        ReadsEntries = true,
        Of = everyone =>
        {
            var year = CodeSet.YearOf(everyone.Day);
            var links = everyone.Earlier.SelectMany(s => s.Entries).Concat(everyone.Entries)
                .Where(e => e.Statement is Asserted<ChildRecordsLinked>).Select(e => e.Statement.FactId).ToHashSet();
            var since = everyone.Entries.ToLookup(e => e.Stream);
            var rows = (from child in Compared.Of(everyone)
                        let sent = child.Then.Sum(t => ReturnRows.Of(t, year).Count)
                        where sent > 0
                        select Row(child, sent, ReturnRows.Changed(child, year), [.. Streams(child).SelectMany(s => since[s])], links.Contains)).ToList();
            return new Answered(
                $"The return of {Words.Year(year)} had {Asking.Counted(rows.Sum(r => (int)r.Cells[0]!), "row", "rows")} of {Asking.Children(rows.Count)}; "
                    + $"{Asking.Counted(rows.Sum(r => (int)r.Cells[1]!), "row", "rows")} of {Asking.Children(rows.Count(r => r.Cells[1] is > 0))} would be different now.",
                ["rowsSent", "rowsDiffering", "recorded", "corrected", "withdrawn", "linked"],
                rows);
        },
    };

    private static IEnumerable<Guid> Streams(Compared child) => child.Then.Concat(child.Now).SelectMany(t => t.Streams).Distinct();

    private static AnswerRow Row(Compared child, int sent, IReadOnlyList<ReturnRowChanged> changed, IReadOnlyList<LedgerEntry> since, Func<Guid, bool> isLink)
    {
        var causes = since.DistinctBy(e => (e.KnownAt, e.Statement)).GroupBy(e => Act.CauseOf(e, isLink)).ToDictionary(g => g.Key, g => g.Count());
        int Of(Cause cause) => causes.GetValueOrDefault(cause);
        return new AnswerRow(
            child.Child,
            [sent, changed.Count, Of(Cause.LateRecord), Of(Cause.Correction), Of(Cause.Withdrawal), Of(Cause.Link) + Of(Cause.Unlink)],
            [.. changed.Select(c => c.Fact).Where(f => f != Guid.Empty).Distinct()]);
    }
}
