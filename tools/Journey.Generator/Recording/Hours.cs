using Journey.Record.Bitemporal;
using Journey.Record.Clocks;

namespace Journey.Generator.Recording;

/// <summary>When people sit at a keyboard.</summary>
internal sealed class Hours(DateOnly from, DateOnly to)
{
    private readonly bool[] _works = [.. Enumerable.Range(0, Math.Max(1, to.DayNumber - from.DayNumber)).Select(i => WorkingDays.IsWorkingDay(from.AddDays(i)))];

    /// <summary>True on a working day.</summary>
    public bool Works(DateOnly day) => day.DayNumber - from.DayNumber is var i && i >= 0 && i < _works.Length ? _works[i] : WorkingDays.IsWorkingDay(day);

    /// <summary>The working day on or after a day.</summary>
    public DateOnly Next(DateOnly day)
    {
        while (!Works(day))
        {
            day = day.AddDays(1);
        }

        return day;
    }

    /// <summary>One of the last three working days of the month.</summary>
    public DateOnly MonthEnd(DateOnly day, Chance chance)
    {
        var last = new DateOnly(day.Year, day.Month, 1).AddMonths(1).AddDays(-1);
        for (var back = chance.Whole(0, 3); back > 0 || !Works(last); last = last.AddDays(-1))
        {
            back -= Works(last) ? 1 : 0;
        }

        return last;
    }

    /// <summary>The earliest time at a keyboard not before a civil time: at once within hours, else some time on the next working day.</summary>
    public DateTimeOffset At(DateTime civil, Chance chance)
    {
        var day = DateOnly.FromDateTime(civil);
        if (Works(day) && civil.TimeOfDay >= TimeSpan.FromHours(7) && civil.TimeOfDay < TimeSpan.FromHours(18.6))
        {
            return Instant(civil.AddSeconds(chance.Whole(0, 60)));
        }

        day = Next(civil.TimeOfDay < TimeSpan.FromHours(7) ? day : day.AddDays(1));
        return Within(day, chance);
    }

    /// <summary>Some time within working hours of a day.</summary>
    public static DateTimeOffset Within(DateOnly day, Chance chance) => Instant(day.ToDateTime(new TimeOnly(8, 20)).AddSeconds(chance.Whole(0, 9 * 3600)));

    /// <summary>The instant of a civil time; an hour later where there is none.</summary>
    public static DateTimeOffset Instant(DateTime civil) => London.ToInstant(civil) ?? London.ToInstant(civil.AddHours(1))!.Value;
}
