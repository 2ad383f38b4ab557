using System.Globalization;
using Journey.Record.Facts.Care;

namespace Journey.Record.Measures;

/// <summary>
/// M2: placements in the last 12 months as Annex A counts them: episodes still open or ending in those months whose RNE is S, P or B,
/// plus one that began with T or U and straddles the day 12 months ago; at least 1. Temporary moves count here.
/// </summary>
public static class M2PlacementsAnnexA
{
    /// <summary>The measure; its window ends the day after the day asked about, and only that end is read.</summary>
    public static Measure Measure { get; } = new()
    {
        Code = "M2",
        Title = "Placements in the last 12 months (Annex A)",
        Cohort = "Children looked after on the last day of the window",
        Numerator = "Three placements or more",
        Exclusions = "Short breaks (V3, V4)",
        Policy = "Temporary moves count, as in Annex A",
        Unit = "placements",
        Source = "Ofsted ILACS Annex A, list 8",
        IsAtEnd = true,
        Lanes = CareEpisodes.Lanes,
        Holding = LookedAfter.Holding,
        Of = (child, window, _) => LookedAfter.Judge(child, window, episodes =>
        {
            var day = window.To.AddDays(-1);
            var ago = day.AddMonths(-12);
            var counted = episodes
                .Where(e => e.From <= day && e.To > ago)
                .Where(e => e.Rne is "S" or "P" or "B" || (e.Rne is "T" or "U" && e.From < ago && ago < e.To))
                .ToList();
            var value = Math.Max(1, counted.Count);
            return child.In(
                value >= 3, string.Create(CultureInfo.InvariantCulture, $"{value} placements in the 12 months to {day:yyyy-MM-dd}."), value, counted.Select(e => e.Fact));
        }),
    };
}
