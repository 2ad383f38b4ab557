using Journey.Record.Bitemporal;
using Journey.Record.Children;

namespace Journey.Record.Facts.EarlyHelp;

/// <summary>The early help plan was reviewed.</summary>
public sealed record EarlyHelpPlanReviewed(Guid Episode, string Progress, string? Next, DateOnly On) : IFact<EarlyHelpPlanReviewed>
{
    /// <inheritdoc/>
    public static string Name => "early_help_plan_reviewed.v1";

    /// <inheritdoc/>
    public static string Noun => "early-help-reviews";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [EarlyHelpLanes.Reviews];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<EarlyHelpPlanReviewed>> Rules { get; } =
    [
        Guards.Names<EarlyHelpPlanReviewed, EarlyHelpEpisodeOpened>("early help episode", f => f.Episode),
        Guards.NotEnded<EarlyHelpPlanReviewed>("early help episode", f => f.Episode),
        Guards.NotBefore<EarlyHelpPlanReviewed>("early help episode", f => f.Episode),
        Guards.Said<EarlyHelpPlanReviewed>("progress", f => f.Progress),
    ];

    /// <inheritdoc/>
    public static EarlyHelpPlanReviewed Example => new(
        Guid.Parse("019a0000-0000-7000-8000-000000000001"), "Bedtimes hold.", "Breakfast club", new DateOnly(2025, 3, 10));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(EarlyHelpLanes.Reviews, new EarlyHelpReview(Progress), On)];

    /// <inheritdoc/>
    public string Sentence() => $"The early help plan was reviewed on {Words.Date(On)}{Words.Saying(Progress)}.";
}
