using Journey.Record.Bitemporal;
using Journey.Record.Children;

namespace Journey.Store.Projections;

/// <summary>Rows of streams that are or once were linked: under the survivor's id while a link was known, else under their own.</summary>
internal static class TogetherRows
{
    /// <summary>The rows of streams that links have ever joined, directly or through others, each with all its entries.</summary>
    public static IEnumerable<SegmentRow> Of(IReadOnlyList<(Guid Stream, IReadOnlyList<LedgerEntry> Entries)> streams)
    {
        var rows = new List<SegmentRow>();
        foreach (var run in Runs(streams))
        {
            var entries = streams.Where(s => run.Group.Contains(s.Stream)).SelectMany(s => s.Entries).OrderBy(e => e.Position);
            foreach (var row in SegmentRow.Of(run.Group[0], entries, ReadAs.Together))
            {
                var (from, to) = (Math.Max(row.KnownFrom, run.From), Math.Min(row.KnownTo, run.To));
                if (from < to)
                {
                    rows.Add(row with { KnownFrom = from, KnownTo = to });
                }
            }
        }

        return rows;
    }

    /// <summary>Which streams were one record, the survivor first, at positions [From, To); each stream by itself when it was linked with none.</summary>
    private static IEnumerable<(IReadOnlyList<Guid> Group, long From, long To)> Runs(IReadOnlyList<(Guid Stream, IReadOnlyList<LedgerEntry> Entries)> streams)
    {
        var facts = streams.SelectMany(s => s.Entries).Where(e => LinkedRecords.IsLink(e.Statement)).Select(e => e.Statement.FactId).ToHashSet();
        var changes = streams.SelectMany(s => s.Entries).Where(e => facts.Contains(e.Statement.FactId)).Select(e => e.Position).Distinct().Order().ToList();
        var open = new List<(IReadOnlyList<Guid> Group, long From)>();
        foreach (var position in changes.Prepend(0))
        {
            var groups = GroupsAt(streams, position);
            foreach (var over in open.Where(o => !groups.Any(g => g.SequenceEqual(o.Group))).ToList())
            {
                open.Remove(over);
                yield return (over.Group, over.From, position);
            }

            open.AddRange(groups.Where(g => !open.Exists(o => o.Group.SequenceEqual(g))).Select(g => (g, position)));
        }

        foreach (var (group, from) in open)
        {
            yield return (group, from, Segment.Believed);
        }
    }

    private static List<IReadOnlyList<Guid>> GroupsAt(IReadOnlyList<(Guid Stream, IReadOnlyList<LedgerEntry> Entries)> streams, long position)
    {
        var groups = LinkedRecords.Groups(streams.SelectMany(s => LinkedRecords.Of([.. s.Entries.TakeWhile(e => e.Position <= position)]))).ToList();
        return [.. groups, .. streams.Select(s => s.Stream).Where(s => !groups.Exists(g => g.Contains(s))).Select(s => (IReadOnlyList<Guid>)[s])];
    }
}
