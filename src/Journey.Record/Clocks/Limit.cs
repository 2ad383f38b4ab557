namespace Journey.Record.Clocks;

/// <summary>How far a limit binds.</summary>
public enum Evidence
{
    /// <summary>Law, statutory guidance or a check of a statutory return; nobody can set it.</summary>
    Statutory,

    /// <summary>What the field takes for the rule; an authority can set its own.</summary>
    Target,

    /// <summary>An agreement of the authority itself; it can set another.</summary>
    Local,
}

/// <summary>What a limit is counted in.</summary>
public enum LimitUnit
{
    /// <summary>Working days of a calendar; a limit that ends on another day ends on the next working one.</summary>
    WorkingDays,

    /// <summary>Calendar days.</summary>
    Days,

    /// <summary>Weeks of seven days.</summary>
    Weeks,

    /// <summary>Calendar months; the last day of a month where it has no such day.</summary>
    Months,

    /// <summary>School terms after the one of the day: autumn ends on 31 December, spring on 31 March, summer on 31 August.</summary>
    Terms,

    /// <summary>Hours by the clock, whatever days they fall on.</summary>
    Hours,
}

/// <summary>How long something may take.</summary>
/// <param name="Name">Stable, kebab-case; the name of its setting.</param>
/// <param name="Amount">How many of the unit; 0 or more.</param>
/// <param name="Unit">The unit.</param>
/// <param name="Evidence">How far it binds.</param>
public sealed record Limit(string Name, int Amount, LimitUnit Unit, Evidence Evidence)
{
    /// <summary>An authority can set another amount.</summary>
    public bool IsSettable => Evidence != Evidence.Statutory;

    /// <summary>The unit in which being late is counted: working days and hours in their own, all others in days.</summary>
    public LimitUnit OverUnit => Unit is LimitUnit.WorkingDays or LimitUnit.Hours ? Unit : LimitUnit.Days;

    /// <summary>
    /// The last day on which it is in time, when it starts on a day; the day itself counts as 0. Hours of unknown time of day run to the end
    /// of the day they reach.
    /// </summary>
    public DateOnly DueOn(DateOnly start, WorkingCalendar calendar)
    {
        // Days that nobody means lie beyond the calendar's end once counted on.
        if (start.Year > 9900)
        {
            return DateOnly.MaxValue;
        }

        return Unit switch
        {
            LimitUnit.WorkingDays => calendar.OnOrAfter(calendar.After(start, Amount)),
            LimitUnit.Weeks => start.AddDays(7 * Amount),
            LimitUnit.Months => start.AddMonths(Amount),
            LimitUnit.Terms => TermEnd(start, Amount),
            LimitUnit.Hours => start.AddDays((Amount + 23) / 24),
            _ => start.AddDays(Amount),
        };
    }

    private static DateOnly TermEnd(DateOnly day, int terms)
    {
        var end = EndOfTerm(day);
        for (; terms > 0; terms--)
        {
            end = EndOfTerm(end.AddDays(1));
        }

        return end;
    }

    private static DateOnly EndOfTerm(DateOnly day) => day.Month switch
    {
        <= 3 => new DateOnly(day.Year, 3, 31),
        <= 8 => new DateOnly(day.Year, 8, 31),
        _ => new DateOnly(day.Year, 12, 31),
    };
}
