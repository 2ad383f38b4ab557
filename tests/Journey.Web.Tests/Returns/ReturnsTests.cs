using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Journey.Exchange.Ssda903;
using Journey.Exchange.Ssda903.Layout;
using Journey.Exchange.Ssda903.Reading;
using Journey.Exchange.Ssda903.Writing;
using Journey.Kit;
using Journey.Record.Children;
using Journey.Record.Facts;
using Journey.Record.Facts.Identity;
using Journey.Record.Measures;
using Journey.Store.Projections;
using Journey.Web.Tests.Kit;
using Microsoft.Extensions.DependencyInjection;

namespace Journey.Web.Tests.Returns;

/// <summary>Returns in and out over HTTP, on a real database.</summary>
public sealed class ReturnsTests(WebFixture fixture) : IClassFixture<WebFixture>
{
    private const string Manager = "manager";

    [Fact]
    public async Task A_dry_run_counts_and_appends_nothing_then_the_load_does_it_once()
    {
        await using var served = await fixture.ServeAsync(2026, 6, 1);
        var dry = await LoadAsync(served, SixChildren.LastYear, 2025, "dryRun=true&known=2025-06-30");
        dry.Status.ShouldBe(HttpStatusCode.OK, dry.Text);
        dry.Body["load"].ShouldBeNull();
        (await served.GetAsync("returns", Manager)).Body["loads"]!.AsArray().ShouldBeEmpty();

        var load = await LoadAsync(served, SixChildren.LastYear, 2025, "known=2025-06-30");
        load.Body["counts"]!.ToJsonString().ShouldBe(dry.Body["counts"]!.ToJsonString());
        load.Body["load"].ShouldNotBeNull();
        (await LoadAsync(served, SixChildren.LastYear, 2025, "known=2025-07-31")).Body["load"].ShouldBeNull();
        (await served.GetAsync("looked-after?validAt=2025-03-31&knownAt=2025-06-30", Manager)).Body["total"]!.GetValue<int>().ShouldBe(3);
        (await served.GetAsync("looked-after?validAt=2025-03-31&knownAt=2025-06-29", Manager)).Body["total"]!.GetValue<int>().ShouldBe(0);
    }

    [Fact]
    public async Task Six_children_recorded_over_http_export_to_exactly_their_rows_and_come_back_from_them()
    {
        await using var live = await fixture.ServeAsync(2026, 4, 20);
        await RecordAsync(live);
        var files = new Dictionary<int, ReturnSet>();
        foreach (var (year, expected) in new[] { (2025, SixChildren.LastYear), (2026, SixChildren.ThisYear) })
        {
            files[year] = await ExportAsync(live, year);
            foreach (var file in ReturnFiles.All.Where(f => f.ExistsIn(year)))
            {
                Rows(file, files[year]).ShouldBe(Rows(file, expected), $"{file.Name} of {year}");
            }
        }

        (await live.GetAsync("returns/ssda903/2026", Manager)).Body["ruleBreaks"]!.AsArray().ShouldBeEmpty();

        await using var loaded = await fixture.ServeAsync(2026, 4, 21);
        (await LoadAsync(loaded, files[2025], 2025, "known=2025-06-30")).Status.ShouldBe(HttpStatusCode.OK);
        (await LoadAsync(loaded, files[2026], 2026, "known=2026-04-20")).Status.ShouldBe(HttpStatusCode.OK);
        foreach (var (year, set) in files)
        {
            var again = await ExportAsync(loaded, year);
            foreach (var file in ReturnFiles.All.Where(f => f.ExistsIn(year)))
            {
                Rows(file, again).ShouldBe(Rows(file, set), $"{file.Name} of {year}");
            }

            foreach (var measure in new[] { "CLA31", "M1-carer", "M1-address", "M2", "M3" })
            {
                Figure(await loaded.GetAsync($"measures/{measure}?year={year}", Manager))
                    .ShouldBe(Figure(await live.GetAsync($"measures/{measure}?year={year}", Manager)), $"{measure} of {year}");
            }
        }
    }

