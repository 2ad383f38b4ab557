using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Facts.Identity;

namespace Journey.Record.History;

/// <summary>One child of a replay: the streams that links make one, and what they believe. The survivor comes first.</summary>
public sealed class Replayed
{
    internal Replayed(IReadOnlyList<Guid> streams, Ledger ledger) => (Streams, Ledger) = (streams, ledger);

    /// <summary>The stream, or of linked ones the survivor.</summary>
    public Guid Id => Streams[0];

    /// <summary>The streams it is read from.</summary>
    public IReadOnlyList<Guid> Streams { get; }

    /// <summary>What is believed now.</summary>
    public Ledger Ledger { get; }
}

/// <summary>
/// Several streams as the ledger grows act by act. Links are followed as they become known: linked streams are one child from then on, and two
/// again once the link is withdrawn.
/// </summary>
public sealed class Replay
{
    private readonly Dictionary<Guid, List<LedgerEntry>> _streams = [];
    private readonly Dictionary<Guid, Replayed> _children = [];
    private readonly HashSet<Guid> _links = [];

    /// <summary>A replay that begins with what is known of some streams: all that links join must be among them.</summary>
    public Replay(IEnumerable<(Guid Stream, IReadOnlyList<LedgerEntry> Entries)> streams)
    {
        foreach (var (stream, entries) in streams)
        {
            _streams.Add(stream, [.. entries]);
            _links.UnionWith(entries.Where(e => e.Statement is Asserted<ChildRecordsLinked>).Select(e => e.Statement.FactId));
        }

        foreach (var child in Grouped(_streams.Keys))
        {
            Put(child);
        }
    }

    /// <summary>The children as they stand, in no particular order.</summary>
    public IEnumerable<Replayed> Children => _children.Values.Distinct();

    /// <summary>True when the fact is or was a link of two records.</summary>
    public bool IsLink(Guid factId) => _links.Contains(factId);

    /// <summary>The child that a stream is part of; null while nothing is known of it.</summary>
    public Replayed? Of(Guid stream) => _children.GetValueOrDefault(stream);

    /// <summary>Applies an act. The children before and after may be others: a link makes one of two. Ledgers of those that stay grow.</summary>
    public void Apply(Act act)
    {
        var linked = new HashSet<Guid>();
        foreach (var entry in act.Entries)
        {
            if (!_streams.TryGetValue(entry.Stream, out var entries))
            {
                _streams.Add(entry.Stream, entries = []);
                Put(new Replayed([entry.Stream], new Ledger()));
            }

            entries.Add(entry);
            if (entry.Statement is Asserted<ChildRecordsLinked> { Fact: var link })
            {
                _links.Add(entry.Statement.FactId);
                linked.UnionWith([entry.Stream, link.Survivor, link.Absorbed]);
            }
            else if (_links.Contains(entry.Statement.FactId))
            {
                linked.Add(entry.Stream);
            }

            _children[entry.Stream].Ledger.Apply(entry);
        }

        if (linked.Count > 0)
        {
            var around = linked.Where(_children.ContainsKey).SelectMany(s => _children[s].Streams).ToHashSet();
            foreach (var child in Grouped(around))
            {
                Put(child);
            }
        }
    }

    /// <summary>What a stream would believe with some more entries; the replay stays as it is.</summary>
    public Ledger Trial(Guid stream, IEnumerable<LedgerEntry> more) => Ledger.Fold(_streams[stream].Concat(more));

    /// <summary>The children that links make of some streams and of those they are linked with.</summary>
    private List<Replayed> Grouped(IEnumerable<Guid> streams)
    {
        var all = streams.ToHashSet();
        var links = all.SelectMany(s => LinkedRecords.Of(_streams[s])).Where(l => _streams.ContainsKey(l.Survivor) && _streams.ContainsKey(l.Absorbed)).ToList();
        var groups = LinkedRecords.Groups(links);
        var grouped = groups.SelectMany(g => g).ToHashSet();
        return
        [
            .. groups.Select(g => new Replayed(g, Ledger.Fold(g.SelectMany(s => _streams[s]).OrderBy(e => e.Position)))),
            .. all.Where(s => !grouped.Contains(s)).Select(s => new Replayed([s], Ledger.Fold(_streams[s]))),
        ];
    }

    private void Put(Replayed child)
    {
        foreach (var stream in child.Streams)
        {
            _children[stream] = child;
        }
    }
}
