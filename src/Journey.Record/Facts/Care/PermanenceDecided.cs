using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;
using Journey.Record.Facts.Reviews;

namespace Journey.Record.Facts.Care;

/// <summary>A decision on permanence, at the second review or later.</summary>
public sealed record PermanenceDecided(string Kind, string DecidedBy, string Rationale, DateOnly On) : IFact<PermanenceDecided>
{
    /// <inheritdoc/>
    public static string Name => "permanence_decided.v1";

    /// <inheritdoc/>
    public static string Noun => "permanence-decisions";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [PermanenceLanes.Permanence];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<PermanenceDecided>> Rules { get; } =
    [
        Guards.Known<PermanenceDecided>(PermanenceCodes.CarePlan, "unknown-code", f => f.Kind),
        new("second-review", "Permanence is decided from the second review on. Record the reviews held first.", q =>
            q.Record.Timeline(ReviewLanes.Reviews).Count(i => i.From <= q.Fact.On) < 2),
        .. Guards.Decided<PermanenceDecided>(f => f.DecidedBy, f => f.Rationale),
        Guards.InCare<PermanenceDecided>(),
    ];

    /// <inheritdoc/>
    public static PermanenceDecided Example => new(
        "longTermFostering", "Permanence panel", "Settled with the carers.", new DateOnly(2025, 9, 30));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(PermanenceLanes.Permanence, new Permanence(Kind), On)];

    /// <inheritdoc/>
    public string Sentence() => $"Permanence was decided on {Words.Date(On)}, {Words.Label(PermanenceCodes.CarePlan, Kind)}{Words.Saying(Rationale)}.";
}
