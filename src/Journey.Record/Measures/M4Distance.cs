using Journey.Record.Bitemporal;
using Journey.Record.Facts;
using Journey.Record.Facts.Placements;

namespace Journey.Record.Measures;

/// <summary>
/// M4: how far placements are from home, in miles to one decimal. Over 20 miles is judged on that decimal. A distance that nobody computed is
/// not known and has no value; it counts as not far where it is kept in the cohort.
/// </summary>
public static class M4Distance
{
    private const decimal Far = 20;

    /// <summary>Of children looked after on the last day, and of placements that began, with unknown distances kept and left out.</summary>
    public static IReadOnlyList<Measure> All { get; } =
    [
        Define("M4", PlacementsAsked.AtEnd, "Unknown distances stay in the cohort", (child, window) =>
            PlacementsAsked.OnLastDay(child, window, spell => Judge(child, spell, false, known: false))) with { IsAtEnd = true },
        Define("M4-known", PlacementsAsked.AtEnd, "Known distances only", (child, window) =>
            PlacementsAsked.OnLastDay(child, window, spell => Judge(child, spell, false, known: true))) with { IsAtEnd = true },
        Define("M4-new", PlacementsAsked.New, "Unknown distances stay in the cohort", (child, window) =>
            PlacementsAsked.Began(child, window, spell => Judge(child, spell, true, known: false))),
        Define("M4-new-known", PlacementsAsked.New, "Known distances only", (child, window) =>
            PlacementsAsked.Began(child, window, spell => Judge(child, spell, true, known: true))),
    ];

    /// <summary>
    /// The straight line between two points of the national grid (eastings and northings in metres), in miles of 1,609.3 metres to one decimal.
    /// </summary>
    public static decimal Miles((int East, int North) home, (int East, int North) placement)
    {
        var (east, north) = ((double)home.East - placement.East, (double)home.North - placement.North);
        return Rounded((decimal)(Math.Sqrt((east * east) + (north * north)) / 1609.3));
    }

    /// <summary>True when a distance in miles, to one decimal, is over 20.</summary>
    public static bool IsFar(decimal miles) => Rounded(miles) > Far;

    private static decimal Rounded(decimal miles) => decimal.Round(miles, 1, MidpointRounding.AwayFromZero);

    private static Contribution Judge(Timelines child, M1PlacementsInYear.Spell? placement, bool began, bool known)
    {
        var miles = PlacementsAsked.Distance(child, placement)?.As<PlacementDistance>().Miles;
        return PlacementsAsked.Judge(
            child, placement, began, known,
            miles is { } m ? (IsFar(m), Rounded(m), $"The placement is {Words.Number(Rounded(m))} miles from home.") : null,
            "How far the placement is from home is not known.");
    }

    private static Measure Define(string code, string cohort, string policy, Func<Timelines, Period, IEnumerable<Contribution>> of) => new()
    {
        Code = code,
        Title = "Placements over 20 miles from home",
        Cohort = cohort,
        Numerator = "Over 20 miles from home, in miles rounded to one decimal",
        Exclusions = PlacementsAsked.LeftOut,
        Policy = policy,
        Unit = "miles",
        Source = "SSDA903, distance between home and placement as the crow flies",
        Lanes = PlacementsAsked.Lanes,
        Of = (child, window, _) => of(child, window),
    };
}
