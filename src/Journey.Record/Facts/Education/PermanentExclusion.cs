using Journey.Record.Bitemporal;
using Journey.Record.Children;

namespace Journey.Record.Facts.Education;

/// <summary>A school excludes the child for good.</summary>
public sealed record PermanentExclusion(string School, string Reason, DateOnly On) : IFact<PermanentExclusion>
{
    /// <inheritdoc/>
    public static string Name => "permanent_exclusion.v1";

    /// <inheritdoc/>
    public static string Noun => "permanent-exclusions";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [SchoolLanes.Exclusions];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<PermanentExclusion>> Rules { get; } =
    [
        Guards.Said<PermanentExclusion>("name of the school", f => f.School),
        Guards.Said<PermanentExclusion>("reason", f => f.Reason),
        .. Guards.InLife<PermanentExclusion>(),
    ];

    /// <inheritdoc/>
    public static PermanentExclusion Example => new("Example Academy", "Assault on a member of staff.", new DateOnly(2026, 2, 3));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(SchoolLanes.Exclusions, new Exclusion(School), On)];

    /// <inheritdoc/>
    public string Sentence() => $"{School} excluded the child for good on {Words.Date(On)}{Words.Saying(Reason)}.";
}
