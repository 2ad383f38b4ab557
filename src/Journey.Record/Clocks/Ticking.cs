using Journey.Record.Bitemporal;
using Journey.Record.Measures;

namespace Journey.Record.Clocks;

/// <summary>What the rule of a clock looks at, and how it says what is due.</summary>
public sealed class Ticking(Clock clock, Timelines subject, WorkingCalendar calendar, ClockTargets targets)
{
    /// <summary>The child's or worker's timelines.</summary>
    public Timelines Child => subject;

    /// <summary>The intervals of a lane, in order.</summary>
    public IReadOnlyList<Interval> this[Lane lane] => subject[lane];

    /// <summary>The day by which something that starts on a day is due.</summary>
    public DateOnly DueOn(Limit limit, DateOnly start) => targets.Of(limit).DueOn(start, calendar);

    /// <summary>Something due from a start; by a day that was stated instead of the limit's own, when one is given.</summary>
    public Due Start(Limit limit, Mark start, DateOnly? stated = null)
    {
        var applied = targets.Of(limit);
        var instant = stated is null && applied.Unit == LimitUnit.Hours ? start.Instant?.AddHours(applied.Amount) : null;
        var on = stated ?? (instant is { } at ? London.DateOf(at) : applied.DueOn(start.On, calendar));
        return new Due(clock, applied, subject.Subject, start, on, instant, calendar);
    }

    /// <summary>
    /// A due from the start to the first closing on or after it, one from each closing to the next, and the last one open or stopped. What
    /// would stop on the day it starts is not due at all.
    /// </summary>
    /// <param name="start">What starts the first.</param>
    /// <param name="closings">In order; several on one day are one.</param>
    /// <param name="limit">The limit of what starts at a mark, the number of closings before it from 0.</param>
    /// <param name="stop">The first day on which nothing is due any more; <see cref="Period.Open"/> for never.</param>
    /// <param name="because">Why nothing is.</param>
    public IEnumerable<Due> Chain(Mark start, IEnumerable<Mark> closings, Func<Mark, int, Limit> limit, DateOnly stop, string because)
    {
        var (from, count) = (start, 0);
        foreach (var closing in closings.Where(c => c.On <= stop))
        {
            if (count == 0 ? !closing.IsNotBefore(start) : closing.On <= from.On)
            {
                continue;
            }

            yield return Start(limit(from, count), from).ClosedWith(closing);
            (from, count) = (closing, count + 1);
        }

        if (from.On < stop)
        {
            yield return Start(limit(from, count), from).StoppedFrom(stop, because);
        }
    }

    /// <summary>The starts of the intervals of a lane that satisfy a condition, in order.</summary>
    public IEnumerable<Mark> Marks(Lane lane, Func<Interval, bool>? which = null) =>
        subject[lane].Where(i => which is null || which(i)).Select(Mark.Of);

    /// <summary>The first mark that does not lie before another; null when there is none.</summary>
    public static Mark? First(IEnumerable<Mark> marks, Mark notBefore) =>
        marks.Where(m => m.IsNotBefore(notBefore)).Cast<Mark?>().FirstOrDefault();
}
