using Journey.Record.Bitemporal;
using Journey.Record.Facts.Placements;

namespace Journey.Record.Measures;

/// <summary>M5: placements outside the area of the responsible authority. Where nobody found out, it is not known, and never inside.</summary>
public static class M5OutOfArea
{
    /// <summary>Of children looked after on the last day, and of placements that began, with unknown areas kept and left out.</summary>
    public static IReadOnlyList<Measure> All { get; } =
    [
        Define("M5", PlacementsAsked.AtEnd, "Unknown areas stay in the cohort", (child, window) =>
            PlacementsAsked.OnLastDay(child, window, spell => Judge(child, spell, false, known: false))) with { IsAtEnd = true },
        Define("M5-known", PlacementsAsked.AtEnd, "Known areas only", (child, window) =>
            PlacementsAsked.OnLastDay(child, window, spell => Judge(child, spell, false, known: true))) with { IsAtEnd = true },
        Define("M5-new", PlacementsAsked.New, "Unknown areas stay in the cohort", (child, window) =>
            PlacementsAsked.Began(child, window, spell => Judge(child, spell, true, known: false))),
        Define("M5-new-known", PlacementsAsked.New, "Known areas only", (child, window) =>
            PlacementsAsked.Began(child, window, spell => Judge(child, spell, true, known: true))),
    ];

    private static Contribution Judge(Timelines child, M1PlacementsInYear.Spell? placement, bool began, bool known) =>
        PlacementsAsked.Judge(
            child, placement, began, known,
            PlacementsAsked.Distance(child, placement)?.As<PlacementDistance>().InArea switch
            {
                true => (false, 0, "The placement is in the authority's area."),
                false => (true, 1, "The placement is outside the authority's area."),
                null => null,
            },
            "The area of the placement is not known.");

    private static Measure Define(string code, string cohort, string policy, Func<Timelines, Period, IEnumerable<Contribution>> of) => new()
    {
        Code = code,
        Title = "Placements outside the authority's area",
        Cohort = cohort,
        Numerator = "Outside the area of the responsible authority",
        Exclusions = PlacementsAsked.LeftOut,
        Policy = policy,
        Unit = "placements outside the area",
        Source = "SSDA903, locality of the placement",
        Lanes = PlacementsAsked.Lanes,
        Of = (child, window, _) => of(child, window),
    };
}
