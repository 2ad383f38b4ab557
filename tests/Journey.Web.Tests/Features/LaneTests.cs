using System.Net;
using System.Text.Json.Nodes;
using Journey.Record.Bitemporal;
using Journey.Record.Facts.Health;
using Journey.Record.Facts.Missing;
using Journey.Store.Projections;
using Journey.Web.Access;
using Journey.Web.Features;
using Journey.Web.Tests.Kit;
using Microsoft.Extensions.DependencyInjection;

namespace Journey.Web.Tests.Features;

/// <summary>One lane over everyone, asked over HTTP.</summary>
public sealed class LaneTests(WebFixture fixture) : IClassFixture<WebFixture>
{
    private static readonly string[] Teams = ["North"];

    [Fact]
    public async Task Who_waited_for_a_service_is_answered_at_both_clocks()
    {
        await using var journey = await fixture.ServeAsync(2025, 9, 30);
        var one = await journey.OpenAsync("JRN0000001");
        var two = await journey.OpenAsync("JRN0000002");
        var first = await ReferAsync(journey, one, "2025-09-01");
        journey.ItIs(2025, 10, 31);
        await ReferAsync(journey, two, "2025-09-10", "Example Health Trust");

        (await ChildrenAsync(journey, "health-referrals?validAt=2025-08-31")).ShouldBeEmpty();
        (await ChildrenAsync(journey, "health-referrals?validAt=2025-09-01")).ShouldBe([one]);
        (await ChildrenAsync(journey, "health-referrals?validAt=2025-09-20&knownAt=2025-10-01")).ShouldBe([one]);
        (await ChildrenAsync(journey, "health-referrals?validAt=2025-09-20")).ShouldBe(new[] { one, two }.Order(), ignoreOrder: true);
        (await ChildrenAsync(journey, "health-referrals?validAt=2025-09-20&key=Example Health Trust")).ShouldBe([two]);
        (await ChildrenAsync(journey, "health-referrals?year=2026&key=Example Health Trust")).ShouldBe([two]);
        (await ChildrenAsync(journey, "health-referrals?key=Nobody")).ShouldBeEmpty();

        var row = (await journey.GetAsync("lanes/health-referrals?validAt=2025-09-01")).Body["items"]!.AsArray().ShouldHaveSingleItem()!;
        row["laChildIds"]!.AsArray().ShouldHaveSingleItem()!.GetValue<string>().ShouldBe("JRN0000001");
        row["value"]!["fact"]!.GetValue<Guid>().ShouldBe(first);
        var own = (await journey.GetAsync($"children/{one}/lanes/health-referrals")).Body["values"]![0];
        JsonNode.DeepEquals(row["value"], own).ShouldBeTrue();
    }

    [Fact]
    public async Task A_window_takes_what_touches_it_and_neither_what_ends_on_its_first_day_nor_what_begins_on_its_last()
    {
        await using var journey = await fixture.ServeAsync(2025, 10, 20);
        var child = await journey.OpenAsync("JRN0000001", opened: "2025-01-01");
        await journey.RecordAsync($"children/{child}", "periods-of-care", 1, new { startOn = "2025-06-10", legalStatus = "V2", need = "N1" });
        var missing = await journey.RecordAsync($"children/{child}", "missing-episodes", 2, new { kind = "M", fromDate = "2025-10-10" });
        await journey.RecordAsync($"children/{child}", "missing-ends", 3, new { missing, returnedOn = "2025-10-12", foundHow = "By police" });

        foreach (var (window, touches) in new[]
                 {
                     ("validFrom=2025-10-12&validTo=2025-10-20", false), ("validFrom=2025-10-11&validTo=2025-10-12", true),
                     ("validFrom=2025-10-01&validTo=2025-10-10", false), ("validFrom=2025-10-01&validTo=2025-10-11", true),
                     ("validAt=2025-10-11", true), ("validAt=2025-10-12", false), ("validAt=2025-10-09", false), ("year=2026", true), ("year=2025", false),
                 })
        {
            (await ChildrenAsync(journey, $"missing?{window}")).Count.ShouldBe(touches ? 1 : 0, window);
        }

        (await journey.GetAsync("lanes/missing?year=2026")).Body["items"]![0]!["value"]!["closing"]!["foundHow"]!.GetValue<string>().ShouldBe("By police");
    }

