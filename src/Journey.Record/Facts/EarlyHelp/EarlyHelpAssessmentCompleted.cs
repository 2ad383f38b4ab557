using Journey.Record.Bitemporal;
using Journey.Record.Children;

namespace Journey.Record.Facts.EarlyHelp;

/// <summary>An early help assessment was completed. It takes effect on the day it began.</summary>
public sealed record EarlyHelpAssessmentCompleted(
    string Organisation,
    DateOnly StartedOn,
    DateOnly CompletedOn,
    IReadOnlyList<string> Needs) : IFact<EarlyHelpAssessmentCompleted>
{
    /// <inheritdoc/>
    public static string Name => "early_help_assessment_completed.v1";

    /// <inheritdoc/>
    public static string Noun => "early-help-assessments";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [EarlyHelpLanes.Assessments];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<EarlyHelpAssessmentCompleted>> Rules { get; } =
    [
        Guards.Said<EarlyHelpAssessmentCompleted>("organisation", f => f.Organisation),
        Guards.EndNotBeforeStart<EarlyHelpAssessmentCompleted>(f => f.CompletedOn),
        .. Guards.InLife<EarlyHelpAssessmentCompleted>(),
    ];

    /// <inheritdoc/>
    public static EarlyHelpAssessmentCompleted Example => new(
        "Example Family Hub", new DateOnly(2025, 1, 15), new DateOnly(2025, 2, 5), ["Sleep", "School attendance"]);

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => StartedOn;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(EarlyHelpLanes.Assessments, new EarlyHelpAssessment(Organisation), StartedOn, CompletedOn)];

    /// <inheritdoc/>
    public string Sentence() => $"An early help assessment ran from {Words.Date(StartedOn)} to {Words.Date(CompletedOn)}; needs: {Words.List(Needs)}.";
}