    [Fact]
    public async Task An_export_at_a_basis_stays_the_same_bytes_after_the_next_return()
    {
        await using var served = await fixture.ServeAsync(2026, 6, 30);
        await LoadAsync(served, SixChildren.LastYear, 2025, "known=2025-06-30");
        var token = (await served.GetAsync("returns/ssda903/2025?validAt=2025-03-31&knownAt=2025-06-30", Manager)).Token;
        var before = await BytesAsync(served, $"returns/ssda903/2025/files?basis={token}");
        await LoadAsync(served, SixChildren.ThisYear, 2026, "known=2026-04-20");
        (await BytesAsync(served, $"returns/ssda903/2025/files?basis={token}")).ShouldBe(before);
    }

    [Fact]
    public async Task Every_list_and_figure_at_a_basis_stays_the_same_bytes_after_the_next_return_and_a_rebuild()
    {
        await using var served = await fixture.ServeAsync(2026, 6, 30);
        await LoadAsync(served, SixChildren.LastYear, 2025, "known=2025-06-30");
        var token = (await served.GetAsync("looked-after?validAt=2025-03-31&knownAt=2025-06-30", Manager)).Token;
        string[] questions =
        [
            "looked-after?", "episodes?", "caseload?", "caseload/SW10004?", "unallocated?", "lateness?", "children?",
            .. MeasureCatalogue.All.SelectMany(m => new[] { $"measures/{m.Code}?year=2025&", $"measures/{m.Code}/cohort?year=2025&" }),
        ];
        var before = await AskAsync();

        await LoadAsync(served, SixChildren.ThisYear, 2026, "known=2026-04-20");
        (await AskAsync()).ShouldBe(before);
        await served.Host.Services.GetRequiredService<SegmentRebuild>().RunAsync(served.Authority, cancellation: WebFixture.Cancelled);
        (await AskAsync()).ShouldBe(before);

        async Task<List<string>> AskAsync()
        {
            var answers = new List<string>();
            foreach (var question in questions)
            {
                var heard = await served.GetAsync($"{question}basis={token}", Manager);
                heard.Status.ShouldBe(HttpStatusCode.OK, question);
                answers.Add(heard.Text);
            }

            return answers;
        }
    }

    [Fact]
    public async Task A_set_that_cannot_be_taken_is_refused_and_changes_nothing()
    {
        await using var served = await fixture.ServeAsync(2026, 6, 1);
        var files = Files(SixChildren.LastYear, 2025);
        await RefusedAsync("header-missing", [.. files.Where(f => f.Name != "header.csv")]);
        await RefusedAsync("file-unknown", [.. files, ("other.csv", "CHILD,SHOE_SIZE\n1,4\n"u8.ToArray())]);
        await RefusedAsync("file-unreadable", [.. files.Where(f => f.Name != "episodes.csv"), ("episodes.csv", [0, 1, 2, 0, 255])]);
        await RefusedAsync("year-mismatch", files, year: 2015);
        await RefusedAsync("known-in-future", files, "known=2027-01-01", HttpStatusCode.BadRequest);
        await RefusedAsync(
            "rows-rejected", [.. files.Where(f => f.Name != "reviews.csv"), ("reviews.csv", "CHILD,DOB,REVIEW,REVIEW_CODE\n1,x,01/01/2025,PN1\n"u8.ToArray())], "strict=true");
        (await served.GetAsync("returns", Manager)).Body["loads"]!.AsArray().ShouldBeEmpty();
        (await served.GetAsync("looked-after", Manager)).Body["basis"]!["position"]!.GetValue<long>().ShouldBe(0);

        async Task RefusedAsync(
            string code, IReadOnlyList<(string Name, byte[] Bytes)> set, string query = "known=2025-06-30", HttpStatusCode status = HttpStatusCode.UnprocessableEntity, int year = 2025)
        {
            var heard = await SendAsync(served, set, $"returns/ssda903/{year}?{query}");
            (heard.Status, heard.Code).ShouldBe((status, code), heard.Text);
        }
    }

