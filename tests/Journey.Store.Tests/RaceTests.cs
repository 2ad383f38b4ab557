using Journey.Record.Children;
using Journey.Record.Facts.Care;
using Journey.Store.Reading;
using Journey.Store.Writing;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using static Journey.Store.Tests.StoreFixture;

namespace Journey.Store.Tests;

/// <summary>Writers that commit late, fail or roll back, with clocks that disagree, against readers that note what they were told.</summary>
public sealed class RaceTests(StoreFixture store) : IClassFixture<StoreFixture>
{
    private const int EventsInAnAct = 3;

    private static readonly DateOnly Day = EpisodeStated.Example.Decom;

    /// <summary>What is known up to a position: acts, events, acts known by half, and a sum over who they are.</summary>
    private sealed record Content(long Acts, long Events, long Halves, decimal Sum);

    private sealed record Observation(DateTimeOffset KnownAt, Knowledge Told, Content Content, int InCare);

    [Fact]
    public async Task P3_P3b_no_answer_changes_later_and_no_act_is_known_by_half()
    {
        var length = TimeSpan.FromSeconds(double.TryParse(Environment.GetEnvironmentVariable("JOURNEY_RACE_SECONDS"), out var seconds) ? seconds : 10);
        var authority = await store.AuthorityAsync();
        using var over = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        over.CancelAfter(length);
        var writers = Enumerable.Range(0, 6).Select(i => Task.Run(() => WriteAsync(authority, i, over.Token), Cancelled)).ToList();
        var readers = Enumerable.Range(0, 2).Select(i => Task.Run(() => ObserveAsync(authority, i, over.Token), Cancelled)).ToList();
        var follower = Task.Run(() => FollowAsync(authority, over.Token), Cancelled);

        var written = (await Task.WhenAll(writers)).Sum();
        var observations = (await Task.WhenAll(readers)).SelectMany(o => o).ToList();
        await follower;

        written.ShouldBeGreaterThan(20);
        observations.Count.ShouldBeGreaterThan(20);
        observations.ShouldContain(o => o.Told.Final);
        foreach (var seen in observations)
        {
            seen.Content.Halves.ShouldBe(0);
            (await ContentAsync(authority, seen.Told.Position)).ShouldBe(seen.Content);
            (await InCareAsync(authority, seen.Told.Position)).ShouldBe(seen.InCare);
            if (seen.Told.Final)
            {
                (await store.Knowledge.ResolveAsync(authority, seen.KnownAt, Cancelled)).ShouldBe(seen.Told);
            }
        }

        var ascending = observations.OrderBy(o => o.KnownAt).Select(o => store.Knowledge.ResolveAsync(authority, o.KnownAt, Cancelled));
        (await Task.WhenAll(ascending)).Select(k => k.Position).ShouldBeInOrder();
        (await ContentAsync(authority, long.MaxValue)).Acts.ShouldBe(written);
        (await store.Reconciliation.RunAsync(authority, Cancelled)).Differing.ShouldBeEmpty();
    }

    private static StreamAppend[] Act() =>
    [
        new(Guid.CreateVersion7(), StreamKind.Child, 0, [Tell(Guid.CreateVersion7(), EpisodeStated.Example), Tell(Guid.CreateVersion7(), EpisodeStated.Example)]),
        new(Guid.CreateVersion7(), StreamKind.Child, 0, [Tell(Guid.CreateVersion7(), EpisodeStated.Example)]),
    ];

