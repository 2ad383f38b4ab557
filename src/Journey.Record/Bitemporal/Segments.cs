namespace Journey.Record.Bitemporal;

/// <summary>
/// One interval of one lane in both times: true on the days [<see cref="Interval.From"/>, <see cref="Interval.To"/>) and believed at
/// positions [<paramref name="KnownFrom"/>, <paramref name="KnownTo"/>).
/// </summary>
public sealed record Segment(Lane Lane, Interval Interval, long KnownFrom, long KnownTo)
{
    /// <summary>The end of belief while still believed.</summary>
    public const long Believed = long.MaxValue;
}

/// <summary>Intervals in both times. A segment never changes once written, except that its belief ends.</summary>
public static class Segments
{
    /// <summary>All segments of one stream, in order of lane name, then knowledge, then time.</summary>
    public static IReadOnlyList<Segment> Of(IEnumerable<LedgerEntry> entries)
    {
        var ledger = new Ledger();
        var closed = new List<Segment>();
        var believed = new Dictionary<Lane, Dictionary<Interval, long>>();
        foreach (var entry in entries)
        {
            ledger.Apply(entry);
            foreach (var (lane, gone, come) in ledger.Settle())
            {
                if (!believed.TryGetValue(lane, out var since))
                {
                    believed.Add(lane, since = []);
                }

                foreach (var interval in gone)
                {
                    if (since.Remove(interval, out var from))
                    {
                        closed.Add(new Segment(lane, interval, from, entry.Position));
                    }
                }

                foreach (var interval in come)
                {
                    since.TryAdd(interval, entry.Position);
                }
            }
        }

        return [.. closed
            .Concat(believed.SelectMany(l => l.Value.Select(i => new Segment(l.Key, i.Key, i.Value, Segment.Believed))))
            .OrderBy(s => s.Lane.Name, StringComparer.Ordinal).ThenBy(s => s.KnownFrom).ThenBy(s => s.Interval.From)
            .ThenBy(s => s.Interval.Ordinal).ThenBy(s => s.Interval.To).ThenBy(s => s.KnownTo).ThenBy(s => s.Interval.FactId)];
    }
}
