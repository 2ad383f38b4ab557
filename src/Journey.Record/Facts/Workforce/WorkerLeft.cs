using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;

namespace Journey.Record.Facts.Workforce;

/// <summary>A worker leaves a post.</summary>
public sealed record WorkerLeft(Guid Post, string Reason, string? Destination, DateOnly EndOn) : IFact<WorkerLeft>
{
    /// <inheritdoc/>
    public static string Name => "worker_left.v1";

    /// <inheritdoc/>
    public static string Noun => "leavings";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes => [];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<WorkerLeft>> Rules { get; } =
    [
        Guards.NamesOpen<WorkerLeft, WorkerJoined>("post", f => f.Post),
        Guards.NotBeforeStart<WorkerLeft>("post", f => f.Post, f => f.EndOn),
        Guards.Known<WorkerLeft>(WorkforceCodes.Leaving, "unknown-code", f => f.Reason),
        Guards.Known<WorkerLeft>(WorkforceCodes.Destination, "unknown-code", f => f.Destination),
    ];

    /// <inheritdoc/>
    public static WorkerLeft Example => new(Guid.Parse("019a0000-0000-7000-8000-000000000001"), "1", "2", new DateOnly(2026, 1, 12));

    /// <inheritdoc/>
    public static StreamKind Stream => StreamKind.Worker;

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => EndOn;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [];

    /// <inheritdoc/>
    public IEnumerable<Ending> Endings() => [new(Post, EndOn, new PostClosing(Reason, Destination))];

    /// <inheritdoc/>
    public string Sentence() => Sentence(Ended.Nothing);

    /// <inheritdoc/>
    public string Sentence(Ended ended) => $"The worker left on {Words.Date(EndOn)}{ended.After}: {Words.Label(WorkforceCodes.Leaving, Reason)}.";
}
