using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;

namespace Journey.Record.Facts.Health;

/// <summary>Why there is no strengths and difficulties score in a year.</summary>
public sealed record SdqNotDone(string Reason, DateOnly On) : IFact<SdqNotDone>
{
    /// <inheritdoc/>
    public static string Name => "sdq_not_done.v1";

    /// <inheritdoc/>
    public static string Noun => "missing-sdq-scores";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [CheckLanes.Sdq];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<SdqNotDone>> Rules { get; } =
    [
        Guards.Known<SdqNotDone>(HealthCodes.SdqReason, "unknown-code", f => f.Reason),
        new("197a", "The year already has a score. Leave the reason out.", q =>
            q.Record.Facts<SdqCompleted>().Any(f => CodeSet.YearOf(f.Fact.On) == CodeSet.YearOf(q.Fact.On))),
        .. Guards.InLife<SdqNotDone>(),
    ];

    /// <inheritdoc/>
    public static SdqNotDone Example => new("SDQ2", new DateOnly(2026, 1, 19));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(CheckLanes.Sdq, new Sdq(null, Reason), On)];

    /// <inheritdoc/>
    public string Sentence() => $"There is no strengths and difficulties score on {Words.Date(On)}: {Words.Label(HealthCodes.SdqReason, Reason)}.";
}
