using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;

namespace Journey.Record.Facts.Allocations;

/// <summary>
/// A worker is allocated to the child. A social worker takes over from the one before. An end is given only where it is known when the
/// allocation is recorded, as in a return.
/// </summary>
public sealed record WorkerAllocated(DateOnly From, string Worker, string Role, string? Team, string? Reason, DateOnly? To = null, TimeOnly? At = null)
    : IFact<WorkerAllocated>
{
    private static readonly DateOnly ReasonsRequiredFrom = new(2023, 4, 1);

    /// <inheritdoc/>
    public static string Name => "worker_allocated.v1";

    /// <inheritdoc/>
    public static string Noun => "allocations";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [AllocationLanes.SocialWorker, AllocationLanes.OtherWorkers];

    /// <inheritdoc/>
    public static bool MayLieAhead => true;

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<WorkerAllocated>> Rules { get; } =
    [
        new("SW02", "A worker's number starts with SW, or XX where there is none. Check the number.", q =>
            !q.Fact.Worker.StartsWith("SW", StringComparison.Ordinal) && !q.Fact.Worker.StartsWith("XX", StringComparison.Ordinal)),
        new("worker-not-in-post", "The worker is not in post on that day. Check the date, or record when the worker joined.", q =>
            !q.Beside.InPost(q.Fact.Worker, q.Fact.From)),
        Guards.Known<WorkerAllocated>(AllocationCodes.Role, "allocation-role", f => f.Role),
        Guards.Known<WorkerAllocated>(AllocationCodes.WorkerChange, "SW13", f => f.Reason),
        new("SW01b", "Give the reason for the change of social worker.", q =>
            q.Fact.Role == Allocation.SocialWorker && q.Fact.From >= ReasonsRequiredFrom && string.IsNullOrEmpty(q.Fact.Reason)),
        Guards.EndNotBeforeStart<WorkerAllocated>(f => f.To),
    ];

    /// <inheritdoc/>
    public static WorkerAllocated Example => new(new DateOnly(2025, 6, 11), "SW10001", Allocation.SocialWorker, "North team", "FCONTA");

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => From;

    /// <inheritdoc/>
    public IEnumerable<string> Workers() => [Worker];

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() =>
    [
        new(Role == Allocation.SocialWorker ? AllocationLanes.SocialWorker : AllocationLanes.OtherWorkers,
            new Allocation(Worker, Role, Team, Reason), From, To < From ? From : To, At),
    ];

    /// <inheritdoc/>
    public string Sentence() =>
        $"{Worker} became {Words.Lower(AllocationCodes.Role.Label(Role))} on {Words.Date(From)}"
        + $"{Words.Because(Reason is null ? null : Words.Lower(AllocationCodes.WorkerChange.Label(Reason)))}.";
}
