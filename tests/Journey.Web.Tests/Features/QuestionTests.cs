using System.Net;
using System.Text.Json.Nodes;
using Journey.Web.Tests.Kit;

namespace Journey.Web.Tests.Features;

/// <summary>Named questions over HTTP: two points of knowledge, parameters, pages, and what a person may not see.</summary>
public sealed class QuestionTests(WebFixture fixture) : IClassFixture<WebFixture>
{
    [Fact]
    public async Task Every_question_is_listed_with_its_number_its_words_and_what_it_takes()
    {
        var journey = await fixture.SharedAsync();
        var questions = (await journey.GetAsync("questions")).Body["questions"]!.AsArray();
        questions.Select(q => q!["number"]!.GetValue<int>()).ShouldBeSubsetOf(Enumerable.Range(1, 36));
        questions.ShouldContain(q => Text(q!, "code") == "year-without" && Text(q!["parameters"]![0]!, "kind") == "id" && q["parameters"]![0]!["required"]!.GetValue<bool>());
        questions.Select(q => Text(q!, "scope")).Distinct().ShouldBe(["child", "many"], ignoreOrder: true);
        foreach (var question in questions)
        {
            var (code, isOfChild) = (Text(question!, "code"), Text(question!, "scope") == "child");
            (await journey.GetAsync(isOfChild ? $"questions/{code}" : $"children/{Guid.NewGuid()}/questions/{code}")).Code.ShouldBe("question-unknown");
        }
    }

    [Fact]
    public async Task The_worker_of_a_day_is_told_at_both_points_with_the_facts_behind_each_row()
    {
        await using var journey = await fixture.ServeAsync(2025, 3, 1);
        await journey.JoinAsync("SW10001");
        await journey.JoinAsync("SW10002");
        var child = await journey.OpenAsync("JRN0000001", opened: "2025-02-01");
        var first = await journey.RecordAsync($"children/{child}", "allocations", 1, Allocation("SW10001", "2025-02-01"));
        journey.ItIs(2025, 4, 2);
        var second = await journey.RecordAsync($"children/{child}", "allocations", 2, Allocation("SW10002", "2025-03-02"));
        journey.ItIs(2025, 4, 3);

        var ask = $"children/{child}/questions/worker-on-day?validAt=2025-03-03&knownAt=2025-03-10";
        var heard = await journey.GetAsync(ask);
        heard.Status.ShouldBe(HttpStatusCode.OK, heard.Text);
        heard.Body["items"]!.AsArray().Select(r => (Text(r!["cells"]!, "asKnown"), Text(r["cells"]!, "worker"), r["facts"]![0]!.GetValue<Guid>())).ShouldBe([("then", "SW10001", first), ("now", "SW10002", second)]);
        Text(heard.Body["other"]!, "validAt").ShouldBe("2025-03-03");
        heard.Body["columns"]!.AsArray().Select(c => c!.GetValue<string>()).ShouldContain("recordedAt");
        Text(heard.Body["question"]!, "code").ShouldBe("worker-on-day");

        // A page goes on at the point that the first was compared with, whatever is recorded between.
        var page = await journey.GetAsync($"{ask}&size=1");
        journey.ItIs(2025, 4, 4);
        await journey.RecordAsync($"children/{child}", "allocations", 3, Allocation("SW10001", "2025-03-03"));
        journey.ItIs(2025, 4, 5);
        var next = await journey.GetAsync($"{ask}&size=1&cursor={Text(page.Body, "next")}");
        Text(next.Body["items"]!.AsArray().ShouldHaveSingleItem()!["cells"]!, "worker").ShouldBe("SW10002");
        Text((await journey.GetAsync(ask)).Body["items"]![1]!["cells"]!, "worker").ShouldBe("SW10001");
        Text((await journey.GetAsync($"{ask}&otherBasis={Text(heard.Body["other"]!, "token")}")).Body["items"]![1]!["cells"]!, "worker").ShouldBe("SW10002");
        Text((await journey.GetAsync($"{ask}&otherKnownAt=2025-03-20")).Body["items"]![1]!["cells"]!, "worker").ShouldBe("SW10001");
        (await journey.GetAsync($"{ask.Replace("knownAt=2025-03-10", "knownAt=2025-04-03", StringComparison.Ordinal)}&otherKnownAt=2025-03-09")).Code.ShouldBe("knowledge-inverted");
        var logged = (await journey.GetAsync($"access-log?child={child}", "auditor")).Body["items"]![0]!;
        Text(logged, "question").ShouldStartWith("question worker-on-day");
    }

