using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;

namespace Journey.Record.Facts.Family;

/// <summary>How often the child is to see family, as a whole; the next plan takes its place.</summary>
public sealed record FamilyTimePlanned(
    IReadOnlyList<string> With,
    int EveryDays,
    bool Supervised,
    string Mode,
    DateOnly From) : IFact<FamilyTimePlanned>
{
    /// <inheritdoc/>
    public static string Name => "family_time_planned.v1";

    /// <inheritdoc/>
    public static string Noun => "family-time-plans";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [FamilyTimeLanes.FamilyPlan];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<FamilyTimePlanned>> Rules { get; } =
    [
        new("with-nobody", "Name whom the child sees.", q => q.Fact.With.Count == 0),
        new("how-often", "Say after how many days contact is due again: 1 or more.", q => q.Fact.EveryDays < 1),
        Guards.Known<FamilyTimePlanned>(FamilyCodes.Mode, "unknown-code", f => f.Mode),
        .. Guards.InLife<FamilyTimePlanned>(),
    ];

    /// <inheritdoc/>
    public static FamilyTimePlanned Example => new(["Mother"], 7, true, "inPerson", new DateOnly(2025, 6, 16));

    /// <inheritdoc/>
    public static bool MayLieAhead => true;

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => From;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(FamilyTimeLanes.FamilyPlan, new ContactPlan(string.Join("; ", With), EveryDays, Mode, Supervised), From)];

    /// <inheritdoc/>
    public string Sentence() =>
        $"Family time with {Words.List(With)} is planned from {Words.Date(From)}, every {Words.Count(EveryDays, "day")}"
        + $"{(Supervised ? ", supervised" : "")}.";
}
