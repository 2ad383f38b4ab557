using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;

namespace Journey.Record.Facts.Allocations;

/// <summary>
/// An allocation ends. Without another from that day the child is unallocated. <paramref name="Reason"/> is why the worker stops, by its
/// code; the reason a return asks for is that of the allocation which follows.
/// </summary>
public sealed record WorkerDeallocated(Guid Allocation, DateOnly To, string? Reason = null) : IFact<WorkerDeallocated>
{
    /// <inheritdoc/>
    public static string Name => "worker_deallocated.v2";

    /// <inheritdoc/>
    public static IReadOnlyList<RetiredShape<WorkerDeallocated>> Retired { get; } =
    [
        RetiredShape<WorkerDeallocated>.Of<WithoutReason>("worker_deallocated.v1", f => new(f.Allocation, f.To)),
    ];

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
        new("SW09", "The social worker would be held for less than a day. Withdraw the allocation if it never was, or check both dates.", q =>
            q.Record.Find<WorkerAllocated>(q.Fact.Allocation) is { Role: Allocations.Allocation.SocialWorker } allocated && allocated.From == q.Fact.To),
        Guards.Known<WorkerDeallocated>(AllocationCodes.WorkerChange, "SW13", f => f.Reason),
    ];

    /// <inheritdoc/>
    public static WorkerDeallocated Example => new(Guid.Parse("019a0000-0000-7000-8000-000000000004"), new DateOnly(2025, 10, 1), "LEFTRL");

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => To;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [];

    /// <inheritdoc/>
    public IEnumerable<Ending> Endings() => [new(Allocation, To)];

    /// <inheritdoc/>
    public string Sentence() => Sentence(Ended.Nothing);

    /// <inheritdoc/>
    public string Sentence(Ended ended) =>
        $"{(ended.Fact is WorkerAllocated a ? $"{a.Worker} stopped being {Words.Label(AllocationCodes.Role, a.Role)}" : "The allocation ended")}"
        + $" on {Words.Date(To)}{ended.After}{Words.Because(Reason is null ? null : Words.Lower(AllocationCodes.WorkerChange.Label(Reason)))}.";

    private sealed record WithoutReason(Guid Allocation, DateOnly To);
}
