using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;

namespace Journey.Record.Facts.Workforce;

/// <summary>The terms of a post from a day on, all of them as they now are.</summary>
public sealed record WorkerTermsChanged(string Kind, decimal Fte, string Role, string? Team, DateOnly From) : IFact<WorkerTermsChanged>
{
    /// <inheritdoc/>
    public static string Name => "worker_terms_changed.v1";

    /// <inheritdoc/>
    public static string Noun => "terms";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [WorkforceLanes.Terms];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<WorkerTermsChanged>> Rules { get; } =
    [
        new("not-in-post", "The worker is not in post on that day. Record the joining first, or check the date.", q =>
            !q.Record.On(WorkforceLanes.InPost, q.Fact.From).Any()),
        Guards.Known<WorkerTermsChanged>(WorkforceCodes.Kind, "unknown-code", f => f.Kind),
        Guards.Known<WorkerTermsChanged>(WorkforceCodes.Role, "unknown-code", f => f.Role),
        new("fte", "A full-time equivalent lies above 0 and is at most 1. Check it.", q => q.Fact.Fte is <= 0 or > 1),
    ];

    /// <inheritdoc/>
    public static WorkerTermsChanged Example => new("permanent", 0.8m, "seniorPractitioner", "Assessment North", new DateOnly(2026, 1, 5));

    /// <inheritdoc/>
    public static StreamKind Stream => StreamKind.Worker;

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => From;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(WorkforceLanes.Terms, new Terms(Kind, Fte, Role, Team), From)];

    /// <inheritdoc/>
    public string Sentence() =>
        $"Terms from {Words.Date(From)}: {Words.Label(WorkforceCodes.Kind, Kind)}, {Words.Label(WorkforceCodes.Role, Role)}, "
        + $"{Words.Number(Fte)} of full time.";
}
