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
    /// <summary>Raised when the fold gives other segments of the same entries: tables that another version filled are built anew.</summary>
    public const int Version = 1;

    /// <summary>All segments of one stream, in order of lane name, then knowledge, then time.</summary>
    public static IReadOnlyList<Segment> Of(IEnumerable<LedgerEntry> entries)
    {
        var ledger = new Ledger();
        var closed = new List<Segment>();
        var believed = new Dictionary<Lane, Dictionary<Interval, (long Since, int Times)>>();
        foreach (var entry in entries)
        {
            ledger.Apply(entry);
            foreach (var (lane, gone, come) in ledger.Settle())
            {
                if (!believed.TryGetValue(lane, out var rows))
                {
                    believed.Add(lane, rows = []);
                }

                // A fact may make one interval twice: it is one segment, until the last of them is gone.
                foreach (var interval in come)
                {
                    rows[interval] = rows.TryGetValue(interval, out var row) ? row with { Times = row.Times + 1 } : (entry.Position, 1);
                }

                foreach (var interval in gone)
                {
                    var row = rows[interval];
                    if (row.Times > 1)
                    {
                        rows[interval] = row with { Times = row.Times - 1 };
                        continue;
                    }

                    rows.Remove(interval);
                    closed.Add(new Segment(lane, interval, row.Since, entry.Position));
                }
            }
        }

        return [.. closed
            .Concat(believed.SelectMany(l => l.Value.Select(i => new Segment(l.Key, i.Key, i.Value.Since, Segment.Believed))))
            .OrderBy(s => s.Lane.Name, StringComparer.Ordinal).ThenBy(s => s.KnownFrom).ThenBy(s => s.Interval.From)
            .ThenBy(s => s.Interval.Ordinal).ThenBy(s => s.Interval.To).ThenBy(s => s.KnownTo).ThenBy(s => s.Interval.FactId)];
    }
}
