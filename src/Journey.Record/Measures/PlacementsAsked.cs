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

    /// <summary>The placement of a child on the last day, under a temporary stay the one that it left; null when there was none before.</summary>
    public static IEnumerable<Contribution> OnLastDay(Timelines child, Period window, Func<M1PlacementsInYear.Spell?, Contribution> judge) =>
        LookedAfter.Judge(child, window, episodes =>
        {
            var day = window.To.AddDays(-1);
            var spells = M1PlacementsInYear.Spells(episodes.Where(e => e.From <= day), Starts);
            return judge(spells.LastOrDefault(s => s.Period.Contains(day)) ?? (spells is [.., var last] ? last : null));
        });

    /// <summary>Every placement that began in the window, each an item.</summary>
    public static IEnumerable<Contribution> Began(Timelines child, Period window, Func<M1PlacementsInYear.Spell, Contribution> judge)
    {
        var began = M1PlacementsInYear.Spells(LookedAfter.Episodes(child), Starts).Where(s => window.Contains(s.From)).Select(judge).ToList();
        return began.Count > 0 ? began : [child.Out("No placement began in the window.")];
    }

    /// <summary>What was last computed of the distance of a placement, with its fact; null when nothing was.</summary>
    public static Interval? Distance(Timelines child, M1PlacementsInYear.Spell? placement) =>
        child[SettingLanes.Distances].LastOrDefault(i => placement?.Facts.Contains(i.As<PlacementDistance>().Placement) == true);

    /// <summary>
    /// The contribution of a placement about which an answer is known or not: a placement that began is an item, one of the last day stands for its
    /// child. What is not known is out where only known answers are asked for, else it is in and does not count.
    /// </summary>
    public static Contribution Judge(
        Timelines child, M1PlacementsInYear.Spell? placement, bool began, bool known, (bool Counts, decimal Value, string Why)? answer, string unknown)
    {
        var (item, on) = began && placement is not null ? (placement.Facts[0], placement.From) : ((Guid?)null, (DateOnly?)null);
        IEnumerable<Guid> facts = [.. placement?.Facts ?? [], .. Distance(child, placement) is { } distance ? [distance.FactId] : Array.Empty<Guid>()];
        return answer is { } a ? child.In(a.Counts, a.Why, a.Value, facts, item, on)
            : known ? child.Out(unknown) with { Item = item, On = on }
            : child.In(false, unknown, null, facts, item, on);
    }
}
