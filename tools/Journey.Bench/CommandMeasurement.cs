using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Journey.Record.Facts.FrontDoor;
using Journey.Record.Facts.Identity;

namespace Journey.Bench;

/// <summary>A command from the request over HTTP to its 201, beside a bare commit of one row.</summary>
internal static class CommandMeasurement
{
    private const int CommandsARound = 100;
    private const int Clients = 8;
    private const int OnOneChild = 10;

    public static async Task<ResultTable> RunAsync(BenchDatabase database, Options options)
    {
        var table = new ResultTable(
            "command", "record one fact over HTTP, ratio to a bare commit of one row", ["path", "ratio", "p50 ms", "p95 ms", "target", "a second"]);
        await using var server = await BenchServer.StartAsync(database);
        using var client = server.Client("practitioner");
        await OneAsync(database, options, table, client);
        await ManyAsync(database, options, table, client, 1, 600);
        await ManyAsync(database, options, table, client, 4, 1000);
        await SameChildAsync(database, table, client);
        table.Notes.Add("Bare commit: one insert of 273 bytes into a table with a primary key, on the store's own data source. One client, one after the other, alternating.");
        table.Notes.Add("Each command is a contact on a child's record: signed in, allowed, logged, decided by its rules, appended under the ledger's lock. Client and server share the machine's cores.");
        return table;
    }

    private static async Task OneAsync(BenchDatabase database, Options options, ResultTable table, HttpClient client)
    {
        var authority = await database.AuthorityAsync();
        var child = await OpenAsync(client, authority, 0);
        await database.RunAsync("create table bench_row (id uuid primary key, data text)");
        var (bare, command) = (new List<double>(), new List<double>());
        var version = 1L;
        for (var i = -CommandsARound; i < options.Rounds * CommandsARound; i++)
        {
            var began = Stopwatch.GetTimestamp();
            await using (var insert = database.Source.CreateCommand("insert into bench_row values ($1, $2)"))
            {
                insert.Parameters.Add(new() { Value = Guid.CreateVersion7() });
                insert.Parameters.Add(new() { Value = new string('x', 273) });
                await insert.ExecuteNonQueryAsync();
            }

            var between = Stopwatch.GetTimestamp();
            (await RecordAsync(client, authority, child, version++)).EnsureSuccessStatusCode();
            if (i >= 0)
            {
                bare.Add(Stopwatch.GetElapsedTime(began, between).TotalMilliseconds);
                command.Add(Stopwatch.GetElapsedTime(between).TotalMilliseconds);
            }

            // A record that grows for ever is not what is measured: a child's stream has some sixty events.
            if (version > 60)
            {
                (child, version) = (await OpenAsync(client, authority, i), 1);
            }
        }

        var (floor, sample) = (new Sample(bare), new Sample(command));
        var met = sample.Median <= 8 && sample.Percentile(95) <= 20;
        table.Rows.Add(["bare commit of one row", "1.00", Number(floor.Median), Number(floor.Percentile(95)), "", ""]);
        table.Rows.Add(
            ["command, one client", Number(sample.Median / floor.Median), Number(sample.Median), Number(sample.Percentile(95)), $"p50 <= 8, p95 <= 20 ms {Met(met)}", ""]);
        table.Figures.Add(new Figure("command, one client", sample.Median / floor.Median, null, 8, sample.Median, "ms", met));
    }

