using System.Net;
using System.Text.Json.Nodes;
using Journey.Web.Hosting;
using Journey.Web.Tests.Kit;
using Microsoft.Extensions.Configuration;

namespace Journey.Web.Tests.Features;

/// <summary>What was due and where it stood, over HTTP, at any pair of clocks.</summary>
public sealed class ClockTests(WebFixture fixture) : IClassFixture<WebFixture>
{
    [Fact]
    public async Task Was_a_visit_overdue_on_14_November_as_known_that_day_and_as_known_now()
    {
        await using var journey = await fixture.ServeAsync(2025, 10, 2);
        await journey.JoinAsync("SW10001");
        var child = await InCareAsync(journey, "JRN0000001", "SW10001", "North team");
        await VisitAsync(journey, child, 4, "2025-10-01");
        journey.ItIs(2025, 11, 14);
        const string then = "clocks/board?clock=cla-visit&validAt=2025-11-14";
        var heard = await journey.GetAsync(then);
        journey.ItIs(2025, 11, 20);
        await VisitAsync(journey, child, 5, "2025-11-12");

        var known = (await journey.GetAsync($"{then}&knownAt=2025-11-14")).Body["items"]!.AsArray().ShouldHaveSingleItem()!;
        Line(known).ShouldBe("cla-visit 2025-10-01 2025-11-12 overdue 2 days");
        known["child"]!.GetValue<Guid>().ShouldBe(child);
        known["laChildIds"]![0]!.GetValue<string>().ShouldBe("JRN0000001");
        known["worker"]!.GetValue<string>().ShouldBe("SW10001");
        known["team"]!.GetValue<string>().ShouldBe("North team");
        var now = (await journey.GetAsync(then)).Body["items"]!.AsArray().ShouldHaveSingleItem()!;
        Line(now).ShouldBe("cla-visit 2025-11-12 2025-12-24 open 0 days");
        Line((await journey.GetAsync($"{then}&status=met")).Body["items"]!.AsArray()[^1]!).ShouldBe("cla-visit 2025-10-01 2025-11-12 met 0 days");
        (await journey.GetAsync($"clocks/board?clock=cla-visit&basis={heard.Token}")).Text.ShouldBe(heard.Text);

        var one = await journey.GetAsync($"children/{child}/clocks?clock=cla-visit&validAt=2025-11-14&knownAt=2025-11-14");
        one.Body["dues"]!.AsArray().Select(d => Line(d!)).ShouldBe(["cla-visit 2025-09-29 2025-10-06 met 0 days", "cla-visit 2025-10-01 2025-11-12 overdue 2 days"]);
        (await journey.GetAsync($"children/{child}/clocks?clock=cla-visit&validAt=2025-11-14&status=overdue")).Body["dues"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task The_board_is_asked_by_team_worker_and_status_page_by_page_and_summed_up()
    {
        await using var journey = await fixture.ServeAsync(2025, 10, 20);
        await journey.JoinAsync("SW10001");
        await journey.JoinAsync("SW10002");
        var north = await InCareAsync(journey, "JRN0000001", "SW10001", "North team");
        await InCareAsync(journey, "JRN0000002", "SW10002", "South team");
        await VisitAsync(journey, north, 4, "2025-10-08");

        async Task<string[]> BoardAsync(string filter) => [.. (await journey.GetAsync($"clocks/board?{filter}")).Body["items"]!.AsArray()
            .Select(i => $"{i!["laChildIds"]![0]} {i["clock"]} {i["status"]}")];

        (await BoardAsync("status=overdue")).ShouldBe(["JRN0000002 cla-visit overdue", "JRN0000001 care-plan overdue", "JRN0000002 care-plan overdue"], ignoreOrder: true);
        (await BoardAsync("status=overdue&team=South team")).ShouldBe(["JRN0000002 cla-visit overdue", "JRN0000002 care-plan overdue"]);
        (await BoardAsync("worker=SW10001&clock=CLA-visit")).ShouldBe(["JRN0000001 cla-visit open"]);
        (await BoardAsync("status=late")).ShouldBe(["JRN0000001 cla-visit late"]);

        var pages = new List<string>();
        for (var cursor = ""; cursor is not null;)
        {
            var page = (await journey.GetAsync($"clocks/board?status=all&size=3{(cursor.Length > 0 ? $"&cursor={cursor}" : "")}")).Body;
            pages.AddRange(page["items"]!.AsArray().Select(i => i!["due"]!.GetValue<string>()));
            pages.Count.ShouldBeLessThanOrEqualTo(page["total"]!.GetValue<int>());
            cursor = page["next"]?.GetValue<string>();
        }

        pages.ShouldBe(pages.Order(StringComparer.Ordinal));
        pages.Count.ShouldBe((await journey.GetAsync("clocks/board?status=all&size=1000")).Body["items"]!.AsArray().Count);

        var summary = (await journey.GetAsync("clocks/summary?clock=cla-visit")).Body["clocks"]!.AsArray().ShouldHaveSingleItem()!;
        Counts(summary).ShouldBe("met 0 late 1 open 1 overdue 1 missed 0 void 0");
        summary["teams"]!.AsArray().Select(t => $"{t!["team"]}: {Counts(t)}").ShouldBe(
            ["North team: met 0 late 1 open 1 overdue 0 missed 0 void 0", "South team: met 0 late 0 open 0 overdue 1 missed 0 void 0"]);
        Counts((await journey.GetAsync("clocks/summary?clock=cla-visit&validFrom=2025-10-10&validTo=2025-10-11")).Body["clocks"]![0]!)
            .ShouldBe("met 0 late 0 open 1 overdue 1 missed 0 void 0", "what was late was due before the window");
    }

    [Fact]
    public async Task A_restricted_record_is_counted_and_not_named_and_its_clocks_are_not_found()
    {
        await using var journey = await fixture.ServeAsync(2025, 10, 20);
        await journey.JoinAsync("SW10001");
        var child = await InCareAsync(journey, "JRN0000001", "SW10001", "North team");
        await journey.RecordAsync($"children/{child}", "restrictions", 4, new { reason = "staffChild", allowedTeams = new[] { "Other" }, decidedBy = "A. Manager", from = "2025-10-01" }, "manager");

        var board = await journey.GetAsync("clocks/board?status=overdue");
        board.Body["items"]!.AsArray().ShouldBeEmpty();
        board.Body["notShown"]!.GetValue<int>().ShouldBe(1);
        board.Text.ShouldNotContain(child.ToString());
        (await journey.GetAsync("clocks/board?status=met&clock=cla-visit")).Body["notShown"]!.GetValue<int>().ShouldBe(0, "nothing of the child is met");
        (await journey.GetAsync("clocks/board?status=overdue", "practitioner; clearance=restricted")).Body["items"]!.AsArray().ShouldNotBeEmpty();
        (await journey.GetAsync($"children/{child}/clocks")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await journey.GetAsync("clocks/summary?clock=cla-visit")).Body["clocks"]![0]!["counts"]!["overdue"]!.GetValue<int>().ShouldBe(1);
    }

    [Fact]
    public async Task A_worker_s_clock_names_the_record_of_the_worker()
    {
        await using var journey = await fixture.ServeAsync(2025, 10, 20);
        var worker = Guid.CreateVersion7();
        object Post(string kind, string start) => new { number = "SW10001", kind, fte = 1.0, role = "caseHolder", team = "North team", startOn = start };
        var post = await journey.RecordAsync($"workers/{worker}", "posts", 0, Post("permanent", "2024-09-01"), "manager");
        await journey.RecordAsync($"workers/{worker}", "leavings", 1, new { post, reason = "1", endOn = "2025-08-29" }, "manager");
        await journey.RecordAsync($"workers/{worker}", "posts", 2, Post("agency", "2025-10-13"), "manager");

        var row = (await journey.GetAsync("clocks/board?clock=agency-cool-off")).Body["items"]!.AsArray().ShouldHaveSingleItem()!;
        Line(row).ShouldBe("agency-cool-off 2025-10-13 2025-10-13 overdue 7 days");
        (row["record"]!.GetValue<Guid>(), row["child"], row["worker"]!.GetValue<string>(), row["team"]!.GetValue<string>()).ShouldBe((worker, null, "SW10001", "North team"));
    }

    [Fact]
    public async Task Working_days_are_counted_by_the_version_of_the_calendar_asked_for()
    {
        await using var journey = await fixture.ServeAsync(2022, 9, 22);
        var child = await journey.OpenAsync("JRN0000001", opened: "2022-09-16");
        await journey.RecordAsync($"children/{child}", "referrals", 1, new { on = "2022-09-16", source = "2A", contacts = Array.Empty<Guid>(), primaryNeed = "N1" });

        async Task<string> DueAsync(string calendar) => Line((await journey.GetAsync($"clocks/board?clock=referral-decision{calendar}")).Body["items"]![0]!);
        (await DueAsync("&calendar=1")).ShouldBe("referral-decision 2022-09-16 2022-09-19 overdue 3 workingDays");
        (await DueAsync("&calendar=2")).ShouldBe("referral-decision 2022-09-16 2022-09-20 overdue 2 workingDays");
        (await DueAsync("")).ShouldBe("referral-decision 2022-09-16 2022-09-20 overdue 2 workingDays");
    }

    [Fact]
    public async Task The_catalogue_tells_each_rule_and_what_is_not_kept_and_odd_questions_are_refused()
    {
        var journey = await fixture.SharedAsync();

        var catalogue = (await journey.GetAsync("clocks")).Body;
        var visit = catalogue["clocks"]!.AsArray().Single(c => c!["code"]!.GetValue<string>() == "cpp-visit")!;
        visit["evidence"]!.GetValue<string>().ShouldBe("local");
        visit["limits"]![0]!.ToJsonString().ShouldBe("""{"name":"cpp-visit","amount":10,"usual":10,"unit":"workingDays","settable":true}""");
        catalogue["notKept"]!.AsArray().Select(n => n!["code"]!.GetValue<string>()).ShouldContain("placement-plan");
        catalogue["calendars"]!.AsArray().Count.ShouldBe(3);
        foreach (var (path, code) in new[]
                 {
                     ("clocks/board?clock=tea-break", "clock-unknown"), ("clocks/board?status=done", "status-unknown"), ("clocks/board?status=3", "status-unknown"),
                     ("clocks/summary?calendar=9", "calendar-unknown"), ("clocks/board?cursor=x", "cursor-unknown"), ("clocks/board?known=2025-01-01", "parameter-unknown"),
                 })
        {
            (await journey.GetAsync(path)).Code.ShouldBe(code, path);
        }
    }

    [Fact]
    public void An_authority_sets_its_own_limits_and_a_wrong_setting_says_what_is_wrong()
    {
        static ClockSettings Read(params (string Name, string Value)[] settings) => ClockSettings.Read(
            new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(s => $"Clocks:{s.Name}", s => (string?)s.Value)).Build());

        var settings = Read(("cpp-visit", "15"), ("E09000027:cpp-visit", "20"), ("E09000027:care-plan", "8"));
        settings.Of("E09000001").Amounts.ShouldBe(new Dictionary<string, int> { ["cpp-visit"] = 15 });
        settings.Of("E09000027").Amounts.ShouldBe(new Dictionary<string, int> { ["cpp-visit"] = 20, ["care-plan"] = 8 }, ignoreOrder: true);
        Read().Of("E09000027").Amounts.ShouldBeEmpty();
        foreach (var (name, value, sentence) in new[]
                 {
                     ("cpp-visit", "soon", "Clocks:cpp-visit is 'soon': write a number."),
                     ("tea-break", "1", "Clocks:tea-break cannot be set. There is no limit 'tea-break'."),
                     ("E09000027:return-interview", "96", "Clocks:E09000027:return-interview cannot be set. The limit 'return-interview' is not for an authority to set."),
                 })
        {
            Should.Throw<SettingException>(() => Read((name, value))).Message.ShouldBe(sentence);
        }
    }

    /// <summary>A child in care and placed since 29 September 2025, with a social worker: a record at version 4.</summary>
    private static async Task<Guid> InCareAsync(Served journey, string laChildId, string worker, string team)
    {
        var child = await journey.OpenAsync(laChildId);
        await journey.RecordAsync($"children/{child}", "periods-of-care", 1, new { startOn = "2025-09-29", legalStatus = "V2", need = "N1" });
        await journey.RecordAsync(
            $"children/{child}", "placements", 2, new { startOn = "2025-09-29", type = "U6", provider = "PR1", urn = "SC000001", postcode = "ZZ1 1AB", homePostcode = "ZZ1 1AA", carer = "Rowan family" });
        await journey.RecordAsync($"children/{child}", "allocations", 3, new { from = "2025-09-29", worker, role = "allocatedSW", team, reason = "FCONTA" });
        return child;
    }

    private static Task VisitAsync(Served journey, Guid child, long version, string on) => journey.RecordAsync(
        $"children/{child}", "visits", version,
        new { regime = "CLA", on, worker = "SW10001", place = "Rowan family", childSeen = true, seenAlone = true, announced = true });

    private static string Line(JsonNode due) => $"{due["clock"]} {due["started"]} {due["due"]} {due["status"]} {due["over"]} {due["unit"]}";

    private static string Counts(JsonNode of) => string.Join(' ', of["counts"]!.AsObject().Select(c => $"{c.Key} {c.Value}"));
}
