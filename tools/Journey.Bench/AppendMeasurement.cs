using System.Diagnostics;
using System.Globalization;
using Journey.Record.Children;
using Journey.Store.Writing;

namespace Journey.Bench;

/// <summary>Appending through the store, beside one raw COPY of the same events into a table of the same shape in the same round.</summary>
internal static class AppendMeasurement
{
    private const int PerStream = 60;
    private const int TimesLarger = 10;
    private const double Target = 0.2;

    private static readonly Actor Worker = new("alex", "practitioner");

    public static async Task<ResultTable> RunAsync(BenchDatabase database, Options options)
    {
        var table = new ResultTable(
            "append", "events/s, ratio to raw COPY of the same events in the same round",
            ["path", "ratio", "target", "events/s", "raw COPY events/s", "streams", "events"]);
        var cases = new List<Case>
        {
            await ReturnAsync(database, table, "a return into a living ledger, one unit of work", options.Children),
            await ReturnAsync(database, table, "a return ten times as large", options.Children * TimesLarger),
        };
        cases.Add(OneByOne(cases[0]));
        for (var round = 0; round <= options.Rounds; round++)
        {
            foreach (var one in cases)
            {
                await RoundAsync(database, one, timed: round > 0);
            }
        }

        cases.ForEach(one => Add(table, one));
        table.Notes.Add("Both sides: the same ids, JSON, headers and indexes; equality of every column but position and instant is asserted before anything is timed.");
        return table;
    }

    private static async Task<Case> ReturnAsync(BenchDatabase database, ResultTable table, string name, int children)
    {
        var (first, second, reading, planning) = await Loads.TwoAsync(database, children);
        var known = second.Streams.Count(s => s.ExpectedVersion > 0);
        table.Notes.Add(string.Create(
            CultureInfo.InvariantCulture,
            $"{name}: {known} known and {second.Streams.Count - known} new streams, on {first.Count()} events; before it is appended, reading the record takes {reading.TotalMilliseconds:0} ms and reconciling {planning.TotalMilliseconds:0} ms (once, cold)."));
        return new Case(name, first, [second]);
    }

    /// <summary>The statements of a return as new streams of 60 events, each a unit of work of its own.</summary>
    private static Case OneByOne(Case from)
    {
        var appends = from.Appends[0].Streams
            .Where(s => s.Kind == StreamKind.Child)
            .SelectMany(s => s.Events)
            .Chunk(PerStream)
            .Select((events, i) => new Append(Worker, null, $"act-{i}", [new StreamAppend(
                Ids.Of("stream", i), StreamKind.Child, 0, [.. events.Select(e => e with { SourceRef = null })])]));
        return new Case("one stream of 60 events a transaction, one after another", from.First, [.. appends]);
    }

    private static async Task RoundAsync(BenchDatabase database, Case one, bool timed)
    {
        var authority = await database.AuthorityAsync();
        await database.Writer.AppendAsync(authority, one.First);
        var raw = new RawLedger(database, $"raw_{authority}");
        await raw.CreateAsync(authority);
        await database.RunAsync($"analyze {RawLedger.Events}");

        await database.SettleAsync();
        var copied = await raw.AppendAsync(authority, one.Appends);
        var copiedOneByOne = one.Appends.Count > 1 ? await CopyOneByOneAsync(database, authority, one) : TimeSpan.Zero;
        await database.SettleAsync();
        GC.Collect();
        var began = Stopwatch.GetTimestamp();
        foreach (var append in one.Appends)
        {
            await database.Writer.AppendAsync(authority, append);
        }

        var appended = Stopwatch.GetElapsedTime(began);
        if (timed)
        {
            one.Rounds.Add((one.Events / appended.TotalSeconds, one.Events / copied.TotalSeconds, one.Events / copiedOneByOne.TotalSeconds));
        }
        else
        {
            await raw.AssertEqualAsync(authority);
        }

        await database.RunAsync($"drop table {raw.Name}");
    }

    /// <summary>The least that so many transactions cost: the same COPY, committed as often.</summary>
    private static async Task<TimeSpan> CopyOneByOneAsync(BenchDatabase database, string authority, Case one)
    {
        var raw = new RawLedger(database, $"raw_one_by_one_{authority}");
        await raw.CreateAsync(authority);
        await database.SettleAsync();
        var copied = TimeSpan.Zero;
        foreach (var append in one.Appends)
        {
            copied += await raw.AppendAsync(authority, [append]);
        }

        await database.RunAsync($"drop table {raw.Name}");
        return copied;
    }

    private static void Add(ResultTable table, Case one)
    {
        var ratio = new Sample(one.Rounds.Select(r => r.Store / r.Copy));
        var (store, copy) = (new Sample(one.Rounds.Select(r => r.Store)), new Sample(one.Rounds.Select(r => r.Copy)));
        var met = ratio.Median >= Target;
        table.Rows.Add([
            one.Name, ratio.Spread("0.00"), $">= {Target.ToString(CultureInfo.InvariantCulture)} {(met ? "met" : "MISSED")}", store.Spread("0"), copy.Spread("0"),
            $"{one.Appends.Sum(a => a.Streams.Count)}", $"{one.Events}"]);
        table.Figures.Add(new Figure(one.Name, ratio.Median, ratio.Least, ratio.Most, store.Median, "events/s", met));
        if (one.Appends.Count > 1)
        {
            var (least, events) = (new Sample(one.Rounds.Select(r => r.CopyOneByOne / r.Copy)), new Sample(one.Rounds.Select(r => r.CopyOneByOne)));
            table.Rows.Add(["for comparison: raw COPY of each stream in a transaction of its own", least.Spread("0.00"), "", events.Spread("0"), copy.Spread("0"), $"{one.Appends.Count}", $"{one.Events}"]);
            table.Figures.Add(new Figure("raw COPY of each stream in a transaction of its own", least.Median, least.Least, least.Most, events.Median, "events/s", null));
        }
    }

    /// <summary>What is appended to a ledger that holds a first return.</summary>
    private sealed record Case(string Name, Append First, IReadOnlyList<Append> Appends)
    {
        public int Events { get; } = Appends.Sum(a => a.Count());

        public List<(double Store, double Copy, double CopyOneByOne)> Rounds { get; } = [];
    }
}
