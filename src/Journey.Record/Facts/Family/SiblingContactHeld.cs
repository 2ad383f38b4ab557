using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;

namespace Journey.Record.Facts.Family;

/// <summary>The child saw siblings.</summary>
public sealed record SiblingContactHeld(IReadOnlyList<string> With, string Mode, DateOnly On, TimeOnly? At) : IFact<SiblingContactHeld>
{
    /// <inheritdoc/>
    public static string Name => "sibling_contact_held.v1";

    /// <inheritdoc/>
    public static string Noun => "sibling-contacts";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [FamilyTimeLanes.SiblingContact];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<SiblingContactHeld>> Rules { get; } =
    [
        new("with-nobody", "Name whom the child sees.", q => q.Fact.With.Count == 0),
        Guards.Known<SiblingContactHeld>(FamilyCodes.Mode, "unknown-code", f => f.Mode),
        .. Guards.InLife<SiblingContactHeld>(),
    ];

    /// <inheritdoc/>
    public static SiblingContactHeld Example => new(["Sam"], "inPerson", new DateOnly(2025, 7, 21), new TimeOnly(15, 0));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(FamilyTimeLanes.SiblingContact, new TimeTogether(string.Join("; ", With), Mode), On, At: At)];

    /// <inheritdoc/>
    public string Sentence() =>
        $"The child had contact with {Words.List(With)} on {Words.Date(On)}{Words.At(At)}, {Words.Label(FamilyCodes.Mode, Mode)}.";
}
