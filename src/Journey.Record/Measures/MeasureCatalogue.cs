namespace Journey.Record.Measures;

/// <summary>Every published measure, by code.</summary>
public static class MeasureCatalogue
{
    /// <summary>All measures, in order of code.</summary>
    public static IReadOnlyList<Measure> All { get; } =
    [
        LookedAfter.AtEnd,
        M1PlacementsInYear.Carer,
        M1PlacementsInYear.Address,
        M2PlacementsAnnexA.Measure,
        M3SameCarer.Measure,
        M6SocialWorkersInYear.Measure,
        M7WorkerChanges.Measure,
        M8DaysUnallocated.Measure,
    ];

    /// <summary>The measure with a code, whatever its case, or null.</summary>
    public static Measure? Find(string code) => All.FirstOrDefault(m => string.Equals(m.Code, code, StringComparison.OrdinalIgnoreCase));
}
