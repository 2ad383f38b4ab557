namespace Journey.Record.Facts;

/// <summary>Days on which undated facts stand, and sums that stay within the calendar whatever is stated.</summary>
internal static class Days
{
    /// <summary>31 March of a return's year; of 1900 when no usable year is stated.</summary>
    public static DateOnly YearEnd(int? year) => new(year is >= 1900 and <= 9998 ? year.Value : 1900, 3, 31);

    /// <summary>40 weeks before an expected birth: the first day on which anything may be recorded about an unborn child.</summary>
    public static DateOnly Conceived(DateOnly expected) => Shift(expected, -40 * 7);

    /// <summary>Age in whole years on a day.</summary>
    public static int Age(DateOnly born, DateOnly day) =>
        day.Year - born.Year - (day < born.AddYears(day.Year - born.Year) ? 1 : 0);

    /// <summary>A number of days later, or earlier when negative.</summary>
    public static DateOnly Shift(DateOnly day, long days) =>
        DateOnly.FromDayNumber((int)Math.Clamp(day.DayNumber + days, DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber));
}
