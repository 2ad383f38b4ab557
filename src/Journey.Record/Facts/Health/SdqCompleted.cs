using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;

namespace Journey.Record.Facts.Health;

/// <summary>A strengths and difficulties questionnaire was completed.</summary>
public sealed record SdqCompleted(int Score, string By, DateOnly On) : IFact<SdqCompleted>
{
    /// <inheritdoc/>
    public static string Name => "sdq_completed.v1";

    /// <inheritdoc/>
    public static string Noun => "sdq-scores";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [CheckLanes.Sdq];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<SdqCompleted>> Rules { get; } =
    [
        new("sdq-range", "A score lies between 0 and 40. Check it.", q => q.Fact.Score is < 0 or > 40),
        Guards.Said<SdqCompleted>("name of who completed it", f => f.By),
        new("188", "A child under 4 has no score. Leave it out.", q => Guards.AgeOn(q.Record, q.Fact.On) < 4),
        new("189", "A child of 17 or over has no score. Leave it out.", q => Guards.AgeOn(q.Record, q.Fact.On) >= 17),
        new("197a", "The year already has a reason for a missing score. Withdraw the reason first.", q =>
            q.Record.Facts<SdqNotDone>().Any(f => CodeSet.YearOf(f.Fact.On) == CodeSet.YearOf(q.Fact.On))),
        .. Guards.InLife<SdqCompleted>(),
    ];

    /// <inheritdoc/>
    public static SdqCompleted Example => new(17, "Rowan family", new DateOnly(2026, 1, 19));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(CheckLanes.Sdq, new Sdq(Score, null), On)];

    /// <inheritdoc/>
    public string Sentence() => $"The strengths and difficulties score is {Score} on {Words.Date(On)}.";
}
