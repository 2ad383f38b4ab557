using Journey.Record.Bitemporal;
using Journey.Record.Facts.Care;

namespace Journey.Record.Measures;

/// <summary>The cohort of most figures: children with an episode that holds on a day, short breaks left out.</summary>
public static class LookedAfter
{
    /// <summary>The episodes of a child.</summary>
    public static IReadOnlyList<CareEpisode> Episodes(Timelines child) => CareEpisodes.Of(lane => child[lane]);

    /// <summary>The episodes that hold at the end of a day, short breaks left out; more than one where returns contradict themselves.</summary>
    public static IEnumerable<CareEpisode> On(IEnumerable<CareEpisode> episodes, DateOnly day) =>
        episodes.Where(e => !e.IsShortBreak && e.Period.Contains(day));

    /// <summary>Children looked after at the end of the window's last day (31 March of a year's window).</summary>
    public static Measure AtEnd { get; } = new(
        "CLA31",
        1,
        "Children looked after on the last day of the window",
        "Children with an episode in the window",
        "An episode holds at the end of the last day, short breaks (V3, V4) left out",
        "episodes",
        "SSDA903, children looked after on 31 March",
        CareEpisodes.Lanes,
        (child, window) =>
        {
            var episodes = Episodes(child).Where(e => e.Period.Touches(window)).ToList();
            if (episodes.Count == 0)
            {
                return Contribution.Out(child.Child, "No episode in the window.");
            }

            var holding = On(episodes, window.To.AddDays(-1)).ToList();
            return new Contribution(
                child.Child,
                true,
                holding.Count > 0 ? "Looked after on the last day." : "Not looked after on the last day, or in a short break.",
                holding.Count,
                holding.Count > 0,
                [.. holding.Select(e => e.Fact)]);
        });

    /// <summary>A contribution of children looked after on the window's last day only.</summary>
    internal static Contribution Judge(Timelines child, Period window, Func<IReadOnlyList<CareEpisode>, Contribution> judge)
    {
        var episodes = Episodes(child);
        return On(episodes, window.To.AddDays(-1)).Any()
            ? judge(episodes)
            : Contribution.Out(child.Child, "Not looked after on the last day of the window.");
    }
}
