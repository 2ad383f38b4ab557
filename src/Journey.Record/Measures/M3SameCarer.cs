using Journey.Record.Facts.Care;
using Journey.Record.Facts.Identity;

namespace Journey.Record.Measures;

/// <summary>
/// M3: of children under 16 on the last day of the window who have been looked after for two and a half years in one unbroken period,
/// those with the same carer for two years. A carer's spell joins across L, T, U and temporary moves.
/// </summary>
public static class M3SameCarer
{
    /// <summary>The measure; only the end of the window is read.</summary>
    public static Measure Measure { get; } = new()
    {
        Code = "M3",
        Title = "Same carer for two years or more",
        Cohort = "Under 16 on the last day of the window, in one unbroken period of care for at least two and a half years",
        Numerator = "The current carer began at least two years before",
        Exclusions = "Short breaks (V3, V4)",
        Unit = "carer since, in days",
        Source = "DfE, stability of looked-after children (2024 wording: same carer)",
        IsAtEnd = true,
        Lanes = [.. CareEpisodes.Lanes, IdentityLanes.Birth],
        Holding = LookedAfter.Holding,
        Of = (child, window, _) => LookedAfter.Judge(child, window, episodes => Judge(child, window.To.AddDays(-1), episodes)),
    };

    private static Contribution Judge(Timelines child, DateOnly day, IReadOnlyList<CareEpisode> episodes)
    {
        var born = child[IdentityLanes.Birth].LastOrDefault(i => i.Period.Contains(day))?.As<Birth>().Born;
        if (born is null)
        {
            return child.Out("Date of birth not known.");
        }

        if (born.Value <= day.AddYears(-16))
        {
            return child.Out("Aged 16 or over on the last day of the window.");
        }

        var began = PeriodsOfCare.Of(episodes).Last(p => p.Period.Contains(day)).From;
        if (began > day.AddMonths(-30))
        {
            return child.Out("Looked after for less than two and a half years without a break.");
        }

        var spells = M1PlacementsInYear.Spells(episodes.Where(e => e.From <= day), "S P B");
        if ((spells.LastOrDefault(s => s.Period.Contains(day)) ?? (spells is [.., var latest] ? latest : null)) is not { } spell)
        {
            return child.In(false, "In temporary placements only: no carer is known.", null, []);
        }

        var since = day.DayNumber - spell.From.DayNumber;
        var same = spell.From <= day.AddYears(-2);
        return child.In(same, same ? "Same carer for two years or more." : "The carer changed in the last two years.", since, spell.Facts);
    }
}
