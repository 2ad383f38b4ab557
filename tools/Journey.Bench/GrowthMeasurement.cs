using Journey.Record.Clocks;
using Journey.Record.Facts.Allocations;
using Journey.Record.Measures;
using Journey.Web.Features.Measures;

namespace Journey.Bench;

/// <summary>How the cost of each query grows with the authority.</summary>
internal static class GrowthMeasurement
{
    public static async Task<ResultTable> RunAsync(BenchDatabase database, Options options)
    {
        var sizes = options.Sizes.Order().ToList();
        var table = new ResultTable(
            "growth", "how the cost of each query grows with the authority", ["query", .. sizes.Select(s => $"{s} children, ms"), .. sizes.Zip(sizes.Skip(1), (a, b) => $"exponent {a} to {b}")]);
        var times = new List<List<double>>();
        var names = new List<string>();
        foreach (var size in sizes)
        {
            var asked = await Synthetic.OfAsync(database, size);
            var ways = Ways(database, asked, await BusiestAsync(database, asked), await ChildAsync(database, asked));
            var timed = await Timing.RunAsync(options.Rounds * 3, 2, ways);
            names = [.. ways.Select(w => w.Name)];
            times.Add([.. timed.Select(t => t.Median)]);
        }

        for (var i = 0; i < names.Count; i++)
        {
            var of = times.Select(t => t[i]).ToList();
            var exponents = sizes.Zip(sizes.Skip(1)).Select((s, n) => Math.Log(of[n + 1] / of[n]) / Math.Log((double)s.Second / s.First)).ToList();
            table.Rows.Add([names[i], .. of.Select(Timing.Text), .. exponents.Select(e => e.Text())]);
            if (exponents.Count > 0)
            {
                table.Figures.Add(new Figure($"exponent of {names[i]}, {sizes[^2]} to {sizes[^1]} children", exponents[^1], null, null, of[^1], "ms", null));
            }
        }

        table.Notes.Add("An exponent of 1 is proportional to the authority, of 0 independent of it. Through the readers, in process, pages warm.");
        return table;
    }

    private static Way[] Ways(BenchDatabase database, Synthetic asked, string worker, Guid child)
    {
        var figures = new FigureReader(database.Segments);
        Way Figure(Measure measure) => new(
            $"figure {measure.Code}", () => figures.FigureAsync(asked.Authority, measure, WorkingCalendar.Latest, asked.Position, asked.Year, default));
        return
        [
            new("caseload of the authority", () => database.Segments.HoldingOnAsync(asked.Authority, AllocationLanes.SocialWorker, asked.Day, asked.Position)),
            new("caseload of one worker", () => database.Segments.HoldingOnAsync(asked.Authority, AllocationLanes.SocialWorker, asked.Day, asked.Position, worker)),
            Figure(M1PlacementsInYear.Carer),
            Figure(M6SocialWorkersInYear.Measure),
            Figure(M7WorkerChanges.Measure),
            new("one child", () => database.Children.ReadAsync(asked.Authority, child, asked.Position)),
            new("an instant to a position", () => database.Knowledge.ResolveAsync(asked.Authority, asked.Known)),
        ];
    }

    private static async Task<string> BusiestAsync(BenchDatabase database, Synthetic asked) => (await database.ListAsync(
        $"""
        select value_key from {asked.Table}
        where lane = 'social-worker' and valid_from <= $1 and valid_to > $1 and known_from <= $2 and known_to > $2
        group by 1 order by count(*) desc, 1 limit 1
        """,
        r => r.GetString(0),
        asked.Day,
        asked.Position))[0];

    /// <summary>A child of the usual length.</summary>
    private static async Task<Guid> ChildAsync(BenchDatabase database, Synthetic asked) => (await database.ListAsync(
        "select id from journey.mt_streams where tenant_id = $1 and type like 'child%' order by abs(version - 100), id limit 1", r => r.GetGuid(0), asked.Authority))[0];
}
