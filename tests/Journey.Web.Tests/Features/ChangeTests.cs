using System.Net;
using System.Text.Json.Nodes;
using Journey.Web.Tests.Kit;

namespace Journey.Web.Tests.Features;

/// <summary>Named bases, why figures change, what changed in records, and who knew what when: over HTTP.</summary>
public sealed class ChangeTests(WebFixture fixture) : IClassFixture<WebFixture>
{
    [Fact]
    public async Task A_named_basis_gives_the_same_bytes_whatever_is_recorded_later_and_its_name_stands_for_good()
    {
        await using var journey = await fixture.ServeAsync(2026, 4, 1);
        var child = await InCareAsync(journey, "JRN0000001");
        await journey.RecordAsync($"children/{child}", "allocations", 2, Allocation("SW10001", "2025-04-01"));
        journey.ItIs(2026, 7, 1);

        var body = new { name = "2026 return as submitted", validAt = "2026-03-31", knownAt = "2026-06-30", note = "Sent on 30 June" };
        var named = await journey.PostAsync("bases", body, "manager; sub=mo");
        named.Status.ShouldBe(HttpStatusCode.OK, named.Text);
        (named.Body["namedBy"]!.GetValue<string>(), named.Body["basis"]!["validAt"]!.GetValue<string>()).ShouldBe(("mo", "2026-03-31"));

        const string Question = "measures/M6?year=2026";
        var before = await journey.GetAsync($"{Question}&named=2026 return as submitted");
        before.Status.ShouldBe(HttpStatusCode.OK, before.Text);
        before.Token.ShouldBe(named.Token);
        await journey.RecordAsync($"children/{child}", "allocations", 3, Allocation("SW10002", "2025-06-01"));
        (await journey.GetAsync($"{Question}&named=2026 return as submitted")).Text.ShouldBe(before.Text);
        (await journey.GetAsync($"{Question}&basis={named.Token}")).Text.ShouldBe(before.Text);
        (await journey.GetAsync($"{Question}&validAt=2026-03-31")).Text.ShouldNotBe(before.Text);

        (await journey.PostAsync("bases", body, "manager")).Status.ShouldBe(HttpStatusCode.OK);
        var taken = await journey.PostAsync("bases", body with { validAt = "2026-03-30" }, "manager");
        (taken.Status, taken.Code).ShouldBe((HttpStatusCode.Conflict, "basis-name-taken"));
        (await journey.PostAsync("bases", body with { name = " blank " }, "manager")).Code.ShouldBe("basis-name-unreadable");
        (await journey.PostAsync("bases", body, "practitioner")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await journey.GetAsync($"{Question}&named=nothing")).Code.ShouldBe("basis-name-unknown");
        (await journey.GetAsync($"{Question}&named=nothing&knownAt=2026-01-01")).Code.ShouldBe("known-and-basis");
        (await journey.GetAsync("bases")).Body["items"]!.AsArray().ShouldHaveSingleItem()!["note"]!.GetValue<string>().ShouldBe("Sent on 30 June");
        (await journey.GetAsync("bases/2026 return as submitted")).Token.ShouldBe(named.Token);
    }

