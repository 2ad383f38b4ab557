using Journey.Record.Bitemporal;
using Journey.Record.Clocks;
using Journey.Record.Facts;
using Journey.Record.Facts.Allocations;
using Journey.Record.Facts.Partners;
using Journey.Record.Facts.Tasks;

namespace Journey.Record.Children;

/// <summary>Why to look at a record again.</summary>
public enum FollowUpKind
{
    /// <summary>A social worker's allocation has ended.</summary>
    Reallocation,

    /// <summary>A request to another agency has fallen due.</summary>
    Chaser,
}

/// <summary>A record to look at again on a day, because of one fact.</summary>
public sealed record FollowUp(FollowUpKind Kind, Guid Of, DateOnly On);

/// <summary>
/// What may follow later from what is recorded now: a task to allocate a social worker again, a task to chase a request that nobody has
/// answered. What is due is decided when the day has come, by the record as it then stands.
/// </summary>
public static class FollowUps
{
    /// <summary>Working days within which a child without a social worker is to have one again: local practice, no statute.</summary>
    public static int DaysToAllocate => 1;

    /// <summary>Working days within which an unanswered request is to be chased: local practice, no statute.</summary>
    public static int DaysToChase => 2;

    /// <summary>The days on which to look again, for statements as they are appended.</summary>
    public static IReadOnlyList<FollowUp> Of(IEnumerable<IStatement> statements) =>
    [
        .. statements.OfType<IAsserted>().Select(s => s.Assertion switch
        {
            PartnerRequestSent request => new FollowUp(FollowUpKind.Chaser, s.FactId, request.DueOn.AddDays(1)),
            WorkerDeallocated end => new FollowUp(FollowUpKind.Reallocation, end.Allocation, end.To),
            _ => null,
        }).OfType<FollowUp>(),
    ];

    /// <summary>
    /// What a follow-up comes to on a day: a task; a later day to look again; or neither, when there is nothing to do any more.
    /// </summary>
    public static (TaskRaised? Task, DateOnly? Later) Due(ChildRecord record, FollowUp followUp, DateOnly today) => followUp.Kind switch
    {
        FollowUpKind.Chaser when record.Find<PartnerRequestSent>(followUp.Of) is { } request && IsOpen(record, PartnerLanes.Requests, followUp.Of, today) =>
            today <= request.DueOn
                ? (null, request.DueOn.AddDays(1))
                : (new TaskRaised(
                    "chaser",
                    $"{request.Agency} has not answered the request of {Words.Date(request.SentOn)}, which was due by {Words.Date(request.DueOn)}.",
                    followUp.Of,
                    today,
                    WorkingDays.After(today, DaysToChase)), null),
        FollowUpKind.Reallocation when record.Find<WorkerAllocated>(followUp.Of) is { Role: Allocation.SocialWorker } && today < followUp.On => (null, followUp.On),
        FollowUpKind.Reallocation when record.Find<WorkerAllocated>(followUp.Of) is { Role: Allocation.SocialWorker } allocation
            && !IsOpen(record, AllocationLanes.SocialWorker, followUp.Of, today)
            && Guards.HasOpenCase(record, today)
            && record.At(AllocationLanes.SocialWorker, today) is null =>
            (new TaskRaised(
                "reallocation",
                $"The child has had no social worker since {Words.Date(Last(record, followUp.Of) ?? followUp.On)}; the last was {allocation.Worker}.",
                followUp.Of,
                today,
                WorkingDays.After(today, DaysToAllocate)), null),
        _ => (null, null),
    };

    private static bool IsOpen(ChildRecord record, Lane lane, Guid fact, DateOnly day) =>
        record.On(lane, day).Any(i => i.FactId == fact);

    private static DateOnly? Last(ChildRecord record, Guid allocation) =>
        record.Timeline(AllocationLanes.SocialWorker).Where(i => i.FactId == allocation).Select(i => (DateOnly?)i.To).LastOrDefault();
}
