using Journey.Record.Bitemporal;
using Journey.Record.Children;

namespace Journey.Record.Facts.Family;

/// <summary>Contact with siblings did not take place.</summary>
public sealed record SiblingContactMissed(IReadOnlyList<string> With, string Reason, DateOnly On) : IFact<SiblingContactMissed>
{
    /// <inheritdoc/>
    public static string Name => "sibling_contact_missed.v1";

    /// <inheritdoc/>
    public static string Noun => "missed-sibling-contacts";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [FamilyTimeLanes.SiblingContactMissed];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<SiblingContactMissed>> Rules { get; } =
    [
        new("with-nobody", "Name whom the child sees.", q => q.Fact.With.Count == 0),
        Guards.Said<SiblingContactMissed>("reason", f => f.Reason),
        .. Guards.InLife<SiblingContactMissed>(),
    ];

    /// <inheritdoc/>
    public static SiblingContactMissed Example => new(["Sam"], "Nobody could drive.", new DateOnly(2025, 8, 4));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(FamilyTimeLanes.SiblingContactMissed, new TimeMissed(string.Join("; ", With), Reason), On)];

    /// <inheritdoc/>
    public string Sentence() => $"Contact with {Words.List(With)} was missed on {Words.Date(On)}{Words.Saying(Reason)}.";
}
