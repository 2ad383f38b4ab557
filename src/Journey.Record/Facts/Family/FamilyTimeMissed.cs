using Journey.Record.Bitemporal;
using Journey.Record.Children;

namespace Journey.Record.Facts.Family;

/// <summary>Family time did not take place.</summary>
public sealed record FamilyTimeMissed(IReadOnlyList<string> With, string Reason, DateOnly On) : IFact<FamilyTimeMissed>
{
    /// <inheritdoc/>
    public static string Name => "family_time_missed.v1";

    /// <inheritdoc/>
    public static string Noun => "missed-family-times";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [FamilyTimeLanes.FamilyTimeMissed];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<FamilyTimeMissed>> Rules { get; } =
    [
        new("with-nobody", "Name whom the child sees.", q => q.Fact.With.Count == 0),
        Guards.Said<FamilyTimeMissed>("reason", f => f.Reason),
        .. Guards.InLife<FamilyTimeMissed>(),
    ];

    /// <inheritdoc/>
    public static FamilyTimeMissed Example => new(["Mother"], "Mother did not come.", new DateOnly(2025, 6, 30));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(FamilyTimeLanes.FamilyTimeMissed, new TimeMissed(string.Join("; ", With), Reason), On)];

    /// <inheritdoc/>
    public string Sentence() => $"Time with {Words.List(With)} was missed on {Words.Date(On)}{Words.Saying(Reason)}.";
}
