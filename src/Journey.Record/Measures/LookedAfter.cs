using Journey.Record.Bitemporal;
using Journey.Record.Facts.Care;

namespace Journey.Record.Measures;

/// <summary>The cohort of most figures: children with an episode that holds on a day, short breaks left out.</summary>
public static class LookedAfter
{
    internal const string NotAtEnd = "Not looked after on the last day of the window.";

    /// <summary>The episodes of a child.</summary>
    public static IReadOnlyList<CareEpisode> Episodes(Timelines child) => CareEpisodes.Of(lane => child[lane]);

    /// <summary>The episodes that hold at the end of a day, short breaks left out; more than one where returns contradict themselves.</summary>
    public static IEnumerable<CareEpisode> On(IEnumerable<CareEpisode> episodes, DateOnly day) =>
        episodes.Where(e => !e.IsShortBreak && e.Period.Contains(day));

    /// <summary>Lanes of which one holds for every child looked after on a day: an episode is stated, or lies within a period of care.</summary>
    public static IReadOnlyList<Lane> Holding { get; } = [CareLanes.Care, CareLanes.StatedEpisodes];

    /// <summary>Children looked after at the end of the window's last day (31 March of a year's window).</summary>
    public static Measure AtEnd { get; } = new()
    {
        Code = "CLA31",
        Title = "Children looked after on the last day of the window",
        Cohort = "Children with an episode in the window",
        Numerator = "An episode holds at the end of the last day",
        Exclusions = "Short breaks (V3, V4)",
        Unit = "episodes",
        Source = "SSDA903, children looked after on 31 March",
        Lanes = CareEpisodes.Lanes,
        Of = (child, window, _) =>
        {
            var episodes = Episodes(child).Where(e => e.Period.Touches(window)).ToList();
            if (episodes.Count == 0)
            {
                return [child.Out("No episode in the window.")];
            }

            var holding = On(episodes, window.To.AddDays(-1)).ToList();
            return
            [
                child.In(
                    holding.Count > 0, holding.Count > 0 ? "Looked after on the last day." : "Not looked after on the last day, or in a short break.",
                    holding.Count, holding.Select(e => e.Fact)),
            ];
        },
    };

    /// <summary>The contributions of a child looked after on the window's last day; else it is out.</summary>
    internal static IEnumerable<Contribution> Judge(Timelines child, Period window, Func<IReadOnlyList<CareEpisode>, Contribution> judge)
    {
        var episodes = Episodes(child);
        return [On(episodes, window.To.AddDays(-1)).Any() ? judge(episodes) : child.Out(NotAtEnd)];
    }

    /// <summary>The same of children looked after without a break for some months up to the window's end; else it is out.</summary>
    internal static IEnumerable<Contribution> Judge(Timelines child, Period window, int months, Func<IReadOnlyList<CareEpisode>, Contribution> judge) =>
        Judge(child, window, episodes => PeriodsOfCare.Of(episodes)
            .Any(p => p.Period.Contains(window.To.AddDays(-1)) && p.From <= window.To.AddMonths(-months))
            ? judge(episodes)
            : child.Out($"Looked after for less than {months} months without a break."));
}
