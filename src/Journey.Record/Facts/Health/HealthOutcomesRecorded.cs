using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;

namespace Journey.Record.Facts.Health;

/// <summary>The health items of a year (OC2), standing on 31 March. A return may state odd figures; they are kept.</summary>
public sealed record HealthOutcomesRecorded(
    int Year,
    decimal? SdqScore,
    string? SdqReason,
    decimal? Convicted,
    decimal? HealthCheck,
    decimal? Immunisations,
    decimal? TeethCheck,
    decimal? HealthAssessment,
    decimal? SubstanceMisuse,
    decimal? InterventionReceived,
    decimal? InterventionOffered) : IFact<HealthOutcomesRecorded>
{
    /// <inheritdoc/>
    public static string Name => "health_outcomes_recorded.v1";

    /// <inheritdoc/>
    public static string Noun => "health-outcomes";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [HealthLanes.Outcomes];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<HealthOutcomesRecorded>> Rules { get; } =
    [
        new("sdq-range", "A score lies between 0 and 40. Check it.", q => q.Fact.SdqScore is < 0 or > 40),
        Guards.Known<HealthOutcomesRecorded>(HealthCodes.SdqReason, "unknown-code", f => f.SdqReason),
        new("197a", "A score and a reason for a missing score exclude each other. Give one of them.", q =>
            q.Fact is { SdqScore: not null, SdqReason: not null }),
        new("188", "A child under 4 at the end of the year has no score. Leave score and reason out.", q =>
            q.Fact.HasSdq() && Guards.AgeOn(q.Record, q.Fact.EffectiveFrom()) < 4),
        new("189", "A child of 17 or over when the year began has no score. Leave score and reason out.", q =>
            q.Fact.HasSdq() && Guards.AgeOn(q.Record, Days.YearEnd(q.Fact.Year - 1)) >= 17),
        new("158", "Somebody who received an intervention was offered one. Leave the offer out.", q =>
            q.Fact is { InterventionReceived: 1, InterventionOffered: not null }),
        new("159", "No intervention was received. Say whether one was offered.", q =>
            q.Fact is { InterventionReceived: 0, InterventionOffered: null }),
        new("192", "Substance misuse is a problem. Say whether an intervention was received.", q =>
            q.Fact is { SubstanceMisuse: 1, InterventionReceived: null }),
        new("193", "Substance misuse is no problem. Leave both interventions out.", q =>
            q.Fact is { SubstanceMisuse: not 1 } and ({ InterventionReceived: not null } or { InterventionOffered: not null })),
        new("542", "A child under 10 at the end of the year cannot be convicted. Leave it out.", q =>
            q.Fact.Convicted is not null && Guards.AgeOn(q.Record, q.Fact.EffectiveFrom()) < 10),
        new("543", "A child of 10 or over at the end of the year: say whether convicted or not.", q =>
            q.Fact.Convicted is null && Guards.AgeOn(q.Record, q.Fact.EffectiveFrom()) >= 10),
        new("yes-or-no", "Convictions, checks and interventions are 0 or 1. Check them.", q =>
            q.Fact.Answers().Any(a => a is not (null or 0 or 1))),
        new("items-twice", "The health items of this year are already recorded. Correct them instead.", q =>
            q.Record.Facts<HealthOutcomesRecorded>().Any(f => f.Fact.Year == q.Fact.Year)),
    ];

    /// <inheritdoc/>
    public static HealthOutcomesRecorded Example => new(2026, 17, null, 0, null, 1, 1, 1, 0, null, null);

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => Days.YearEnd(Year);

    /// <inheritdoc/>
    public DatePrecision Precision() => DatePrecision.YearEnd;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        yield return new Claim(
            HealthLanes.Outcomes,
            new HealthOutcomes(
                SdqScore,
                SdqReason,
                Convicted,
                HealthCheck,
                Immunisations,
                TeethCheck,
                HealthAssessment,
                SubstanceMisuse,
                InterventionReceived,
                InterventionOffered),
            EffectiveFrom());
    }

    /// <inheritdoc/>
    public string Sentence() =>
        $"Health items of the year to {Words.Date(EffectiveFrom())}: strengths and difficulties score "
        + $"{(SdqScore is { } score ? Words.Number(score) : "not given")}.";

    private bool HasSdq() => SdqScore is not null || SdqReason is not null;

    private IEnumerable<decimal?> Answers() =>
        [Convicted, HealthCheck, Immunisations, TeethCheck, HealthAssessment, SubstanceMisuse, InterventionReceived, InterventionOffered];
}
