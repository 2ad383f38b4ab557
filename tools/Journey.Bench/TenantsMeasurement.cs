using System.Collections.Concurrent;
using System.Diagnostics;
using Journey.Record.Facts.Allocations;

namespace Journey.Bench;

/// <summary>One authority among many, and the others while one is rebuilt.</summary>
internal static class TenantsMeasurement
{
    private const int Children = 300;
    private const int Askers = 2;

    public static async Task<ResultTable> RunAsync(BenchDatabase database, Options options)
    {
        var table = new ResultTable(
            "tenants", "one authority among many, ratio to the same authority among the fewest", ["what", "authorities", "ratio", "p50 ms", "p95 ms", "connections at most"]);
        var made = await Synthetic.OfAsync(database, Children);
        var all = new List<Synthetic> { made };
        double? alone = null;
        foreach (var count in new[] { 1, 20, options.Authorities }.Where(c => c <= options.Authorities).Distinct())
        {
            while (all.Count < count)
            {
                all.Add(made with { Authority = await Synthetic.CopyAsync(database, made, 1) });
            }

            await database.RunAsync("analyze journey.mt_events");
            var quiet = await AskAsync(database, all, TimeSpan.FromSeconds(options.Seconds), null);
            alone ??= quiet.Times.Median;
            Row(table, "caseload of an authority", count, quiet, alone.Value);
            var busy = await AskAsync(database, all.Count > 1 ? all[1..] : all, TimeSpan.FromSeconds(options.Seconds), () => database.Rebuild.RunAsync(made.Authority));
            Row(table, count > 1 ? "the others, while one is rebuilt again and again" : "the same, while it is rebuilt again and again", count, busy, alone.Value);
        }

        table.Notes.Add($"Authorities of {Children} children each; {Askers} askers go round them, each answer compared with the first. 'Fewest' counts those of this measurement; other measurements of the run leave theirs beside them.");
        return table;
    }

    private static void Row(ResultTable table, string what, int count, (Sample Times, int Connections, int Rebuilds) found, double alone)
    {
        var name = found.Rebuilds > 0 ? $"{what} ({found.Rebuilds} times)" : what;
        table.Rows.Add([name, $"{count}", (found.Times.Median / alone).Text(), found.Times.Median.Text(), found.Times.Percentile(95).Text(), $"{found.Connections}"]);
        table.Figures.Add(new Figure($"{what}, {count} authorities", found.Times.Median / alone, null, null, found.Times.Percentile(95), "ms", null));
    }

    private static async Task<(Sample Times, int Connections, int Rebuilds)> AskAsync(
        BenchDatabase database, List<Synthetic> authorities, TimeSpan length, Func<Task>? beside)
    {
        var times = new ConcurrentBag<double>();
        using var over = new CancellationTokenSource(length);
        var expected = await CountAsync(database, authorities[0]);
        var asking = Enumerable.Range(0, Askers).Select(a => Task.Run(async () =>
        {
            for (var i = a; !over.IsCancellationRequested; i++)
            {
                var began = Stopwatch.GetTimestamp();
                var count = await CountAsync(database, authorities[i % authorities.Count]);
                times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
                if (count != expected)
                {
                    throw new InvalidOperationException($"{count} children have a social worker in one authority and {expected} in its copy.");
                }
            }
        })).ToList();
        var (connections, rebuilds) = (0, 0);
        var rebuilding = Task.Run(async () =>
        {
            while (beside is not null && !over.IsCancellationRequested)
            {
                await beside();
                rebuilds++;
            }
        });
        while (!over.IsCancellationRequested)
        {
            connections = Math.Max(connections, await database.OneAsync<int>("select count(*)::int from pg_stat_activity where datname = current_database()"));
            await Task.Delay(100);
        }

        await Task.WhenAll(asking);
        await rebuilding;
        return (new Sample(times), connections, rebuilds);
    }

    private static async Task<int> CountAsync(BenchDatabase database, Synthetic asked) =>
        (await database.Segments.HoldingOnAsync(asked.Authority, AllocationLanes.SocialWorker, asked.Day, asked.Position)).Members.Count;
}