    [Fact]
    public async Task Parameters_are_those_of_the_question_and_are_read_before_it_is_asked()
    {
        await using var journey = await fixture.ServeAsync(2025, 6, 1);
        var child = await journey.OpenAsync("JRN0000001");
        var at = $"children/{child}/questions";
        (await journey.GetAsync($"{at}/year-without")).Code.ShouldBe("parameter-missing");
        (await journey.GetAsync($"{at}/year-without?fact=x")).Code.ShouldBe("parameter-unreadable");
        (await journey.GetAsync($"{at}/year-without?fact={Guid.NewGuid()}&days=3")).Code.ShouldBe("parameter-unknown");
        (await journey.GetAsync($"{at}/worker-on-day?knownat2=2025-01-01")).Code.ShouldBe("parameter-unknown");
        (await journey.GetAsync($"{at}/year-without?fact={Guid.NewGuid()}")).Status.ShouldBe(HttpStatusCode.OK);
        (await journey.GetAsync($"{at}/nothing?fact=x")).Code.ShouldBe("question-unknown");
        (await journey.GetAsync($"children/{Guid.NewGuid()}/questions/replay")).Code.ShouldBe("child-unknown");
        (await journey.GetAsync($"{at}/address-on-day?validAt=9999-12-31")).Status.ShouldBe(HttpStatusCode.OK);
        (await journey.GetAsync($"{at}/plan-on-move?validAt=0001-01-01&days=999999")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_confidential_address_is_masked_in_every_answer_and_a_restricted_child_is_not_found()
    {
        await using var journey = await fixture.ServeAsync(2025, 6, 1);
        var child = await journey.OpenAsync("JRN0000001");
        var home = await journey.RecordAsync($"children/{child}", "addresses", 1, Address(confidential: false));
        journey.ItIs(2025, 6, 10);
        await journey.PutAsync($"children/{child}/addresses/{home}", new
        {
            eventId = Guid.CreateVersion7(),
            expectedVersion = 2,
            code = "risk",
            reason = "In danger at 1 Example Street.",
            fact = Address(confidential: true),
        });
        string[] codes = ["address-on-day", "replay", "recorded-before", "subject-access", "changed-between"];
        foreach (var code in codes)
        {
            var path = $"children/{child}/questions/{code}?validAt=2025-06-01&knownAt=2025-06-01";
            var heard = await journey.GetAsync(path);
            heard.Status.ShouldBe(HttpStatusCode.OK, heard.Text);
            heard.Body["total"]!.GetValue<int>().ShouldBeGreaterThan(0, code);
            heard.Text.ShouldNotContain("Example Street", Case.Insensitive, path);
            heard.Text.ShouldNotContain("ZZ1 1AA", Case.Insensitive, path);
        }

        (await journey.GetAsync($"children/{child}/questions/address-on-day?validAt=2025-06-01", "practitioner; clearance=restricted")).Text.ShouldContain("Example Street");
        await journey.RecordAsync($"children/{child}", "restrictions", 3, new { reason = "staffChild", allowedTeams = new[] { "Closed team" }, decidedBy = "A. Manager", from = "2025-06-10" }, "manager");
        (await journey.GetAsync($"children/{child}/questions/replay")).Code.ShouldBe("child-unknown");
        (await journey.GetAsync($"children/{child}/questions/replay", "practitioner; clearance=restricted")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_restricted_child_is_left_out_of_an_answer_over_everyone_and_counted()
    {
        await using var journey = await fixture.ServeAsync(2025, 6, 1);
        var (shown, hidden) = (await journey.OpenAsync("JRN0000001"), await journey.OpenAsync("JRN0000002"));
        foreach (var child in new[] { shown, hidden })
        {
            await journey.RecordAsync($"children/{child}", "contacts", 1, new { on = "2025-05-19", source = "2A", mode = "phone", summary = "Hungry.", issues = Array.Empty<string>() });
            await journey.RecordAsync($"children/{child}", "referrals", 2, new { on = "2025-05-20", source = "2A", contacts = Array.Empty<Guid>(), primaryNeed = "N1" });
        }

        await journey.RecordAsync($"children/{hidden}", "restrictions", 3, new { reason = "staffChild", allowedTeams = new[] { "Closed team" }, decidedBy = "A. Manager", from = "2025-05-25" }, "manager");
        var heard = await journey.GetAsync("questions/unallocated-then?validAt=2025-05-31");
        heard.Status.ShouldBe(HttpStatusCode.OK, heard.Text);
        heard.Body["items"]!.AsArray().Select(r => r!["child"]!.GetValue<Guid>()).ShouldBe([shown]);
        heard.Body["items"]![0]!["laChildIds"]![0]!.GetValue<string>().ShouldBe("JRN0000001");
        heard.Body["notShown"]!.GetValue<int>().ShouldBe(1);
        heard.Text.ShouldNotContain(hidden.ToString());
        (await journey.GetAsync("questions/unallocated-then?validAt=2025-05-31", "practitioner; clearance=restricted")).Body["total"]!.GetValue<int>().ShouldBe(2);
    }

    private static string Text(JsonNode node, string member) => node[member]!.GetValue<string>();

    private static object Allocation(string worker, string from) => new { from, worker, role = "allocatedSW", team = "North team", reason = "MANAGE" };

    private static object Address(bool confidential) =>
        new { kind = "home", lines = "1 Example Street", postcode = "ZZ1 1AA", laCode = "E09000027", confidential, from = "2025-05-12" };
}
