using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;

namespace Journey.Record.Facts.Family;

/// <summary>How often the child is to see siblings, as a whole; the next plan takes its place.</summary>
public sealed record SiblingContactPlanned(IReadOnlyList<string> With, int EveryDays, string Mode, DateOnly From) : IFact<SiblingContactPlanned>
{
    /// <inheritdoc/>
    public static string Name => "sibling_contact_planned.v1";

    /// <inheritdoc/>
    public static string Noun => "sibling-contact-plans";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [FamilyTimeLanes.SiblingPlan];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<SiblingContactPlanned>> Rules { get; } =
    [
        new("with-nobody", "Name whom the child sees.", q => q.Fact.With.Count == 0),
        new("how-often", "Say after how many days contact is due again: 1 or more.", q => q.Fact.EveryDays < 1),
        Guards.Known<SiblingContactPlanned>(FamilyCodes.Mode, "unknown-code", f => f.Mode),
        .. Guards.InLife<SiblingContactPlanned>(),
    ];

    /// <inheritdoc/>
    public static SiblingContactPlanned Example => new(["Sam"], 14, "inPerson", new DateOnly(2025, 7, 7));

    /// <inheritdoc/>
    public static bool MayLieAhead => true;

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => From;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(FamilyTimeLanes.SiblingPlan, new ContactPlan(string.Join("; ", With), EveryDays, Mode, false), From)];

    /// <inheritdoc/>
    public string Sentence() => $"Contact with {Words.List(With)} is planned from {Words.Date(From)}, every {Words.Count(EveryDays, "day")}.";
}