    [Fact]
    public async Task The_causes_of_a_changed_figure_add_up_and_open_down_to_their_events()
    {
        await using var journey = await fixture.ServeAsync(2026, 4, 1);
        var (child, other) = (await InCareAsync(journey, "JRN0000001"), await InCareAsync(journey, "JRN0000002"));
        await journey.RecordAsync($"children/{child}", "allocations", 2, Allocation("SW10001", "2025-04-01"));
        var second = await journey.RecordAsync($"children/{child}", "allocations", 3, Allocation("SW10002", "2025-06-01"));
        await journey.RecordAsync($"children/{other}", "allocations", 2, Allocation("SW10001", "2025-04-01"));
        journey.ItIs(2026, 5, 1);
        var third = await journey.RecordAsync($"children/{child}", "allocations", 4, Allocation("SW10003", "2025-09-01"));
        await journey.RecordAsync($"children/{other}", "allocations", 3, Allocation("SW10003", "2025-10-01"));
        journey.ItIs(2026, 6, 1);
        var withdrawn = await journey.PostAsync(
            $"children/{child}/facts/{second}/withdrawal", new { eventId = Guid.CreateVersion7(), expectedVersion = 5, code = "mistake", reason = "Never hers." });
        withdrawn.Status.ShouldBe(HttpStatusCode.Created, withdrawn.Text);
        journey.ItIs(2026, 6, 2);

        const string Window = "year=2026&validAt=2026-03-31&fromKnownAt=2026-04-30";
        var change = await journey.GetAsync($"measures/M6/change?{Window}");
        change.Status.ShouldBe(HttpStatusCode.OK, change.Text);
        (Number(change.Body["from"]!, "values"), Number(change.Body["to"]!, "values")).ShouldBe((3, 4));
        change.Body["causes"]!.AsArray().Select(c => (Text(c!, "cause"), Number(c!, "acts"), Number(c!, "numerator"), Number(c!, "values"))).ShouldBe(
            [("withdrawal", 1, -1, -1), ("lateRecord", 2, 1, 2)]);

        var parts = await journey.GetAsync($"measures/M6/change/parts?{Window}&size=2");
        var items = parts.Body["items"]!.AsArray();
        items.Count.ShouldBe(2);
        parts.Body["total"]!.GetValue<int>().ShouldBe(3);
        var late = items[0]!["events"]!.AsArray().ShouldHaveSingleItem()!;
        (late["fact"]!.GetValue<Guid>(), Text(late, "cause")).ShouldBe((third, "lateRecord"));
        Text(late, "sentence").ShouldContain("SW10003");
        items[0]!["children"]!.AsArray().ShouldHaveSingleItem()!.GetValue<Guid>().ShouldBe(child);
        items[0]!["before"]!.AsArray().ShouldHaveSingleItem()!.GetValue<string>().ShouldBe("2 different social workers in the window.");
        var rest = await journey.GetAsync($"measures/M6/change/parts?{Window}&size=2&cursor={Text(parts.Body, "next")}");
        Text(rest.Body["items"]!.AsArray().ShouldHaveSingleItem()!, "cause").ShouldBe("withdrawal");

        (await journey.GetAsync("measures/M6/change?year=2026&fromKnownAt=2026-06-01&knownAt=2026-04-30")).Code.ShouldBe("knowledge-inverted");
    }

    [Fact]
    public async Task A_restricted_child_counts_in_the_causes_and_is_not_named_in_the_parts()
    {
        await using var journey = await fixture.ServeAsync(2026, 4, 1);
        var child = await InCareAsync(journey, "JRN0000001");
        await journey.RecordAsync($"children/{child}", "allocations", 2, Allocation("SW10001", "2025-04-01"));
        journey.ItIs(2026, 5, 1);
        await journey.RecordAsync($"children/{child}", "allocations", 3, Allocation("SW10002", "2025-06-01"));
        await journey.RecordAsync(
            $"children/{child}", "restrictions", 4, new { reason = "staffChild", allowedTeams = new[] { "Other" }, decidedBy = "A. Manager", from = "2026-05-01" }, "manager");

        const string Window = "year=2026&validAt=2026-03-31&fromKnownAt=2026-04-30";
        (await journey.GetAsync($"measures/M6/change?{Window}")).Body["causes"]!.AsArray().ShouldHaveSingleItem();
        var parts = await journey.GetAsync($"measures/M6/change/parts?{Window}");
        parts.Body["items"]!.AsArray().ShouldBeEmpty();
        parts.Body["notShown"]!.GetValue<int>().ShouldBe(1);
        parts.Text.ShouldNotContain(child.ToString());
        (await journey.GetAsync("changes?fromKnownAt=2026-04-30")).Text.ShouldNotContain(child.ToString());
    }

