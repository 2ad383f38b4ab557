using System.Text.Json.Nodes;
using Journey.Record.Bitemporal;
using Journey.Record.Facts.Allocations;
using Journey.Store;
using Npgsql;

namespace Journey.Bench;

/// <summary>All open allocations of an authority at a day, as known at a position: every way to the answer, equal before it is timed.</summary>
internal static class PitMeasurement
{
    private const int Sampled = 400;
    private const string Types = "'worker_allocated.v1', 'worker_deallocated.v1', 'worker_deallocated.v2', 'withdrawn.v1'";

    public static async Task<ResultTable> RunAsync(BenchDatabase database, Options options)
    {
        var table = new ResultTable(
            "pit", "every open allocation at a day as known at a position, ratio to hand-written SQL on the segment table",
            ["way", "children", "ratio", "median ms", "p95 ms", "target", "rows"]);
        foreach (var children in options.Sizes)
        {
            await Synthetic.OfAsync(database, children);
        }

        await using var server = await BenchServer.StartAsync(database);
        using var client = server.Client("practitioner; clearance=restricted");
        foreach (var children in options.Sizes)
        {
            await MeasureAsync(database, options, table, client, await Synthetic.OfAsync(database, children));
        }

        table.Notes.Add("Rows are children with a social worker on the day. Linked records are one child in the segment table, for the reader and in the replay; the ways that read events in SQL or by type take each stream for itself, so children who are linked (their number is given) are left out where those are compared.");
        table.Notes.Add("Over HTTP: signed in, allowed, restricted records looked for, the answer counted by worker, logged, and sent.");
        return table;
    }

    private static async Task MeasureAsync(BenchDatabase database, Options options, ResultTable table, HttpClient client, Synthetic asked)
    {
        var replayed = await ReplayAsync(database, asked);
        var read = await ReadAsync(database, asked, asked.Day, asked.Position);
        AssertEqual("the replay and the reader", replayed.All, read.All);
        AssertEqual("SQL on the segment table and the reader", await TableAsync(database, asked, asked.Day, asked.Position), read.All);
        AssertEqual("SQL over the events and the reader", await EventsAsync(database, asked, asked.Day, asked.Position), read.All, read.Linked);
        AssertEqual("the scan of allocations and the reader", await ScanAsync(database, asked), read.All, read.Linked);
        var worker = read.All.GroupBy(a => a.Worker).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).First();
        AssertEqual("SQL for one worker and the reader", await OfWorkerInSqlAsync(database, asked, worker.Key), await OfWorkerAsync(database, asked, worker.Key));
        await AssertOverHttpAsync(client, asked, read.All, worker.Key);
        var pairs = await AssertPairsAsync(database, options, asked);

