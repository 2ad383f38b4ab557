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
    /// Four measures of what is known or not about a place: of the last day and of placements that began, with what is not known in the cohort, where
    /// it does not count, and out of it.
    /// </summary>
    public static IReadOnlyList<Measure> Four(
        string code, string title, string numerator, string unit, string source, string unknown, Func<Timelines, M1PlacementsInYear.Spell?, Answer?> ask)
    {
        return [Define("", false, false), Define("-known", false, true), Define("-new", true, false), Define("-new-known", true, true)];

        Measure Define(string policy, bool began, bool known) => new()
        {
            Code = code + policy,
            Title = title,
            Cohort = began ? New : AtEnd,
            Numerator = numerator,
            Exclusions = LeftOut,
            Policy = known ? "Known ones only" : "Unknown ones stay in the cohort and do not count",
            Unit = unit,
            Source = source,
            IsAtEnd = !began,
            Lanes = Lanes,
            Of = (child, window, _) => began
                ? Began(child, window, p => Judge(child, p, known) with { Item = p.Facts[0], On = p.From })
                : OnLastDay(child, window, p => Judge(child, p, known)),
        };

        Contribution Judge(Timelines child, M1PlacementsInYear.Spell? placement, bool known)
        {
            IEnumerable<Guid> facts = [.. placement?.Facts ?? [], .. Distance(child, placement) is { } distance ? [distance.FactId] : Array.Empty<Guid>()];
            return ask(child, placement) is { } answer ? child.In(answer.Counts, answer.Why, answer.Value, facts)
                : known ? child.Out(unknown)
                : child.In(false, unknown, null, facts);
        }
    }

    /// <summary>What is known of a placement.</summary>
    public sealed record Answer(bool Counts, decimal Value, string Why);
}