    [Fact]
    public async Task Another_definition_and_another_window_are_causes_of_their_own()
    {
        await using var journey = await fixture.ServeAsync(2026, 4, 1);
        var child = await InCareAsync(journey, "JRN0000001", care: "2024-06-01");
        await journey.RecordAsync($"children/{child}", "allocations", 2, Allocation("SW10001", "2024-12-01"));
        var open = await journey.OpenAsync("JRN0000002", opened: "2025-05-12");
        await journey.RecordAsync($"children/{open}", "referrals", 1, new { on = "2025-05-12", source = "2A", contacts = Array.Empty<Guid>(), primaryNeed = "N1" });

        var definition = await journey.GetAsync("measures/M8/change?year=2026&validAt=2026-03-31&fromVersion=1");
        definition.Status.ShouldBe(HttpStatusCode.OK, definition.Text);
        var cause = definition.Body["causes"]!.AsArray().ShouldHaveSingleItem()!;
        (Text(cause, "cause"), Number(cause, "denominator"), Number(cause, "acts")).ShouldBe(("definitionChange", 1, 0));

        var windows = await journey.GetAsync("measures/M8/change?version=1&year=2025&toYear=2026&validAt=2026-03-31");
        (Number(windows.Body["from"]!, "values"), Number(windows.Body["to"]!, "values")).ShouldBe((183, 0));
        Text(windows.Body["causes"]!.AsArray().ShouldHaveSingleItem()!, "cause").ShouldBe("moved");
        (await journey.GetAsync("measures/M8?validFrom=2025-01-01&validTo=2025-01-01")).Code.ShouldBe("window-empty");
        (await journey.GetAsync("measures/M8?year=2025", "auditor")).Status.ShouldBe(HttpStatusCode.OK);
        var moved = (await journey.GetAsync("measures/M1-carer/change/parts?year=2024&toYear=2026&validAt=2026-03-31")).Body["items"]!.AsArray().ShouldHaveSingleItem()!;
        (Text(moved, "cause"), moved["events"]!.AsArray().Count > 0).ShouldBe(("entered", true));
        (await journey.GetAsync("measures/M8?version=9&year=2025")).Code.ShouldBe("measure-unknown");
        (await journey.GetAsync("measures/M8?calendar=9&year=2025")).Code.ShouldBe("calendar-unknown");
    }

    [Fact]
    public async Task What_changed_since_is_told_for_a_child_a_team_and_the_authority()
    {
        await using var journey = await fixture.ServeAsync(2026, 4, 1);
        var (child, other) = (await InCareAsync(journey, "JRN0000001"), await InCareAsync(journey, "JRN0000002"));
        var allocation = await journey.RecordAsync($"children/{child}", "allocations", 2, Allocation("SW10001", "2025-04-01"));
        journey.ItIs(2026, 5, 1);
        var corrected = await journey.PutAsync($"children/{child}/allocations/{allocation}", new
        {
            eventId = Guid.CreateVersion7(),
            expectedVersion = 3,
            code = "keying-error",
            reason = "Wrong number",
            fact = Allocation("SW10002", "2025-04-01"),
        });
        corrected.Status.ShouldBe(HttpStatusCode.Created, corrected.Text);
        await journey.RecordAsync($"children/{other}", "ethnicities", 2, new { code = "WBRI", from = "2025-04-01" });

        var changes = await journey.GetAsync($"children/{child}/changes?validAt=2025-12-31&fromKnownAt=2026-04-30");
        changes.Status.ShouldBe(HttpStatusCode.OK, changes.Text);
        var fact = changes.Body["facts"]!.AsArray().ShouldHaveSingleItem()!;
        (Text(fact, "cause"), fact["fact"]!.GetValue<Guid>()).ShouldBe(("correction", allocation));
        Text(fact["before"]!, "sentence").ShouldContain("SW10001");
        Text(fact["after"]!, "sentence").ShouldContain("SW10002");
        Text(changes.Body["lanes"]!.AsArray().ShouldHaveSingleItem()!, "lane").ShouldBe("social-worker");

        var all = (await journey.GetAsync("changes?validAt=2025-12-31&fromKnownAt=2026-04-30")).Body["items"]!.AsArray();
        all.Select(r => (r!["child"]!.GetValue<Guid>(), Number(r!, "corrected"), Number(r!, "recorded"))).ShouldBe([(child, 1, 0), (other, 0, 1)], ignoreOrder: true);
        (await journey.GetAsync("changes?validAt=2025-12-31&fromKnownAt=2026-04-30&team=North team")).Body["items"]!.AsArray()
            .ShouldHaveSingleItem()!["child"]!.GetValue<Guid>().ShouldBe(child);
        (await journey.GetAsync("changes?validAt=2025-12-31&fromKnownAt=2026-05-31")).Code.ShouldBe("known-in-future");
        foreach (var path in new[] { "changes", $"children/{child}/changes", "measures/M6/change?year=2026" })
        {
            (await journey.GetAsync(path)).Code.ShouldBe("earlier-missing", path);
        }
    }

