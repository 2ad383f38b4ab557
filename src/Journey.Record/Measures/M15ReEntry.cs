using System.Globalization;
using Journey.Record.Facts;
using Journey.Record.Facts.Care;

namespace Journey.Record.Measures;

/// <summary>
/// M15: periods of care that ended with a return home in the window, and after which the child came into care again within some days. The next
/// period may begin after the window.
/// </summary>
public static class M15ReEntry
{
    /// <summary>Within 90, 365 and 1,825 days.</summary>
    public static IReadOnlyList<Measure> All { get; } = [Within(90), Within(365), Within(1825)];

    private static Measure Within(int days) => new()
    {
        Code = string.Create(CultureInfo.InvariantCulture, $"M15-{days}"),
        Title = $"Back in care within {days.ToString("#,0", CultureInfo.InvariantCulture)} days of going home",
        Cohort = "Periods of care that ended in the window because the child returned home (E4A, E4B)",
        Numerator = "The next period of care began within that many days, the last of them included",
        Exclusions = "Short breaks (V3, V4); children who left for somebody without parental responsibility (E13)",
        Policy = "Periods are followed beyond the window, as far as is known; one that ended less than that many days ago may yet count",
        Unit = "days until the next period of care",
        Source = "DfE, data pack on permanence for looked-after children (2013)",
        Lanes = CareEpisodes.Lanes,
        Of = (child, window, _) =>
        {
            var periods = PeriodsOfCare.Of(child);
            var home = periods
                .Select((p, i) => (Period: p, Next: i + 1 < periods.Count ? periods[i + 1] : null))
                .Where(x => x.Period.Ceased && x.Period.Rec is "E4A" or "E4B" && window.Contains(x.Period.To))
                .ToList();
            return home.Count == 0 ? [child.Out("No return home in the window.")] : home.Select(x => Judge(child, x.Period, x.Next, days));
        },
    };

    private static Contribution Judge(Timelines child, PeriodOfCare period, PeriodOfCare? next, int days)
    {
        int? after = next?.From.DayNumber - period.To.DayNumber;
        return child.In(
            after <= days, after is { } n ? $"In care again {Words.Count(n, "day")} after returning home." : "Not in care again since returning home.",
            after, [.. period.Facts, .. next is null ? Array.Empty<Guid>() : [next.First]], period.First, period.To);
    }
}
