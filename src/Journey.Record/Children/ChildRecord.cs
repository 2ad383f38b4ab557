using Journey.Record.Bitemporal;
using Journey.Record.Facts.Identity;

namespace Journey.Record.Children;

/// <summary>A stream and the version it stood at.</summary>
public sealed record StreamVersion(Guid Stream, long Version);

/// <summary>
/// A record as known at a position, asked by lane: one stream, or the streams that links make one child. Immutable to its readers; a child,
/// a worker and an authority's returns are all asked the same way.
/// </summary>
public sealed class ChildRecord
{
    private readonly Ledger _ledger;
    private IReadOnlyList<Anomaly>? _anomalies;

    private ChildRecord(Guid id, IReadOnlyList<LedgerEntry> history, Ledger ledger, IReadOnlyList<StreamVersion> streams)
    {
        Id = id;
        History = history;
        _ledger = ledger;
        Streams = streams;
        Version = streams.Sum(s => s.Version);
    }

    /// <summary>The stream's id.</summary>
    public Guid Id { get; }

    /// <summary>Every entry known at the position, in stream order, withdrawn and corrected ones included.</summary>
    public IReadOnlyList<LedgerEntry> History { get; }

    /// <summary>Version of the last entry known, summed over linked streams; 0 when there is none.</summary>
    public long Version { get; }

    /// <summary>The streams it is read from, each with its version: one, unless records are linked.</summary>
    public IReadOnlyList<StreamVersion> Streams { get; }

    /// <summary>True when nothing was known at the position.</summary>
    public bool IsEmpty => History.Count == 0;

    /// <summary>Believed facts in the order in which they were first recorded.</summary>
    public IEnumerable<Belief> Beliefs => _ledger.InOrder;

    /// <summary>Statements that named an unknown or withdrawn fact and had no effect.</summary>
    public IReadOnlyList<Anomaly> Anomalies => _anomalies ??= Streams.Count == 1 ? _ledger.Anomalies : [.. _ledger.Anomalies.Where(a => !IsLink(a.Entry))];

    /// <summary>Lanes on which something is or was claimed, in order of name.</summary>
    public IEnumerable<Lane> Lanes => _ledger.Lanes.OrderBy(l => l.Name, StringComparer.Ordinal);

    /// <summary>The record as the ledger stood at a position.</summary>
    public static ChildRecord Fold(Guid id, IEnumerable<LedgerEntry> entries, long position = long.MaxValue)
    {
        var history = entries.Where(e => e.Position <= position).ToList();
        return new ChildRecord(id, history, Ledger.Fold(history), [new StreamVersion(id, history.Count == 0 ? 0 : history[^1].Version)]);
    }

    /// <summary>
    /// Several streams that links make one child, each with its entries, read as one record under the survivor's id, in order of position.
    /// </summary>
    public static ChildRecord Linked(Guid id, IReadOnlyList<(Guid Stream, IReadOnlyList<LedgerEntry> Entries)> streams)
    {
        var history = streams.SelectMany(s => s.Entries.Select(e => e with { Stream = s.Stream })).OrderBy(e => e.Position).ToList();
        return new ChildRecord(
            id, history, Ledger.Fold(history), [.. streams.Select(s => new StreamVersion(s.Stream, s.Entries.Count == 0 ? 0 : s.Entries[^1].Version))]);
    }

    /// <summary>The record of one of its streams alone.</summary>
    public ChildRecord Alone(Guid stream) => Streams.Count == 1 ? this : Fold(stream, History.Where(e => e.Stream == stream));

    /// <summary>The stream in which a fact was recorded, withdrawn or not; null when it is unknown.</summary>
    public Guid? StreamOf(Guid factId) => Streams is [var only]
        ? History.Any(e => e.Statement.FactId == factId) ? only.Stream : null
        : History.FirstOrDefault(e => e.Statement.FactId == factId)?.Stream;

