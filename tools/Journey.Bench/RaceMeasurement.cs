using System.Collections.Concurrent;
using Journey.Record.Children;
using Journey.Record.Facts;
using Journey.Record.Facts.Care;
using Journey.Store;
using Journey.Store.Reading;
using Journey.Store.Writing;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Journey.Bench;

/// <summary>
/// Writers that commit late, fail or roll back, with clocks that disagree, against readers that note what they were told: nothing they were told may
/// change later, and no act may be known by half. Beside it, what a reader would have been told who compares timestamps.
/// </summary>
internal static class RaceMeasurement
{
    private const int Writers = 6;
    private const int Readers = 2;
    private const int EventsInAnAct = 3;

    private static readonly DateOnly Day = EpisodeStated.Example.Decom;
    private static readonly Actor Worker = new("alex", "practitioner");

    public static async Task<ResultTable> RunAsync(BenchDatabase database, Options options)
    {
        var table = new ResultTable("race", "answers under concurrent, delayed and failing writers that later changed", ["what", "observations", "changed later", "target"]);
        var authority = await database.AuthorityAsync();
        using var over = new CancellationTokenSource(TimeSpan.FromSeconds(options.Seconds));
        var written = new ConcurrentBag<int>();
        var seen = new ConcurrentBag<Observation>();
        var writers = Enumerable.Range(0, Writers).Select(i => Task.Run(async () => written.Add(await WriteAsync(database, authority, i, over.Token)))).ToList();
        var readers = Enumerable.Range(0, Readers).Select(i => Task.Run(() => ObserveAsync(database, authority, i, seen, over.Token))).ToList();
        var follower = Task.Run(async () =>
        {
            while (!over.IsCancellationRequested)
            {
                await database.Follower.CatchUpAsync(authority);
                await Task.Delay(120);
            }
        });
        await Task.WhenAll([.. writers, .. readers, follower]);

        var (positions, finals, halves, naive) = (0, 0, 0, 0);
        foreach (var observation in seen)
        {
            halves += observation.Content.Halves > 0 ? 1 : 0;
            positions += await ContentAsync(database, authority, Upto(observation.Told.Position)) == observation.Content
                && await InCareAsync(database, authority, observation.Told.Position) == observation.InCare ? 0 : 1;
            finals += observation.Told.Final && await database.Knowledge.ResolveAsync(authority, observation.At) != observation.Told ? 1 : 0;
            naive += await ContentAsync(database, authority, Until(observation.At)) == observation.ByTimestamp ? 0 : 1;
        }

        var acts = (await ContentAsync(database, authority, "true")).Acts;
        var differing = (await database.Reconciliation.RunAsync(authority)).Differing.Count;
        Row(table, "answers at a position (ledger and segments)", seen.Count, positions);
        Row(table, "instants said to be final", seen.Count(o => o.Told.Final), finals);
        Row(table, "acts known by half", seen.Count, halves);
        Row(table, "children whose segments differ at the end", (int)acts * 2, differing);
        table.Rows.Add(["the same instants compared with timestamps, for comparison", $"{seen.Count}", $"{naive}", ""]);
        table.Notes.Add($"{options.Seconds} s, {Writers} writers whose clocks are up to 0.6 s off, a tenth of their acts held open for 0.15 s, a tenth failing, a tenth drawing positions that are given up; {acts} acts stored. The run fails on one violation.");
        if (positions + finals + halves + differing > 0 || acts != written.Sum() || seen.IsEmpty)
        {
            throw new InvalidOperationException($"Knowledge changed: {positions} answers, {finals} final instants, {halves} halves, {differing} children, {acts} acts of {written.Sum()}.");
        }

        return table;
    }

    private static void Row(ResultTable table, string what, int observations, int changed)
    {
        table.Rows.Add([what, $"{observations}", $"{changed}", $"T10: 0 {Timing.Met(changed == 0)}"]);
        table.Figures.Add(new Figure(what, null, null, null, changed, "violations", changed == 0));
    }

    private static StreamAppend[] Act() =>
    [
        new(Guid.CreateVersion7(), StreamKind.Child, 0, [Tell(), Tell()]),
        new(Guid.CreateVersion7(), StreamKind.Child, 0, [Tell()]),
    ];

    private static Appending Tell() =>
        new(Guid.CreateVersion7(), FactCatalogue.Of(EpisodeStated.Example).Asserted(Guid.CreateVersion7(), EpisodeStated.Example, null));

