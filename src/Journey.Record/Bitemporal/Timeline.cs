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
        var (end, closing) = (claim.To ?? Period.Open, claim.Closing);

        // The earliest end wins, so that the order in which ends are recorded does not matter.
        var applying = endings?.Where(e => e.Ending.Only is null || e.Ending.Only == claim.Lane).ToList();
        if (applying is { Count: > 0 } && applying.MinBy(e => (e.Ending.On, e.Ordinal)).Ending is var first && first.On <= end)
        {
            (end, closing) = (first.On, first.Closing ?? closing);
        }

        // Silence is not an end and gives no reason.
        if (belief.NotReportedFrom is { } silent && silent < end)
        {
            (end, closing) = (silent, null);
        }

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

    /// <summary>
    /// Each change point holds until the next, its own end, or the end of the run of the outer lane in which it began. An ordinary one
    /// is not changed by those that interrupt it: it resumes when they end, at the latest where the next ordinary one begins.
    /// </summary>
    private static List<Interval> Exclusive(List<Placed> ordered, IReadOnlyList<Interval>? outer)
    {
        var line = new List<Interval>(ordered.Count);
        var runs = outer is null ? null : Runs(outer);
        for (var i = 0; i < ordered.Count;)
        {
            var next = ordered.FindIndex(i + 1, p => !p.Claim.Interrupts) is var found and >= 0 ? found : ordered.Count;
            var beneath = ordered[i].Claim.Interrupts ? null : ordered[i++];
            var end = beneath is null ? default : Until(beneath, next);
            if (beneath is not null)
            {
                line.Add(Of(beneath, beneath.Claim.From, Earlier(end, Start(i))));
            }

            for (; i < next; i++)
            {
                var resumes = Until(ordered[i], i + 1);
                line.Add(Of(ordered[i], ordered[i].Claim.From, resumes));
                if (beneath is not null && resumes < Earlier(end, Start(i + 1)))
                {
                    line.Add(Of(beneath, resumes, Earlier(end, Start(i + 1))) with { At = null });
                }
            }
        }

        return line;

        DateOnly Start(int index) => index < ordered.Count ? ordered[index].Claim.From : Period.Open;
        DateOnly Until(Placed placed, int next) =>
            Earlier(Earlier(placed.End, Start(next)), outer is null ? Period.Open : Bound(placed.Claim.From, runs!, outer));
    }

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;

    /// <summary>Where the run ends in which a day lies. A run may begin and end on that day; a day outside every run has no bound.</summary>
    private static DateOnly Bound(DateOnly day, List<Period> runs, IReadOnlyList<Interval> outer) =>
        runs.FindLast(r => r.Contains(day)) is { IsEmpty: false } run ? run.To
        : outer.Any(i => i.From == day) ? day
        : Period.Open;

    private static List<Period> Runs(IReadOnlyList<Interval> outer)
    {
        var runs = new List<Period>();
        foreach (var period in outer.Select(i => i.Period).Where(p => !p.IsEmpty))
        {
            if (runs.Count > 0 && period.From == runs[^1].To)
            {
                runs[^1] = new Period(runs[^1].From, period.To);
            }
            else
            {
                runs.Add(period);
            }
        }

        return runs;
    }

    private static Interval Of(Placed placed, DateOnly from, DateOnly to) =>
        new(placed.FactId, placed.Claim.Value, from, placed.Claim.At, to, placed.Ordinal, placed.Closing);
}
