using CsCheck;
using Journey.Record.Bitemporal;

namespace Journey.Record.Tests.Bitemporal;

/// <summary>The laws of the two clocks that need no database. Numbers are those of the design.</summary>
internal static class Laws
{
    private static readonly Guid Fresh = Ids.Of(9999);

    private static readonly Comparer<(Guid Id, object Value)> Held =
        Comparer<(Guid Id, object Value)>.Create((a, b) => (a.Id, ((Value)a.Value).Name).CompareTo((b.Id, ((Value)b.Value).Name)));

    public static IReadOnlyList<Law> All { get; } =
    [
        new Law<((History, long), DateOnly[])>(
            "P0 what holds on a day is what the definition says",
            Gen.Select(Histories.Known, Days.Any.Array[4]),
            (engine, x) => x is var ((history, position), days) && engine.Known(history.Entries, position) is var known
                && new Oracle(history.Entries, position) is var oracle
                && Lanes.All.All(lane => days.All(day => known(lane).Where(i => engine.Holds(i, day)).Select(i => (i.FactId, i.Value)).Order(Held)
                    .SequenceEqual(oracle.On(lane, day).Order(Held))))),

        new Law<(History, int)>(
            "P1 what is appended never changes an answer from before it",
            Histories.Cut,
            (engine, x) => x is var (history, cut) && history.First(cut) is var before && Same(engine, before, history, before.Last)),

        new Law<(History, int)>(
            "P5 what is known at an instant includes what became known by then, and once final stays",
            Histories.Cut.Where(x => x.Cut > 0),
            (engine, x) => x is var (history, cut) && Clock(engine, history, cut)),

        new Law<History>(
            "P6 the segments that hold at a position are the timelines folded at it",
            Histories.Any,
            (engine, history) => engine.Segments(history.Entries) is var segments
                && history.Entries.Select(e => e.Position).Append(0).Append(history.Last + 1).All(position =>
                    engine.Known(history.Entries, position) is var known
                    && Lanes.All.All(lane => segments
                        .Where(s => s.Lane == lane && s.KnownFrom <= position && position < s.KnownTo).Select(s => s.Interval)
                        .ToHashSet().SetEquals(known(lane))))),

        new Law<(History, long)>(
            "P8 an exclusive lane has one value at most, and rectangles of one fact share nothing",
            Histories.Known,
            (engine, x) => x is var (history, position) && Lanes.Exclusive.All(lane => OneValue(engine, history, position, lane))),

        new Law<(History, long)>(
            "P9 an exclusive lane is covered from its first change on",
            Histories.Endless.SelectMany(h => Gen.Long[0, h.Last + 1].Select(p => (h, p))),
            (engine, x) => x is var (history, position) && engine.Known(history.Entries, position) is var known
                && new Lane[] { Lanes.Plain, Lanes.Outer }.All(lane => known(lane) is var line
                    && Days.All.All(day => line.Count == 0 || day < line[0].From || line.Any(i => engine.Holds(i, day))))),

        new Law<(History, long)>(
            "P9 where an exclusive lane is not covered, something was said to have ended",
            Histories.Known,
            (engine, x) => x is var (history, position) && new Oracle(history.Entries, position) is var oracle
                && engine.Known(history.Entries, position)(Lanes.Plain) is var line
                && Days.All.All(day => line.Count == 0 || day < line[0].From || line.Any(i => engine.Holds(i, day))
                    || oracle.Claims(Lanes.Plain).Exists(c => oracle.Ended(c.Id, c.Silent, c.Claim, day)))),

        new Law<(History, History)>(
            "P10 the order of recording does not matter, but among changes of one moment",
            Independent.SelectMany(said => Gen.Shuffle(said).Select(other => (History.Of(said), History.Of(other)))),
            (engine, x) => x is var (one, other) && Lanes.All.All(lane => Unordered(engine, one, lane).SequenceEqual(Unordered(engine, other, lane)))),

        new Law<((History, int), int)>(
            "P11 a correction that changes nothing changes nothing, and opens no row",
            Gen.Select(Histories.Cut, Gen.Int[0, 999]),
            (engine, x) => x is var ((history, cut), dice) && CorrectedToTheSame(engine, history.First(cut), dice)),

        new Law<((History, int), (Claim, int))>(
            "P12 a fact is seen from its recording to its withdrawal, and nothing else moves",
            Gen.Select(Histories.Cut, Gen.Select(Histories.Claim, Gen.Int[0, 14])),
            (engine, x) => x is var ((history, cut), (claim, later)) && RecordedAndWithdrawn(engine, history, cut, claim, later)),

        new Law<((History, long), (Claim, int))>(
            "P13 what is recorded late was not known before",
            Gen.Select(Histories.Known, Gen.Select(Histories.Claim, Gen.Int[-99, 25])),
            (engine, x) => x is var ((history, position), (claim, skew))
                && Same(engine, history, Appended(history, Say.Record(Fresh, new Fact(claim)), skew), Math.Min(position, history.Last))),

        new Law<(History, long)>(
            "P15 an interval holds from its first day up to, not including, its last",
            Histories.Known,
            (engine, x) => x is var (history, position) && engine.Known(history.Entries, position) is var known
                && Lanes.All.SelectMany(lane => known(lane)).All(i => i.Period.IsEmpty
                    ? !engine.Holds(i, i.From)
                    : engine.Holds(i, i.From) && !engine.Holds(i, i.To) && (i.IsOpen || engine.Holds(i, i.To.AddDays(-1))))),

        new Law<(History, long)>(
            "P15 every change believed has an interval from its day, be it empty",
            Histories.Known,
            (engine, x) => x is var (history, position) && engine.Known(history.Entries, position) is var known
                && new Oracle(history.Entries, position) is var oracle
                && Lanes.All.All(lane => oracle.Claims(lane).GroupBy(c => (c.Id, c.Claim.From))
                    .All(g => known(lane).Count(i => (i.FactId, i.From) == g.Key) >= g.Count()))),

        new Law<(int[], (int, char)[])>(
            "P16 corrections keep the order in which changes of one day were recorded",
            Gen.Select(Gen.Int[2, 5].SelectMany(n => Gen.Shuffle(Enumerable.Range(1, n).ToArray())), Gen.Select(Gen.Int[1, 5], Gen.Char['a', 'c']).Array[0, 6]),
            (engine, x) => x is var (recorded, corrected) && History.Of(
                    recorded.Select(n => Say.Record(Ids.Of(n), SameDay('z')))
                        .Concat(corrected.Select(c => Say.Correct(Ids.Of(c.Item1), SameDay(c.Item2))))) is var history
                && engine.Known(history.Entries, history.Last)(Lanes.Plain).Select(i => Ids.Number(i.FactId)).SequenceEqual(recorded)),

        new Law<((History, long), (int, int, int))>(
            "P21 what is counted in two windows that touch is what is counted in both",
            Gen.Select(Histories.Known, Gen.Select(Gen.Int[-1, 28], Gen.Int[-1, 28], Gen.Int[-1, 28])),
            (engine, x) => x is var ((history, position), (a, b, c)) && new[] { a, b, c }.Order().Select(Days.Of).ToList() is var days
                && engine.Known(history.Entries, position) is var known
                && Lanes.All.SelectMany(lane => known(lane)).All(i =>
                    Covered(engine, i, days[0], days[1]) + Covered(engine, i, days[1], days[2]) == Covered(engine, i, days[0], days[2])
                    && Changes(i, days[0], days[1]) + Changes(i, days[1], days[2]) == Changes(i, days[0], days[2]))),
    ];