    /// <summary>Returns how many acts were stored.</summary>
    private static async Task<int> WriteAsync(BenchDatabase database, string authority, int writer, CancellationToken over)
    {
        var random = new Random(Options.Seed + writer);
        await using var services = new ServiceCollection()
            .AddLogging(l => l.SetMinimumLevel(LogLevel.None))
            .AddSingleton<TimeProvider>(new Skewed(TimeSpan.FromMilliseconds(200 * (writer - (Writers / 2)))))
            .AddJourneyStore(database.ConnectionString)
            .BuildServiceProvider();
        var (ledger, documents) = (services.GetRequiredService<LedgerWriter>(), services.GetRequiredService<IDocumentStore>());
        var written = 0;
        while (!over.IsCancellationRequested)
        {
            var act = Guid.NewGuid().ToString();
            switch (random.Next(10))
            {
                case 0:
                    await SaveAsync(documents, authority, act, "select pg_sleep(0.15)");
                    written++;
                    break;
                case 1:
                    try
                    {
                        await SaveAsync(documents, authority, act, "select 1 / 0");
                        throw new InvalidOperationException("A division by zero was stored.");
                    }
                    catch (Exception failed) when (failed is not InvalidOperationException)
                    {
                        // It fails after positions were drawn, as a real one may.
                    }

                    break;
                case 2:
                    await database.RunAsync($"select nextval('journey.\"mt_events_sequence_{authority}\"') from generate_series(1, 5)");
                    break;
                default:
                    await ledger.AppendAsync(authority, new Append(Worker, null, act, Act()), default);
                    written++;
                    break;
            }

            await Task.Delay(random.Next(20), CancellationToken.None);
        }

        return written;
    }

    private static async Task SaveAsync(IDocumentStore documents, string authority, string act, string sql)
    {
        await using var session = documents.LightweightSession(authority);
        session.CorrelationId = act;
        foreach (var stream in Act())
        {
            session.Events.StartStream(typeof(ChildStream), stream.Stream, stream.Events.Select(e => (object)e.Statement).ToArray());
        }

        session.QueueSqlCommand(sql);
        await session.SaveChangesAsync();
    }

    private static async Task ObserveAsync(BenchDatabase database, string authority, int reader, ConcurrentBag<Observation> seen, CancellationToken over)
    {
        var random = new Random(Options.Seed + 100 + reader);
#pragma warning disable RS0030 // The race is against the machine's clock.
        var clock = TimeProvider.System;
#pragma warning restore RS0030
        while (!over.IsCancellationRequested)
        {
            var at = clock.GetUtcNow().AddMilliseconds(-random.Next(1500));
            var byTimestamp = await ContentAsync(database, authority, Until(at));
            var known = await database.Knowledge.ResolveAsync(authority, at, CancellationToken.None);
            seen.Add(new Observation(
                at, known, await ContentAsync(database, authority, Upto(known.Position)), await InCareAsync(database, authority, known.Position), byTimestamp));
            await Task.Delay(random.Next(60), CancellationToken.None);
        }
    }

    private static async Task<int> InCareAsync(BenchDatabase database, string authority, long position) =>
        (await database.Segments.HoldingOnAsync(authority, CareLanes.Care, Day, position)).Members.Count;

    private static string Upto(long position) => FormattableString.Invariant($"seq_id <= {position}");

    private static string Until(DateTimeOffset at) => $"timestamp <= '{at.ToUniversalTime():O}'";

    private static async Task<Content> ContentAsync(BenchDatabase database, string authority, string where) => (await database.ListAsync(
        $"""
        select count(*), coalesce(sum(c), 0)::bigint, count(*) filter (where c <> {EventsInAnAct}), coalesce(sum(hashtext(correlation_id)), 0)::numeric
        from (select correlation_id, count(*) as c from journey.mt_events
            where tenant_id = $1 and {where} and type <> 'tombstone' group by 1) acts
        """,
        r => new Content(r.GetInt64(0), r.GetInt64(1), r.GetInt64(2), r.GetDecimal(3)),
        authority)).Single();

    /// <summary>What is known: acts, events, acts known by half, and a sum over which they are.</summary>
    private sealed record Content(long Acts, long Events, long Halves, decimal Sum);

    private sealed record Observation(DateTimeOffset At, Knowledge Told, Content Content, int InCare, Content ByTimestamp);

    /// <summary>A machine whose clock is wrong.</summary>
    private sealed class Skewed(TimeSpan by) : TimeProvider
    {
#pragma warning disable RS0030 // Off by so much from the machine's clock.
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + by;
#pragma warning restore RS0030
    }
}
