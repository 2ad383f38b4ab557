using Journey.Record.Facts.Placements;

namespace Journey.Record.Measures;

/// <summary>M5: placements outside the area of the responsible authority. Where nobody found out, it is not known, and never inside.</summary>
public static class M5OutOfArea
{
    /// <summary>Of children looked after on the last day, and of placements that began, with unknown areas kept and left out.</summary>
    public static IReadOnlyList<Measure> All { get; } = PlacementsAsked.Four(
        "M5", "Placements outside the authority's area", "Outside the area of the responsible authority", "placements outside the area",
        "SSDA903, locality of the placement", "The area of the placement is not known.",
        (child, placement) => PlacementsAsked.Distance(child, placement)?.As<PlacementDistance>().InArea switch
        {
            true => new(false, 0, "The placement is in the authority's area."),
            false => new(true, 1, "The placement is outside the authority's area."),
            null => null,
        });
}
