using Journey.Record.Bitemporal;
using Journey.Record.Facts.Care;
using Journey.Record.Facts.Placements;

namespace Journey.Record.Measures;

/// <summary>
/// The placements that figures about places count: those of children looked after on the last day, or those that began in the window. A change
/// of address begins one, whoever cares; temporary stays (T0 to T4) are no placements of their own.
/// </summary>
internal static class PlacementsAsked
{
    public const string AtEnd = "Children looked after on the last day of the window";
    public const string New = "Placements that began in the window";
    public const string LeftOut = "Short breaks (V3, V4); temporary placements (T0 to T4)";

    private const string Starts = "S P B T U";

    public static IReadOnlyList<Lane> Lanes { get; } = [.. CareEpisodes.Lanes, SettingLanes.Distances];

    /// <summary>The placement of a child on the last day, the one left for a temporary stay included.</summary>
    public static IEnumerable<Contribution> OnLastDay(Timelines child, Period window, Func<M1PlacementsInYear.Spell, Contribution> judge) =>
        LookedAfter.Judge(child, window, episodes =>
        {
            var day = window.To.AddDays(-1);
            var spells = M1PlacementsInYear.Spells(episodes.Where(e => e.From <= day), Starts);
            return (spells.LastOrDefault(s => s.Period.Contains(day)) ?? (spells is [.., var last] ? last : null)) is { } spell
                ? judge(spell)
                : child.In(false, "In temporary placements only: no place is known.", null, []);
        });

    /// <summary>Every placement that began in the window, each an item.</summary>
    public static IEnumerable<Contribution> Began(Timelines child, Period window, Func<M1PlacementsInYear.Spell, Contribution> judge)
    {
        var began = M1PlacementsInYear.Spells(LookedAfter.Episodes(child), Starts).Where(s => window.Contains(s.From)).Select(judge).ToList();
        return began.Count > 0 ? began : [child.Out("No placement began in the window.")];
    }

    /// <summary>What was last computed of the distance of a placement, with its fact; null when nothing was.</summary>
    public static Interval? Distance(Timelines child, M1PlacementsInYear.Spell placement) =>
        child[SettingLanes.Distances].LastOrDefault(i => placement.Facts.Contains(i.As<PlacementDistance>().Placement));
}
