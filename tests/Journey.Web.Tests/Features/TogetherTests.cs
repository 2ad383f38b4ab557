using System.Net;
using System.Text.Json.Nodes;
using Journey.Web.Tests.Kit;

namespace Journey.Web.Tests.Features;

/// <summary>Acts on several records at once, over HTTP.</summary>
public sealed class TogetherTests(WebFixture fixture) : IClassFixture<WebFixture>
{
    private static readonly object Contact = new
    {
        on = "2026-01-05",
        at = "09:30:00",
        source = "2A",
        mode = "phone",
        summary = "Both came to school hungry.",
        issues = Array.Empty<string>(),
    };

    private static readonly object Restriction = new { reason = "staffChild", allowedTeams = new List<string> { "Other" }, from = "2026-01-05", decidedBy = "A. Manager" };

    [Fact]
    public async Task A_familys_contact_stands_on_each_record_at_one_position_or_on_none()
    {
        await using var journey = await fixture.ServeAsync(2026, 1, 6);
        var (elder, younger) = (await journey.OpenAsync("JRN0000001"), await journey.OpenAsync("JRN0000002"));
        object Body(long version) => Together((elder, 1, [Step(Contact, "contacts")]), (younger, version, [Step(Contact, "contacts")]));

        var stale = await journey.PostAsync("acts", Body(7));
        stale.Status.ShouldBe(HttpStatusCode.PreconditionFailed);
        stale.Body["record"]!.GetValue<Guid>().ShouldBe(younger);
        (await HistoryAsync(journey, elder)).Count.ShouldBe(1);

        var body = Body(1);
        var done = await journey.PostAsync("acts", body);
        done.Status.ShouldBe(HttpStatusCode.Created, done.Text);
        done.Body["records"]!.AsArray().Select(r => r!["version"]!.GetValue<long>()).ShouldBe([2, 2]);
        var again = await journey.PostAsync("acts", body);
        again.Status.ShouldBe(HttpStatusCode.OK);
        again.Text.ShouldBe(done.Text);

        var (first, second) = ((await HistoryAsync(journey, elder))[^1], (await HistoryAsync(journey, younger))[^1]);
        first["knownAt"]!.ToString().ShouldBe(second["knownAt"]!.ToString());
        first["by"]!["correlation"]!.ToString().ShouldBe(second["by"]!["correlation"]!.ToString());
        first["by"]!["with"]!.AsArray().ShouldHaveSingleItem()!.GetValue<Guid>().ShouldBe(younger);
        second["by"]!["with"]!.AsArray().ShouldHaveSingleItem()!.GetValue<Guid>().ShouldBe(elder);
    }

