using Journey.Record.Bitemporal;

namespace Journey.Record.Facts.Allocations;

/// <summary>A worker's part in a case. <paramref name="Reason"/> is why this worker took over, by its code.</summary>
public sealed record Allocation(string Worker, string Role, string? Team, string? Reason) : IKeyed
{
    /// <summary>The role of the allocated social worker: one at a time.</summary>
    public const string SocialWorker = "allocatedSW";

    /// <inheritdoc/>
    public string Key() => Worker;
}

/// <summary>Lanes of allocation.</summary>
public static class AllocationLanes
{
    /// <summary>The allocated social worker.</summary>
    public static Lane<Allocation> SocialWorker { get; } = Lane<Allocation>.Exclusive("social-worker");

    /// <summary>Everyone else: second workers, personal advisers, independent reviewing officers.</summary>
    public static Lane<Allocation> OtherWorkers { get; } = Lane<Allocation>.Overlapping("other-workers");
}
