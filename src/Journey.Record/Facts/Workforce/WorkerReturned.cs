using Journey.Record.Bitemporal;
using Journey.Record.Children;

namespace Journey.Record.Facts.Workforce;

/// <summary>A worker is back.</summary>
public sealed record WorkerReturned(Guid Absence, DateOnly On) : IFact<WorkerReturned>
{
    /// <inheritdoc/>
    public static string Name => "worker_returned.v1";

    /// <inheritdoc/>
    public static string Noun => "absence-ends";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes => [];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<WorkerReturned>> Rules { get; } =
    [
        Guards.NamesOpen<WorkerReturned, WorkerAbsent>("absence", f => f.Absence),
        Guards.NotBefore<WorkerReturned>("absence", f => f.Absence),
    ];

    /// <inheritdoc/>
    public static WorkerReturned Example => new(Guid.Parse("019a0000-0000-7000-8000-000000000001"), new DateOnly(2025, 11, 17));

    /// <inheritdoc/>
    public static StreamKind Stream => StreamKind.Worker;

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [];

    /// <inheritdoc/>
    public IEnumerable<Ending> Endings() => [new(Absence, On)];

    /// <inheritdoc/>
    public string Sentence() => Sentence(Ended.Nothing);

    /// <inheritdoc/>
    public string Sentence(Ended ended) => $"The worker returned on {Words.Date(On)}{ended.After}.";
}
