using Journey.Record.Clocks;

namespace Journey.Generator.Telling;

/// <summary>Days as the chapters of care count them.</summary>
internal static class CareDays
{
    /// <summary>The day, or the first working day after a weekend or holiday.</summary>
    public static DateOnly Working(DateOnly day) => WorkingDays.IsWorkingDay(day) ? day : WorkingDays.After(day, 1);

    /// <summary>The first day on or after a day on which schools are open, near enough.</summary>
    public static DateOnly Schoolday(DateOnly day) => Working(day switch
    {
        { Month: 12, Day: > 18 } => new DateOnly(day.Year + 1, 1, 6),
        { Month: 1, Day: < 6 } => new DateOnly(day.Year, 1, 6),
        { Month: 8 } or { Month: 7, Day: > 20 } => new DateOnly(day.Year, 9, 4),
        _ => day,
    });

    /// <summary>The later one.</summary>
    public static DateOnly Latest(DateOnly one, DateOnly other) => one > other ? one : other;

    /// <summary>The earlier one.</summary>
    public static DateOnly Earliest(DateOnly one, DateOnly other) => one < other ? one : other;

    /// <summary>The first day on which the period no longer holds, or the day after the record ends.</summary>
    public static DateOnly End(Life life, CarePeriod period) => period.To ?? life.Settings.End.AddDays(1);

    /// <summary>How far a placement is from home, in miles to one decimal; null for a child who came alone, 0 with the parents.</summary>
    public static decimal? Miles(Life life, CarePeriod period, Stay stay) =>
        period.Way == CareWay.Alone ? null : stay.Type == "P1" ? 0 : Providers.Miles(life.Town.Home(life.Family.Number), stay.At);

    /// <summary>Reporting years, named by the March in which they end, that touch a period of care.</summary>
    public static IEnumerable<int> Years(Life life, CarePeriod period)
    {
        var last = End(life, period).AddDays(-1);
        for (var year = YearOf(period.From); year <= YearOf(last); year++)
        {
            yield return year;
        }
    }

    /// <summary>The reporting year of a day.</summary>
    public static int YearOf(DateOnly day) => day.Month >= 4 ? day.Year + 1 : day.Year;
}
