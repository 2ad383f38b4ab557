using Journey.Record.Bitemporal;
using Journey.Record.Facts.Identity;

namespace Journey.Record.Children;

/// <summary>Which streams links make one child.</summary>
public static class LinkedRecords
{
    /// <summary>The links that the entries of one stream believe.</summary>
    public static IReadOnlyList<RecordLink> Of(IReadOnlyList<LedgerEntry> entries)
    {
        var links = new Dictionary<Guid, RecordLink>();
        foreach (var entry in entries)
        {
            switch (entry.Statement)
            {
                case Asserted<ChildRecordsLinked> { Fact: var fact }:
                    links[entry.Statement.FactId] = new RecordLink(fact.Survivor, fact.Absorbed);
                    break;
                case Withdrawn:
                    links.Remove(entry.Statement.FactId);
                    break;
            }
        }

        return [.. links.Values];
    }

    /// <summary>Every link that the entries of one stream ever stated, whether it is still believed or not.</summary>
    public static IReadOnlyList<RecordLink> Ever(IEnumerable<LedgerEntry> entries) =>
        [.. entries.Select(e => e.Statement).OfType<Asserted<ChildRecordsLinked>>().Select(s => new RecordLink(s.Fact.Survivor, s.Fact.Absorbed)).Distinct()];

    /// <summary>True when a statement states or corrects a link.</summary>
    public static bool IsLink(IStatement statement) => statement is Asserted<ChildRecordsLinked>;

    /// <summary>
    /// Links as groups of streams, the survivor first: the one that no link of the group absorbs (the least id where there are several, or
    /// where links run in a circle), then the others in order of id.
    /// </summary>
    public static IReadOnlyList<IReadOnlyList<Guid>> Groups(IEnumerable<RecordLink> links)
    {
        var group = new Dictionary<Guid, HashSet<Guid>>();
        var absorbed = new HashSet<Guid>();
        foreach (var link in links)
        {
            absorbed.Add(link.Absorbed);
            HashSet<Guid> both =
                [link.Survivor, link.Absorbed, .. group.GetValueOrDefault(link.Survivor) ?? [], .. group.GetValueOrDefault(link.Absorbed) ?? []];
            foreach (var stream in both)
            {
                group[stream] = both;
            }
        }

        return [.. group.Values.Distinct().Select(g => (IReadOnlyList<Guid>)[.. g.OrderBy(absorbed.Contains).ThenBy(id => id)]).OrderBy(g => g[0])];
    }

    /// <summary>
    /// A record as it was seen at an instant (included), from the entries of every stream that may be part of it, in order of position: its own stream
    /// and those that links known by then joined with it.
    /// </summary>
    public static ChildRecord AsSeen(Guid own, IReadOnlyList<LedgerEntry> entries, DateTimeOffset instant)
    {
        var known = entries.TakeWhile(e => e.KnownAt <= instant).GroupBy(e => e.Stream).ToDictionary(g => g.Key, g => (IReadOnlyList<LedgerEntry>)[.. g]);
        return Groups(known.Values.SelectMany(Of)).FirstOrDefault(g => g.Contains(own)) is { } group
            ? ChildRecord.Linked(group[0], [.. group.Select(s => (s, known.GetValueOrDefault(s) ?? []))])
            : ChildRecord.Fold(own, known.GetValueOrDefault(own) ?? []);
    }
}
