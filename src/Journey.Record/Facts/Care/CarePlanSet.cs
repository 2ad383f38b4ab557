using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;

namespace Journey.Record.Facts.Care;

/// <summary>The aim of the care plan, from a day on.</summary>
public sealed record CarePlanSet(string Permanence, string SetBy, string Rationale, DateOnly On) : IFact<CarePlanSet>
{
    /// <inheritdoc/>
    public static string Name => "care_plan_set.v1";

    /// <inheritdoc/>
    public static string Noun => "care-plans";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [PermanenceLanes.CarePlan];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<CarePlanSet>> Rules { get; } =
    [
        Guards.Known<CarePlanSet>(PermanenceCodes.CarePlan, "unknown-code", f => f.Permanence),
        .. Guards.Decided<CarePlanSet>(f => f.SetBy, f => f.Rationale),
        Guards.InCare<CarePlanSet>(),
    ];

    /// <inheritdoc/>
    public static CarePlanSet Example => new("returnHome", "SW10001", "Mother has stopped drinking.", new DateOnly(2025, 6, 20));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(PermanenceLanes.CarePlan, new CarePlan(Permanence), On)];

    /// <inheritdoc/>
    public string Sentence() =>
        $"The care plan was set on {Words.Date(On)}, {Words.Label(PermanenceCodes.CarePlan, Permanence)}{Words.Saying(Rationale)}.";
}
