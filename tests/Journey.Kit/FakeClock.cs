using Microsoft.Extensions.Time.Testing;

namespace Journey.Kit;

/// <summary>A clock that stands still until a test moves it, in England's time zone.</summary>
public static class FakeClock
{
    /// <summary>Noon in England on a day.</summary>
    public static FakeTimeProvider At(int year, int month, int day) => At(new DateOnly(year, month, day), new TimeOnly(12, 0));

    /// <summary>A day and time in England.</summary>
    public static FakeTimeProvider At(DateOnly day, TimeOnly time)
    {
        var london = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");
        var local = day.ToDateTime(time);
        var clock = new FakeTimeProvider(new DateTimeOffset(local, london.GetUtcOffset(local)).ToUniversalTime());
        clock.SetLocalTimeZone(london);
        return clock;
    }
}
