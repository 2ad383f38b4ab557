using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Facts.Allocations;
using Marten;
using static Journey.Store.Tests.StoreFixture;

namespace Journey.Store.Tests;

/// <summary>A row stored before its fact changed shape, in a ledger that goes on.</summary>
public sealed class RetiredShapeTests(StoreFixture store) : IClassFixture<StoreFixture>
{
    private static readonly DateOnly Ended = new(2025, 10, 1);

    [Fact]
    public async Task It_is_read_folded_segmented_and_rebuilt_in_todays_shape()
    {
        var (authority, child, allocation, end) = await OldRowAsync();

        var entries = await store.Reader.StreamAsync(authority, child, long.MaxValue, Cancelled);
        entries[^1].Statement.ShouldBe(new Asserted<WorkerDeallocated>(end, new WorkerDeallocated(allocation, Ended), null));
        ChildRecord.Fold(child, entries).Timeline(AllocationLanes.SocialWorker).ShouldHaveSingleItem().To.ShouldBe(Ended);

        var position = await store.Follower.CatchUpAsync(authority, Cancelled);
        (await SegmentedAsync(authority, child, position)).To.ShouldBe(Ended);
        await store.Rebuild.RunAsync(authority, null, Cancelled);
        (await SegmentedAsync(authority, child, position)).To.ShouldBe(Ended);
        (await store.Reconciliation.RunAsync(authority, Cancelled)).Differing.ShouldBeEmpty();
    }

    [Fact]
    public async Task It_is_corrected_in_todays_shape_and_both_stay_visible()
    {
        var (authority, child, allocation, end) = await OldRowAsync();
        var corrected = new Asserted<WorkerDeallocated>(
            end, new WorkerDeallocated(allocation, Ended.AddDays(1), "LEFTRL"), new Correction("late", "Left a day later."));

        await store.AppendAsync(authority, child, 2, Say(corrected));

        var entries = await store.Reader.StreamAsync(authority, child, long.MaxValue, Cancelled);
        entries.Select(e => e.Statement).Skip(1).ShouldBe([new Asserted<WorkerDeallocated>(end, new WorkerDeallocated(allocation, Ended), null), corrected]);
        (await store.OneAsync<string>("select string_agg(type, ' ' order by version) from journey.mt_events where stream_id = $1", child))
            .ShouldBe("worker_allocated.v1 worker_deallocated.v1 worker_deallocated.v2");
    }

    [Fact]
    public async Task Whatever_meets_it_through_Marten_meets_todays_shape_too()
    {
        var (authority, child, allocation, end) = await OldRowAsync();
        await using var session = store.Get<IDocumentStore>().QuerySession(authority);

        var events = await session.Events.FetchStreamAsync(child, token: Cancelled);

        events[^1].EventTypeName.ShouldBe("worker_deallocated.v1");
        events[^1].Data.ShouldBe(new Asserted<WorkerDeallocated>(end, new WorkerDeallocated(allocation, Ended), null));
    }

    /// <summary>An allocation and its end; the end is then put back to how it was stored when it gave no reason.</summary>
    private async Task<(string Authority, Guid Child, Guid Allocation, Guid End)> OldRowAsync()
    {
        var authority = await store.AuthorityAsync();
        var (child, allocation, end) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        await store.AppendAsync(authority, child, 0, Tell(allocation, WorkerAllocated.Example), Tell(end, new WorkerDeallocated(allocation, Ended, "MANAGE")));
        await store.RunAsync(
            """
            update journey.mt_events
            set type = 'worker_deallocated.v1', mt_dotnet_type = 'Journey.Gone, Journey.Gone', data = data #- '{fact,reason}'
            where stream_id = $1 and type = 'worker_deallocated.v2'
            """,
            child);
        (await store.OneAsync<string>("select data::text from journey.mt_events where stream_id = $1 and version = 2", child)).ShouldNotBeNull().ShouldNotContain("MANAGE");
        return (authority, child, allocation, end);
    }

    private async Task<Interval> SegmentedAsync(string authority, Guid child, long position) =>
        (await store.Segments.ReadAsync(authority, [AllocationLanes.SocialWorker], position, cancellation: Cancelled))
        .Members[child].Timeline(AllocationLanes.SocialWorker).ShouldHaveSingleItem();
}
