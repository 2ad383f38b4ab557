using System.Globalization;
using System.Text.Json.Nodes;
using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Facts;
using Journey.Record.History;
using Journey.Web.Access;

namespace Journey.Web.Features.Children;

/// <summary>What an entry does to its fact.</summary>
public enum EntryKind
{
    /// <summary>States a fact for the first time.</summary>
    Recorded,

    /// <summary>States the whole fact again as it should have been.</summary>
    Corrected,

    /// <summary>Says that the fact was never true.</summary>
    Withdrawn,

    /// <summary>No longer asserts the fact from a day on.</summary>
    NotReported,

    /// <summary>Asserts the fact again, unbroken.</summary>
    ReportedAgain,
}

/// <summary>
/// Who said it, when and where from. <paramref name="With"/>: other children's records that the same act touched because it was about them together.
/// </summary>
public sealed record Provenance(
    string Actor,
    string Role,
    string? OnBehalfOf,
    string? Reason,
    string Correlation,
    IReadOnlyList<Guid>? With,
    string? Source,
    string? SourceRef,
    DateTimeOffset? SourceRecordedAt,
    DateTimeOffset? LoadedAt,
    Guid? Load);

/// <summary>
/// One entry of a record in both times. The marks say how the entry stands at the viewpoint: overtaken by a correction, withdrawn, implied by
/// silence, without effect. <paramref name="Record"/>: the stream it stands in, one of several when records are linked; the version is of that stream. <paramref name="Sentence"/> is the whole of it in plain English.
/// <paramref name="LagDays"/>: days from the fact's day to the day it became known.
/// </summary>
public sealed record HistoryEntry(
    Guid Record,
    long Version,
    long Position,
    DateTimeOffset KnownAt,
    Guid EventId,
    Guid Fact,
    EntryKind Kind,
    string? Noun,
    string Sentence,
    DateOnly? EffectiveFrom,
    DatePrecision? Precision,
    int? LagDays,
    bool IsCorrected,
    bool IsWithdrawn,
    bool IsImplied,
    bool HadNoEffect,
    string? Code,
    string? Reason,
    JsonNode? Value,
    Provenance? By)
{
    /// <summary>The key that puts entries in order.</summary>
    public static string Key(LedgerEntry entry) => entry.Position.ToString("D16", CultureInfo.InvariantCulture);

    /// <summary>
    /// Some entries of a record, in its order, as it stood at a viewpoint, without the ids of children who are <paramref name="hidden"/> from the
    /// reader.
    /// </summary>
    public static IReadOnlyList<HistoryEntry> Of(
        ChildRecord record, IReadOnlyList<LedgerEntry> some, Confidential confidential, IReadOnlySet<Guid> hidden)
    {
        if (some.Count == 0)
        {
            return [];
        }

        var without = record.Anomalies.Select(a => a.Entry.Position).ToHashSet();
        var wanted = some.Select(e => e.Position).ToHashSet();
        var last = new Dictionary<Guid, IFact>();
        var entries = new List<HistoryEntry>(some.Count);
        foreach (var entry in record.History.TakeWhile(e => e.Position <= some[^1].Position))
        {
            var id = entry.Statement.FactId;
            if (entry.Statement is IAsserted { Assertion: IFact fact })
            {
                last[id] = fact;
            }

            if (wanted.Contains(entry.Position))
            {
                entries.Add(Of(record, entry, last.GetValueOrDefault(id), without.Contains(entry.Position), confidential, hidden));
            }
        }

        return entries;
    }

    private static HistoryEntry Of(ChildRecord record, LedgerEntry entry, IFact? fact, bool without, Confidential confidential, IReadOnlySet<Guid> hidden)
    {
        var id = entry.Statement.FactId;
        var type = fact is null ? null : FactCatalogue.Of(fact);
        var asserts = entry.Statement is IAsserted;
        var dated = asserts && fact?.Precision() == DatePrecision.Day;
        var (kind, code, reason) = What(entry.Statement);
        return new HistoryEntry(
            record.Streams.Count == 1 ? record.Id : entry.Stream,
            entry.Version,
            entry.Position,
            entry.KnownAt,
            entry.Origin?.EventId ?? Guid.Empty,
            id,
            kind,
            type?.Noun,
            confidential.Text(Narrative.Of(record, entry))!,
            fact?.EffectiveFrom(),
            fact?.Precision(),
            dated ? London.DateOf(entry.KnownAt).DayNumber - fact!.EffectiveFrom().DayNumber : null,
            asserts && !without && record.Find(id) is { } belief && belief.Stated.Position > entry.Position,
            record.IsWithdrawn(id),
            entry.Statement is NotReported or ReportedAgain,
            without,
            code,
            confidential.Text(reason),
            asserts && fact is not null ? confidential.Json(fact, fact.GetType(), id) : null,
            entry.Origin is { } o
                ? new Provenance(o.Actor, o.Role, o.OnBehalfOf, confidential.Text(o.Reason), o.Correlation, Shown(o.With, hidden), o.Source, o.SourceRef, o.SourceRecordedAt, o.LoadedAt, o.Load)
                : null);
    }

    private static List<Guid>? Shown(IReadOnlyList<Guid>? with, IReadOnlySet<Guid> hidden) =>
        with?.Where(id => !hidden.Contains(id)).ToList() is { Count: > 0 } shown ? shown : null;

    private static (EntryKind Kind, string? Code, string? Reason) What(IStatement statement) => statement switch
    {
        IAsserted { Correction: null } => (EntryKind.Recorded, null, null),
        IAsserted { Correction: { } correction } => (EntryKind.Corrected, correction.Code, correction.Reason),
        Withdrawn withdrawn => (EntryKind.Withdrawn, withdrawn.Code, withdrawn.Reason),
        NotReported => (EntryKind.NotReported, null, null),
        ReportedAgain => (EntryKind.ReportedAgain, null, null),
        _ => throw new InvalidOperationException($"No history for {statement.GetType()}."),
    };
}
