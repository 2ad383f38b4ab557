namespace Journey.Exchange.Ssda903.Checks;

/// <summary>Missing and away episodes.</summary>
internal static class MissingRules
{
    /// <summary>574: the child goes missing while an earlier missing episode is open or not over.</summary>
    public static ReturnRule Overlaps { get; } = new(
        "574",
        ["MIS_START", "MIS_END"],
        "The child goes missing before the missing episode before it is over: give that one its end, or correct a date.",
        r => r.Set.Missing.GroupBy(m => m.Child, StringComparer.Ordinal).SelectMany(Overlapping));

    /// <summary>578: the child goes missing when not looked after. From the public guide: on no day from the start of an episode to its end.</summary>
    public static ReturnRule AfterCare { get; } = new(
        "578",
        ["MIS_START"],
        "The child goes missing outside every episode of care: correct the date, or leave the row out.",
        r => r.Set.Missing.Where(m => r.Children.TryGetValue(m.Child, out var episodes)
            && !episodes.Any(e => e.Decom <= m.MisStart && (e.Dec is null || m.MisStart <= e.Dec))));

    private static IEnumerable<MissingRow> Overlapping(IEnumerable<MissingRow> rows)
    {
        MissingRow? previous = null;
        foreach (var row in rows.OrderBy(m => m.MisStart).ThenBy(m => m.MisEnd ?? DateOnly.MaxValue))
        {
            if (previous is not null && (previous.MisEnd is null || row.MisStart < previous.MisEnd))
            {
                yield return row;
            }

            previous = row;
        }
    }
}
