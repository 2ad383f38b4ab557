using Journey.Record.Bitemporal;
using Journey.Record.Children;

namespace Journey.Record.Facts.Allocations;

/// <summary>An allocation ends. Without another from that day the child is unallocated.</summary>
public sealed record WorkerDeallocated(Guid Allocation, DateOnly To) : IFact<WorkerDeallocated>
{
    /// <inheritdoc/>
    public static string Name => "worker_deallocated.v1";

    /// <inheritdoc/>
    public static string Noun => "allocation-ends";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes => [];

    /// <inheritdoc/>
    public static bool MayLieAhead => true;

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<WorkerDeallocated>> Rules { get; } =
    [
        Guards.NamesOpen<WorkerDeallocated, WorkerAllocated>("allocation", f => f.Allocation),
        Guards.NotBeforeStart<WorkerDeallocated>("allocation", f => f.Allocation, f => f.To),
    ];

    /// <inheritdoc/>
    public static WorkerDeallocated Example => new(Guid.Parse("019a0000-0000-7000-8000-000000000004"), new DateOnly(2025, 10, 1));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => To;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [];

    /// <inheritdoc/>
    public IEnumerable<Ending> Endings() => [new(Allocation, To)];

    /// <inheritdoc/>
    public string Sentence() => $"The allocation ended on {Words.Date(To)}.";
}