    [Fact]
    public async Task At_a_decision_a_second_tells_known_from_not_yet_recorded()
    {
        await using var journey = await fixture.ServeAsync(2025, 5, 16);
        var child = await journey.OpenAsync("JRN0000001");
        var known = await journey.RecordAsync($"children/{child}", "ethnicities", 1, new { code = "WBRI", from = "2025-05-12" });
        journey.Clock.SetUtcNow(new DateTimeOffset(2025, 5, 16, 17, 20, 1, TimeSpan.Zero));
        var late = await journey.RecordAsync($"children/{child}", "genders", 2, new { gender = "boy", from = "2025-05-12" });
        journey.ItIs(2025, 5, 17);
        var decision = await journey.RecordAsync($"children/{child}", "management-decisions", 3, new
        {
            question = "Accommodate tonight?",
            decision = "No",
            options = new[] { "Accommodate", "Stay with a friend" },
            decidedBy = "A. Manager",
            rationale = "Knows the friend well",
            decidedOn = "2025-05-16",
            decidedAt = "18:20:00",
        }, "manager");
        journey.ItIs(2025, 6, 1);
        await journey.PutAsync($"children/{child}/ethnicities/{known}", new
        {
            eventId = Guid.CreateVersion7(),
            expectedVersion = 4,
            code = "keying-error",
            reason = "Asked the mother",
            fact = new { code = "MWBC", from = "2025-05-12" },
        });

        var knowledge = await journey.GetAsync($"children/{child}/facts/{decision}/knowledge");
        knowledge.Status.ShouldBe(HttpStatusCode.OK, knowledge.Text);
        Text(knowledge.Body, "moment").ShouldBe("2025-05-16T17:20:00+00:00");
        Facts(knowledge.Body["knownThen"]!).ShouldContain(known);
        Facts(knowledge.Body["knownThen"]!).ShouldNotContain(late);
        Facts(knowledge.Body["notYetRecorded"]!).ShouldBe([late]);
        var otherwise = knowledge.Body["knownOtherwise"]!.AsArray().ShouldHaveSingleItem()!;
        Text(otherwise["then"]!, "sentence").ShouldNotBe(Text(otherwise["now"]!, "sentence"));
        Text(otherwise, "cause").ShouldBe("correction");
        (await journey.GetAsync($"children/{child}/facts/{Guid.NewGuid()}/knowledge")).Code.ShouldBe("fact-unknown");
    }

    private static IEnumerable<Guid> Facts(JsonNode list) => list.AsArray().Select(f => f!["fact"]!.GetValue<Guid>());

    private static decimal Number(JsonNode node, string member) => node[member]!.GetValue<decimal>();

    private static string Text(JsonNode node, string member) => node[member]!.GetValue<string>();

    private static object Allocation(string worker, string from) => new { from, worker, role = "allocatedSW", team = "North team", reason = "MANAGE" };

    private static async Task<Guid> InCareAsync(Served journey, string laChildId, string care = "2025-04-01")
    {
        foreach (var number in new[] { "SW10001", "SW10002", "SW10003" })
        {
            if ((await journey.GetAsync($"workers?called={number}")).Body["total"]!.GetValue<int>() == 0)
            {
                await journey.JoinAsync(number);
            }
        }

        var child = await journey.OpenAsync(laChildId, opened: "2024-03-01");
        await journey.RecordAsync($"children/{child}", "periods-of-care", 1, new { startOn = care, legalStatus = "V2", need = "N1" });
        return child;
    }
}
