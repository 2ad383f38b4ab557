using Journey.Record.Facts.Care;

namespace Journey.Record.Measures;

/// <summary>Placements that began in the window.</summary>
public static class NewPlacements
{
    /// <summary>The measure.</summary>
    public static Measure Measure { get; } = new()
    {
        Code = "PLACEMENTS-new",
        Kind = MeasureKind.Count,
        Title = "New placements in the year",
        Cohort = PlacementsAsked.New,
        Numerator = "All of them",
        Exclusions = PlacementsAsked.LeftOut,
        Policy = "A change of address begins a placement, whoever cares",
        Unit = "placements",
        Source = "DfE, children looked after: placements that began in the year",
        Lanes = CareEpisodes.Lanes,
        Of = (child, window, _) => PlacementsAsked.Began(child, window, spell =>
            child.In(true, "A placement began.", 1, spell.Facts, spell.Facts[0], spell.From)),
    };
}
