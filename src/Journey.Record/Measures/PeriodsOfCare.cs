using Journey.Record.Bitemporal;
using Journey.Record.Facts.Care;

namespace Journey.Record.Measures;

/// <summary>
/// An unbroken time in care, from its first day up to, not including, its last. <paramref name="Rec"/> is the reason for which it ceased.
/// </summary>
/// <param name="From">First day.</param>
/// <param name="To">Day on which it ceased, excluded.</param>
/// <param name="Rec">Reason of the episode that ends last; null while it lasts or when none is stated.</param>
/// <param name="Silent">True when its end is only the day from which returns no longer report it.</param>
/// <param name="Episodes">Its episodes in order.</param>
public sealed record PeriodOfCare(DateOnly From, DateOnly To, string? Rec, bool Silent, IReadOnlyList<CareEpisode> Episodes)
{
    /// <summary>The days covered.</summary>
    public Period Period => new(From, To);

    /// <summary>Ceased: it has an end, and not one that says that care continues (X1) or that returns fell silent.</summary>
    public bool Ceased => To != Period.Open && !Silent && Rec != "X1";

    /// <summary>The facts of its episodes.</summary>
    public IEnumerable<Guid> Facts => Episodes.Select(e => e.Fact);

    /// <summary>The fact it began with.</summary>
    public Guid First => Episodes[0].Fact;
}

/// <summary>Periods of care, made from episodes.</summary>
public static class PeriodsOfCare
{
    /// <summary>
    /// Periods in order of their first day, short breaks left out. A new one begins with an episode of RNE S, and with one after a gap.
    /// </summary>
    public static IReadOnlyList<PeriodOfCare> Of(IEnumerable<CareEpisode> episodes)
    {
        var periods = new List<PeriodOfCare>();
        var own = new List<CareEpisode>();
        foreach (var episode in episodes.Where(e => !e.IsShortBreak))
        {
            if (periods.Count == 0 || episode.Rne == "S" || episode.From > periods[^1].To)
            {
                own = [episode];
                periods.Add(new PeriodOfCare(episode.From, episode.To, episode.Rec, episode.Silent, own));
                continue;
            }

            own.Add(episode);
            if (episode.To >= periods[^1].To)
            {
                periods[^1] = periods[^1] with { To = episode.To, Rec = episode.Rec, Silent = episode.Silent };
            }
        }

        return periods;
    }

    /// <summary>Periods of a child.</summary>
    internal static IReadOnlyList<PeriodOfCare> Of(Timelines child) => Of(LookedAfter.Episodes(child));
}
