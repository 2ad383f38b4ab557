using System.Globalization;
using System.Text.Json.Nodes;
using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Facts;
using Journey.Record.Facts.Care;
using Journey.Record.Facts.Identity;
using Journey.Store.Writing;

namespace Journey.Bench;

/// <summary>Records of unusual length over HTTP: a child of 10,000 events, and one of whom one fact was corrected 3,000 times.</summary>
internal static class LongMeasurement
{
    private const int AnAct = 500;

    private static readonly string[] Questions = ["rows", "first page of history", "second page of history", "state on the day"];
    private static readonly Actor Worker = new("alex", "practitioner");

    public static async Task<ResultTable> RunAsync(BenchDatabase database, Options options)
    {
        var table = new ResultTable(
            "long", "unusually long records over HTTP, ratio to reading the record's rows", ["question", "ratio", "p50 ms", "p95 ms", "target", "events"]);
        await using var server = await BenchServer.StartAsync(database);
        using var client = server.Client("practitioner");
        var authority = await database.AuthorityAsync();
        foreach (var (name, number, events) in new[]
                 {
                     ("10,000 events", 1, MadeUpChild.Live(10_000, 1).ToList()),
                     ("3,000 corrections", 2, Corrected(3_000).ToList()),
                 })
        {
            var child = await WriteAsync(database, authority, number, events);
            await MeasureAsync(database, options, table, client, authority, child, name, events.Count);
        }

        table.Notes.Add("Pages of 100. Rows: every column of the record's events through Npgsql, pages warm.");
        return table;
    }

    private static async Task MeasureAsync(
        BenchDatabase database, Options options, ResultTable table, HttpClient client, string authority, Guid child, string name, int events)
    {
        var path = $"/authorities/{authority}/children/{child}";
        var total = 0;
        var versions = new List<long>();
        for (var page = $"{path}/history?size=1000"; page is not null;)
        {
            var answer = JsonNode.Parse(await client.GetStringAsync(new Uri(page, UriKind.Relative)))!;
            versions.AddRange(answer["items"]!.AsArray().Select(i => i!["version"]!.GetValue<long>()));
            total = answer["total"]!.GetValue<int>();
            page = answer["next"]?.GetValue<string>() is { } next ? $"{path}/history?size=1000&cursor={next}" : null;
        }

        if (total != events || !versions.SequenceEqual(Enumerable.Range(1, events).Select(v => (long)v)))
        {
            throw new InvalidOperationException($"The pages of {name} hold {versions.Count} entries of {total}, not {events}.");
        }

        var first = JsonNode.Parse(await client.GetStringAsync(new Uri($"{path}/history", UriKind.Relative)))!;
        var second = $"{path}/history?cursor={first["next"]!.GetValue<string>()}";
        var timed = await Timing.RunAsync(
            options.Rounds * 5,
            5,
            new Way("rows", () => RowsAsync(database, authority, child)),
            new Way("first page", () => client.GetStringAsync(new Uri($"{path}/history", UriKind.Relative))),
            new Way("second page", () => client.GetStringAsync(new Uri(second, UriKind.Relative))),
            new Way("state", () => client.GetStringAsync(new Uri(path, UriKind.Relative))));
        foreach (var (what, sample) in Questions.Zip(timed))
        {
            bool? met = what == "first page of history" ? sample.Median < 100 : null;
            table.Rows.Add([$"{name}: {what}", (sample.Median / timed[0].Median).Text(), sample.Median.Text(), sample.Percentile(95).Text(), met is { } m ? $"< 100 ms {Timing.Met(m)}" : "", $"{events}"]);
            table.Figures.Add(new Figure($"{name}: {what}", sample.Median / timed[0].Median, null, null, sample.Median, "ms", met));
        }
    }

    private static Task<List<int>> RowsAsync(BenchDatabase database, string authority, Guid child) => database.ListAsync(
        "select seq_id, version, timestamp, type, data, id, user_name, correlation_id, headers::text from journey.mt_events where tenant_id = $1 and stream_id = $2 order by version",
        r => (int)r.GetInt64(0) + (int)r.GetInt64(1) + r.GetDateTime(2).Second + r.GetString(3).Length + r.GetFieldValue<byte[]>(4).Length + r.GetGuid(5).Variant
            + r.GetString(6).Length + r.GetString(7).Length + r.GetString(8).Length,
        authority,
        child);

    private static async Task<Guid> WriteAsync(BenchDatabase database, string authority, int number, List<Appending> events)
    {
        var (child, version) = (Ids.Of("long", number), 0L);
        foreach (var act in events.Chunk(AnAct))
        {
            var appended = await database.Writer.AppendAsync(
                authority, new Append(Worker, "told by phone", "visit", [new StreamAppend(child, StreamKind.Child, version, act)]));
            version = appended.Versions[child];
        }

        await database.Follower.CatchUpAsync(authority);
        await database.RunAsync("analyze journey.mt_events");
        return child;
    }

    /// <summary>One episode, stated and so many times corrected.</summary>
    private static IEnumerable<Appending> Corrected(int times)
    {
        var fact = Ids.Of("fact", 1);
        yield return new Appending(Ids.Of("event", 0), FactCatalogue.Of(IdentityStated.Example).Asserted(Ids.Of("fact", 0), IdentityStated.Example with { LaChildId = "LONG2" }, null));
        yield return new Appending(Ids.Of("event", 1), new Asserted<EpisodeStated>(fact, EpisodeStated.Example, null));
        for (var i = 0; i < times; i++)
        {
            var said = EpisodeStated.Example with { Urn = string.Create(CultureInfo.InvariantCulture, $"SC{900000 + i}") };
            yield return new Appending(Ids.Of("event", i + 2), new Asserted<EpisodeStated>(fact, said, new Correction("wrong-setting", "The letter was read again.")));
        }
    }
}
