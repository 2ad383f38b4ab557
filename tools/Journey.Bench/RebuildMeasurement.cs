using System.Diagnostics;
using Journey.Record.Bitemporal;
using Journey.Store;
using Journey.Store.Projections;
using Journey.Store.Reading;
using Npgsql;

namespace Journey.Bench;

/// <summary>Building an authority's segments anew, beside streaming its events and reading them as statements.</summary>
internal static class RebuildMeasurement
{
    private const string Scan = """
        select stream_id, seq_id, version, timestamp, type, data from journey.mt_events
        where tenant_id = $1 and type <> 'tombstone' order by stream_id, version
        """;

    private static readonly string[] Ways =
    [
        "rows streamed in order", "rows streamed and deserialised", "streamed, deserialised and folded", "streamed, deserialised, folded and written as rows", "SegmentRebuild",
    ];

    public static async Task<ResultTable> RunAsync(BenchDatabase database, Options options)
    {
        var table = new ResultTable(
            "rebuild", "segments of an authority built anew and switched to, ratio of events a second to streaming and deserialising", ["way", "children", "ratio", "events/s", "seconds", "target"]);
        foreach (var children in options.Sizes)
        {
            await MeasureAsync(database, options, table, await Synthetic.OfAsync(database, children));
        }

        table.Notes.Add($"A rebuild folds by {SegmentRebuild.Workers} workers, copies, compares the new table with the one in use by a digest per child, builds its indexes and switches. Before it is timed, one has proved equal to the table in use; every timed one proves it again.");
        return table;
    }

    private static async Task MeasureAsync(BenchDatabase database, Options options, ResultTable table, Synthetic asked)
    {
        var stages = new Stages();
        var rounds = asked.Children > 10_000 ? 1 : Math.Max(1, options.Rounds / 2);
        await ProvenAsync(database, asked, null);
        var timed = await Timing.RunAsync(
            rounds,
            asked.Children > 10_000 ? 0 : 1,
            new Way("rows", () => StreamAsync(database, asked, false)),
            new Way("statements", () => StreamAsync(database, asked, true)),
            new Way("folded", () => FoldAsync(database, asked, entries => Segments.Of(entries).Count)),
            new Way("rows", () => FoldAsync(database, asked, entries => SegmentRow.Of(Guid.Empty, entries).Count())),
            new Way("rebuild", () => ProvenAsync(database, asked, stages)));
        foreach (var (name, sample) in Ways.Zip(timed))
        {
            var (rate, ratio) = (asked.Events / sample.Median * 1000, timed[1].Median / sample.Median);
            bool? met = name != "SegmentRebuild" || asked.Children < 10_000 ? null : rate >= 120_000 && ratio >= 0.35;
            table.Rows.Add([name, $"{asked.Children}", ratio.Text(), rate.Text(), (sample.Median / 1000).Text(), met is { } m ? $"T7: >= 120,000/s and >= 0.35 {Timing.Met(m)}" : ""]);
            table.Figures.Add(new Figure($"{name}, {asked.Children} children", ratio, null, null, rate, "events/s", met));
        }

        table.Notes.Add($"{asked.Children} children, {asked.Events} events: {stages.Text()}");
    }

    private static async Task ProvenAsync(BenchDatabase database, Synthetic asked, Stages? stages)
    {
        stages?.Begin();
        var built = await database.Rebuild.RunAsync(asked.Authority, stages);
        stages?.End();
        if (built.Compared == 0 || built.Differing > 0 || built.Position != asked.Head)
        {
            throw new InvalidOperationException($"The rebuild of {asked.Authority} proved nothing: {built}.");
        }
    }

    private static async Task StreamAsync(BenchDatabase database, Synthetic asked, bool statements)
    {
        await using var command = database.Source.CreateCommand(Scan);
        command.CommandTimeout = 0;
        command.Parameters.Add(new NpgsqlParameter { Value = asked.Authority });
        await using var reader = await command.ExecuteReaderAsync();
        var (count, length) = (0L, 0L);
        while (await reader.ReadAsync())
        {
            length += Length(reader, statements);
            count++;
        }

        if (count != asked.Events || length == 0)
        {
            throw new InvalidOperationException($"{count} events were streamed, not {asked.Events}.");
        }
    }

    /// <summary>One scan, as a worker of a rebuild makes it, and what is done with each stream.</summary>
    private static async Task FoldAsync(BenchDatabase database, Synthetic asked, Func<IReadOnlyList<LedgerEntry>, int> then)
    {
        await using var connection = await database.Source.OpenConnectionAsync();
        var (events, made) = (0L, 0L);
        await foreach (var (_, entries) in RecordReader.ToFoldAsync(connection, asked.Authority, asked.Head, null, null, CancellationToken.None))
        {
            events += entries.Count;
            made += then(entries);
        }

        if (events != asked.Events || made == 0)
        {
            throw new InvalidOperationException($"{events} events were folded, not {asked.Events}.");
        }
    }

    private static long Length(NpgsqlDataReader row, bool statements)
    {
        var (type, data) = (row.GetString(4), row.GetFieldValue<byte[]>(5));
        return row.GetGuid(0).Variant + row.GetInt64(1) + row.GetInt64(2) + row.GetDateTime(3).Second
            + (statements ? EventCatalogue.Read(type, data).FactId.Variant : data.Length);
    }

    /// <summary>How long a rebuild is at each stage.</summary>
    private sealed class Stages : IProgress<RebuildProgress>
    {
        private readonly List<(RebuildStage Stage, long At)> _reports = [];
        private long _ended;

        public void Begin() => _reports.Clear();

        public void End() => _ended = Stopwatch.GetTimestamp();

        public void Report(RebuildProgress value)
        {
            lock (_reports)
            {
                _reports.Add((value.Stage, Stopwatch.GetTimestamp()));
            }
        }

        public string Text()
        {
            var (first, comparing, indexing) = (_reports[0].At, _reports.First(r => r.Stage == RebuildStage.Comparing).At, _reports.First(r => r.Stage == RebuildStage.Indexing).At);
            return FormattableString.Invariant(
                $"folded and copied in {Stopwatch.GetElapsedTime(first, comparing).TotalSeconds:0.00} s after the first hundredth, compared in {Stopwatch.GetElapsedTime(comparing, indexing).TotalSeconds:0.00} s, indexed and switched in {Stopwatch.GetElapsedTime(indexing, _ended).TotalSeconds:0.00} s.");
        }
    }
}
