using System.Diagnostics;
using System.Globalization;
using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Store;
using Journey.Store.Writing;
using Npgsql;

namespace Journey.Bench;

/// <summary>One child's record at a position, from the rows alone to the folded record.</summary>
internal static class ChildMeasurement
{
    private const int ReadsARound = 20;
    private const int Later = 40;
    private const int AnAct = 20;

    private const string Rows = $"""
        select e.stream_id, e.seq_id, e.version, e.timestamp, e.type, e.data, e.id, e.user_name, e.correlation_id, e.headers::text
        from {RawLedger.Events} e where e.tenant_id = $1 and e.seq_id <= $2 and e.type <> 'tombstone' and e.stream_id = $3 order by e.version
        """;

    private static readonly (int Events, double? Milliseconds, double? Ratio)[] Sizes = [(60, 1.5, 3), (600, null, null), (6000, 45, null)];
    private static readonly Actor Worker = new("alex", "practitioner");

    public static async Task<ResultTable> RunAsync(BenchDatabase database, Options options)
    {
        var table = new ResultTable(
            "child", "one child at a position, in process, ratio to reading the raw rows",
            ["path", "ratio", "p50 ms", "p95 ms", "target", "events"]);
        var authority = await database.AuthorityAsync();
        var (first, second, _, _) = await Loads.TwoAsync(database, options.Children);
        await database.Writer.AppendAsync(authority, first);
        await database.Writer.AppendAsync(authority, second);
        var reads = new List<Read>();
        foreach (var (events, _, _) in Sizes)
        {
            reads.Add(await WriteAsync(database, authority, events));
        }

        await database.RunAsync($"vacuum analyze {RawLedger.Events}");
        foreach (var (read, size) in reads.Zip(Sizes))
        {
            await MeasureAsync(database, table, read, size, options.Rounds * ReadsARound);
        }

        table.Notes.Add("Raw rows: the same columns under the same condition through Npgsql, on the store's own data source, every column read. Reads alternate; connections and pages are warm.");
        return table;
    }

    /// <summary>Appends a child act by act, other children between them, and some acts more after the position that is read.</summary>
    private static async Task<Read> WriteAsync(BenchDatabase database, string authority, int events)
    {
        var (child, version, position) = (Ids.Of("child", events), 0L, 0L);
        foreach (var act in MadeUpChild.Live(events + Later, events).Chunk(AnAct))
        {
            var other = MadeUpChild.Live(AnAct * 3, int.MaxValue - events - (int)version).ToList();
            var appended = await database.Writer.AppendAsync(authority, new Append(Worker, "told by phone", "visit", [
                new StreamAppend(child, StreamKind.Child, version, act),
                new StreamAppend(Ids.Of("other", events + (int)version), StreamKind.Child, 0, other)]));
            version = appended.Versions[child];
            position = version <= events ? appended.Position - other.Count : position;
        }

        return new Read(authority, child, position);
    }

