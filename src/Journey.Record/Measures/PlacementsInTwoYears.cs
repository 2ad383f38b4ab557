using Journey.Record.Bitemporal;

namespace Journey.Record.Measures;

/// <summary>Placement spells in the two years up to the window's end, of children looked after all that time; spells as in M1.</summary>
public static class PlacementsInTwoYears
{
    /// <summary>A change of carer starts a spell; only the end of the window is read.</summary>
    public static Measure Measure { get; } = M1PlacementsInYear.Carer with
    {
        Code = "M1-2y",
        Title = "Placements in two years",
        Cohort = "Children looked after on the last day of the window and without a break in the two years up to it",
        Source = "DfE, stability of looked-after children, placements over two years",
        IsAtEnd = true,
        Of = (child, window, _) => LookedAfter.Judge(child, window, 24, episodes =>
        {
            var spells = M1PlacementsInYear.SpellsIn(new Period(window.To.AddYears(-2), window.To), episodes);
            return child.In(spells.Count >= 3, $"{spells.Count} placement spells touch the two years.", spells.Count, spells.SelectMany(s => s.Facts));
        }),
    };
}
