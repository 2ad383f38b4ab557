using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;

namespace Journey.Record.Facts.Family;

/// <summary>The child spent time with family.</summary>
public sealed record FamilyTimeHeld(
    IReadOnlyList<string> With,
    bool Supervised,
    string Mode,
    string? ChildView,
    DateOnly On,
    TimeOnly? At) : IFact<FamilyTimeHeld>
{
    /// <inheritdoc/>
    public static string Name => "family_time_held.v1";

    /// <inheritdoc/>
    public static string Noun => "family-times";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [FamilyTimeLanes.FamilyTime];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<FamilyTimeHeld>> Rules { get; } =
    [
        new("with-nobody", "Name whom the child sees.", q => q.Fact.With.Count == 0),
        Guards.Known<FamilyTimeHeld>(FamilyCodes.Mode, "unknown-code", f => f.Mode),
        .. Guards.InLife<FamilyTimeHeld>(),
    ];

    /// <inheritdoc/>
    public static FamilyTimeHeld Example => new(["Mother"], true, "inPerson", "Wants longer visits.", new DateOnly(2025, 6, 23), new TimeOnly(16, 0));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(FamilyTimeLanes.FamilyTime, new TimeTogether(string.Join("; ", With), Mode), On, At: At)];

    /// <inheritdoc/>
    public string Sentence() => $"The child spent time with {Words.List(With)} on {Words.Date(On)}{Words.At(At)}{Words.Saying(ChildView)}.";
}
