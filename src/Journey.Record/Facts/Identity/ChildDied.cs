using Journey.Record.Bitemporal;
using Journey.Record.Children;

namespace Journey.Record.Facts.Identity;

/// <summary>The child has died.</summary>
public sealed record ChildDied(DateOnly DateOfDeath, DateOnly? NotifiedOn, TimeOnly? NotifiedAt, string? Cause) : IFact<ChildDied>
{
    /// <inheritdoc/>
    public static string Name => "child_died.v1";

    /// <inheritdoc/>
    public static string Noun => "deaths";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [IdentityLanes.Death];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<ChildDied>> Rules { get; } =
    [
        new("died-twice", "A death is already recorded. Correct that fact if it is wrong.", q => q.Record.Facts<ChildDied>().Any()),
        new("notified-early", "The notification lies before the death. Check both dates.", q => q.Fact.NotifiedOn < q.Fact.DateOfDeath),
        Guards.NotBeforeBirth<ChildDied>(),
    ];

    /// <inheritdoc/>
    public static ChildDied Example => new(new DateOnly(2025, 12, 1), new DateOnly(2025, 12, 2), new TimeOnly(9, 15), null);

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => DateOfDeath;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(IdentityLanes.Death, new Death(DateOfDeath), DateOfDeath)];

    /// <inheritdoc/>
    public string Sentence() => $"The child died on {Words.Date(DateOfDeath)}{Words.Saying(Cause)}.";
}
