using Journey.Record.Bitemporal;

namespace Journey.Record.Tests.Bitemporal;

/// <summary>What a law asks of whatever claims to keep the record in two times.</summary>
internal interface IEngine
{
    /// <summary>The intervals of each lane, as known at a position.</summary>
    Func<Lane, IReadOnlyList<Interval>> Known(IReadOnlyList<LedgerEntry> entries, long position);

    /// <summary>True when an interval holds at the end of a day.</summary>
    bool Holds(Interval interval, DateOnly day) => interval.Period.Contains(day);

    /// <summary>The position that answers what was known at an instant.</summary>
    (long Position, bool Final) Resolve(IReadOnlyList<LedgerEntry> entries, DateTimeOffset instant) =>
        KnowledgeRule.Resolve(entries.Select(e => (e.Position, e.KnownAt)), instant);

    /// <summary>Intervals in both times.</summary>
    IReadOnlyList<Segment> Segments(IReadOnlyList<LedgerEntry> entries)
    {
        var believed = new Dictionary<(Lane, Interval), long>();
        var segments = new List<Segment>();
        foreach (var entry in entries)
        {
            var known = Known([.. entries.TakeWhile(e => e.Position <= entry.Position)], entry.Position);
            var now = Lanes.All.SelectMany(lane => known(lane).Select(i => (lane, i))).ToHashSet();
            foreach (var gone in believed.Keys.Where(k => !now.Contains(k)).ToList())
            {
                segments.Add(new Segment(gone.Item1, gone.Item2, believed[gone], entry.Position));
                believed.Remove(gone);
            }

            foreach (var held in now)
            {
                believed.TryAdd(held, entry.Position);
            }
        }

        return [.. segments, .. believed.Select(b => new Segment(b.Key.Item1, b.Key.Item2, b.Value, Segment.Believed))];
    }
}

/// <summary>The engine of the record.</summary>
internal sealed class TheEngine : IEngine
{
    public Func<Lane, IReadOnlyList<Interval>> Known(IReadOnlyList<LedgerEntry> entries, long position) => Ledger.Fold(entries, position).Timeline;

    public IReadOnlyList<Segment> Segments(IReadOnlyList<LedgerEntry> entries) => Record.Bitemporal.Segments.Of(entries);
}

/// <summary>Wrong: what is recorded later overwrites the days it covers, as SQL:2011 and XTDB do.</summary>
internal sealed class OverwritingEngine : IEngine
{
    public Func<Lane, IReadOnlyList<Interval>> Known(IReadOnlyList<LedgerEntry> entries, long position)
    {
        var oracle = new Oracle(entries, position);
        var right = Ledger.Fold(entries, position);
        return lane => lane.Kind == LaneKind.Exclusive ? Overwrite(oracle, lane) : right.Timeline(lane);
    }

    private static List<Interval> Overwrite(Oracle oracle, Lane lane)
    {
        var rows = new List<Interval>();
        foreach (var (id, ordinal, silent, claim) in oracle.Claims(lane).OrderBy(c => c.Ordinal))
        {
            var to = Days.All.Where(d => d >= claim.From && oracle.Ended(id, silent, claim, d)).Append(Period.Open).Min();
            var period = new Period(claim.From, to);
            rows = [.. rows.SelectMany(r => Outside(r, period))];
            if (!period.IsEmpty)
            {
                rows.Add(new Interval(id, claim.Value, claim.From, claim.At, to, ordinal, null));
            }
        }

        return [.. rows.OrderBy(r => r.From)];
    }

    private static IEnumerable<Interval> Outside(Interval row, Period period)
    {
        if (!row.Period.Touches(period))
        {
            yield return row;
            yield break;
        }

        if (row.From < period.From)
        {
            yield return row with { To = period.From };
        }

        if (row.To > period.To)
        {
            yield return row with { From = period.To };
        }
    }
}

/// <summary>Wrong: knowledge is a timestamp, so what was stamped earlier was known earlier, wherever it stands.</summary>
internal sealed class TimestampEngine : IEngine
{
    public Func<Lane, IReadOnlyList<Interval>> Known(IReadOnlyList<LedgerEntry> entries, long position)
    {
        var instant = entries.LastOrDefault(e => e.Position <= position)?.KnownAt ?? DateTimeOffset.MinValue;
        return Ledger.Fold(entries.Where(e => e.KnownAt <= instant).OrderBy(e => e.KnownAt)).Timeline;
    }

    public (long Position, bool Final) Resolve(IReadOnlyList<LedgerEntry> entries, DateTimeOffset instant) =>
        (entries.LastOrDefault(e => e.KnownAt <= instant)?.Position ?? 0, true);
}

/// <summary>Wrong: the last day is included.</summary>
internal sealed class ClosedEngine : IEngine
{
    public Func<Lane, IReadOnlyList<Interval>> Known(IReadOnlyList<LedgerEntry> entries, long position) => Ledger.Fold(entries, position).Timeline;

    public bool Holds(Interval interval, DateOnly day) => interval.From <= day && day <= interval.To;
}