    [Fact]
    public async Task History_is_not_slipped_in_under_answers_already_given()
    {
        await using var served = await fixture.ServeAsync(2026, 6, 1);
        await LoadAsync(served, SixChildren.ThisYear, 2026, "known=2026-04-20");
        var heard = await LoadAsync(served, SixChildren.LastYear, 2025, "known=2025-06-30");
        (heard.Status, heard.Code).ShouldBe((HttpStatusCode.UnprocessableEntity, "known-too-early"));
    }

    [Fact]
    public async Task The_last_load_is_withdrawn_with_a_reason_and_loaded_again()
    {
        await using var served = await fixture.ServeAsync(2026, 6, 1);
        await LoadAsync(served, SixChildren.LastYear, 2025, "known=2025-06-30");
        var load = (await LoadAsync(served, SixChildren.ThisYear, 2026, "known=2026-04-20")).Body["load"]!.GetValue<Guid>();
        var before = Rows(ReturnFiles.Episodes, await ExportAsync(served, 2026));

        (await served.PostAsync($"returns/{load}/withdrawal", new { reason = "" }, Manager)).Code.ShouldBe("reason-missing");
        (await served.PostAsync($"returns/{load}/withdrawal", new { reason = "Sent for the wrong year." }, Manager)).Status.ShouldBe(HttpStatusCode.OK);
        Rows(ReturnFiles.Episodes, await ExportAsync(served, 2026)).ShouldNotBe(before);
        Rows(ReturnFiles.Episodes, await ExportAsync(served, 2026, "&knownAt=2026-04-20")).ShouldBe(before);
        served.ItIs(2026, 6, 2);
        (await LoadAsync(served, SixChildren.ThisYear, 2026, "")).Status.ShouldBe(HttpStatusCode.OK);
        Rows(ReturnFiles.Episodes, await ExportAsync(served, 2026)).ShouldBe(before);
    }

    [Fact]
    public async Task The_three_sample_returns_answer_by_when_they_were_known()
    {
        var folder = Repository.PathOf("..", "shared", "data", "ssda903");
        Assert.SkipUnless(Directory.Exists(folder), "The sample returns (shared/data/ssda903) are not beside this checkout.");
        await using var served = await fixture.ServeAsync(2021, 1, 1);
        foreach (var year in new[] { 2018, 2019, 2020 })
        {
            var files = Directory.GetFiles(folder, $"{year - 1}-*.csv").Select(f => (Path.GetFileName(f), File.ReadAllBytes(f))).ToList();
            (await SendAsync(served, files, $"returns/ssda903/{year}?known={year}-06-30")).Status.ShouldBe(HttpStatusCode.OK);
        }

        async Task<int> LookedAfter(string day, int known) =>
            (await served.GetAsync($"looked-after?validAt={day}&knownAt={known}-06-30&size=1", Manager)).Body["total"]!.GetValue<int>();
        (await LookedAfter("2018-03-31", 2018), await LookedAfter("2018-03-31", 2019), await LookedAfter("2018-03-31", 2020)).ShouldBe((367, 447, 462));
        (await LookedAfter("2019-03-31", 2019), await LookedAfter("2019-03-31", 2020)).ShouldBe((195, 276));
        var left = (await served.GetAsync("returns/ssda903/2018?knownAt=2018-06-30", Manager)).Body["leftOut"]!.AsArray();
        left.Count(l => l!["file"]!.GetValue<string>() == "header.csv").ShouldBe(121);
    }

