using Journey.Record.Bitemporal;
using Journey.Record.Facts;
using Journey.Record.Facts.Identity;

namespace Journey.Record.Questions;

/// <summary>Question 26.</summary>
public static class Q26TwoIdentifiers
{
    /// <summary>Whether the child had two records, and since when that was known.</summary>
    public static ChildQuestion Question { get; } = new()
    {
        Number = 26,
        Code = "two-identifiers",
        Title = "Was the child ever recorded under two identifiers, and from when did we know they were the same?",
        Explains = "Every link of this record with another that was ever known by the point asked about: the two records and their identifiers, since when there were two, the day on which they were "
            + "found to be one child, when that was recorded, and when it was taken back.",
        Of = Answer,
    };

    private static Answered Answer(OneChild child)
    {
        var record = child.Then;
        var rows = record.History.Where(e => e.Statement is Asserted<ChildRecordsLinked>).GroupBy(e => e.Statement.FactId).OrderBy(g => g.Min(e => e.Position)).Select(said =>
        {
            var link = ((Asserted<ChildRecordsLinked>)said.Last().Statement).Fact;
            var ended = record.Said(said.Key).FirstOrDefault(e => e.Statement is Withdrawn);
            var both = new[] { link.Survivor, link.Absorbed }.Where(s => record.Streams.Any(r => r.Stream == s)).ToList();
            var began = both.Select(s => record.Alone(s).History[0].KnownAt).ToList();
            var identifiers = both.SelectMany(s => record.Alone(s).Timeline(IdentityLanes.Identifiers).Select(i => i.As<ChildIdentifier>()))
                .Where(i => i.Kind == ChildIdentifier.LaChildId).Select(i => i.Value).Distinct().Order(StringComparer.Ordinal).ToList();
            return child.Row(
                [said.Key],
                link.Survivor, link.Absorbed, identifiers, both.Count == 2 ? began.Max() : null, link.On, said.Min(e => e.KnownAt), ended?.KnownAt, link.Evidence);
        }).ToList();
        var standing = rows.Count(r => r.Cells[6] is null);
        return new Answered(
            rows.Count == 0 ? "No other record is known to be of this child."
            : standing == 0 ? "This record was linked with another, and the link was taken back."
            : $"The child was recorded {standing + 1} times; the first link was recorded on {Words.Date(London.DateOf((DateTimeOffset)rows.First(r => r.Cells[6] is null).Cells[5]!))}.",
            ["survivor", "absorbed", "identifiers", "twoRecordsSince", "foundOn", "knownAt", "takenBackAt", "evidence"],
            rows);
    }
}
