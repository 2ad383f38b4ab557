using CsCheck;
using Journey.Record.Bitemporal;

namespace Journey.Record.Tests.Bitemporal;

/// <summary>P17: a date is a day in England, on both sides of both changes of the clocks, whatever zone the machine is set to.</summary>
public sealed class LondonTests
{
    private const int Cases = 10_000;

    /// <summary>A minute within four days of a change of the clocks.</summary>
    private static readonly Gen<DateTime> NearAChange = Gen.Select(Gen.Int[2015, 2035], Gen.OneOf(3, 10), Gen.Int[-4 * 1440, 4 * 1440])
        .Select((year, month, minutes) => LastSunday(year, month).AddMinutes(minutes));

    public static TheoryData<string> MachineZones => ["Europe/London", "Pacific/Auckland", "America/Los_Angeles", "UTC"];

    [Theory]
    [MemberData(nameof(MachineZones))]
    public void An_instant_falls_on_the_date_an_English_clock_shows(string machine) => On(machine, () =>
        NearAChange.Sample(
            utc => London.DateOf(new DateTimeOffset(utc, TimeSpan.Zero)) == DateOnly.FromDateTime(Clock(utc)),
            iter: Cases));

    [Theory]
    [MemberData(nameof(MachineZones))]
    public void Midnight_belongs_to_the_day_that_begins(string machine) => On(machine, () =>
        NearAChange.Select(DateOnly.FromDateTime).Sample(
            day => London.DateOf(London.StartOf(day)) == day
                && London.DateOf(London.StartOf(day).AddTicks(-1)) == day.AddDays(-1)
                && London.EndOf(day) == London.StartOf(day.AddDays(1)),
            iter: Cases));

    [Theory]
    [MemberData(nameof(MachineZones))]
    public void What_is_known_on_a_date_is_what_is_known_at_its_last_instant(string machine) => On(machine, () =>
        Gen.Select(NearAChange, Gen.Int[0, 200].Array[1, 20], Gen.Int[-2, 3]).Sample(
            (start, steps, offset) =>
            {
                var day = DateOnly.FromDateTime(start).AddDays(offset);
                var entries = new List<(long Position, DateTimeOffset KnownAt)> { (1, London.StartOf(DateOnly.FromDateTime(start))) };
                entries.AddRange(steps.Select((_, i) => (i + 2L, new DateTimeOffset(start, TimeSpan.Zero).AddDays(1).AddMinutes(steps.Take(i + 1).Sum()))));
                var known = entries.Count(e => DateOnly.FromDateTime(Clock(e.KnownAt.UtcDateTime)) <= day);
                return KnowledgeRule.Resolve(entries, day) == (known, known < entries.Count);
            },
            iter: Cases));

    [Theory]
    [MemberData(nameof(MachineZones))]
    public void A_time_that_occurs_twice_is_its_first_occurrence_and_one_that_does_not_occur_is_none(string machine) => On(machine, () =>
        NearAChange.Sample(
            local => London.ToInstant(local) == new[] { local.AddHours(-1), local }.Where(utc => Clock(utc) == local)
                .Select(utc => (DateTimeOffset?)new DateTimeOffset(utc, TimeSpan.Zero)).FirstOrDefault(),
            iter: Cases));

    [Fact]
    public void The_last_day_of_March_2026_ends_at_eleven_in_the_evening_of_UTC() =>
        London.EndOf(new DateOnly(2026, 3, 31)).ShouldBe(new DateTimeOffset(2026, 3, 31, 23, 0, 0, TimeSpan.Zero));

    /// <summary>What an English clock shows, by the Summer Time Order: an hour ahead from 01:00 on the last Sunday of March to that of October.</summary>
    private static DateTime Clock(DateTime utc) =>
        utc >= LastSunday(utc.Year, 3).AddHours(1) && utc < LastSunday(utc.Year, 10).AddHours(1) ? utc.AddHours(1) : utc;

    private static DateTime LastSunday(int year, int month)
    {
        var last = new DateTime(year, month, 31, 0, 0, 0, DateTimeKind.Unspecified);
        return last.AddDays(-(int)last.DayOfWeek);
    }

    private static void On(string machine, Action check)
    {
        var before = Environment.GetEnvironmentVariable("TZ");
        try
        {
            Environment.SetEnvironmentVariable("TZ", machine);
            TimeZoneInfo.ClearCachedData();
            var july = new DateTime(2024, 7, 1, 0, 0, 0, DateTimeKind.Unspecified);
            new DateTimeOffset(july).Offset.ShouldBe(TimeZoneInfo.FindSystemTimeZoneById(machine).GetUtcOffset(july), "The zone of the machine was not set.");
            check();
        }
        finally
        {
            Environment.SetEnvironmentVariable("TZ", before);
            TimeZoneInfo.ClearCachedData();
        }
    }
}