    [Fact]
    public async Task Points_are_those_of_the_day_or_of_the_window()
    {
        await using var journey = await fixture.ServeAsync(2025, 12, 20);
        var child = await journey.OpenAsync("JRN0000001");
        await CrisisAsync(journey, child, 1, "2025-12-14");
        await CrisisAsync(journey, child, 2, "2025-12-16");

        (await ChildrenAsync(journey, "mental-health-crises?validAt=2025-12-14")).Count.ShouldBe(1);
        (await ChildrenAsync(journey, "mental-health-crises?validAt=2025-12-15")).ShouldBeEmpty();
        (await ChildrenAsync(journey, "mental-health-crises?validFrom=2025-12-14&validTo=2025-12-16")).Count.ShouldBe(1);
        (await ChildrenAsync(journey, "mental-health-crises?validFrom=2025-12-14&validTo=2025-12-17")).Count.ShouldBe(2);
        (await ChildrenAsync(journey, "mental-health-crises?validAt=9999-12-31")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Pages_together_are_the_whole_list_at_one_viewpoint()
    {
        await using var journey = await fixture.ServeAsync(2025, 9, 30);
        for (var i = 1; i <= 3; i++)
        {
            var child = await journey.OpenAsync($"JRN000000{i}");
            await ReferAsync(journey, child, "2025-09-01");
            await ReferAsync(journey, child, "2025-09-01", version: 2);
        }

        var whole = (await journey.GetAsync("lanes/health-referrals")).Body;
        var (rows, cursor, first) = (new List<string>(), "", true);
        while (first || cursor.Length > 0)
        {
            var page = await journey.GetAsync($"lanes/health-referrals?size=2{cursor}");
            page.Status.ShouldBe(HttpStatusCode.OK, page.Text);
            page.Body["total"]!.GetValue<int>().ShouldBe(6);
            rows.AddRange(page.Body["items"]!.AsArray().Select(r => r!.ToJsonString()));
            cursor = page.Body["next"] is { } next ? $"&cursor={next}" : "";
            if (first)
            {
                await ReferAsync(journey, await journey.OpenAsync("JRN0000009"), "2025-09-01");
                first = false;
            }
        }

        rows.ShouldBe(whole["items"]!.AsArray().Select(r => r!.ToJsonString()));
        var other = (await journey.GetAsync("lanes/health-referrals?size=2")).Body["next"];
        (await journey.GetAsync($"lanes/birth?size=2&cursor={other}")).Code.ShouldBe("cursor-unknown");
    }

    [Fact]
    public async Task A_restricted_child_is_counted_and_not_named_nor_even_counted_when_one_identifier_is_asked_for()
    {
        await using var journey = await fixture.ServeAsync(2025, 9, 30);
        var child = await journey.OpenAsync("JRN0000001");
        await ReferAsync(journey, child, "2025-09-01");
        await journey.RecordAsync($"children/{child}", "restrictions", 2, new { reason = "staffChild", allowedTeams = Teams, decidedBy = "A. Manager", from = "2025-09-01" });

        var hidden = await journey.GetAsync("lanes/health-referrals?knownAt=2025-09-30");
        (hidden.Body["total"]!.GetValue<int>(), hidden.Body["notShown"]!.GetValue<int>()).ShouldBe((0, 1));
        hidden.Text.ShouldNotContain(child.ToString());
        (await ChildrenAsync(journey, "health-referrals", "practitioner; team=North")).ShouldBe([child]);
        var identifier = await journey.GetAsync("lanes/identifiers?key=LaChildId:JRN0000001");
        (identifier.Body["total"]!.GetValue<int>(), identifier.Body["notShown"]!.GetValue<int>()).ShouldBe((0, 0));
        (await ChildrenAsync(journey, "identifiers?key=LaChildId:JRN0000001", "practitioner; clearance=restricted")).ShouldBe([child]);
    }

    [Fact]
    public async Task A_confidential_address_is_masked_on_every_lane_at_every_viewpoint()
    {
        await using var journey = await fixture.ServeAsync(2025, 6, 1);
        var child = await journey.OpenAsync("JRN0000001");
        var home = await journey.RecordAsync($"children/{child}", "addresses", 1, Address(confidential: false));
        await ReferAsync(journey, child, "2025-05-20", "Clinic near zz1 1aa", 2);
        string[] lanes = ["home-address", "health-referrals"];
        foreach (var lane in lanes)
        {
            (await journey.GetAsync($"lanes/{lane}")).Text.ShouldContain("ZZ1 1AA", Case.Insensitive);
        }

        journey.ItIs(2025, 6, 10);
        (await journey.PutAsync($"children/{child}/addresses/{home}", new
        {
            eventId = Guid.CreateVersion7(),
            expectedVersion = 3,
            code = "risk",
            reason = "Danger.",
            fact = Address(confidential: true),
        })).Status.ShouldBe(HttpStatusCode.Created);

        foreach (var lane in lanes)
        {
            foreach (var viewpoint in new[] { "", "knownAt=2025-06-01", "year=2026" })
            {
                var heard = await journey.GetAsync($"lanes/{lane}?{viewpoint}");
                heard.Body["total"]!.GetValue<int>().ShouldBe(1, $"{lane} {viewpoint}");
                heard.Text.ShouldNotContain("ZZ1 1AA", Case.Insensitive);
                heard.Text.ShouldNotContain("Example Street", Case.Insensitive);
                heard.Text.ShouldContain(Confidential.Mask);
            }

            (await journey.GetAsync($"lanes/{lane}", "practitioner; clearance=restricted")).Text.ShouldContain("ZZ1 1AA", Case.Insensitive);
        }
    }

    [Fact]
    public async Task Lanes_of_workers_are_asked_the_same_way()
    {
        await using var journey = await fixture.ServeAsync(2025, 6, 1);
        await journey.JoinAsync("SW10001");
        await journey.JoinAsync("SW10002", "2025-03-01");

        (await journey.GetAsync("lanes/in-post")).Body["total"]!.GetValue<int>().ShouldBe(2);
        (await journey.GetAsync("lanes/in-post?validAt=2025-02-28")).Body["total"]!.GetValue<int>().ShouldBe(1);
        var row = (await journey.GetAsync("lanes/in-post?key=SW10002")).Body["items"]!.AsArray().ShouldHaveSingleItem()!;
        row["record"].ShouldNotBeNull();
        row["child"].ShouldBeNull();
        (await journey.GetAsync("lanes/in-post", "auditor")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_same_basis_gives_the_same_bytes_after_later_records_and_a_rebuild()
    {
        await using var journey = await fixture.ServeAsync(2025, 9, 30);
        var child = await journey.OpenAsync("JRN0000001");
        var referral = await ReferAsync(journey, child, "2025-09-01");
        await CrisisAsync(journey, child, 2, "2025-09-02");
        var token = (await journey.GetAsync("lanes/health-referrals")).Token;
        string[] questions = ["health-referrals?", "health-referrals?year=2026&", "mental-health-crises?year=2026&", "identifiers?", "birth?", "health-referrals?key=CAMHS North&"];
        var before = await AskAsync();

        journey.ItIs(2025, 11, 30);
        await journey.RecordAsync($"children/{child}", "first-appointments", 3, new { referral, with = "Dr Example", on = "2025-09-15" });
        await ReferAsync(journey, await journey.OpenAsync("JRN0000002"), "2025-09-01");
        (await ChildrenAsync(journey, "health-referrals?validAt=2025-09-30")).ShouldNotBe([child]);
        (await AskAsync()).ShouldBe(before);
        await journey.Host.Services.GetRequiredService<SegmentRebuild>().RunAsync(journey.Authority, cancellation: WebFixture.Cancelled);
        (await AskAsync()).ShouldBe(before);

        async Task<List<string>> AskAsync()
        {
            var answers = new List<string>();
            foreach (var question in questions)
            {
                var heard = await journey.GetAsync($"lanes/{question}basis={token}");
                heard.Status.ShouldBe(HttpStatusCode.OK, heard.Text);
                heard.Body["total"]!.GetValue<int>().ShouldBe(1, question);
                answers.Add($"{heard.Message.Headers.ETag} {heard.Text}");
            }

            return answers;
        }
    }

    [Theory]
    [InlineData("lanes/nothing", 404, "lane-unknown")]
    [InlineData("lanes/birth?key=x", 400, "lane-unkeyed")]
    [InlineData("lanes/birth?year=2026&validTo=2025-01-01", 400, "window-twice")]
    [InlineData("lanes/identifiers?key=%00", 400, "text-unreadable")]
    [InlineData("lanes/birth?keys=x", 400, "parameter-unknown")]
    public async Task What_cannot_be_asked_is_refused_with_a_code(string path, int status, string code)
    {
        var heard = await (await fixture.SharedAsync()).GetAsync(path);
        ((int)heard.Status).ShouldBe(status, heard.Text);
        heard.Code.ShouldBe(code);
    }

    [Fact]
    public async Task Every_lane_is_listed_with_the_facts_that_claim_on_it_and_can_be_asked()
    {
        var journey = await fixture.SharedAsync();
        var lanes = (await journey.GetAsync("lanes")).Body.AsArray();
        lanes.Count.ShouldBeGreaterThan(50);
        var waiting = lanes.Single(l => l!["name"]!.GetValue<string>() == "health-referrals")!;
        waiting.ToJsonString().ShouldBe("""{"name":"health-referrals","kind":"overlapping","stream":"child","facts":["health-referrals"],"keyed":true}""");
        foreach (var lane in lanes)
        {
            (await journey.GetAsync($"lanes/{lane!["name"]}?year=2025")).Status.ShouldBe(HttpStatusCode.OK, $"{lane}");
        }
    }

    [Fact]
    public void An_end_of_another_kind_than_its_lane_expects_is_shown_as_it_is()
    {
        var interval = new Interval(Guid.NewGuid(), new HealthReferral("CAMHS", "A", new(2025, 9, 1)), new(2025, 9, 1), null, new(2025, 9, 2), 1, new MissingClosing("x"));
        LaneValue.Of(ReferralLanes.Waiting, interval, Confidential.Nothing).Closing!["foundHow"]!.GetValue<string>().ShouldBe("x");
    }

    private static async Task<List<Guid>> ChildrenAsync(Served journey, string lane, string persona = "practitioner")
    {
        var heard = await journey.GetAsync($"lanes/{lane}", persona);
        heard.Status.ShouldBe(HttpStatusCode.OK, heard.Text);
        return [.. heard.Body["items"]!.AsArray().Select(r => r!["child"]!.GetValue<Guid>())];
    }

    private static Task<Guid> ReferAsync(Served journey, Guid child, string on, string agency = "CAMHS North", long version = 1) => journey.RecordAsync(
        $"children/{child}", "health-referrals", version, new { service = "CAMHS", agency, urgency = "routine", need = "Cannot sleep.", sentOn = on, dueOn = "2026-01-05" });

    private static Task<Guid> CrisisAsync(Served journey, Guid child, long version, string on) =>
        journey.RecordAsync($"children/{child}", "mental-health-crises", version, new { place = "A&E", summary = "Took tablets.", on });

    private static object Address(bool confidential) =>
        new { kind = "home", lines = "1 Example Street", postcode = "ZZ1 1AA", laCode = "E09000027", confidential, from = "2025-05-12" };
}
