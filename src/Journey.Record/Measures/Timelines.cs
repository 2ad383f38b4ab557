using Journey.Record.Bitemporal;
using Journey.Record.Children;

namespace Journey.Record.Measures;

/// <summary>
/// The timelines of one child (or worker, or team) at one basis, wherever they come from: the record folded live, or the segment table.
/// </summary>
public sealed class Timelines(Guid subject, Func<Lane, IReadOnlyList<Interval>> of, IReadOnlyList<Guid>? streams = null)
{
    /// <summary>The stream, or of linked ones the survivor.</summary>
    public Guid Subject => subject;

    /// <summary>Every stream that it is read from.</summary>
    public IReadOnlyList<Guid> Streams { get; } = streams ?? [subject];

    /// <summary>Those of a record, linked ones read as one.</summary>
    public static Timelines Of(ChildRecord record) => new(record.Id, record.Timeline, [.. record.Streams.Select(s => s.Stream)]);

    /// <summary>The intervals of a lane, in order.</summary>
    public IReadOnlyList<Interval> this[Lane lane] => of(lane);

    /// <summary>The intervals of a lane that hold at the end of a day: at most one on an exclusive lane.</summary>
    public IEnumerable<Interval> On(Lane lane, DateOnly day) => of(lane).Where(i => i.Period.Contains(day));

    /// <summary>The value of an exclusive lane at the end of a day, or null.</summary>
    public T? At<T>(Lane<T> lane, DateOnly day)
        where T : class => On(lane, day).FirstOrDefault()?.As<T>();

    /// <summary>A contribution of one that is not counted, and why.</summary>
    public Contribution Out(string why) => new(subject, 0, 0, null, why, []);

    /// <summary>
    /// A contribution of 1 to the denominator, and of 1 to the numerator when it <paramref name="counts"/>. An <paramref name="item"/> is the
    /// fact counted, where one child may be counted for several; <paramref name="on"/> the day on which it stands.
    /// </summary>
    public Contribution In(bool counts, string why, decimal? value, IEnumerable<Guid> facts, Guid? item = null, DateOnly? on = null) =>
        new(subject, 1, counts ? 1 : 0, value, why, [.. facts.Distinct()], item, on);
}
