using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;
using Journey.Record.Facts.Care;

namespace Journey.Record.Facts.Health;

/// <summary>A looked-after child had a health assessment.</summary>
public sealed record HealthAssessmentDone(string Kind, string By, DateOnly On) : IFact<HealthAssessmentDone>
{
    /// <inheritdoc/>
    public static string Name => "health_assessment_done.v1";

    /// <inheritdoc/>
    public static string Noun => "health-assessments";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [CheckLanes.Assessments];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<HealthAssessmentDone>> Rules { get; } =
    [
        Guards.Known<HealthAssessmentDone>(HealthCodes.Assessment, "unknown-code", f => f.Kind),
        Guards.Said<HealthAssessmentDone>("name of the doctor or nurse", f => f.By),
        new("initial-twice", "An initial assessment is already recorded in this period of care. Record a review.", q =>
            q.Fact.Kind == "initial" && q.Record.On(CareLanes.Care, q.Fact.On).Any(care => q.Record.Timeline(CheckLanes.Assessments)
                .Any(i => i.As<HealthAssessment>().Kind == "initial" && care.Period.Contains(i.From)))),
        Guards.InCare<HealthAssessmentDone>(),
        .. Guards.InLife<HealthAssessmentDone>(),
    ];

    /// <inheritdoc/>
    public static HealthAssessmentDone Example => new("initial", "Dr A. Example", new DateOnly(2025, 7, 3));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(CheckLanes.Assessments, new HealthAssessment(Kind), On)];

    /// <inheritdoc/>
    public string Sentence() => $"A health assessment was done on {Words.Date(On)} by {By}: {Words.Label(HealthCodes.Assessment, Kind)}.";
}
