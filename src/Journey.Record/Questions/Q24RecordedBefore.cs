using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Facts;
using Journey.Record.History;

namespace Journey.Record.Questions;

/// <summary>Question 24.</summary>
public static class Q24RecordedBefore
{
    /// <summary>What the record held at an instant.</summary>
    public static ChildQuestion Question { get; } = new()
    {
        Number = 24,
        Code = "recorded-before",
        Title = "What was recorded about this child by an instant?",
        Explains = "For a coroner: every entry of the record known at the instant of knowledge asked about (that instant included), whatever day it is about, in the order in which it became known. How an "
            + "entry stands is told as of that instant too: nothing learnt later is used.",
        Of = child =>
        {
            var rows = child.Then.History.Select(e => Row(child, e)).ToList();
            var instant = child.KnownAt is { } at ? FormattableString.Invariant($"By {TimeZoneInfo.ConvertTime(at, London.Zone):yyyy-MM-dd HH:mm:ss} in London") : "By now";
            return new Answered(
                $"{instant}, {Words.Count(rows.Count, "statement")} had been recorded.",
                ["knownAt", "kind", "stands", "noun", "effectiveFrom", "sentence", "recordedBy", "role"],
                rows);
        },
    };

    private static AnswerRow Row(OneChild child, LedgerEntry entry)
    {
        var record = child.Then;
        var id = entry.Statement.FactId;
        var fact = (entry.Statement as IAsserted)?.Assertion as IFact ?? record.Said(id).Where(e => e.Position < entry.Position).Select(e => (e.Statement as IAsserted)?.Assertion).LastOrDefault(a => a is not null) as IFact;
        return child.Row(
            [id],
            entry.KnownAt, Kind(entry.Statement), Stands(record, entry), fact is null ? null : FactCatalogue.Of(fact).Noun, fact?.EffectiveFrom(), Narrative.Of(record, entry),
            entry.Origin?.Actor, entry.Origin?.Role);
    }

    private static string Kind(IStatement statement) => statement switch
    {
        IAsserted { Correction: null } => "recorded",
        IAsserted => "corrected",
        Withdrawn => "withdrawn",
        NotReported => "notReported",
        ReportedAgain => "reportedAgain",
        var other => throw new InvalidOperationException($"No kind for {other.GetType()}."),
    };

    /// <summary>How an entry stands in a record: as the last word on its fact, overtaken by a correction, taken back, or without effect.</summary>
    private static string Stands(ChildRecord record, LedgerEntry entry) =>
        record.Anomalies.Any(a => a.Entry.Position == entry.Position && a.Entry.Stream == entry.Stream) ? "noEffect"
        : record.IsWithdrawn(entry.Statement.FactId) ? "withdrawn"
        : entry.Statement is IAsserted && record.Find(entry.Statement.FactId) is { } belief && belief.Stated.Position > entry.Position ? "corrected"
        : "held";
}
