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
    public static IReadOnlyList<Measure> All { get; } = PlacementsAsked.Four(
        "M4", "Placements over 20 miles from home", "Over 20 miles from home, in miles rounded to one decimal", "miles",
        "SSDA903, distance between home and placement as the crow flies", "How far the placement is from home is not known.",
        (child, placement) => PlacementsAsked.Distance(child, placement)?.As<PlacementDistance>().Miles is { } miles
            ? new(IsFar(miles), Rounded(miles), $"The placement is {Words.Number(Rounded(miles))} miles from home.")
            : null);

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
}
