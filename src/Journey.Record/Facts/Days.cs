namespace Journey.Record.Facts;

/// <summary>Days on which undated facts stand.</summary>
internal static class Days
{
    private const int Pregnancy = 40 * 7;

    /// <summary>31 March of a return's year.</summary>
    public static DateOnly YearEnd(int year) => new(Math.Clamp(year, DateOnly.MinValue.Year, DateOnly.MaxValue.Year), 3, 31);

    /// <summary>40 weeks before an expected birth: the first day on which anything may be recorded about an unborn child.</summary>
    public static DateOnly Conceived(DateOnly expected) =>
        expected.DayNumber < Pregnancy ? DateOnly.MinValue : expected.AddDays(-Pregnancy);
}
