using Journey.Record.Bitemporal;
using Journey.Record.Children;

namespace Journey.Record.History;

/// <summary>
/// A fact that a record believes otherwise at a later point. <paramref name="Before"/> is null when it was not believed at the earlier point,
/// <paramref name="After"/> when it no longer is. <paramref name="Entries"/> are all that was said of it between, in order.
/// </summary>
public sealed record FactChanged(Guid FactId, Cause Cause, Belief? Before, Belief? After, IReadOnlyList<LedgerEntry> Entries);

/// <summary>What holds on a lane on the day asked about, at both points: values come and gone, those of one fact paired.</summary>
public sealed record LaneChanged(Lane Lane, IReadOnlyList<Interval> Before, IReadOnlyList<Interval> After);

/// <summary>
/// What changed in one record between two points of knowledge: facts, in the order in which that became known, and lanes on a day.
/// </summary>
public sealed record Difference(IReadOnlyList<FactChanged> Facts, IReadOnlyList<LaneChanged> Lanes)
{
    /// <summary>True when nothing changed.</summary>
    public bool IsEmpty => Facts.Count == 0 && Lanes.Count == 0;

    /// <summary>
    /// The difference between a record as known earlier and as known later, on a day. A fact that was recorded and withdrawn between is listed
    /// too: whoever looked between saw it.
    /// </summary>
    public static Difference Between(ChildRecord earlier, ChildRecord later, DateOnly day)
    {
        var known = earlier.History.Select(e => e.Position).ToHashSet();
        var links = later.History.Where(e => e.Statement is Asserted<Facts.Identity.ChildRecordsLinked>).Select(e => e.Statement.FactId).ToHashSet();
        var said = later.History.Where(e => !known.Contains(e.Position)).ToList();

        // A link brings facts into view that were known before; they have not changed.
        var position = earlier.History.Count == 0 ? 0 : earlier.History[^1].Position;
        var facts =
            from fact in said.Where(e => earlier.Streams.Any(s => s.Stream == StreamOf(later, e)) || e.Position > position).GroupBy(e => e.Statement.FactId)
            let entries = fact.DistinctBy(e => (e.KnownAt, e.Statement)).ToList()
            select new FactChanged(fact.Key, CauseOf(entries, links), earlier.Find(fact.Key), later.Find(fact.Key), entries);
        var lanes =
            from lane in earlier.Lanes.Union(later.Lanes).OrderBy(l => l.Name, StringComparer.Ordinal)
            let before = earlier.On(lane, day).ToList()
            let after = later.On(lane, day).ToList()
            let same = before.Intersect(after).ToHashSet()
            where before.Count != same.Count || after.Count != same.Count
            select new LaneChanged(lane, [.. before.Where(i => !same.Contains(i))], [.. after.Where(i => !same.Contains(i))]);
        return new Difference([.. facts], [.. lanes]);
    }

    private static Guid StreamOf(ChildRecord record, LedgerEntry entry) => record.Streams is [var only] ? only.Stream : entry.Stream;

    /// <summary>The strongest of what was said of one fact.</summary>
    private static Cause CauseOf(IReadOnlyList<LedgerEntry> entries, HashSet<Guid> links) => entries.Select(e => Act.CauseOf(e, links.Contains)).Min();
}