    private static async Task RecordAsync(Served served)
    {
        var acts = SixChildrenLive.Acts();
        foreach (var worker in acts.SelectMany(a => a.Steps).OfType<Step.Record>().SelectMany(s => s.Fact.Workers()).Distinct())
        {
            await served.JoinAsync(worker, "2020-01-01");
        }

        var versions = new Dictionary<Guid, long>();
        foreach (var (child, steps) in acts)
        {
            var version = versions.GetValueOrDefault(child);
            var heard = steps is [Step.Record { Fact: ChildRecordOpened opened } first]
                ? await served.PostAsync("children", new { child, factId = first.FactId, eventId = first.EventId, expectedVersion = 0, fact = opened })
                : await served.PostAsync($"children/{child}/acts", new { expectedVersion = version, acts = steps.Cast<Step.Record>().Select(Body).ToList() });
            heard.Status.ShouldBe(HttpStatusCode.Created, heard.Text);
            versions[child] = heard.Version;
        }
    }

    private static object Body(Step.Record step)
    {
        var fact = new JsonObject { ["fact"] = FactCatalogue.Of(step.Fact).Noun };
        foreach (var (name, value) in JsonSerializer.SerializeToNode(step.Fact, step.Fact.GetType(), JsonSerializerOptions.Web)!.AsObject().ToList())
        {
            fact[name] = value?.DeepClone();
        }

        return new { eventId = step.EventId, factId = step.FactId, fact };
    }

    private static Task<Heard> LoadAsync(Served served, ReturnSet set, int year, string query) =>
        SendAsync(served, Files(set, year), $"returns/ssda903/{year}?{query}");

    private static async Task<Heard> SendAsync(Served served, IReadOnlyList<(string Name, byte[] Bytes)> files, string path)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (name, bytes) in files)
        {
            form.Add(new ByteArrayContent(bytes) { Headers = { ContentType = new MediaTypeHeaderValue("text/csv") } }, "files", name);
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, $"/authorities/{served.Authority}/{path}") { Content = form };
        request.Headers.Add("Journey-Persona", Manager);
        using var client = served.Host.Server.CreateClient();
        var response = await client.SendAsync(request, WebFixture.Cancelled);
        return new Heard(response.StatusCode, await response.Content.ReadAsStringAsync(WebFixture.Cancelled), response);
    }

    private static List<(string Name, byte[] Bytes)> Files(ReturnSet set, int year)
    {
        var files = new Dictionary<string, MemoryStream>();
        ReturnWriter.Write(set, year, name => files[name] = new MemoryStream());
        return [.. files.Select(f => (f.Key, f.Value.ToArray()))];
    }

    private static async Task<ReturnSet> ExportAsync(Served served, int year, string more = "")
    {
        var files = new List<SourceFile>();
        foreach (var file in ReturnFiles.All.Where(f => f.ExistsIn(year)))
        {
            var text = await served.GetAsync($"returns/ssda903/{year}/files/{file.Name}?validAt=2026-04-01{more}", Manager);
            text.Status.ShouldBe(HttpStatusCode.OK, text.Text);
            if (text.Text.Length > 0)
            {
                files.Add(new SourceFile(file.Name, () => new MemoryStream(Encoding.UTF8.GetBytes(text.Text))));
            }
        }

        return ReturnReader.Read(files, year, ReadLimits.Default, WebFixture.Cancelled).ShouldBeOfType<SetRead>().Set;
    }

    private static async Task<byte[]> BytesAsync(Served served, string path) =>
        await (await served.GetAsync(path, Manager)).Message.Content.ReadAsByteArrayAsync(WebFixture.Cancelled);

    private static List<string> Rows(FileLayout file, ReturnSet set) =>
        [.. ReturnWriter.Ordered(file, file.RowsOf(set)).Select(r => string.Join('|', file.Columns.Select((_, i) => file.Written(r, i))))];

    private static string Figure(Heard heard)
    {
        heard.Status.ShouldBe(HttpStatusCode.OK, heard.Text);
        return $"{heard.Body["numerator"]}/{heard.Body["denominator"]} {heard.Body["distribution"]?.ToJsonString()}";
    }
}