    private static async Task MeasureAsync(
        BenchDatabase database, ResultTable table, Read read, (int Events, double? Milliseconds, double? Ratio) size, int times)
    {
        (string Name, Func<Task<int>> Run, List<double> Times)[] paths =
        [
            ("raw rows", () => RawAsync(database, read), []),
            ("raw rows, read as statements", async () => (await StatementsAsync(database, read)).Count, []),
            ("RecordReader.StreamAsync", async () => (await database.Reader.StreamAsync(read.Authority, read.Child, read.Position)).Count, []),
            ("StreamAsync and ChildRecord.Fold", async () => (await FoldAsync(database, read)).History.Count, []),
        ];
        await AssertEqualAsync(database, read, size.Events);
        for (var i = -Math.Max(10, times / 10); i < times; i++)
        {
            foreach (var (_, run, measured) in paths)
            {
                var began = Stopwatch.GetTimestamp();
                var count = await run();
                var elapsed = Stopwatch.GetElapsedTime(began);
                if (count != size.Events)
                {
                    throw new InvalidOperationException($"{count} events were read, not {size.Events}.");
                }

                if (i >= 0)
                {
                    measured.Add(elapsed.TotalMilliseconds);
                }
            }
        }

        var rows = new Sample(paths[0].Times).Median;
        foreach (var (name, _, measured) in paths)
        {
            var sample = new Sample(measured);
            var whole = name == paths[^1].Name;
            var ratio = sample.Median / rows;
            var met = !whole || (size.Milliseconds, size.Ratio) == (null, null)
                ? (bool?)null
                : !(sample.Median > size.Milliseconds) && !(ratio > size.Ratio);
            var target = met is null ? "" : string.Create(
                CultureInfo.InvariantCulture,
                $"{(size.Ratio is { } most ? $"<= {most}x, " : "")}<= {size.Milliseconds} ms {(met.Value ? "met" : "MISSED")}");
            table.Rows.Add([name, Number(ratio, "0.00"), Number(sample.Median, "0.00"), Number(sample.Percentile(95), "0.00"), target, $"{size.Events}"]);
            table.Figures.Add(new Figure($"{name}, {size.Events} events", ratio, null, null, sample.Median, "ms", met));
        }
    }

    private static async Task AssertEqualAsync(BenchDatabase database, Read read, int events)
    {
        var stored = await database.Reader.StreamAsync(read.Authority, read.Child, read.Position);
        var said = MadeUpChild.Live(events + Later, events).Take(events).Select(e => Json(e.Statement));
        if (!stored.Select(e => Json(e.Statement)).SequenceEqual(said)
            || !(await StatementsAsync(database, read)).Select(Json).SequenceEqual(stored.Select(e => Json(e.Statement)))
            || (await FoldAsync(database, read)).Anomalies.Count > 0)
        {
            throw new InvalidOperationException($"The child of {events} events is not read as it was written.");
        }

        static string Json(IStatement statement) => System.Text.Json.JsonSerializer.Serialize(statement, statement.GetType(), JourneyJson.Options);
    }

    private static async Task<int> RawAsync(BenchDatabase database, Read read)
    {
        await using var command = Command(database, read);
        await using var reader = await command.ExecuteReaderAsync();
        var (count, length) = (0, 0);
        while (await reader.ReadAsync())
        {
            length += Length(reader);
            count++;
        }

        return length == 0 ? 0 : count;
    }

    private static async Task<List<IStatement>> StatementsAsync(BenchDatabase database, Read read)
    {
        await using var command = Command(database, read);
        await using var reader = await command.ExecuteReaderAsync();
        var statements = new List<IStatement>();
        while (await reader.ReadAsync())
        {
            statements.Add(Statement(reader));
        }

        return statements;
    }

    private static int Length(NpgsqlDataReader row) =>
        row.GetGuid(0).Variant + (int)row.GetInt64(1) + (int)row.GetInt64(2) + row.GetDateTime(3).Second + row.GetString(4).Length + row.GetFieldValue<byte[]>(5).Length
        + row.GetGuid(6).Variant + row.GetString(7).Length + row.GetString(8).Length + row.GetString(9).Length;

    private static IStatement Statement(NpgsqlDataReader row) => EventCatalogue.Read(row.GetString(4), row.GetFieldValue<byte[]>(5));

    private static async Task<ChildRecord> FoldAsync(BenchDatabase database, Read read) =>
        ChildRecord.Fold(read.Child, await database.Reader.StreamAsync(read.Authority, read.Child, read.Position));

    private static NpgsqlCommand Command(BenchDatabase database, Read read)
    {
        var command = database.Source.CreateCommand(Rows);
        command.Parameters.Add(new NpgsqlParameter { Value = read.Authority });
        command.Parameters.Add(new NpgsqlParameter { Value = read.Position });
        command.Parameters.Add(new NpgsqlParameter { Value = read.Child });
        return command;
    }

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);

    /// <summary>What is read: a child at a position.</summary>
    private sealed record Read(string Authority, Guid Child, long Position);
}
