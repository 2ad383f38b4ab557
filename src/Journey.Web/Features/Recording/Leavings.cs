using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Facts.Allocations;
using Journey.Record.Facts.Workforce;
using Journey.Store.Projections;
using Journey.Store.Reading;

namespace Journey.Web.Features.Recording;

/// <summary>
/// What follows when a worker leaves: every allocation that is still open ends on the same day, in the same unit of work, so that no position
/// shows the one without the other.
/// </summary>
public sealed class Leavings(SegmentReader segments, ChildReader records)
{
    /// <summary>The reason given for the ends: the worker left the role.</summary>
    private const string LeftRole = "LEFTRL";

    /// <summary>Stored name of the fact that may not come between reading the allocations and appending their ends.</summary>
    public static string Allocates => WorkerAllocated.Name;

    /// <summary>The ends of the allocations of workers who leave by this act, on the records of their children; nothing for other acts.</summary>
    public async Task<IReadOnlyList<Deciding>> OfAsync(string authority, IReadOnlyList<Deciding> act, long position, CancellationToken cancellation)
    {
        var ends = new Dictionary<Guid, (ChildRecord Record, List<Step> Steps)>();
        foreach (var on in act.Where(o => o.Kind == StreamKind.Worker))
        {
            foreach (var step in on.Steps.OfType<Step.Record>())
            {
                if (step.Fact is WorkerLeft left && on.Record.Find<WorkerJoined>(left.Post) is { } post)
                {
                    await EndAsync(authority, step, left, post.Number, position, ends, cancellation);
                }
            }
        }

        return [.. ends.Where(e => e.Value.Steps.Count > 0).Select(e => new Deciding(e.Key, StreamKind.Child, e.Value.Record, e.Value.Steps, IsAsked: false))];
    }

    private async Task EndAsync(
        string authority,
        Step.Record step,
        WorkerLeft left,
        string number,
        long position,
        Dictionary<Guid, (ChildRecord Record, List<Step> Steps)> ends,
        CancellationToken cancellation)
    {
        foreach (var lane in new Lane[] { AllocationLanes.SocialWorker, AllocationLanes.OtherWorkers })
        {
            foreach (var child in await segments.FindByKeyAsync(authority, lane, number, position, cancellation))
            {
                if (!ends.TryGetValue(child, out var end))
                {
                    ends.Add(child, end = (await records.ReadAsync(authority, child, position, cancellation), []));
                }

                foreach (var open in end.Record.Timeline(lane).Where(i => ((IKeyed)i.Value).Key() == number && i.To > left.EndOn).Select(i => i.FactId).Distinct())
                {
                    end.Steps.Add(End(end.Record, open, step, left.EndOn));
                }
            }
        }
    }

    /// <summary>The end of an allocation; an end that was recorded for a later day is corrected to the day on which the worker leaves.</summary>
    private static Step End(ChildRecord record, Guid allocation, Step.Record leaving, DateOnly on)
    {
        var later = record.Facts<WorkerDeallocated>().FirstOrDefault(e => e.Fact.Allocation == allocation);
        return later.Fact is null
            ? new Step.Record(DerivedId.Of(leaving.EventId, $"end of {allocation:D}"), DerivedId.Of(leaving.FactId, $"end of {allocation:D}"), new WorkerDeallocated(allocation, on, LeftRole))
            : new Step.Correct(
                DerivedId.Of(leaving.EventId, $"end of {allocation:D}"), later.FactId, later.Fact with { To = on }, new Correction(LeftRole, "The worker leaves before that day."));
    }
}
