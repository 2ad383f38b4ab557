namespace Journey.Generator;

/// <summary>
/// What to make: the same settings give the same bytes. The authority's life runs from <see cref="From"/> to the end of the day
/// <paramref name="End"/>.
/// </summary>
public sealed record Settings(string Authority, ulong Seed, int Children, int Years, DateOnly End)
{
    /// <summary>The first day of the record.</summary>
    public DateOnly From => End.AddYears(-Years);
}
