using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;
using Journey.Record.Facts.FrontDoor;

namespace Journey.Record.Facts.Assessments;

/// <summary>An assessment begins.</summary>
public sealed record AssessmentStarted(
    Guid? Referral,
    string Kind,
    string Worker,
    string? Team,
    DateOnly StartOn,
    DateOnly DueOn) : IFact<AssessmentStarted>
{
    /// <inheritdoc/>
    public static string Name => "assessment_started.v1";

    /// <inheritdoc/>
    public static string Noun => "assessments";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [AssessmentLanes.Assessments];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<AssessmentStarted>> Rules { get; } =
    [
        Guards.Names<AssessmentStarted, ReferralReceived>("referral", f => f.Referral),
        new("1103", "The assessment begins before its referral. Check both dates.", q =>
            q.Fact.Referral is { } referral && q.Fact.StartOn < q.Record.Find<ReferralReceived>(referral)?.On),
        new("8896", "A child and family assessment is already open. Complete or cancel it first.", q =>
            q.Fact.Kind == "CF" && q.Record.On(AssessmentLanes.Assessments, q.Fact.StartOn).Any(i => i.As<Assessment>().Kind == "CF")),
        Guards.Known<AssessmentStarted>(AssessmentCodes.Kind, "unknown-code", f => f.Kind),
        new("due-early", "The assessment is due before it begins. Check both dates.", q => q.Fact.DueOn < q.Fact.StartOn),
        Guards.OpenCase<AssessmentStarted>(),
        .. Guards.InLife<AssessmentStarted>(),
    ];

    /// <inheritdoc/>
    public static AssessmentStarted Example => new(
        Guid.Parse("019a0000-0000-7000-8000-000000000001"), "CF", "SW10001", "Assessment North",
        new DateOnly(2025, 5, 13), new DateOnly(2025, 7, 15));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => StartOn;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(AssessmentLanes.Assessments, new Assessment(Kind, Referral), StartOn)];

    /// <inheritdoc/>
    public string Sentence() => $"An assessment began on {Words.Date(StartOn)}, {Words.Label(AssessmentCodes.Kind, Kind)}, due on {Words.Date(DueOn)}.";
}
