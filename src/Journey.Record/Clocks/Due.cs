using Journey.Record.Bitemporal;

namespace Journey.Record.Clocks;

/// <summary>Where something due stands on a day.</summary>
public enum DueStatus
{
    /// <summary>Done in time.</summary>
    Met,

    /// <summary>Done, after it was due.</summary>
    Late,

    /// <summary>Not done, and not yet due.</summary>
    Open,

    /// <summary>Not done, and due before.</summary>
    Overdue,

    /// <summary>Not done when the clock stopped, and due before that.</summary>
    Missed,

    /// <summary>The clock stopped before it was due.</summary>
    Void,
}

/// <summary>A status, and by how much it is over: 0 for what is in time.</summary>
/// <param name="Status">The status.</param>
/// <param name="Over">Working days, days or hours over; begun hours count.</param>
/// <param name="Unit">What <paramref name="Over"/> is counted in.</param>
public sealed record Standing(DueStatus Status, int Over, LimitUnit Unit);

/// <summary>One thing due: what started the clock, until when, what closed it, and when it stopped without being closed.</summary>
/// <param name="Clock">The clock.</param>
/// <param name="Limit">The limit applied, as the authority has it.</param>
/// <param name="Subject">The child's stream, or the worker's.</param>
/// <param name="Started">What started it.</param>
/// <param name="DueOn">The last London day in time.</param>
/// <param name="DueAt">The instant, for a limit in hours whose start has a time of day; null when the whole day is in time.</param>
/// <param name="Calendar">The calendar it was counted by.</param>
public sealed record Due(Clock Clock, Limit Limit, Guid Subject, Mark Started, DateOnly DueOn, DateTimeOffset? DueAt, WorkingCalendar Calendar)
{
    /// <summary>The fact that started it.</summary>
    public Guid StartedBy => Started.Fact ?? Subject;

    /// <summary>The day on which it started.</summary>
    public DateOnly StartedOn => Started.On;

    /// <summary>What closed it; null while nothing has. Its fact is null where a fact that only ends another closed it.</summary>
    public Mark? Closed { get; init; }

    /// <summary>The fact that closed it, where it can be told.</summary>
    public Guid? ClosedBy => Closed?.Fact;

    /// <summary>The day on which it was closed.</summary>
    public DateOnly? ClosedOn => Closed?.On;

    /// <summary>The day on which the clock stopped without being closed, because what it was for had ended.</summary>
    public DateOnly? StoppedOn { get; init; }

    /// <summary>What had ended.</summary>
    public string? StoppedBecause { get; init; }

    /// <summary>The London time of day of <see cref="DueAt"/>.</summary>
    public TimeOnly? DueTime => DueAt is { } at ? TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, London.Zone).DateTime) : null;

    /// <summary>This, closed by something; unchanged when that is nothing.</summary>
    public Due ClosedWith(Mark? mark) => mark is null ? this : this with { Closed = mark };

    /// <summary>This, stopped on a day if that is earlier than any other; never is <see cref="Period.Open"/>.</summary>
    public Due StoppedFrom(DateOnly day, string because) =>
        day == Period.Open || StoppedOn <= day ? this : this with { StoppedOn = day, StoppedBecause = because };

    /// <summary>Where it stands at the end of a day; null before it has started.</summary>
    public Standing? StatusOn(DateOnly day) => At(day, null);

    /// <summary>Where it stands at an instant; null before it has started. What has no time of day counts from the start of its day.</summary>
    public Standing? StatusOn(DateTimeOffset instant) => At(London.DateOf(instant), instant);

    private Standing? At(DateOnly day, DateTimeOffset? now)
    {
        if (!Is(Started, day, now))
        {
            return null;
        }

        if (Closed is { } closed && Is(closed, day, now) && !(StoppedOn < closed.On))
        {
            var late = Over(closed.On, closed.Instant);
            return new Standing(late > 0 ? DueStatus.Late : DueStatus.Met, late, Limit.OverUnit);
        }

        if (StoppedOn is { } stopped && stopped <= day)
        {
            var missed = Over(stopped, null);
            return new Standing(missed > 0 ? DueStatus.Missed : DueStatus.Void, missed, Limit.OverUnit);
        }

        var over = Over(day, now ?? (DueAt is null ? null : End(day)));
        return new Standing(over > 0 ? DueStatus.Overdue : DueStatus.Open, over, Limit.OverUnit);
    }

    private static bool Is(Mark mark, DateOnly day, DateTimeOffset? now) =>
        mark.On < day || (mark.On == day && (now is null || mark.Instant is not { } instant || instant <= now));

    private static DateTimeOffset? End(DateOnly day) => day.Year is > 1 and < 9990 ? London.EndOf(day) : null;

    /// <summary>By how much a moment lies after the due one.</summary>
    private int Over(DateOnly day, DateTimeOffset? instant) => Limit.OverUnit switch
    {
        LimitUnit.Hours when DueAt is { } due && instant is { } at => at > due ? (int)Math.Min(int.MaxValue, Math.Ceiling((at - due).TotalHours)) : 0,
        LimitUnit.Hours => 24 * Days(day),
        LimitUnit.WorkingDays => Calendar.Between(DueOn, day),
        _ => Days(day),
    };

    private int Days(DateOnly day) => Math.Max(0, day.DayNumber - DueOn.DayNumber);
}
