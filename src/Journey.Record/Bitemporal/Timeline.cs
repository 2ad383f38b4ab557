namespace Journey.Record.Bitemporal;

/// <summary>
/// One stretch of one value on a lane: from the first day up to, not including, the last. An empty one (a change and a change back on
/// one day) counts as a change, never as a state.
/// </summary>
public sealed record Interval(Guid FactId, object Value, DateOnly From, TimeOnly? At, DateOnly To, long Ordinal, object? Closing)
{
    /// <summary>The days covered.</summary>
    public Period Period => new(From, To);

    /// <summary>True until further notice.</summary>
    public bool IsOpen => To == Period.Open;

    /// <summary>The value, as the type of its lane.</summary>
    public T As<T>() => (T)Value;

    /// <summary>Of what tells intervals apart: values may be large.</summary>
    public override int GetHashCode() => HashCode.Combine(FactId, From, To);
}

/// <summary>A claim of a believed fact with the end that holds for it. <paramref name="Moment"/> and ordinal are its place in the lane.</summary>
internal sealed record Placed(Guid FactId, long Ordinal, DateTime Moment, Claim Claim, DateOnly End, object? Closing)
{
    public static Placed From(Belief belief, Claim claim, List<(long Ordinal, Ending Ending)>? endings)
    {
        var (end, closing) = (claim.To ?? Period.Open, claim.Closing);

        // The earliest end wins, so that the order in which ends are recorded does not matter.
        (long Ordinal, Ending Ending)? first = null;
        foreach (var e in endings ?? [])
        {
            if ((e.Ending.Only is null || e.Ending.Only == claim.Lane)
                && (first is not { } f || e.Ending.On < f.Ending.On || (e.Ending.On == f.Ending.On && e.Ordinal < f.Ordinal)))
            {
                first = e;
            }
        }

        if (first is { Ending: var ending } && ending.On <= end)
        {
            (end, closing) = (ending.On, ending.Closing ?? closing);
        }

        // Silence is not an end and gives no reason.
        if (belief.NotReportedFrom is { } silent && silent < end)
        {
            (end, closing) = (silent, null);
        }

        var moment = claim.From.ToDateTime(claim.At ?? TimeOnly.MinValue);
        return new Placed(belief.FactId, belief.Ordinal, moment, claim, end < claim.From ? claim.From : end, closing);
    }
}

/// <summary>
/// The claims on one lane in order of change, and the intervals they make. A claim put or taken makes anew only the stretch it lies in:
/// from the ordinary change before it to the one after it, and on the lanes within this one what began in the days that changed.
/// </summary>
internal sealed class Timeline
{
    private readonly Lane _lane;
    private readonly Timeline? _outer;
    private readonly List<Timeline> _within = [];
    private readonly List<Change> _changes = [];
    private readonly List<Interval> _gone = [];
    private readonly List<Interval> _come = [];
    private (DateOnly First, DateOnly Last)? _stale;
    private List<Interval>? _intervals;

    public Timeline(Lane lane, Timeline? outer)
    {
        _lane = lane;
        _outer = outer;
        outer?._within.Add(this);
    }

    /// <summary>A claim, the interval it makes from its day, and that of the value beneath which resumes after it.</summary>
    private sealed class Change(Placed placed)
    {
        public Placed Placed { get; } = placed;

        public Interval? Own { get; set; }

        public Interval? Resumed { get; set; }
    }

    public Lane Lane => _lane;

    /// <summary>Lanes whose intervals end with the runs of this one.</summary>
    public IReadOnlyList<Timeline> Within => _within;

    /// <summary>The intervals in order of change; settled first.</summary>
    public IReadOnlyList<Interval> Intervals => _intervals ??= [.. Pieces(0)];

    /// <summary>Adds a claim, after those of its moment that were recorded before it.</summary>
    public void Put(Placed placed)
    {
        _changes.Insert(Count(placed.Moment, placed.Ordinal), new Change(placed));
        Touch(placed.Claim.From, placed.Claim.From);
    }

    /// <summary>Removes the claims of a fact at the moment of one of them.</summary>
    public void Take(Belief belief, Claim claim)
    {
        var moment = claim.From.ToDateTime(claim.At ?? TimeOnly.MinValue);
        for (var i = Count(moment, belief.Ordinal) - 1; i >= 0 && _changes[i].Placed.FactId == belief.FactId && _changes[i].Placed.Moment == moment; i--)
        {
            Lose(_changes[i].Own);
            Lose(_changes[i].Resumed);
            _changes.RemoveAt(i);
            Touch(claim.From, claim.From);
        }
    }

