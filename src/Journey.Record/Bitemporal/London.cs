namespace Journey.Record.Bitemporal;

/// <summary>Civil time in Europe/London, the zone of every date in the record.</summary>
public static class London
{
    /// <summary>The zone itself, whatever zone the machine is set to.</summary>
    public static TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    /// <summary>The London date of an instant.</summary>
    public static DateOnly DateOf(DateTimeOffset instant) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Zone).DateTime);

    /// <summary>The instant at which a London day starts (00:00 local), in UTC.</summary>
    public static DateTimeOffset StartOf(DateOnly day) => ToInstant(day.ToDateTime(TimeOnly.MinValue))
        ?? throw new InvalidOperationException("A London day always starts at midnight.");

    /// <summary>The instant at which a London day is over: the start of the next one. Knowledge "on a day" is everything before it.</summary>
    public static DateTimeOffset EndOf(DateOnly day) => StartOf(day.AddDays(1));

    /// <summary>
    /// The instant of a local date and time. The hour that occurs twice (last Sunday of October) is its first occurrence;
    /// a time in the hour that does not occur (last Sunday of March) is null.
    /// </summary>
    public static DateTimeOffset? ToInstant(DateTime local)
    {
        var civil = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        if (Zone.IsInvalidTime(civil))
        {
            return null;
        }

        var offset = Zone.IsAmbiguousTime(civil) ? Zone.GetAmbiguousTimeOffsets(civil).Max() : Zone.GetUtcOffset(civil);
        return new DateTimeOffset(civil, offset).ToUniversalTime();
    }

    /// <summary>Today's date in London by the given clock.</summary>
    public static DateOnly Today(this TimeProvider clock) => DateOf(clock.GetUtcNow());
}
