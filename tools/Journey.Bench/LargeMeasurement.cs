using System.Diagnostics;
using System.Globalization;
using Journey.Store.Writing;

namespace Journey.Bench;

/// <summary>One very large unit of work: its time, and the memory it takes in this process.</summary>
internal static class LargeMeasurement
{
    private const int Events = 500_000;
    private const double MostBytes = 2048;

    public static async Task<ResultTable> RunAsync(BenchDatabase database, Options options)
    {
        var table = new ResultTable(
            "large", "one unit of work", ["events", "bytes an event, at the peak", "target", "peak MiB more than before", "seconds", "events/s", "streams"]);
        var (first, second, _, _) = await Loads.TwoAsync(database, options.Children);
        foreach (var copies in new[] { 1, (Events / second.Count()) + 1 })
        {
            await MeasureAsync(database, table, first, Copies(second, copies));
        }

        table.Notes.Add("Peak: the most that was in use on the managed heap, looked at every 20 ms, less what the events themselves and the store took before.");
        return table;
    }

    private static async Task MeasureAsync(BenchDatabase database, ResultTable table, Append first, Append append)
    {
        var authority = await database.AuthorityAsync();
        await database.Writer.AppendAsync(authority, first);
        await database.SettleAsync();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var peak = before;
        using var done = new CancellationTokenSource();
        var watching = Task.Run(async () =>
        {
            while (!done.IsCancellationRequested)
            {
                peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: false));
                await Task.Delay(20);
            }
        });
        var began = Stopwatch.GetTimestamp();
        await database.Writer.AppendAsync(authority, append);
        var elapsed = Stopwatch.GetElapsedTime(began);
        await done.CancelAsync();
        await watching;

        var events = append.Count();
        var bytes = (peak - before) / (double)events;
        var met = events < Events ? (bool?)null : bytes <= MostBytes;
        table.Rows.Add([
            $"{events}", Number(bytes), met is null ? "" : $"about {MostBytes} {(met.Value ? "met" : "MISSED")}", Number((peak - before) / (double)(1 << 20)),
            elapsed.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture), Number(events / elapsed.TotalSeconds), $"{append.Streams.Count}"]);
        table.Figures.Add(new Figure($"{events} events in one unit of work", null, null, null, bytes, "bytes an event", met));
        table.Figures.Add(new Figure($"{events} events in one unit of work", null, null, null, elapsed.TotalSeconds, "s", null));
    }

    /// <summary>The unit of work so many times over: known streams as they are the first time, all others under new ids.</summary>
    private static Append Copies(Append append, int copies) => append with
    {
        Streams = [.. Enumerable.Range(0, copies).SelectMany(copy => append.Streams.Select((stream, i) => copy == 0 ? stream : stream with
        {
            Stream = Ids.Of($"copy {copy}", i),
            ExpectedVersion = 0,
            Events = [.. stream.Events.Select((e, j) => e with { EventId = Ids.Of($"copy {copy} of {i}", j) })],
        }))],
    };

    private static string Number(double value) => value.ToString("0", CultureInfo.InvariantCulture);
}