    /// <summary>Facts none of which changes a lane at the moment of another, and ends that name some of them.</summary>
    private static Gen<IStatement[]> Independent => Gen.Select(
        Gen.Shuffle(Enumerable.Range(0, Days.Horizon).ToArray(), 0, 7),
        Histories.Claim.Array[7],
        Gen.Select(Gen.Int[1, 7], Days.Any).Array[0, 4],
        (days, claims, ends) => days.Select((day, i) => Say.Record(Ids.Of(i + 1), new Fact(From(claims[i], Days.Of(day)))))
            .Concat(ends.Select((end, i) => Say.Record(Ids.Of(100 + i), new Fact(new Ending(Ids.Of(end.Item1), end.Item2)))))
            .ToArray());

    private static Claim From(Claim claim, DateOnly day) =>
        claim with { From = day, To = claim.To?.AddDays(day.DayNumber - claim.From.DayNumber) };

    private static Fact SameDay(char name) => new(new Claim(Lanes.Plain, new Value(name), Days.Of(3)));

    /// <summary>True when two histories give the same timelines at a position, on every lane or some.</summary>
    private static bool Same(IEngine engine, History one, History other, long position, IEnumerable<Lane>? lanes = null)
    {
        var (left, right) = (engine.Known(one.Entries, position), engine.Known(other.Entries, position));
        return (lanes ?? Lanes.All).All(lane => left(lane).SequenceEqual(right(lane)));
    }

    private static History Appended(History history, IStatement statement, int skew)
    {
        var count = history.Entries.Count;
        return new([.. history.Entries, new LedgerEntry(history.Last + 2, count + 1, History.Stamp(count, skew), statement)]);
    }

