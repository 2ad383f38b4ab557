namespace Journey.Record.Clocks;

/// <summary>Working days by the calendar in force: see <see cref="WorkingCalendar"/>.</summary>
public static class WorkingDays
{
    /// <inheritdoc cref="WorkingCalendar.Between"/>
    public static int Between(DateOnly from, DateOnly to) => WorkingCalendar.Latest.Between(from, to);

    /// <inheritdoc cref="WorkingCalendar.After"/>
    public static DateOnly After(DateOnly from, int days) => WorkingCalendar.Latest.After(from, days);

    /// <inheritdoc cref="WorkingCalendar.IsWorkingDay"/>
    public static bool IsWorkingDay(DateOnly day) => WorkingCalendar.Latest.IsWorkingDay(day);

    /// <inheritdoc cref="WorkingCalendar.IsBankHoliday"/>
    public static bool IsBankHoliday(DateOnly day) => WorkingCalendar.Latest.IsBankHoliday(day);
}