        var fast = await Timing.RunAsync(
            options.Rounds * 4,
            3,
            new Way("SQL on the segment table", () => TableAsync(database, asked, asked.Day, asked.Position)),
            new Way("SegmentReader", () => ReadAsync(database, asked, asked.Day, asked.Position)),
            new Way("over HTTP", () => client.GetStringAsync(new Uri(Caseload(asked), UriKind.Relative))),
            new Way("SQL on the segment table, one worker", () => OfWorkerInSqlAsync(database, asked, worker.Key)),
            new Way("SegmentReader, one worker", () => OfWorkerAsync(database, asked, worker.Key)),
            new Way("over HTTP, one worker", () => client.GetStringAsync(new Uri(Caseload(asked, worker.Key), UriKind.Relative))));
        var slow = await Timing.RunAsync(
            Math.Max(1, Math.Min(options.Rounds, 20_000 / asked.Children)),
            0,
            new Way("SQL over the events", () => EventsAsync(database, asked, asked.Day, asked.Position)),
            new Way("ordered scan of allocation events, folded", () => ScanAsync(database, asked)),
            new Way("ordered scan of every event, folded", () => ReplayAsync(database, asked)));
        var each = await Timing.RunAsync(1, 0, new Way("child by child", () => OneByOneAsync(database, asked)));
        var floor = fast[0].Median;
        var (most, rows) = (asked.Children <= 10_000 ? 10 : 75, read.All.Count);
        Row(table, asked, "SQL on the segment table", fast[0], floor, rows);
        Row(table, asked, "SegmentReader", fast[1], floor, rows, asked.Children < 10_000 ? null : fast[1].Median <= most && fast[1].Median <= 1.5 * floor, $"T4: <= {most} ms, <= 1.5x");
        Row(table, asked, "the whole question over HTTP", fast[2], floor, rows);
        Row(table, asked, "SQL over the events", slow[0], floor, rows, slow[0].Median >= 40 * fast[1].Median, "T5: >= 40x the reader's");
        Row(table, asked, "ordered scan of allocation events, folded", slow[1], floor, rows);
        Row(table, asked, "ordered scan of every event, folded", slow[2], floor, rows, slow[2].Median >= 250 * fast[1].Median, "T5: >= 250x the reader's");
        Row(table, asked, $"child by child (from {Sampled})", each[0].Times((double)asked.Children / Sampled), floor, rows);
        var one = fast[3].Median;
        Row(table, asked, "one worker: SQL on the segment table", fast[3], one, worker.Count());
        Row(table, asked, "one worker: SegmentReader", fast[4], one, worker.Count(), asked.Children < 100_000 ? null : fast[4].Percentile(95) <= 2, "T4: p95 <= 2 ms");
        Row(table, asked, "one worker: the whole question over HTTP", fast[5], one, worker.Count());
        table.Notes.Add(FormattableString.Invariant(
            $"{asked.Children} children, {asked.Events} events: true on {asked.Day:yyyy-MM-dd}, known at position {asked.Position}; {read.Linked.Count} of the children found are joined records; {pairs} random pairs of clocks asked of the reader, SQL on the table and SQL over the events: 0 mismatches."));
    }

    private static void Row(ResultTable table, Synthetic asked, string name, Sample sample, double floor, int rows, bool? met = null, string target = "")
    {
        var ratio = sample.Median / floor;
        table.Rows.Add([name, $"{asked.Children}", ratio.Text(), sample.Median.Text(), sample.Percentile(95).Text(), met is { } m ? $"{target} {Timing.Met(m)}" : "", $"{rows}"]);
        table.Figures.Add(new Figure($"{name}, {asked.Children} children", ratio, null, null, sample.Median, "ms", met));
    }

    private static string Caseload(Synthetic asked, string? worker = null) => FormattableString.Invariant(
        $"/authorities/{asked.Authority}/caseload{(worker is null ? "" : $"/{worker}")}?validAt={asked.Day:yyyy-MM-dd}&knownAt={asked.Known.ToUniversalTime():yyyy-MM-ddTHH:mm:ssZ}&size=1000");

    private static async Task AssertOverHttpAsync(HttpClient client, Synthetic asked, HashSet<Allocated> read, string worker)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        for (string? page = Caseload(asked); page is not null;)
        {
            var answer = JsonNode.Parse(await client.GetStringAsync(new Uri(page, UriKind.Relative)))!;
            foreach (var row in answer["items"]!.AsArray())
            {
                counts.Add(row!["worker"]!.GetValue<string>(), row["children"]!.GetValue<int>());
            }

            page = answer["next"]?.GetValue<string>() is { } next ? $"/authorities/{asked.Authority}/caseload?size=1000&cursor={next}" : null;
        }

        var one = JsonNode.Parse(await client.GetStringAsync(new Uri(Caseload(asked, worker), UriKind.Relative)))!["items"]!.AsArray();
        var expected = read.GroupBy(a => a.Worker).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        if (!counts.OrderBy(c => c.Key, StringComparer.Ordinal).SequenceEqual(expected.OrderBy(c => c.Key, StringComparer.Ordinal))
            || one.Count(r => r!["role"]!.GetValue<string>() == Allocation.SocialWorker) != expected[worker])
        {
            throw new InvalidOperationException("The caseload over HTTP is not the reader's.");
        }
    }

    private static async Task<int> AssertPairsAsync(BenchDatabase database, Options options, Synthetic asked)
    {
        var random = new Random(Options.Seed);
        var pairs = Math.Max(3, (int)(options.Pairs * 1000L / Math.Max(1000, asked.Children)));
        for (var i = 0; i < pairs; i++)
        {
            var (day, position) = (asked.Day.AddDays(random.Next(-1600, 1600)), random.NextInt64(asked.Head + 1));
            var read = await ReadAsync(database, asked, day, position);
            AssertEqual($"SQL on the table and the reader at {day:O} and {position}", await TableAsync(database, asked, day, position), read.All);
            AssertEqual($"SQL over the events and the reader at {day:O} and {position}", await EventsAsync(database, asked, day, position), read.All, read.Linked);
        }

        return pairs;
    }

    private static void AssertEqual(string what, HashSet<Allocated> one, HashSet<Allocated> other, HashSet<Guid>? apart = null)
    {
        var (left, right) = (one.Where(a => apart?.Contains(a.Child) != true).ToHashSet(), other.Where(a => apart?.Contains(a.Child) != true).ToHashSet());
        if (!left.SetEquals(right))
        {
            throw new InvalidOperationException(
                $"{what} differ: {left.Count} and {right.Count} rows, such as {string.Join(", ", left.Except(right).Concat(right.Except(left)).Take(3))}.");
        }
    }

    private static async Task<Answer> ReadAsync(BenchDatabase database, Synthetic asked, DateOnly day, long position)
    {
        var cohort = await database.Segments.HoldingOnAsync(asked.Authority, AllocationLanes.SocialWorker, day, position);
        return new Answer(
            [.. cohort.Members.Values.SelectMany(m => m.Timeline(AllocationLanes.SocialWorker).Select(i => new Allocated(m.Id, i.As<Allocation>().Worker)))],
            [.. cohort.Members.Values.Where(m => m.Streams.Count > 1).SelectMany(m => m.Streams), .. await LinkedAsync(database, asked, position)]);
    }

    /// <summary>Streams of joined records, whether something holds for them or not; looked for once a position.</summary>
    private static async Task<IEnumerable<Guid>> LinkedAsync(BenchDatabase database, Synthetic asked, long position)
    {
        if (!Links.TryGetValue((asked.Authority, position), out var streams))
        {
            Links.Add((asked.Authority, position), streams = [.. (await database.Segments.LinkedAsync(asked.Authority, position)).SelectMany(g => g)]);
        }

        return streams;
    }

    private static readonly Dictionary<(string, long), List<Guid>> Links = [];

    private static async Task<HashSet<Allocated>> OfWorkerAsync(BenchDatabase database, Synthetic asked, string worker)
    {
        var cohort = await database.Segments.HoldingOnAsync(asked.Authority, AllocationLanes.SocialWorker, asked.Day, asked.Position, worker);
        return [.. cohort.Members.Values.SelectMany(m => m.Timeline(AllocationLanes.SocialWorker).Select(i => new Allocated(m.Id, i.As<Allocation>().Worker)))];
    }

    private static async Task<HashSet<Allocated>> TableAsync(BenchDatabase database, Synthetic asked, DateOnly day, long position) =>
    [
        .. await database.ListAsync(
            $"select child_id, value_key from {asked.Table} where lane = 'social-worker' and valid_from <= $1 and valid_to > $1 and known_from <= $2 and known_to > $2 and read_as <> 1",
            Row,
            day,
            position),
    ];

    private static async Task<HashSet<Allocated>> OfWorkerInSqlAsync(BenchDatabase database, Synthetic asked, string worker) =>
    [
        .. await database.ListAsync(
            $"select child_id, value_key from {asked.Table} where lane = 'social-worker' and value_key = $3 and valid_from <= $1 and valid_to > $1 and known_from <= $2 and known_to > $2 and read_as <> 1",
            Row,
            asked.Day,
            asked.Position,
            worker),
    ];

    private static async Task<HashSet<Allocated>> EventsAsync(BenchDatabase database, Synthetic asked, DateOnly day, long position) =>
    [
        .. await database.ListAsync(
            $"""
            with said as (
                select stream_id, seq_id, version, type, data, data ->> 'factId' as fact from journey.mt_events
                where tenant_id = $1 and seq_id <= $3 and type in ({Types})),
            facts as (
                select distinct on (stream_id, fact) stream_id, fact, type, data -> 'fact' as data, min(seq_id) over (partition by stream_id, fact) as ordinal
                from said order by stream_id, fact, version desc),
            ends as (
                select stream_id, data ->> 'allocation' as fact, min((data ->> 'to')::date) as til from facts where type like 'worker_deallocated%' group by 1, 2),
            points as (
                select distinct on (stream_id) stream_id, fact, data ->> 'worker' as worker, (data ->> 'to')::date as own
                from facts where type = 'worker_allocated.v1' and data ->> 'role' = '{Allocation.SocialWorker}' and (data ->> 'from')::date <= $2
                order by stream_id, (data ->> 'from')::date desc, coalesce((data ->> 'at')::time, '00:00') desc, ordinal desc)
            select stream_id, worker from points left join ends using (stream_id, fact) where coalesce(least(own, til), 'infinity') > $2
            """,
            Row,
            asked.Authority,
            day,
            position),
    ];

    private static Allocated Row(NpgsqlDataReader row) => new(row.GetGuid(0), row.GetString(1));

    /// <summary>Every event of every record in order, folded as the store folds.</summary>
    private static async Task<Answer> ReplayAsync(BenchDatabase database, Synthetic asked)
    {
        var (all, linked) = (new HashSet<Allocated>(), new HashSet<Guid>());
        await foreach (var record in database.Children.AllAsync(asked.Authority, asked.Position))
        {
            all.UnionWith(record.On(AllocationLanes.SocialWorker, asked.Day).Select(i => new Allocated(record.Id, i.As<Allocation>().Worker)));
        }

        return new Answer(all, linked);
    }

    /// <summary>The events of allocations alone, in order, folded.</summary>
    private static async Task<HashSet<Allocated>> ScanAsync(BenchDatabase database, Synthetic asked)
    {
        var rows = await database.ListAsync(
            $"select stream_id, seq_id, version, timestamp, type, data from journey.mt_events where tenant_id = $1 and seq_id <= $2 and type in ({Types}) order by stream_id, version",
            r => (Stream: r.GetGuid(0), Entry: new LedgerEntry(r.GetInt64(1), r.GetInt64(2), r.GetFieldValue<DateTimeOffset>(3), EventCatalogue.Read(r.GetString(4), r.GetFieldValue<byte[]>(5)))),
            asked.Authority,
            asked.Position);
        return
        [
            .. rows.GroupBy(r => r.Stream, r => r.Entry).SelectMany(s => Ledger.Fold(s).Timeline(AllocationLanes.SocialWorker)
                .Where(i => i.Period.Contains(asked.Day)).Select(i => new Allocated(s.Key, i.As<Allocation>().Worker))),
        ];
    }

    private static async Task OneByOneAsync(BenchDatabase database, Synthetic asked)
    {
        var children = await database.ListAsync(
            $"select id from journey.mt_streams where tenant_id = $1 and type like 'child%' order by md5(id::text) limit {Sampled}", r => r.GetGuid(0), asked.Authority);
        for (var i = 0; i < Sampled; i++)
        {
            var entries = await database.Reader.StreamAsync(asked.Authority, children[i % children.Count], asked.Position);
            _ = Ledger.Fold(entries).Timeline(AllocationLanes.SocialWorker).Count(a => a.Period.Contains(asked.Day));
        }
    }

    private sealed record Allocated(Guid Child, string Worker);

    /// <summary>Who is allocated to whom, and streams of joined records.</summary>
    private sealed record Answer(HashSet<Allocated> All, HashSet<Guid> Linked);
}
