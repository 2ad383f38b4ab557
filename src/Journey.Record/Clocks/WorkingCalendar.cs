namespace Journey.Record.Clocks;

/// <summary>
/// Working days in England: Monday to Friday without the bank holidays of England and Wales, as one version of the calendar has them. Holidays
/// follow the rules in force since 1978 with the days that were moved or added (source: gov.uk bank holidays). A holiday that is proclaimed later
/// is the next version: figures by an older one stay as they were.
/// </summary>
public sealed class WorkingCalendar
{
    private const int Most = 10_000;

    private static readonly DateOnly[] Jubilees = [new(2011, 4, 29), new(2012, 6, 5), new(2022, 6, 3)];

    private static readonly DateOnly First = new(1950, 1, 1);

    private static readonly DateOnly Last = new(2150, 12, 31);

    private readonly HashSet<DateOnly> _extra;

    private readonly Lazy<int[]> _counted;

    private WorkingCalendar(int version, DateOnly publishedOn, params DateOnly[] extra)
    {
        Version = version;
        PublishedOn = publishedOn;
        _extra = [.. Jubilees, .. extra];
        _counted = new Lazy<int[]>(Counted);
    }

    /// <summary>Every version, in order: without the holidays of 19 September 2022 and 8 May 2023, with the first, with both.</summary>
    public static IReadOnlyList<WorkingCalendar> All { get; } =
    [
        new(1, new DateOnly(2020, 11, 12)),
        new(2, new DateOnly(2022, 9, 10), new DateOnly(2022, 9, 19)),
        new(3, new DateOnly(2022, 11, 6), new DateOnly(2022, 9, 19), new DateOnly(2023, 5, 8)),
    ];

    /// <summary>The version in force.</summary>
    public static WorkingCalendar Latest { get; } = All[^1];

    /// <summary>Its number, from 1.</summary>
    public int Version { get; }

    /// <summary>The day on which its newest holiday was announced.</summary>
    public DateOnly PublishedOn { get; }

    /// <summary>The version with a number, or null.</summary>
    public static WorkingCalendar? Find(int version) => All.FirstOrDefault(c => c.Version == version);

    /// <summary>Working days after the first day up to and including the second; 0 when the second is not later, and never more than 10,000.</summary>
    public int Between(DateOnly from, DateOnly to)
    {
        if (from >= to)
        {
            return 0;
        }

        if (from >= First && to <= Last)
        {
            return Math.Min(Most, _counted.Value[to.DayNumber - First.DayNumber] - _counted.Value[from.DayNumber - First.DayNumber]);
        }

        var count = 0;
        for (var day = from; day < to && count < Most;)
        {
            day = day.AddDays(1);
            count += IsWorkingDay(day) ? 1 : 0;
        }

        return count;
    }

    /// <summary>The day a number of working days after another.</summary>
    public DateOnly After(DateOnly from, int days)
    {
        var day = from;
        while (days > 0)
        {
            day = day.AddDays(1);
            days -= IsWorkingDay(day) ? 1 : 0;
        }

        return day;
    }

    /// <summary>The day itself when it is a working day, else the next one.</summary>
    public DateOnly OnOrAfter(DateOnly day)
    {
        while (!IsWorkingDay(day))
        {
            day = day.AddDays(1);
        }

        return day;
    }

    /// <summary>True on Monday to Friday unless a bank holiday.</summary>
    public bool IsWorkingDay(DateOnly day) => day > First && day <= Last
        ? _counted.Value[day.DayNumber - First.DayNumber] > _counted.Value[day.DayNumber - First.DayNumber - 1]
        : Works(day);

    /// <summary>True on a bank holiday of England and Wales.</summary>
    public bool IsBankHoliday(DateOnly day)
    {
        var easter = Easter(day.Year);
        return _extra.Contains(day)
            || day == Substitute(new DateOnly(day.Year, 1, 1))
            || day == easter.AddDays(-2)
            || day == easter.AddDays(1)
            || day == EarlyMay(day.Year)
            || day == Spring(day.Year)
            || day == LastMonday(day.Year, 8)
            || IsChristmas(day);
    }

    private bool Works(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !IsBankHoliday(day);

    /// <summary>Working days from the first day that is counted ahead up to each.</summary>
    private int[] Counted()
    {
        var counted = new int[Last.DayNumber - First.DayNumber + 1];
        for (var n = 1; n < counted.Length; n++)
        {
            counted[n] = counted[n - 1] + (Works(First.AddDays(n)) ? 1 : 0);
        }

        return counted;
    }

    private static bool IsChristmas(DateOnly day)
    {
        var christmas = new DateOnly(day.Year, 12, 25);
        return christmas.DayOfWeek switch
        {
            DayOfWeek.Friday => day == christmas || day == christmas.AddDays(3),
            DayOfWeek.Saturday => day == christmas.AddDays(2) || day == christmas.AddDays(3),
            DayOfWeek.Sunday => day == christmas.AddDays(1) || day == christmas.AddDays(2),
            _ => day == christmas || day == christmas.AddDays(1),
        };
    }

    private static DateOnly Substitute(DateOnly day) => day.DayOfWeek switch
    {
        DayOfWeek.Saturday => day.AddDays(2),
        DayOfWeek.Sunday => day.AddDays(1),
        _ => day,
    };

    /// <summary>First Monday of May; in 1995 and 2020 moved to 8 May.</summary>
    private static DateOnly EarlyMay(int year)
    {
        if (year is 1995 or 2020)
        {
            return new DateOnly(year, 5, 8);
        }

        var first = new DateOnly(year, 5, 1);
        return first.AddDays(((int)DayOfWeek.Monday - (int)first.DayOfWeek + 7) % 7);
    }

    /// <summary>Last Monday of May; in 2002, 2012 and 2022 moved to June for a jubilee.</summary>
    private static DateOnly Spring(int year) => year switch
    {
        2002 => new DateOnly(2002, 6, 4),
        2012 => new DateOnly(2012, 6, 4),
        2022 => new DateOnly(2022, 6, 2),
        _ => LastMonday(year, 5),
    };

    private static DateOnly LastMonday(int year, int month)
    {
        var last = new DateOnly(year, month, DateTime.DaysInMonth(year, month));
        return last.AddDays(-(((int)last.DayOfWeek - (int)DayOfWeek.Monday + 7) % 7));
    }

    /// <summary>Easter Sunday by the Gregorian computus.</summary>
    private static DateOnly Easter(int year)
    {
        var (a, b, c) = (year % 19, year / 100, year % 100);
        var h = ((19 * a) + b - (b / 4) - (((8 * b) + 13) / 25) + 15) % 30;
        var l = (32 + (2 * (b % 4)) + (2 * (c / 4)) - h - (c % 4)) % 7;
        var m = (a + (11 * h) + (22 * l)) / 451;
        var n = h + l - (7 * m) + 114;
        return new DateOnly(year, n / 31, (n % 31) + 1);
    }
}
