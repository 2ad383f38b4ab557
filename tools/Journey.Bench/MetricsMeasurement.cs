using Journey.Record.Clocks;
using Journey.Record.Measures;
using Journey.Web.Features.Measures;
using Npgsql;
using MeasuredFigure = Journey.Record.Measures.Figure;

namespace Journey.Bench;

/// <summary>Stability and turnover at a pair of clocks: from segments, by hand-written SQL on the segment table, and by a full replay.</summary>
internal static class MetricsMeasurement
{
    private const string Known = "known_from <= $1 and known_to > $1 and read_as <> 1";

    /// <summary>Children looked after on the last day ($3), short breaks left out: care holds, and a status or a placement, none of a short break.</summary>
    private const string Cohort = $"""
        cohort as (
            select child_id from (
                select child_id,
                    bool_or(lane = 'care') as care,
                    bool_or(lane in ('legal-status', 'placement')) as sliced,
                    bool_or(lane = 'legal-status' and value::jsonb ->> 'code' in ('V3', 'V4')) as breaks
                from @table where {Known} and lane in ('care', 'legal-status', 'placement') and valid_from <= $3 and valid_to > $3 group by child_id) held
            where care and sliced and not breaks)
        """;

    /// <summary>Different social workers in the window [$2, $3].</summary>
    private const string Workers = $"""
        with {Cohort}
        select child_id, count(distinct value_key) filter (where value_key is not null)::int from cohort left join (
            select child_id, value_key from @table where {Known} and lane = 'social-worker' and valid_from <= $3
                and (valid_to > $2 or (valid_to = valid_from and valid_from >= $2))) held using (child_id)
        group by child_id
        """;

    /// <summary>Days of the window [$2, $3] on which another social worker than before began.</summary>
    private const string Changes = $"""
        with {Cohort},
        days as (
            select distinct on (child_id, valid_from) child_id, valid_from, value_key from @table
            where {Known} and lane = 'social-worker' and child_id in (select child_id from cohort)
            order by child_id, valid_from, coalesce(at_time, '00:00') desc, ordinal desc),
        changes as (
            select child_id, valid_from, lag(value_key) over (partition by child_id order by valid_from) <> value_key as changed from days)
        select child_id, count(valid_from) filter (where changed and valid_from between $2 and $3)::int from cohort left join changes using (child_id) group by child_id
        """;

    private static readonly (Measure Measure, string? Sql, string Says)[] Asked =
    [
        (M1PlacementsInYear.Carer, null, "stability"),
        (M6SocialWorkersInYear.Measure, Workers, "turnover"),
        (M7WorkerChanges.Measure, Changes, "turnover"),
    ];

    public static async Task<ResultTable> RunAsync(BenchDatabase database, Options options)
    {
        var table = new ResultTable(
            "metrics", "stability and turnover at a pair of clocks, ratio to hand-written SQL on the segment table (M1: to reading its rows)",
            ["way", "children", "ratio", "median ms", "p95 ms", "target", "cohort"]);
        var figures = new FigureReader(database.Segments);
        foreach (var children in options.Sizes)
        {
            await MeasureAsync(database, options, table, figures, await Synthetic.OfAsync(database, children));
        }

        table.Notes.Add("Figures of the year up to the day asked; 'FigureReader' is what the API answers with. Before timing: figures and every child's value, by the reader and in SQL, equal a full replay's.");
        table.Notes.Add("The rows of M1: the same selection, every column read through Npgsql, nothing done with them. A hand-written M1 would have to derive episodes from four lanes first.");
        return table;
    }