    /// <summary>An empty record.</summary>
    public static ChildRecord Empty(Guid id) => Fold(id, []);

    /// <summary>The record as it would be without one fact: what a correction of that fact is judged against.</summary>
    public ChildRecord Without(Guid factId)
    {
        var others = History.Where(e => e.Statement.FactId != factId).ToList();
        return new ChildRecord(Id, others, Ledger.Fold(others), Streams);
    }

    /// <summary>
    /// Judges facts one by one, each against the record as it would be without it. The record given holds for the length of the call; its
    /// history is whole.
    /// </summary>
    public void EachWithout(IEnumerable<Guid> facts, Action<Guid, IAssertion, ChildRecord> judge)
    {
        var ledger = Ledger.Fold(History);
        var others = new ChildRecord(Id, History, ledger, Streams);
        foreach (var factId in facts)
        {
            if (ledger.Suspend(factId) is { } belief)
            {
                judge(factId, belief.Assertion, others);
                ledger.Resume(belief);
            }
        }
    }

    /// <summary>A record that grows with the ledger and the history given, for whoever holds both.</summary>
    internal static ChildRecord Growing(Guid id, IReadOnlyList<LedgerEntry> history, Ledger ledger, IReadOnlyList<StreamVersion> streams) =>
        new(id, history, ledger, streams);

    /// <summary>The record with further statements, at the versions and positions that follow.</summary>
    public ChildRecord With(IEnumerable<IStatement> statements)
    {
        var entries = new List<LedgerEntry>(History);
        var (position, version) = (_ledger.Position, Streams[0].Version);
        foreach (var statement in statements)
        {
            entries.Add(new LedgerEntry(++position, ++version, DateTimeOffset.MaxValue, statement, Stream: Streams[0].Stream));
        }

        return new ChildRecord(Id, entries, Ledger.Fold(entries), [Streams[0] with { Version = version }, .. Streams.Skip(1)]);
    }

    /// <summary>The fact as believed, or null when unknown or withdrawn.</summary>
    public Belief? Find(Guid factId) => _ledger.Find(factId);

    /// <summary>The fact as believed when it is of the type asked for.</summary>
    public TFact? Find<TFact>(Guid factId)
        where TFact : class, IFact => Find(factId)?.Assertion as TFact;

    /// <summary>True when the fact was recorded and later withdrawn.</summary>
    public bool IsWithdrawn(Guid factId) => _ledger.IsWithdrawn(factId);

    /// <summary>Believed facts of one type, in the order in which they were first recorded.</summary>
    public IEnumerable<(Guid FactId, TFact Fact)> Facts<TFact>()
        where TFact : class, IFact =>
        Beliefs.Where(b => b.Assertion is TFact).Select(b => (b.FactId, (TFact)b.Assertion));

    /// <summary>The intervals of a lane, in order.</summary>
    public IReadOnlyList<Interval> Timeline(Lane lane) => _ledger.Timeline(lane);

    /// <summary>The intervals of a lane that hold at the end of a day: at most one on an exclusive lane.</summary>
    public IEnumerable<Interval> On(Lane lane, DateOnly day) => Timeline(lane).Where(i => i.Period.Contains(day));

    /// <summary>What is said of a link stands in each of the streams that it joins: said of one child, it is no contradiction.</summary>
    private bool IsLink(LedgerEntry entry) =>
        History.Any(e => e.Statement.FactId == entry.Statement.FactId && e.Statement is Asserted<ChildRecordsLinked>);

    /// <summary>The value of an exclusive lane at the end of a day, or null.</summary>
    public T? At<T>(Lane<T> lane, DateOnly day)
        where T : class => On(lane, day).FirstOrDefault()?.As<T>();

    /// <summary>The interval of an exclusive lane that holds until further notice, or null.</summary>
    public Interval? OpenOn(Lane lane) => Timeline(lane).LastOrDefault(i => i.IsOpen);
}