    /// <summary>
    /// Makes the intervals agree with the claims, and tells which are gone and which have come since it last did. The outer lane is
    /// settled before.
    /// </summary>
    public (IReadOnlyList<Interval> Gone, IReadOnlyList<Interval> Come) Settle()
    {
        if (_stale is not var (first, last))
        {
            return ([], []);
        }

        var at = Count(first.ToDateTime(TimeOnly.MinValue), long.MinValue);
        var end = Count(last.ToDateTime(TimeOnly.MaxValue), long.MaxValue);
        if (_lane.Kind == LaneKind.Exclusive)
        {
            at = Previous(at);
            end = Next(end);
            while (at < end)
            {
                at = Follow(at);
            }
        }

        for (; at < end; at++)
        {
            var placed = _changes[at].Placed;
            Make(_changes[at], Of(placed, placed.Claim.From, _lane.Kind == LaneKind.Point ? placed.Claim.From : placed.End), null);
        }

        // What went and came again, one for one, has not changed.
        var gone = _gone.FindAll(g => !_come.Remove(g));
        var come = _come.ToList();
        if (gone.Count + come.Count > 0)
        {
            _within.ForEach(t => t.Touch(gone.Concat(come).Min(i => i.From), gone.Concat(come).Max(i => i.To)));
        }

        _gone.Clear();
        _come.Clear();
        _stale = null;
        _intervals = null;
        return (gone, come);
    }

    /// <summary>
    /// Makes the intervals of an ordinary change and of those that interrupt it, and returns the index of the next ordinary one. Each
    /// holds until the next change, its own end, or the end of the run of the outer lane in which it began; the ordinary one resumes
    /// when an interruption ends, at the latest where the next ordinary one begins.
    /// </summary>
    private int Follow(int at)
    {
        var next = Next(at + 1);
        var beneath = _changes[at].Placed.Claim.Interrupts ? null : _changes[at++].Placed;
        var end = beneath is null ? default : Until(beneath, next);
        if (beneath is not null)
        {
            Make(_changes[at - 1], Of(beneath, beneath.Claim.From, Earlier(end, Start(at))), null);
        }

        for (; at < next; at++)
        {
            var placed = _changes[at].Placed;
            var (to, resumed) = (Until(placed, at + 1), Earlier(end, Start(at + 1)));
            Make(_changes[at], Of(placed, placed.Claim.From, to), beneath is null || to >= resumed ? null : Of(beneath, to, resumed) with { At = null });
        }

        return next;
    }

    private DateOnly Until(Placed placed, int next)
    {
        var end = Earlier(placed.End, Start(next));
        return _outer is null ? end : _outer.Bound(placed.Claim.From, end);
    }

    /// <summary>
    /// The end given, or where the unbroken run ends in which a day lies, if earlier. A run may begin and end on that day; a day outside
    /// every run bounds nothing.
    /// </summary>
    private DateOnly Bound(DateOnly day, DateOnly end)
    {
        var begun = Count(day.ToDateTime(TimeOnly.MaxValue), long.MaxValue);
        var run = day;
        foreach (var piece in begun == 0 ? [] : Pieces(Previous(begun)))
        {
            if (piece.From > run || run >= end)
            {
                break;
            }

            run = piece.To > run ? piece.To : run;
        }

        return run > day || (begun > 0 && _changes[begun - 1].Placed.Claim.From == day) ? Earlier(run, end) : end;
    }

    private void Make(Change change, Interval own, Interval? resumed)
    {
        if (!own.Equals(change.Own))
        {
            Lose(change.Own);
            _come.Add(change.Own = own);
        }

        if (!Equals(resumed, change.Resumed))
        {
            Lose(change.Resumed);
            change.Resumed = resumed;
            if (resumed is not null)
            {
                _come.Add(resumed);
            }
        }
    }

    private void Lose(Interval? interval)
    {
        if (interval is not null)
        {
            _gone.Add(interval);
        }
    }

    private void Touch(DateOnly first, DateOnly last) =>
        _stale = _stale is var (f, l) ? (Earlier(first, f), last > l ? last : l) : (first, last);

    private IEnumerable<Interval> Pieces(int at)
    {
        for (; at < _changes.Count; at++)
        {
            yield return _changes[at].Own!;
            if (_changes[at].Resumed is { } resumed)
            {
                yield return resumed;
            }
        }
    }

    /// <summary>The number of changes up to and with a moment and an ordinal.</summary>
    private int Count(DateTime moment, long ordinal)
    {
        var (low, high) = (0, _changes.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            var placed = _changes[middle].Placed;
            if (placed.Moment < moment || (placed.Moment == moment && placed.Ordinal <= ordinal))
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    /// <summary>The index of the last ordinary change before another, or 0.</summary>
    private int Previous(int before)
    {
        while (before > 0 && _changes[--before].Placed.Claim.Interrupts)
        {
        }

        return before;
    }

    /// <summary>The index of the first ordinary change from another on, or the number of changes.</summary>
    private int Next(int at) => _changes.FindIndex(at, c => !c.Placed.Claim.Interrupts) is var found and >= 0 ? found : _changes.Count;

    private DateOnly Start(int index) => index < _changes.Count ? _changes[index].Placed.Claim.From : Period.Open;

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;

    private static Interval Of(Placed placed, DateOnly from, DateOnly to) =>
        new(placed.FactId, placed.Claim.Value, from, placed.Claim.At, to, placed.Ordinal, placed.Closing);
}
