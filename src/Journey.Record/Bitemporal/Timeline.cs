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
}

/// <summary>A claim of a believed fact with the end that holds for it.</summary>
internal sealed record Placed(Guid FactId, long Ordinal, Claim Claim, DateOnly End, object? Closing)
{
    public static Placed From(Belief belief, Claim claim, List<(long Ordinal, Ending Ending)>? endings)
    {
        var end = claim.To ?? Period.Open;
        var closing = claim.Closing;
        // The earliest end wins, so that the order in which ends are recorded does not matter.
        var applying = endings?.Where(e => e.Ending.Only is null || e.Ending.Only == claim.Lane).ToList();
        if (applying is { Count: > 0 })
        {
            var (_, first) = applying.MinBy(e => (e.Ending.On, e.Ordinal));
            closing = first.Closing ?? closing;
            end = first.On < end ? first.On : end;
        }

        end = belief.NotReportedFrom is { } silent && silent < end ? silent : end;
        return new Placed(belief.FactId, belief.Ordinal, claim, end < claim.From ? claim.From : end, closing);
    }
}

/// <summary>Folds the claims on a lane into intervals.</summary>
internal static class Timeline
{
    public static IReadOnlyList<Interval> Fold(Lane lane, IReadOnlyList<Placed> placed, IReadOnlyList<Interval>? outer)
    {
        var ordered = placed
            .OrderBy(p => p.Claim.From).ThenBy(p => p.Claim.At ?? TimeOnly.MinValue).ThenBy(p => p.Ordinal)
            .ToList();
        return lane.Kind switch
        {
            LaneKind.Point => [.. ordered.Select(p => Of(p, p.Claim.From, p.Claim.From))],
            LaneKind.Overlapping => [.. ordered.Select(p => Of(p, p.Claim.From, p.End))],
            LaneKind.Exclusive => Exclusive(ordered, outer),
            _ => throw new InvalidOperationException($"No fold for a lane of kind {lane.Kind}."),
        };
    }

    private static List<Interval> Exclusive(List<Placed> ordered, IReadOnlyList<Interval>? outer)
    {
        var runs = outer is null ? null : Runs(outer);
        var basis = Chain([.. ordered.Where(p => !p.Claim.Interrupts)], runs);
        if (ordered.Count == basis.Count)
        {
            return basis;
        }

        var starts = basis.Select(i => i.From).ToList();
        var interruptions = Chain([.. ordered.Where(p => p.Claim.Interrupts)], runs)
            .Select(i => starts.Find(s => s > i.From) is var next && next != default && next < i.To ? i with { To = next } : i)
            .ToList();
        return [.. basis.SelectMany(i => Around(i, interruptions)).Concat(interruptions)
            .OrderBy(i => i.From).ThenBy(i => i.At ?? TimeOnly.MinValue).ThenBy(i => i.Ordinal)];
    }

    /// <summary>Each holds until the next change point, its own end, or the end of the run of the outer lane in which it began.</summary>
    private static List<Interval> Chain(List<Placed> ordered, List<Period>? runs)
    {
        var chain = new List<Interval>(ordered.Count);
        for (var i = 0; i < ordered.Count; i++)
        {
            var to = ordered[i].End;
            var from = ordered[i].Claim.From;
            if (i + 1 < ordered.Count && ordered[i + 1].Claim.From < to)
            {
                to = ordered[i + 1].Claim.From;
            }

            if (runs?.FindLast(r => r.Contains(from) || (r.IsEmpty && r.From == from)) is { To: var bound } run && run != default && bound < to)
            {
                to = bound;
            }

            chain.Add(Of(ordered[i], from, to));
        }

        return chain;
    }

    /// <summary>The parts of an interval that no interruption covers; an interval that was empty before stays.</summary>
    private static IEnumerable<Interval> Around(Interval interval, List<Interval> interruptions)
    {
        if (interval.Period.IsEmpty)
        {
            yield return interval;
            yield break;
        }

        var from = interval.From;
        foreach (var cut in interruptions.Where(c => c.Period.Touches(interval.Period)))
        {
            if (from < cut.From)
            {
                yield return interval with { From = from, To = cut.From };
            }

            from = cut.To > from ? cut.To : from;
        }

        if (from < interval.To)
        {
            yield return interval with { From = from };
        }
    }

    private static List<Period> Runs(IReadOnlyList<Interval> outer)
    {
        var runs = new List<Period>();
        foreach (var interval in outer)
        {
            if (runs.Count > 0 && interval.From <= runs[^1].To)
            {
                runs[^1] = new Period(runs[^1].From, interval.To > runs[^1].To ? interval.To : runs[^1].To);
            }
            else
            {
                runs.Add(interval.Period);
            }
        }

        return runs;
    }

    private static Interval Of(Placed placed, DateOnly from, DateOnly to) =>
        new(placed.FactId, placed.Claim.Value, from, placed.Claim.At, to, placed.Ordinal, placed.Closing);
}
