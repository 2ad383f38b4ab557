using System.Collections.Concurrent;
using System.Diagnostics;
using Journey.Record.Children;
using Journey.Store.Writing;

namespace Journey.Bench;

/// <summary>From the commit of an act until the segment table has followed it.</summary>
internal static class LagMeasurement
{
    private const int AnAct = 5;

    private static readonly int[] Rates = [10, 100, 500];
    private static readonly Actor Worker = new("alex", "practitioner");

    public static async Task<ResultTable> RunAsync(BenchDatabase database, Options options)
    {
        var table = new ResultTable("lag", "from a commit until the segment table has followed it", ["events a second", "p50 ms", "p95 ms", "p99 ms", "target", "acts"]);
        await using var server = await BenchServer.StartAsync(database);
        foreach (var rate in Rates)
        {
            var authority = await database.AuthorityAsync();
            var (lags, acts) = await MeasureAsync(database, authority, rate, options.Seconds);
            var sample = new Sample(lags);
            bool? met = rate == 100 ? sample.Percentile(95) <= 300 : null;
            table.Rows.Add([$"{rate}", sample.Median.Text(), sample.Percentile(95).Text(), sample.Percentile(99).Text(), met is { } m ? $"T8: p95 <= 300 ms {Timing.Met(m)}" : "", $"{acts}"]);
            table.Figures.Add(new Figure($"lag at {rate} events/s", null, null, null, sample.Percentile(95), "ms", met));
            if ((await database.Reconciliation.RunAsync(authority)).Differing.Count > 0)
            {
                throw new InvalidOperationException("What was followed is not what the ledger folds to.");
            }
        }

        table.Notes.Add($"Acts of {AnAct} events on new children (one at 10 events/s), at even intervals; the follower of a running server; progress is looked at every 2 ms. An answer is at its position whatever the lag.");
        return table;
    }

    private static async Task<(List<double> Lags, int Acts)> MeasureAsync(BenchDatabase database, string authority, int rate, int seconds)
    {
        var waiting = new ConcurrentQueue<(long Position, long At)>();
        var lags = new List<double>();
        using var written = new CancellationTokenSource();
        var looking = Task.Run(async () =>
        {
            while (!written.IsCancellationRequested || !waiting.IsEmpty)
            {
                var progress = await database.OneAsync<long>($"select position from journey.journey_segment_progress where tenant_id = '{authority}'");
                var now = Stopwatch.GetTimestamp();
                while (waiting.TryPeek(out var act) && act.Position <= progress)
                {
                    waiting.TryDequeue(out _);
                    lags.Add(Stopwatch.GetElapsedTime(act.At, now).TotalMilliseconds);
                }

                await Task.Delay(2);
            }
        });
        var size = rate == 10 ? 1 : AnAct;
        var acts = rate * seconds / size;
        var began = Stopwatch.GetTimestamp();
        for (var i = 0; i < acts; i++)
        {
            var due = TimeSpan.FromSeconds((double)i * size / rate) - Stopwatch.GetElapsedTime(began);
            if (due > TimeSpan.Zero)
            {
                await Task.Delay(due);
            }

            var stream = new StreamAppend(Ids.Of($"lag {rate}", i), StreamKind.Child, 0, [.. MadeUpChild.Live(size, i)]);
            var appended = await database.Writer.AppendAsync(authority, new Append(Worker, "told by phone", "visit", [stream]));
            waiting.Enqueue((appended.Position, Stopwatch.GetTimestamp()));
        }

        await written.CancelAsync();
        await looking;
        return (lags, acts);
    }
}