    /// <summary>Returns how many acts were stored.</summary>
    private async Task<int> WriteAsync(string authority, int writer, CancellationToken over)
    {
        var random = new Random(writer);
        await using var services = Build(store.ConnectionString, new Skewed(TimeSpan.FromMilliseconds(200 * (writer - 3))));
        var (ledger, documents) = (services.GetRequiredService<LedgerWriter>(), services.GetRequiredService<IDocumentStore>());
        var written = 0;
        while (!over.IsCancellationRequested)
        {
            var act = Guid.NewGuid().ToString();
            switch (random.Next(10))
            {
                case 0:
                    await using (var delayed = Session(documents, authority, act))
                    {
                        delayed.QueueSqlCommand("select pg_sleep(0.15)");
                        await delayed.SaveChangesAsync(Cancelled);
                    }

                    written++;
                    break;
                case 1:
                    await using (var failed = Session(documents, authority, act))
                    {
                        failed.QueueSqlCommand("select 1 / 0");
                        await Should.ThrowAsync<Exception>(() => failed.SaveChangesAsync(Cancelled));
                    }

                    break;
                case 2:
                    await using (var connection = await store.Source.OpenConnectionAsync(Cancelled))
                    await using (var rolledBack = await connection.BeginTransactionAsync(Cancelled))
                    {
                        await connection.RunAsync(
                            "select nextval(format('journey.%I', 'mt_events_sequence_' || $1)::regclass) from generate_series(1, 5)", Cancelled, authority);
                        await Task.Delay(random.Next(30), Cancelled);
                        await rolledBack.RollbackAsync(Cancelled);
                    }

                    break;
                default:
                    await ledger.AppendAsync(authority, new Append(Alex, null, act, Act()), Cancelled);
                    written++;
                    break;
            }

            await Task.Delay(random.Next(20), Cancelled);
        }

        return written;
    }

    private static IDocumentSession Session(IDocumentStore documents, string authority, string act)
    {
        var session = documents.LightweightSession(authority);
        session.CorrelationId = act;
        foreach (var stream in Act())
        {
            session.Events.StartStream(typeof(ChildStream), stream.Stream, stream.Events.Select(e => (object)e.Statement).ToArray());
        }

        return session;
    }

    private async Task<List<Observation>> ObserveAsync(string authority, int reader, CancellationToken over)
    {
        var random = new Random(100 + reader);
        var seen = new List<Observation>();
        while (!over.IsCancellationRequested)
        {
            var at = TimeProvider.System.GetUtcNow().AddMilliseconds(-random.Next(1500));
            var known = await store.Knowledge.ResolveAsync(authority, at, Cancelled);
            seen.Add(new Observation(at, known, await ContentAsync(authority, known.Position), await InCareAsync(authority, known.Position)));
            var head = await store.Knowledge.ResolveAsync(authority, null, Cancelled);
            seen.Add(new Observation(at, head, await ContentAsync(authority, head.Position), await InCareAsync(authority, head.Position)));
            await Task.Delay(random.Next(60), Cancelled);
        }

        return seen;
    }

    private async Task FollowAsync(string authority, CancellationToken over)
    {
        while (!over.IsCancellationRequested)
        {
            await store.Follower.CatchUpAsync(authority, Cancelled);
            await Task.Delay(120, Cancelled);
        }
    }

    private async Task<int> InCareAsync(string authority, long position) =>
        (await store.Segments.HoldingOnAsync(authority, CareLanes.Care, Day, position, cancellation: Cancelled)).Members.Count;

    private async Task<Content> ContentAsync(string authority, long position)
    {
        await using var connection = await store.Source.OpenConnectionAsync(Cancelled);
        return (await connection.ListAsync(
            $"""
            select count(*), coalesce(sum(c), 0)::bigint, count(*) filter (where c <> {EventsInAnAct}), coalesce(sum(hashtext(correlation_id)), 0)::numeric
            from (select correlation_id, count(*) as c from journey.mt_events
                where tenant_id = $1 and seq_id <= $2 and type <> 'tombstone' group by 1) acts
            """,
            r => new Content(r.GetInt64(0), r.GetInt64(1), r.GetInt64(2), r.GetDecimal(3)),
            Cancelled,
            authority,
            position)).Single();
    }

    /// <summary>A machine whose clock is wrong.</summary>
    private sealed class Skewed(TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + by;
    }
}
