using CsCheck;
using Journey.Record.Clocks;
using Journey.Record.Facts.FrontDoor;
using static Journey.Record.Tests.Clocks.Ticks;

namespace Journey.Record.Tests.Clocks;

/// <summary>Working days are arithmetic, and a holiday that is proclaimed later is another version of the calendar.</summary>
public sealed class CalendarTests
{
    private static readonly Gen<DateOnly> Day = Gen.Int[0, 40 * 365].Select(n => On(2000, 1, 1).AddDays(n));

    private static readonly Gen<WorkingCalendar> Version = Gen.Int[1, WorkingCalendar.All.Count].Select(v => WorkingCalendar.Find(v)!);

    [Theory]
    [InlineData(1, 19)]
    [InlineData(2, 20)]
    [InlineData(3, 20)]
    public void A_referral_before_the_State_Funeral_is_due_by_the_version_of_the_calendar(int version, int day) =>
        Of(ReferralReceived.Example with { On = On(2022, 9, 16), Contacts = [] })
            .Due("referral-decision", WorkingCalendar.Find(version)).Single().DueOn.ShouldBe(On(2022, 9, day));

    [Fact]
    public void Between_is_the_inverse_of_after() => Gen.Select(Version, Day, Gen.Int[0, 300]).Sample((calendar, day, days) =>
        calendar.Between(day, calendar.After(day, days)) == days);

    [Fact]
    public void After_is_the_last_working_day_that_between_counts() => Gen.Select(Version, Day, Gen.Int[0, 500]).Sample((calendar, day, days) =>
    {
        var to = day.AddDays(days);
        var counted = calendar.Between(day, to);
        var after = calendar.After(day, counted);
        return counted == 0 ? after == day : after <= to && calendar.IsWorkingDay(after) && calendar.Between(after, to) == 0;
    });

    [Fact]
    public void Working_days_of_two_stretches_add_up() => Gen.Select(Version, Day, Gen.Int[0, 300], Gen.Int[0, 300]).Sample((calendar, day, one, two) =>
    {
        var (middle, end) = (day.AddDays(one), day.AddDays(one + two));
        return calendar.Between(day, middle) + calendar.Between(middle, end) == calendar.Between(day, end)
            && calendar.After(calendar.After(day, one), two) == calendar.After(day, one + two);
    });

    [Fact]
    public void Between_counts_day_by_day() => Gen.Select(Version, Gen.Int[0, 400 * 365], Gen.Int[0, 300]).Sample((calendar, start, days) =>
    {
        var day = On(1900, 1, 1).AddDays(start);
        bool Works(DateOnly d) => d.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !calendar.IsBankHoliday(d);
        return calendar.Between(day, day.AddDays(days)) == Enumerable.Range(1, days).Count(n => Works(day.AddDays(n))) && calendar.IsWorkingDay(day) == Works(day);
    });

    [Fact]
    public void Days_on_which_nobody_works_move_to_the_next_on_which_somebody_does() => Gen.Select(Version, Day).Sample((calendar, day) =>
    {
        var moved = calendar.OnOrAfter(day);
        return calendar.IsWorkingDay(moved) && moved >= day && (moved == day) == calendar.IsWorkingDay(day) && calendar.Between(day, moved) <= 1;
    });

    [Fact]
    public void A_later_version_never_makes_anything_due_earlier() => Gen.Select(Version, Version, Day, Gen.Int[0, 100]).Sample((one, two, day, days) =>
        one.Version > two.Version || one.After(day, days) <= two.After(day, days));

    [Theory]
    [InlineData(LimitUnit.WorkingDays, 0, "2025-05-24", "2025-05-27")]
    [InlineData(LimitUnit.WorkingDays, 10, "2025-12-18", "2026-01-06")]
    [InlineData(LimitUnit.Days, 1, "2025-05-24", "2025-05-25")]
    [InlineData(LimitUnit.Weeks, 6, "2025-06-16", "2025-07-28")]
    [InlineData(LimitUnit.Months, 3, "2025-07-04", "2025-10-04")]
    [InlineData(LimitUnit.Months, 1, "2025-01-31", "2025-02-28")]
    [InlineData(LimitUnit.Hours, 72, "2025-10-18", "2025-10-21")]
    [InlineData(LimitUnit.Terms, 1, "2025-10-15", "2026-03-31")]
    [InlineData(LimitUnit.Terms, 1, "2026-03-31", "2026-08-31")]
    [InlineData(LimitUnit.Terms, 1, "2026-07-01", "2026-12-31")]
    public void Only_working_days_move_off_days_without_work(LimitUnit unit, int amount, string start, string due) =>
        new Limit("any", amount, unit, Evidence.Local).DueOn(DateOnly.Parse(start, null), WorkingCalendar.Latest).ShouldBe(DateOnly.Parse(due, null));

    [Fact]
    public void Seventy_two_hours_are_counted_by_the_clock_when_the_clocks_go_back()
    {
        var due = Of(
            Journey.Record.Facts.Missing.WentMissing.Example with { FromDate = On(2025, 10, 23), To = null },
            new Journey.Record.Facts.Missing.MissingEnded(Id(1), On(2025, 10, 24), new TimeOnly(18, 0), null)).Due("return-interview").Single();
        (due.DueOn, due.DueTime).ShouldBe((On(2025, 10, 27), new TimeOnly(17, 0)));
    }
}
