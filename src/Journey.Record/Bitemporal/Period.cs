namespace Journey.Record.Bitemporal;

/// <summary>Days from <see cref="From"/> up to, not including, <see cref="To"/>; <see cref="Open"/> as the end means until further notice.</summary>
public readonly record struct Period
{
    /// <summary>The end of a period that has none.</summary>
    public static readonly DateOnly Open = DateOnly.MaxValue;

    /// <summary>A period; an end before the start is a programming error.</summary>
    public Period(DateOnly from, DateOnly to)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(to, from);
        From = from;
        To = to;
    }

    /// <summary>First day, included.</summary>
    public DateOnly From { get; }

    /// <summary>Last day, excluded.</summary>
    public DateOnly To { get; }

    /// <summary>No day at all: a change and a change back on one day.</summary>
    public bool IsEmpty => From == To;

    /// <summary>Number of days covered; meaningless when open.</summary>
    public int Days => To.DayNumber - From.DayNumber;

    /// <summary>True on the first day, false on the last.</summary>
    public bool Contains(DateOnly day) => From <= day && day < To;

    /// <summary>True when the two share a day, or when an empty one lies within the other.</summary>
    public bool Touches(Period other) =>
        IsEmpty ? other.Contains(From) || (other.IsEmpty && other.From == From)
        : other.IsEmpty ? Contains(other.From)
        : From < other.To && other.From < To;

    /// <summary>The part inside a window, or null when they do not touch.</summary>
    public Period? Clip(Period window) => !Touches(window)
        ? null
        : new Period(From > window.From ? From : window.From, To < window.To ? To : window.To);

    /// <summary>A return's year, named by the March it ends in: 2018 is 1 April 2017 up to, not including, 1 April 2018.</summary>
    public static Period Year(int year) => new(new DateOnly(year - 1, 4, 1), new DateOnly(year, 4, 1));
}