    private static bool Clock(IEngine engine, History history, int cut)
    {
        var before = history.First(cut);
        var known = before.Entries.Max(e => e.KnownAt);
        var then = engine.Resolve(before.Entries, known);
        var now = engine.Resolve(history.Entries, known);
        var earlier = engine.Resolve(history.Entries, known.AddMinutes(-7));
        return then.Position >= before.Last && now.Position >= before.Last && earlier.Position <= now.Position
            && before.Entries.All(e =>
                engine.Resolve(before.Entries, e.KnownAt) is var past && (!past.Final || past == engine.Resolve(history.Entries, e.KnownAt)));
    }

    private static bool OneValue(IEngine engine, History history, long position, Lane lane)
    {
        var line = engine.Known(history.Entries, position)(lane);
        var rectangles = engine.Segments(history.Entries).Where(s => s.Lane == lane && !s.Interval.Period.IsEmpty).ToList();
        return line.Zip(line.Skip(1)).All(pair => pair.First.To <= pair.Second.From)
            && Days.All.All(day => line.Count(i => engine.Holds(i, day)) <= 1)
            && rectangles.All(a => !rectangles.Exists(b => !ReferenceEquals(a, b) && a.Interval.FactId == b.Interval.FactId
                && a.Interval.Period.Touches(b.Interval.Period) && a.KnownFrom < b.KnownTo && b.KnownFrom < a.KnownTo));
    }

    /// <summary>The timeline of a lane without the ordinals that the order of recording gave.</summary>
    private static IEnumerable<Interval> Unordered(IEngine engine, History history, Lane lane) =>
        engine.Known(history.Entries, history.Last)(lane).Select(i => i with { Ordinal = 0 });

    private static bool CorrectedToTheSame(IEngine engine, History history, int dice)
    {
        var believed = Ledger.Fold(history.Entries).Beliefs.OrderBy(b => b.Ordinal).ToList();
        if (believed.Count == 0)
        {
            return true;
        }

        var fact = believed[dice % believed.Count];
        var corrected = Appended(history, Say.Correct(fact.FactId, (Fact)fact.Assertion), dice % 40);
        return Same(engine, history, corrected, corrected.Last)
            && engine.Segments(history.Entries).ToHashSet().SetEquals(engine.Segments(corrected.Entries));
    }

    private static bool RecordedAndWithdrawn(IEngine engine, History history, int cut, Claim claim, int later)
    {
        var end = Math.Min(cut + later, history.Entries.Count);
        LedgerEntry At(LedgerEntry e, int index, int places) => e with { Position = e.Position + places, Version = e.Version + places };
        var moved = history.Entries.Select((e, i) => At(e, i, i < cut ? 0 : i < end ? 1 : 2)).ToList();
        var (before, between, after) = (moved[..cut], moved[cut..end], moved[end..]);
        var recorded = new LedgerEntry((cut == 0 ? 0 : before[^1].Position) + 1, cut + 1, History.Stamp(cut, 0), Say.Record(Fresh, new Fact(claim)));
        var withdrawn = new LedgerEntry(
            (end == cut ? recorded.Position : between[^1].Position) + 1, end + 2, History.Stamp(end, 1), Say.Withdraw(Fresh));
        var without = new History(moved);
        var with = new History([.. before, recorded, .. between, withdrawn, .. after]);
        var others = Lanes.All.Where(lane => lane != claim.Lane && lane.Within != claim.Lane).ToList();
        return moved.Select(e => e.Position).Append(0)
            .All(p => Same(engine, without, with, p, p < recorded.Position || p >= withdrawn.Position ? Lanes.All : others))
            && Enumerable.Range((int)recorded.Position, (int)(withdrawn.Position - recorded.Position)).All(p =>
                engine.Known(with.Entries, p)(claim.Lane).Any(i => i.FactId == Fresh && i.From == claim.From))
            && !engine.Known(with.Entries, withdrawn.Position)(claim.Lane).Any(i => i.FactId == Fresh);
    }

    /// <summary>Days of an interval in a window, by clipping it and by counting; a disagreement is no number.</summary>
    private static double Covered(IEngine engine, Interval interval, DateOnly from, DateOnly to)
    {
        var clipped = interval.Period.Clip(new Period(from, to))?.Days ?? 0;
        return clipped == Days.All.Count(d => from <= d && d < to && engine.Holds(interval, d)) ? clipped : double.NaN;
    }

    private static int Changes(Interval interval, DateOnly from, DateOnly to) =>
        new Period(interval.From, interval.From).Touches(new Period(from, to)) && from < to ? 1 : 0;
}
