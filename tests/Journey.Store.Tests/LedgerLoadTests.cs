using Journey.Record.Facts.Identity;
using Journey.Store.Writing;
using static Journey.Store.Tests.StoreFixture;

namespace Journey.Store.Tests;

/// <summary>A first load is what the same acts would have left one by one.</summary>
public sealed class LedgerLoadTests(StoreFixture store) : IClassFixture<StoreFixture>
{
    private static readonly DateTimeOffset Start = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    private LedgerLoad Load => store.Get<LedgerLoad>();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task It_leaves_the_ledger_that_the_same_acts_leave_one_by_one(int seed)
    {
        var acts = Acts(seed, 120);
        var (single, bulk) = (await store.AuthorityAsync(), await store.AuthorityAsync());
        foreach (var act in acts)
        {
            await store.Writer.AppendAsync(single, act, Cancelled);
        }

        var heard = new List<long>();
        (await Load.RunAsync(bulk, acts, new Heard(heard), Cancelled)).ShouldBe(acts.Sum(a => a.Streams.Sum(s => s.Events.Count)));

        heard[^1].ShouldBe(acts.Sum(a => a.Streams.Sum(s => s.Events.Count)));
        (await DigestAsync("mt_events", bulk)).ShouldBe(await DigestAsync("mt_events", single));
        (await DigestAsync("journey_clock", bulk)).ShouldBe(await DigestAsync("journey_clock", single));
        (await DigestAsync("mt_streams", bulk)).ShouldBe(await DigestAsync("mt_streams", single));
        foreach (var act in acts)
        {
            var known = act.Imported!.StatedAt;
            (await store.Knowledge.ResolveAsync(bulk, known, Cancelled)).Position.ShouldBe((await store.Knowledge.ResolveAsync(single, known, Cancelled)).Position);
        }

        await store.Follower.CatchUpAsync(bulk, Cancelled);
        (await store.Reconciliation.RunAsync(bulk, Cancelled)).Differing.ShouldBeEmpty();
    }

    [Fact]
    public async Task Recording_goes_on_after_it()
    {
        var authority = await store.AuthorityAsync();
        var acts = Acts(3, 40);
        await Load.RunAsync(authority, acts, null, Cancelled);
        var head = await store.Knowledge.HeadAsync(authority, Cancelled);

        var appended = await store.AppendAsync(authority, Guid.NewGuid(), 0, Tell(Guid.NewGuid(), ChildRecordOpened.Example));

        appended.Position.ShouldBe(head + 1);
        await Should.ThrowAsync<LedgerNotEmptyException>(() => Load.RunAsync(authority, acts, null, Cancelled));
    }

    [Fact]
    public async Task It_is_all_or_nothing()
    {
        var authority = await store.AuthorityAsync();
        var acts = Acts(4, 40);
        await Should.ThrowAsync<KnowledgeClockException>(() => Load.RunAsync(authority, [.. acts, acts[^1]], null, Cancelled));
        var stale = acts[^1] with { Imported = acts[^1].Imported! with { StatedAt = Start.AddDays(60) } };
        await Should.ThrowAsync<StaleVersionException>(() => Load.RunAsync(authority, [.. acts, stale], null, Cancelled));
        await Should.ThrowAsync<KnowledgeClockException>(() => Load.RunAsync(
            authority, [acts[0] with { Imported = acts[0].Imported! with { StatedAt = store.Clock.GetUtcNow().AddDays(1) } }], null, Cancelled));
        using var cancelled = new CancellationTokenSource();
        await Should.ThrowAsync<OperationCanceledException>(() => Load.RunAsync(authority, Cancelling(acts, cancelled), null, cancelled.Token));

        (await store.Knowledge.HeadAsync(authority, Cancelled)).ShouldBe(0);
        (await Load.RunAsync(authority, acts, null, Cancelled)).ShouldBeGreaterThan(0);
    }

    private static IEnumerable<Append> Cancelling(IReadOnlyList<Append> acts, CancellationTokenSource source)
    {
        foreach (var act in acts)
        {
            yield return act;
            source.Cancel();
        }
    }

    private static List<Append> Acts(int seed, int count)
    {
        var history = new History(seed);
        var acts = new List<Append>();
        for (var i = 0; i < count; i++)
        {
            var (streams, done) = history.Next();
            done();
            acts.Add(new Append(
                Alex, i % 3 == 0 ? "told by phone" : null, $"act-{i}", streams,
                new Imported("synthetic", Start.AddMinutes(17 * i), Start.AddDays(300), Guid.Parse("019a0000-0000-7000-8000-000000000001"))));
        }

        return acts;
    }

    private async Task<string?> DigestAsync(string table, string authority) => await store.OneAsync<string>(
        $"""
        select count(*) || ' ' || md5(string_agg(t, E'\n' order by t)) from (
            select (to_jsonb(x) - 'tenant_id' - (case when $2 then 'timestamp' else '' end) - 'created')::text as t
            from journey.{table} x where tenant_id = $1) rows
        """,
        authority,
        table == "mt_streams");

    private sealed class Heard(List<long> heard) : IProgress<long>
    {
        public void Report(long value) => heard.Add(value);
    }
}
