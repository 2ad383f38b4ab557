using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;

namespace Journey.Record.Facts.Health;

/// <summary>The child came somewhere in a crisis of mental health.</summary>
public sealed record MentalHealthCrisisPresented(string Place, string Summary, DateOnly On, TimeOnly? At) : IFact<MentalHealthCrisisPresented>
{
    /// <inheritdoc/>
    public static string Name => "mental_health_crisis_presented.v1";

    /// <inheritdoc/>
    public static string Noun => "mental-health-crises";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [ReferralLanes.Crises];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<MentalHealthCrisisPresented>> Rules { get; } =
    [
        Guards.Known<MentalHealthCrisisPresented>(HealthCodes.CrisisPlace, "unknown-code", f => f.Place),
        Guards.Said<MentalHealthCrisisPresented>("summary", f => f.Summary),
        .. Guards.InLife<MentalHealthCrisisPresented>(),
    ];

    /// <inheritdoc/>
    public static MentalHealthCrisisPresented Example => new("A&E", "Took tablets after a row.", new DateOnly(2025, 12, 14), new TimeOnly(23, 10));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(ReferralLanes.Crises, new MentalHealthCrisis(Place), On, At: At)];

    /// <inheritdoc/>
    public string Sentence() =>
        $"The child came in crisis on {Words.Date(On)}{Words.At(At)}, {Words.Label(HealthCodes.CrisisPlace, Place)}{Words.Saying(Summary)}.";
}