    private static async Task ManyAsync(BenchDatabase database, Options options, ResultTable table, HttpClient client, int authorities, int least)
    {
        var codes = new List<string>();
        for (var i = 0; i < authorities; i++)
        {
            codes.Add(await database.AuthorityAsync());
        }

        var each = options.Rounds * CommandsARound;
        var children = new List<(string Authority, Guid Child)>();
        for (var i = 0; i < Clients; i++)
        {
            children.Add((codes[i % authorities], await OpenAsync(client, codes[i % authorities], i)));
        }

        var began = Stopwatch.GetTimestamp();
        await Task.WhenAll(children.Select(async c =>
        {
            var (child, version) = (c.Child, 1L);
            for (var i = 0; i < each; i++)
            {
                (await RecordAsync(client, c.Authority, child, version++)).EnsureSuccessStatusCode();
                if (version > 60)
                {
                    (child, version) = (await OpenAsync(client, c.Authority, (1000 * children.IndexOf(c)) + i + 100), 1);
                }
            }
        }));
        var elapsed = Stopwatch.GetElapsedTime(began);
        var stored = await database.OneAsync<long>(
            $"select count(*) from {RawLedger.Events} where tenant_id in ({string.Join(", ", codes.Select(c => $"'{c}'"))}) and type = '{ContactReceived.Name}'");
        if (stored != (long)Clients * each)
        {
            throw new InvalidOperationException($"{stored} contacts are stored, not {Clients * each}.");
        }

        var rate = Clients * each / elapsed.TotalSeconds;
        var what = authorities == 1 ? $"command, {Clients} clients, one authority" : $"command, {Clients} clients, {authorities} authorities";
        table.Rows.Add([what, "", "", "", $">= {least} a second {Met(rate >= least)}", Number(rate)]);
        table.Figures.Add(new Figure(what, null, null, null, rate, "commands/s", rate >= least));
    }

    private static async Task SameChildAsync(BenchDatabase database, ResultTable table, HttpClient client)
    {
        const int each = 20;
        var authority = await database.AuthorityAsync();
        var child = await OpenAsync(client, authority, 0);
        var lost = 0;
        var began = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, OnOneChild).Select(async _ =>
        {
            var version = 1L;
            for (var i = 0; i < each; i++)
            {
                while (true)
                {
                    using var heard = await RecordAsync(client, authority, child, version);
                    if (heard.StatusCode == HttpStatusCode.Created)
                    {
                        version++;
                        break;
                    }

                    if (heard.StatusCode != HttpStatusCode.PreconditionFailed)
                    {
                        heard.EnsureSuccessStatusCode();
                    }

                    Interlocked.Increment(ref lost);
                    version = (await heard.Content.ReadFromJsonAsync<JsonObject>())!["currentVersion"]!.GetValue<long>();
                }
            }
        }));
        var elapsed = Stopwatch.GetElapsedTime(began);
        var stored = await database.OneAsync<long>($"select count(*) from {RawLedger.Events} where tenant_id = '{authority}' and type = '{ContactReceived.Name}'");
        if (stored != OnOneChild * each)
        {
            throw new InvalidOperationException($"{stored} contacts are stored, not {OnOneChild * each}.");
        }

        table.Rows.Add([$"command, {OnOneChild} clients, one child", "", "", "", "nothing lost met", Number(OnOneChild * each / elapsed.TotalSeconds)]);
        table.Notes.Add(string.Create(CultureInfo.InvariantCulture, $"{OnOneChild} clients on one child: {OnOneChild * each} commands stored, {lost} lost races refused with 412 and the version to decide on."));
    }

    private static async Task<Guid> OpenAsync(HttpClient client, string authority, int number)
    {
        var child = Guid.CreateVersion7();
        using var opened = await client.PostAsJsonAsync($"/authorities/{authority}/children", new
        {
            child,
            factId = Guid.CreateVersion7(),
            eventId = Guid.CreateVersion7(),
            expectedVersion = 0,
            fact = ChildRecordOpened.Example with { LaChildId = string.Create(CultureInfo.InvariantCulture, $"BEN{child.GetHashCode() & 0xFFFFFFF}X{number & 0xFFFF}") },
        });
        opened.EnsureSuccessStatusCode();
        return child;
    }

    private static Task<HttpResponseMessage> RecordAsync(HttpClient client, string authority, Guid child, long version) => client.PostAsJsonAsync(
        $"/authorities/{authority}/children/{child}/contacts",
        new { factId = Guid.CreateVersion7(), eventId = Guid.CreateVersion7(), expectedVersion = version, fact = ContactReceived.Example });

    private static string Met(bool met) => met ? "met" : "MISSED";

    private static string Number(double value) => value.ToString(value < 100 ? "0.00" : "0", CultureInfo.InvariantCulture);
}