    private static async Task MeasureAsync(BenchDatabase database, Options options, ResultTable table, FigureReader figures, Synthetic asked)
    {
        var replay = 0.0;
        var replayed = new List<Timelines>();
        replay = await Timing.OnceAsync(async () =>
        {
            await foreach (var record in database.Children.AllAsync(asked.Authority, asked.Position))
            {
                // Only those who may be in a cohort are kept, so that memory holds an authority of any size.
                if (LookedAfter.On(Record.Facts.Care.CareEpisodes.Of(record.Timeline), asked.Day).Any())
                {
                    replayed.Add(new Timelines(record.Id, record.Timeline));
                }
            }
        });
        foreach (var (measure, sql, says) in Asked)
        {
            var full = MeasuredFigure.Over(measure, replayed, asked.Year);
            var read = await ReadAsync(figures, measure, asked);
            if (Values(full) is var values && !values.SetEquals(Values(read)) || (full.Numerator, full.Denominator, full.Result) != (read.Numerator, read.Denominator, read.Result))
            {
                throw new InvalidOperationException($"{measure.Code} from segments is {read.Numerator} of {read.Denominator}, by a replay {full.Numerator} of {full.Denominator}.");
            }

            var text = (sql ?? Rows(measure)).Replace("@table", asked.Table, StringComparison.Ordinal);
            if (sql is not null)
            {
                var found = await InSqlAsync(database, text, asked);
                if (!found.SetEquals(values))
                {
                    throw new InvalidOperationException($"{measure.Code} in SQL differs from the replay for {found.Except(values).Count()} children.");
                }
            }

            var timed = await Timing.RunAsync(
                options.Rounds * 3,
                2,
                new Way("SQL", () => sql is null ? RawAsync(database, text, asked) : InSqlAsync(database, text, asked)),
                new Way("FigureReader", () => ReadAsync(figures, measure, asked)));
            var most = says == "stability" ? 30 : 75;
            bool? met = asked.Children < 100_000 ? null : timed[1].Median <= most && timed[1].Median <= 1.5 * timed[0].Median;
            Row(table, asked, $"{measure.Code}: {(sql is null ? "its rows, read" : "SQL on the segment table")}", timed[0], timed[0].Median, full.Denominator);
            Row(table, asked, $"{measure.Code}: FigureReader", timed[1], timed[0].Median, full.Denominator, met, $"T6: <= {most} ms, <= 1.5x");
            Row(table, asked, $"{measure.Code}: full replay", new Sample([replay]), timed[0].Median, full.Denominator);
        }

        var lanes = Asked.SelectMany(a => a.Measure.Lanes).Distinct().ToList();
        table.Notes.Add(FormattableString.Invariant(
            $"{asked.Children} children, {asked.Events} events: {replayed.Count} looked after on {asked.Day:yyyy-MM-dd} as known at position {asked.Position}; {lanes.Count} lanes are read."));
    }

    private static void Row(ResultTable table, Synthetic asked, string name, Sample sample, double floor, decimal cohort, bool? met = null, string target = "")
    {
        table.Rows.Add(
            [name, $"{asked.Children}", (sample.Median / floor).Text(), sample.Median.Text(), sample.Percentile(95).Text(), met is { } m ? $"{target} {Timing.Met(m)}" : "", $"{cohort}"]);
        table.Figures.Add(new Figure($"{name}, {asked.Children} children", sample.Median / floor, null, null, sample.Median, "ms", met));
    }

    private static HashSet<(Guid Child, int Value)> Values(MeasuredFigure figure) =>
        [.. figure.Contributions.Where(c => c.InCohort).Select(c => (c.Subject, (int)(c.Value ?? 0)))];

    private static Task<MeasuredFigure> ReadAsync(FigureReader figures, Measure measure, Synthetic asked) =>
        figures.FigureAsync(asked.Authority, measure, WorkingCalendar.Latest, asked.Position, asked.Year, default);

    private static async Task<HashSet<(Guid Child, int Value)>> InSqlAsync(BenchDatabase database, string sql, Synthetic asked) =>
        [.. await database.ListAsync(sql, r => (r.GetGuid(0), r.GetInt32(1)), asked.Position, asked.Year.From, asked.Day)];

    private static string Rows(Measure measure) => $"""
        select child_id, lane, fact_id, value, closing, ordinal, at_time, valid_from, valid_to from @table
        where {Known} and lane in ({string.Join(", ", measure.Lanes.Select(l => $"'{l.Name}'"))}) and $2::date is not null and child_id in (
            select child_id from @table where {Known} and lane in ('care', 'stated-episodes') and valid_from <= $3 and valid_to > $3)
        """;

    private static Task<List<int>> RawAsync(BenchDatabase database, string sql, Synthetic asked) =>
        database.ListAsync(sql, Length, asked.Position, asked.Year.From, asked.Day);

    private static int Length(NpgsqlDataReader row) =>
        row.GetGuid(0).Variant + row.GetString(1).Length + row.GetGuid(2).Variant + row.GetString(3).Length + (row.IsDBNull(4) ? 0 : row.GetString(4).Length)
        + (int)row.GetInt64(5) + (row.IsDBNull(6) ? 0 : row.GetFieldValue<TimeOnly>(6).Hour) + row.GetFieldValue<DateOnly>(7).Day + row.GetFieldValue<DateOnly>(8).Day;
}