    [Fact]
    public async Task One_record_that_refuses_stops_the_whole_act()
    {
        await using var journey = await fixture.ServeAsync(2026, 1, 6);
        var (elder, younger) = (await journey.OpenAsync("JRN0000001"), await journey.OpenAsync("JRN0000002"));
        var refused = await journey.PostAsync("acts", Together(
            (elder, 1, [Step(Contact, "contacts")]),
            (younger, 1, [Step(new { on = "2026-01-05", source = "?", contacts = Array.Empty<Guid>() }, "referrals")])));

        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity, refused.Text);
        var refusal = refused.Body["refusals"]!.AsArray().ShouldHaveSingleItem()!;
        refusal["code"]!.GetValue<string>().ShouldBe("unknown-code");
        refusal["record"]!.GetValue<Guid>().ShouldBe(younger);
        (await HistoryAsync(journey, elder)).Count.ShouldBe(1);
        (await HistoryAsync(journey, younger)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_record_hidden_from_the_person_is_not_part_of_an_act()
    {
        await using var journey = await fixture.ServeAsync(2026, 1, 6);
        var (elder, hidden) = (await journey.OpenAsync("JRN0000001"), await journey.OpenAsync("JRN0000002"));
        await journey.RecordAsync($"children/{hidden}", "restrictions", 1, Restriction, "manager");

        var refused = await journey.PostAsync("acts", Together((elder, 1, [Step(Contact, "contacts")]), (hidden, 2, [Step(Contact, "contacts")])));

        refused.Status.ShouldBe(HttpStatusCode.NotFound, refused.Text);
        (await HistoryAsync(journey, elder)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Facts_on_the_wrong_child_move_in_one_act_with_what_names_them()
    {
        await using var journey = await fixture.ServeAsync(2026, 1, 6);
        var (wrong, right) = (await journey.OpenAsync("JRN0000001"), await journey.OpenAsync("JRN0000002"));
        var contact = await journey.RecordAsync($"children/{wrong}", "contacts", 1, Contact);
        var referral = await journey.RecordAsync($"children/{wrong}", "referrals", 2, new { on = "2026-01-05", source = "2A", contacts = new[] { contact } });
        journey.ItIs(2026, 1, 9);

        var left = await journey.PostAsync($"children/{wrong}/moves", Moves(right, 3, 1, contact));
        left.Status.ShouldBe(HttpStatusCode.UnprocessableEntity, left.Text);
        left.Body["refusals"]!.AsArray().ShouldHaveSingleItem()!["code"]!.GetValue<string>().ShouldBe("fact-named");

        var body = Moves(right, 3, 1, contact, referral);
        var moved = await journey.PostAsync($"children/{wrong}/moves", body);
        moved.Status.ShouldBe(HttpStatusCode.Created, moved.Text);
        (await journey.PostAsync($"children/{wrong}/moves", body)).Text.ShouldBe(moved.Text);

        (await LaneAsync(journey, wrong, "referrals", "")).ShouldBeEmpty();
        (await LaneAsync(journey, wrong, "referrals", "?knownAt=2026-01-08")).Count.ShouldBe(1);
        (await LaneAsync(journey, right, "referrals", "?knownAt=2026-01-08")).ShouldBeEmpty();
        (await LaneAsync(journey, right, "referrals", "")).Count.ShouldBe(1);
        var there = await HistoryAsync(journey, right);
        there[^1]["value"]!["contacts"]!.AsArray().ShouldHaveSingleItem()!.GetValue<Guid>().ShouldBe(there[^2]["fact"]!.GetValue<Guid>());
        there[^1]["by"]!["with"]!.AsArray().ShouldHaveSingleItem()!.GetValue<Guid>().ShouldBe(wrong);
        (await HistoryAsync(journey, wrong))[^1]["code"]!.GetValue<string>().ShouldBe("wrong-child");
    }

    [Fact]
    public async Task E20_two_records_merged_and_unmerged()
    {
        await using var journey = await fixture.ServeAsync(2025, 12, 1);
        var (survivor, absorbed) = (await journey.OpenAsync("JRN0000001"), await journey.OpenAsync("JRN0000002"));
        await journey.RecordAsync($"children/{survivor}", "addresses", 1, Home("ZZ1 1AA", "2025-06-01"));
        await journey.RecordAsync($"children/{absorbed}", "addresses", 1, Home("ZZ1 1AB", "2025-09-01"));
        journey.ItIs(2026, 1, 10);
        var link = await LinkAsync(journey, survivor, 2, absorbed, 2);
        journey.ItIs(2026, 2, 2);

        (await TotalAsync(journey, "children?validAt=2025-12-31&knownAt=2025-12-31")).ShouldBe(2);
        (await TotalAsync(journey, "children?validAt=2025-12-31&knownAt=2026-02-01")).ShouldBe(1);
        var one = await journey.GetAsync($"children/{absorbed}?validAt=2025-12-31");
        one.Body["child"]!.GetValue<Guid>().ShouldBe(survivor);
        one.Body["linked"]!.AsArray().Select(l => l!.GetValue<Guid>()).ShouldBe([survivor, absorbed]);
        one.Body["laChildIds"]!.AsArray().Count.ShouldBe(2);
        one.Body["flags"]!.AsArray().ShouldBeEmpty();
        HomeOn(one).ShouldBe("ZZ1 1AB");
        HomeOn(await journey.GetAsync($"children/{survivor}?validAt=2025-12-31")).ShouldBe("ZZ1 1AB");
        HomeOn(await journey.GetAsync($"children/{survivor}?validAt=2025-12-31&knownAt=2025-12-31")).ShouldBe("ZZ1 1AA");
        var history = (await HistoryAsync(journey, absorbed)).Select(e => (e["record"]!.GetValue<Guid>(), e["noun"]!.GetValue<string>())).ToList();
        history.Count.ShouldBe(6);
        history.Count(e => e == (absorbed, "addresses")).ShouldBe(1);

        journey.ItIs(2026, 3, 1);
        var body = Unlink(6);
        var apart = await journey.PostAsync($"children/{survivor}/links/{link}/unlinking", body);
        apart.Status.ShouldBe(HttpStatusCode.Created, apart.Text);
        (await journey.PostAsync($"children/{survivor}/links/{link}/unlinking", body)).Text.ShouldBe(apart.Text);
        (await TotalAsync(journey, "children?validAt=2025-12-31")).ShouldBe(2);
        (await TotalAsync(journey, "children?validAt=2025-12-31&knownAt=2026-02-01")).ShouldBe(1);
        HomeOn(await journey.GetAsync($"children/{survivor}?validAt=2025-12-31")).ShouldBe("ZZ1 1AA");
        HomeOn(await journey.GetAsync($"children/{absorbed}?validAt=2025-12-31")).ShouldBe("ZZ1 1AB");
        HomeOn(await journey.GetAsync($"children/{absorbed}?validAt=2025-12-31&knownAt=2026-02-01")).ShouldBe("ZZ1 1AB");
    }

    [Fact]
    public async Task A_link_is_neither_withdrawn_nor_stated_on_one_side()
    {
        await using var journey = await fixture.ServeAsync(2026, 1, 10);
        var (survivor, absorbed) = (await journey.OpenAsync("JRN0000001"), await journey.OpenAsync("JRN0000002"));
        var link = await LinkAsync(journey, survivor, 1, absorbed, 1);
        var withdrawal = new { eventId = Guid.CreateVersion7(), expectedVersion = 4, code = "mistake", reason = "Not so." };

        var refused = await journey.PostAsync($"children/{survivor}/facts/{link}/withdrawal", withdrawal);

        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity, refused.Text);
        refused.Body["refusals"]!.AsArray().ShouldHaveSingleItem()!["code"]!.GetValue<string>().ShouldBe("link-side");
        (await journey.PostAsync($"children/{survivor}/links", LinkBody(survivor, 4, absorbed, 4))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await journey.PostAsync($"children/{survivor}/links/{Guid.CreateVersion7()}/unlinking", Unlink(4))).Code.ShouldBe("link-unknown");
        var twice = await journey.PostAsync("acts", Together((survivor, 4, [Step(Contact, "contacts")]), (absorbed, 4, [Step(Contact, "contacts")])));
        twice.Code.ShouldBe("same-child");
    }

    [Fact]
    public async Task A_restricted_record_closes_the_record_it_is_linked_with_at_every_viewpoint()
    {
        await using var journey = await fixture.ServeAsync(2026, 1, 10);
        var (survivor, absorbed) = (await journey.OpenAsync("JRN0000001"), await journey.OpenAsync("JRN0000002"));
        var link = await LinkAsync(journey, survivor, 1, absorbed, 1);
        journey.ItIs(2026, 1, 20);
        await journey.PostAsync($"children/{survivor}/links/{link}/unlinking", Unlink(4));
        journey.ItIs(2026, 1, 21);
        await journey.RecordAsync($"children/{absorbed}", "restrictions", 3, Restriction, "manager");

        (await journey.GetAsync($"children/{absorbed}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await journey.GetAsync($"children/{survivor}")).Status.ShouldBe(HttpStatusCode.OK);
        (await journey.GetAsync($"children/{survivor}?knownAt=2026-01-15")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await journey.GetAsync($"children/{survivor}/comparison?otherKnownAt=2026-01-15")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await journey.GetAsync("children?knownAt=2026-01-15")).Body["items"]!.AsArray().ShouldBeEmpty();
        (await journey.GetAsync("children?knownAt=2026-01-15")).Body["notShown"]!.GetValue<int>().ShouldBe(1);
        (await journey.GetAsync("children")).Body["items"]!.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task Thirty_facts_added_to_linked_records_each_stay_or_move_when_they_are_unlinked()
    {
        await using var journey = await fixture.ServeAsync(2026, 1, 10);
        var (survivor, absorbed) = (await journey.OpenAsync("JRN0000001"), await journey.OpenAsync("JRN0000002"));
        await journey.RecordAsync($"children/{survivor}", "contacts", 1, Contact);
        var link = await LinkAsync(journey, survivor, 2, absorbed, 1);
        var before = (await journey.GetAsync($"children/{survivor}/history")).Token;
        journey.ItIs(2026, 1, 12);
        var facts = new List<Guid>();
        for (var i = 0; i < 30; i++)
        {
            facts.Add(await journey.RecordAsync($"children/{(i % 3 == 0 ? absorbed : survivor)}", "contacts", 5 + i, Contact));
        }

        var linked = await journey.GetAsync($"children/{absorbed}/lanes/contacts?validAt=2026-01-12");
        linked.Body["values"]!.AsArray().Count.ShouldBe(31);
        journey.ItIs(2026, 1, 20);
        var wholeBefore = await journey.GetAsync($"children/{survivor}/history?basis={before}&size=100");

        // Recorded on the survivor but about the other: every second of these; recorded on the other but about the survivor: one.
        var moved = facts.Where((_, i) => i % 3 == 1).Append(facts[0]).ToList();
        var stale = await journey.PostAsync($"children/{survivor}/links/{link}/unlinking", Unlink(34, [.. moved]));
        stale.Status.ShouldBe(HttpStatusCode.PreconditionFailed, stale.Text);
        var apart = await journey.PostAsync($"children/{survivor}/links/{link}/unlinking", Unlink(35, [.. moved]));
        apart.Status.ShouldBe(HttpStatusCode.Created, apart.Text);

        (await LaneAsync(journey, survivor, "contacts", "")).Count.ShouldBe(1 + 20 - 10 + 1);
        (await LaneAsync(journey, absorbed, "contacts", "")).Count.ShouldBe(10 + 10 - 1);
        (await journey.GetAsync($"children/{absorbed}/lanes/contacts?validAt=2026-01-12&knownAt=2026-01-12")).Body["values"]!.ToJsonString()
            .ShouldBe(linked.Body["values"]!.ToJsonString());
        (await journey.GetAsync($"children/{survivor}/history?basis={before}&size=100")).Text.ShouldBe(wholeBefore.Text);
        var positions = (await HistoryAsync(journey, survivor)).Concat(await HistoryAsync(journey, absorbed))
            .Where(e => e["kind"]!.ToString().Equals("withdrawn", StringComparison.OrdinalIgnoreCase)).Select(e => e["knownAt"]!.ToString()).Distinct();
        positions.ShouldHaveSingleItem();
        (await TotalAsync(journey, "children")).ShouldBe(2);
    }

    [Fact]
    public async Task A_worker_who_leaves_leaves_no_allocation_open_at_any_position()
    {
        await using var journey = await fixture.ServeAsync(2026, 1, 2);
        await journey.JoinAsync("SW10002");
        var worker = Guid.CreateVersion7();
        var post = await journey.RecordAsync(
            $"workers/{worker}", "posts", 0, new { number = "SW10001", kind = "permanent", fte = 1.0, role = "caseHolder", startOn = "2025-09-01" }, "manager");
        var children = new List<Guid>();
        for (var i = 1; i <= 3; i++)
        {
            var child = await journey.OpenAsync($"JRN000000{i}");
            children.Add(child);
            await (i == 2
                ? journey.RecordAsync($"children/{child}", "referrals", 1, new { on = "2026-01-01", source = "2A", contacts = Array.Empty<Guid>(), primaryNeed = "N1" })
                : journey.RecordAsync($"children/{child}", "periods-of-care", 1, new { startOn = "2026-01-01", legalStatus = "V2", need = "N1" }));
            await journey.RecordAsync($"children/{child}", "allocations", 2, new { from = "2026-01-02", worker = i == 3 ? "SW10002" : "SW10001", role = "allocatedSW", reason = "FCONTA" });
        }

        journey.ItIs(2026, 2, 1);
        var body = new { factId = Guid.CreateVersion7(), eventId = Guid.CreateVersion7(), expectedVersion = 1, fact = new { post, reason = "1", endOn = "2026-01-30" } };
        var left = await journey.PostAsync($"workers/{worker}/leavings", body, "manager");
        left.Status.ShouldBe(HttpStatusCode.Created, left.Text);
        (await journey.PostAsync($"workers/{worker}/leavings", body, "manager")).Text.ShouldBe(left.Text);
        var after = left.Body["position"]!.GetValue<long>();

        (await journey.GetAsync("unallocated?validAt=2026-01-30")).Body["items"]!.AsArray()
            .ToDictionary(r => r!["child"]!.GetValue<Guid>(), r => r!["lookedAfter"]!.GetValue<bool>())
            .ShouldBe(new Dictionary<Guid, bool> { [children[0]] = true, [children[1]] = false }, ignoreOrder: true);
        (await TotalAsync(journey, "unallocated?validAt=2026-01-29")).ShouldBe(0);
        (await TotalAsync(journey, "caseload/SW10001?validAt=2026-01-30")).ShouldBe(0);
        (await TotalAsync(journey, "unallocated?validAt=2026-01-30&knownAt=2026-01-31")).ShouldBe(0);
        foreach (var child in children.Take(2))
        {
            var end = (await HistoryAsync(journey, child)).Single(e => e["noun"]!.GetValue<string>() == "allocation-ends");
            end["value"]!["reason"]!.GetValue<string>().ShouldBe("LEFTRL");
            end["knownAt"]!.ToString().ShouldBe(left.Body["knownAt"]!.ToString());
            end["position"]!.GetValue<long>().ShouldBeLessThanOrEqualTo(after);
        }

        (await HistoryAsync(journey, children[2]))[^1]["noun"]!.GetValue<string>().ShouldBe("allocations");
    }

    [Fact]
    public async Task Ten_clients_on_one_child_lose_nothing_and_the_losers_are_told()
    {
        await using var journey = await fixture.ServeAsync(2026, 1, 6);
        var child = await journey.OpenAsync("JRN0000001");
        var stale = 0;
        async Task ClientAsync()
        {
            for (var i = 0; i < 5; i++)
            {
                var version = (await journey.GetAsync($"children/{child}")).Version;
                while (true)
                {
                    var heard = await journey.RecordRawAsync($"children/{child}/contacts", version, Contact);
                    if (heard.Status == HttpStatusCode.Created)
                    {
                        break;
                    }

                    heard.Status.ShouldBe(HttpStatusCode.PreconditionFailed, heard.Text);
                    heard.Code.ShouldBe("version-stale");
                    Interlocked.Increment(ref stale);
                    version = heard.Body["currentVersion"]!.GetValue<long>();
                }
            }
        }

        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => ClientAsync()));

        stale.ShouldBeGreaterThan(0);
        var history = await HistoryAsync(journey, child);
        history.Count.ShouldBe(51);
        history.Select(e => e["version"]!.GetValue<long>()).ShouldBe(Enumerable.Range(1, 51).Select(i => (long)i));
    }

    [Fact]
    public async Task Two_records_opened_at_once_with_one_identifier_are_one_and_a_refusal()
    {
        await using var journey = await fixture.ServeAsync(2026, 1, 6);
        async Task<HttpStatusCode> OpenAsync() => (await journey.PostAsync("children", new
        {
            child = Guid.CreateVersion7(),
            factId = Guid.CreateVersion7(),
            eventId = Guid.CreateVersion7(),
            expectedVersion = 0,
            fact = new { laChildId = "JRN0000009", dateOfBirth = "2014-05-05", sex = "M", openedBecause = "Referred", openedOn = "2026-01-05" },
        })).Status;

        var statuses = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => OpenAsync()));

        statuses.Count(s => s == HttpStatusCode.Created).ShouldBe(1);
        statuses.Count(s => s is HttpStatusCode.UnprocessableEntity or HttpStatusCode.Conflict).ShouldBe(7);
        (await TotalAsync(journey, "children")).ShouldBe(1);
    }

    private static object Home(string postcode, string from) => new { kind = "home", postcode, from, confidential = false };

    private static string? HomeOn(Heard state) => state.Body["lanes"]!.AsArray()
        .SingleOrDefault(l => l!["lane"]!.GetValue<string>() == "home-address")?["values"]!.AsArray().SingleOrDefault()?["value"]!["postcode"]!.GetValue<string>();

    private static object Step(object fact, string noun)
    {
        var said = System.Text.Json.JsonSerializer.SerializeToNode(fact)!.AsObject();
        said.Insert(0, "fact", noun);
        return new { eventId = Guid.CreateVersion7(), factId = Guid.CreateVersion7(), fact = said };
    }

    private static object Together(params (Guid Record, long Version, object[] Acts)[] records) =>
        new { records = records.Select(r => new { record = r.Record, expectedVersion = r.Version, acts = r.Acts }).ToList() };

    private static object Moves(Guid to, long version, long toVersion, params Guid[] facts) => new
    {
        expectedVersion = version,
        toChild = to,
        toExpectedVersion = toVersion,
        moves = facts.Select(Move).ToList(),
        reason = "Written on the brother's record.",
    };

    private static object Move(Guid fact) =>
        new { factId = fact, eventId = Guid.CreateVersion7(), toFactId = Guid.CreateVersion7(), toEventId = Guid.CreateVersion7() };

    private static object Unlink(long version, params Guid[] moved) => new
    {
        eventId = Guid.CreateVersion7(),
        otherEventId = Guid.CreateVersion7(),
        expectedVersion = version,
        moves = moved.Select(Move).ToList(),
        reason = "They are cousins of one name.",
    };

    private static object LinkBody(Guid survivor, long version, Guid absorbed, long otherVersion) => new
    {
        factId = Guid.CreateVersion7(),
        eventId = Guid.CreateVersion7(),
        expectedVersion = version,
        other = absorbed,
        otherEventId = Guid.CreateVersion7(),
        otherExpectedVersion = otherVersion,
        on = "2026-01-10",
        evidence = "Same mother, same date of birth.",
    };

    private static async Task<Guid> LinkAsync(Served journey, Guid survivor, long version, Guid absorbed, long otherVersion)
    {
        var body = LinkBody(survivor, version, absorbed, otherVersion);
        var linked = await journey.PostAsync($"children/{survivor}/links", body);
        linked.Status.ShouldBe(HttpStatusCode.Created, linked.Text);
        var again = await journey.PostAsync($"children/{survivor}/links", body);
        again.Status.ShouldBe(HttpStatusCode.OK, again.Text);
        again.Text.ShouldBe(linked.Text);
        linked.Body["records"]!.AsArray().Select(r => r!["version"]!.GetValue<long>()).ShouldAllBe(v => v == version + otherVersion + 2);
        return JsonNode.Parse(System.Text.Json.JsonSerializer.Serialize(body))!["factId"]!.GetValue<Guid>();
    }

    private static async Task<int> TotalAsync(Served journey, string path)
    {
        var heard = await journey.GetAsync(path);
        heard.Status.ShouldBe(HttpStatusCode.OK, heard.Text);
        return heard.Body["total"]!.GetValue<int>();
    }

    private static async Task<List<JsonNode>> HistoryAsync(Served journey, Guid child)
    {
        var heard = await journey.GetAsync($"children/{child}/history?size=1000");
        heard.Status.ShouldBe(HttpStatusCode.OK, heard.Text);
        return [.. heard.Body["items"]!.AsArray().Select(e => e!)];
    }

    private static async Task<List<JsonNode>> LaneAsync(Served journey, Guid child, string lane, string viewpoint)
    {
        var heard = await journey.GetAsync($"children/{child}/lanes/{lane}{viewpoint}");
        heard.Status.ShouldBe(HttpStatusCode.OK, heard.Text);
        return [.. heard.Body["values"]!.AsArray().Select(e => e!)];
    }
}
