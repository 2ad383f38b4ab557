using System.Diagnostics;
using Journey.Store.Reading;

namespace Journey.Bench;

/// <summary>From an instant of knowledge to a position.</summary>
internal static class ClockMeasurement
{
    private const int Instants = 500;
    private const int Compared = 20;

    public static async Task<ResultTable> RunAsync(BenchDatabase database, Options options)
    {
        var table = new ResultTable("clock", "an instant of knowledge to a position, ratio to a bare round trip", ["events", "ratio", "p50 ms", "p95 ms", "target"]);
        foreach (var children in options.Sizes)
        {
            var asked = await Synthetic.OfAsync(database, children);
            var instants = await InstantsAsync(database, asked);
            foreach (var instant in instants.Take(Compared))
            {
                await AssertAsync(database, asked, instant);
            }

            var (bare, resolved) = (new List<double>(), new List<double>());
            foreach (var instant in instants.Concat(instants))
            {
                var began = Stopwatch.GetTimestamp();
                await database.OneAsync<int>("select 1");
                var between = Stopwatch.GetTimestamp();
                await database.Knowledge.ResolveAsync(asked.Authority, instant);
                bare.Add(Stopwatch.GetElapsedTime(began, between).TotalMilliseconds);
                resolved.Add(Stopwatch.GetElapsedTime(between).TotalMilliseconds);
            }

            var (floor, sample) = (new Sample(bare.Skip(Instants)), new Sample(resolved.Skip(Instants)));
            bool? met = asked.Events >= 500_000 ? sample.Percentile(95) <= 1 : null;
            table.Rows.Add([$"{asked.Events}", (sample.Median / floor.Median).Text(), sample.Median.Text(), sample.Percentile(95).Text(), met is { } m ? $"T8: p95 <= 1 ms {Timing.Met(m)}" : ""]);
            table.Figures.Add(new Figure($"resolve, {asked.Events} events", sample.Median / floor.Median, null, null, sample.Percentile(95), "ms", met));
        }

        table.Notes.Add($"{Instants} random instants of the ledger's life, pages warm; {Compared} of them compared with the definition, the first event later than the instant.");
        return table;
    }

    private static async Task<List<DateTimeOffset>> InstantsAsync(BenchDatabase database, Synthetic asked)
    {
        var ends = await database.ListAsync(
            "select min(known_at), max(known_at) from journey.journey_clock where tenant_id = $1", r => (First: r.GetDateTime(0), Last: r.GetDateTime(1)), asked.Authority);
        var random = new Random(Options.Seed);
        var (first, length) = (ends[0].First, ends[0].Last - ends[0].First);
        return [.. Enumerable.Range(0, Instants).Select(_ => new DateTimeOffset(first + (length * random.NextDouble()), TimeSpan.Zero))];
    }

    private static async Task AssertAsync(BenchDatabase database, Synthetic asked, DateTimeOffset instant)
    {
        var resolved = await database.Knowledge.ResolveAsync(asked.Authority, instant);
        var later = (await database.ListAsync(
            "select coalesce(min(seq_id), 0) from journey.mt_events where tenant_id = $1 and timestamp > $2 and type <> 'tombstone'", r => r.GetInt64(0), asked.Authority, instant.UtcDateTime))[0];
        var expected = later == 0 ? new Knowledge(asked.Head, instant, false) : new Knowledge(later - 1, instant, true);
        if (resolved != expected)
        {
            throw new InvalidOperationException($"{instant:O} resolves to {resolved}, not {expected}.");
        }
    }
}
