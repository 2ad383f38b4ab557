using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Facts;

namespace Journey.Record.History;

/// <summary>The entries of a record in plain English.</summary>
public static class Narrative
{
    /// <summary>
    /// What an entry says: its fact and what that ended as the record believes it, why it was corrected or withdrawn, how long after its day it
    /// was recorded, and whether that day is known. One or more sentences, without the child's name.
    /// </summary>
    public static string Of(ChildRecord record, LedgerEntry entry)
    {
        var said = entry.Statement switch
        {
            IAsserted { Assertion: IFact fact, Correction: null } => $"{Sentence(record, fact)}{Dated(fact, entry)}",
            IAsserted { Assertion: IFact fact, Correction: { } correction } =>
                $"Corrected: {Because(Sentence(record, fact), correction.Reason)}{Dated(fact, entry)}",
            Withdrawn withdrawn => $"Withdrawn: {Because(Before(record, entry), withdrawn.Reason)}",
            NotReported silent => $"No longer reported from {Words.Date(silent.From)}, without an end: {Before(record, entry)}",
            ReportedAgain => $"Reported again, unbroken: {Before(record, entry)}",
            var other => throw new InvalidOperationException($"No words for {other.GetType()}."),
        };
        return record.Anomalies.Any(a => a.Entry.Position == entry.Position) ? $"{said} This had no effect." : said;
    }

    private static string Sentence(ChildRecord record, IFact fact) => fact.Sentence(Ended.By(record, fact));

    /// <summary>The fact that an entry speaks of, as it was stated before it.</summary>
    private static string Before(ChildRecord record, LedgerEntry entry) =>
        record.History.LastOrDefault(e => e.Position < entry.Position && e.Statement is IAsserted && e.Statement.FactId == entry.Statement.FactId)
            ?.Statement is IAsserted { Assertion: IFact fact }
            ? Sentence(record, fact)
            : "A fact that this record does not know.";

    private static string Because(string sentence, string? reason) => string.IsNullOrWhiteSpace(reason)
        ? sentence
        : $"{sentence.TrimEnd('.')} ({reason.Trim().TrimEnd('.')}).";

    private static string Dated(IFact fact, LedgerEntry entry) => fact.Precision() switch
    {
        DatePrecision.Day => (London.DateOf(entry.KnownAt).DayNumber - fact.EffectiveFrom().DayNumber) switch
        {
            0 => "",
            > 0 and var late => $" Recorded {Words.Count(late, "day")} later.",
            var ahead => $" Recorded {Words.Count(-ahead, "day")} ahead.",
        },
        DatePrecision.Birth => " The day is not known; it is taken from birth.",
        DatePrecision.StartOfCare => " The day is not known; it is taken from the start of care.",
        DatePrecision.YearEnd => " The day is not known; it is taken as 31 March of the year.",
        DatePrecision.Birthday => " The day is not known; it is taken as the birthday.",
        var other => throw new InvalidOperationException($"No words for {other}."),
    };
}
