using Journey.Record.Bitemporal;

namespace Journey.Record.Clocks;

/// <summary>Something that starts or closes a clock: the fact, its London day, and the time of day where it is known.</summary>
public readonly record struct Mark(Guid? Fact, DateOnly On, TimeOnly? At = null)
{
    /// <summary>The instant, when the time of day is known.</summary>
    public DateTimeOffset? Instant => At is { } at && On.Year is > 1 and < 9990
        ? London.ToInstant(On.ToDateTime(at)) ?? London.ToInstant(On.ToDateTime(at).AddHours(1))
        : null;

    /// <summary>The start of an interval, or a point.</summary>
    public static Mark Of(Interval interval) => new(interval.FactId, interval.From, interval.At);

    /// <summary>True when it does not lie before another; on one day both times have to be known to tell.</summary>
    public bool IsNotBefore(Mark other) => On > other.On || (On == other.On && !(At < other.At));
}
