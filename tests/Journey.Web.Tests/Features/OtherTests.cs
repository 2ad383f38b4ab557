using System.Net;
using System.Text.Json.Nodes;
using Journey.Web.Tests.Kit;

namespace Journey.Web.Tests.Features;

/// <summary>Records that are no child's, asked over HTTP.</summary>
public sealed class OtherTests(WebFixture fixture) : IClassFixture<WebFixture>
{
    private static readonly string[] Others = ["Another team"];

    [Theory]
    [InlineData("workers", "posts", """{ "number": "SW10001", "kind": "permanent", "fte": 1.0, "role": "caseHolder", "startOn": "2024-09-01" }""", "SW10001", "in-post")]
    [InlineData("teams", "team-foundations", """{ "called": "North", "members": ["SW10001"], "agencies": ["Example Police"], "on": "2024-09-01" }""", "North", "team")]
    [InlineData("agencies", "footprints", """{ "agency": "Example Trust", "kind": "trust", "areas": ["North", "South"], "from": "2024-09-01" }""", "Example Trust", "agency-footprint")]
    public async Task Each_is_found_by_what_it_is_called_and_has_a_state_and_a_history_at_both_clocks(string kind, string noun, string fact, string called, string lane)
    {
        await using var journey = await fixture.ServeAsync(2025, 3, 1);
        var record = Guid.CreateVersion7();
        await journey.RecordAsync($"{kind}/{record}", noun, 0, JsonNode.Parse(fact)!, "manager");
        journey.ItIs(2025, 4, 1);

        var found = (await journey.GetAsync($"{kind}?called={called}&validAt=2025-03-15")).Body["items"]!.AsArray().ShouldHaveSingleItem()!;
        found["record"]!.GetValue<Guid>().ShouldBe(record);
        found["isThere"]!.GetValue<bool>().ShouldBeTrue();
        (await journey.GetAsync($"{kind}?called={called}&validAt=2024-08-31")).Body["items"]!.AsArray().ShouldHaveSingleItem()!["isThere"]!.GetValue<bool>().ShouldBeFalse();
        (await journey.GetAsync($"{kind}?called={called}&validAt=2025-02-15&knownAt=2025-02-28")).Body["total"]!.GetValue<int>().ShouldBe(0);
        (await journey.GetAsync($"{kind}?called=Nobody")).Body["total"]!.GetValue<int>().ShouldBe(0);

        var state = await journey.GetAsync($"{kind}/{record}?validAt=2025-03-15");
        state.Body["lanes"]!.AsArray().ShouldContain(l => l!["lane"]!.GetValue<string>() == lane && l["values"]!.AsArray().Count == 1, state.Text);
        (await journey.GetAsync($"{kind}/{record}?validAt=2025-02-15&knownAt=2025-02-28")).Status.ShouldBe(HttpStatusCode.NotFound);

        var history = await journey.GetAsync($"{kind}/{record}/history");
        history.Body["items"]!.AsArray().ShouldHaveSingleItem()!["sentence"]!.GetValue<string>().ShouldContain("2024");
        (await journey.GetAsync($"{kind}/{record}/history?knownAt=2025-02-28&validAt=2025-02-15")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await journey.GetAsync($"{(kind == "teams" ? "agencies" : "teams")}/{record}/history")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await journey.GetAsync($"children/{record}/history")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_supervision_names_no_child_that_the_reader_may_not_see()
    {
        await using var journey = await fixture.ServeAsync(2025, 6, 1);
        await journey.JoinAsync("SW10009");
        var (shown, hidden, worker) = (await journey.OpenAsync("JRN0000001"), await journey.OpenAsync("JRN0000002"), Guid.CreateVersion7());
        await journey.RecordAsync($"workers/{worker}", "posts", 0, new { number = "SW10001", kind = "permanent", fte = 1.0, role = "caseHolder", startOn = "2024-09-01" }, "manager");
        await journey.RecordAsync($"workers/{worker}", "supervisions", 1, new { supervisor = "SW10009", casesDiscussed = new[] { shown }, reflective = true, on = "2025-05-20" }, "manager");
        await journey.RecordAsync($"workers/{worker}", "supervisions", 2, new { supervisor = "SW10009", casesDiscussed = new[] { shown, hidden }, reflective = true, on = "2025-05-27" }, "manager");
        await journey.RecordAsync($"children/{hidden}", "restrictions", 1, new { reason = "staffChild", allowedTeams = Others, decidedBy = "A. Manager", from = "2025-05-01" }, "manager");

        var seen = (await journey.GetAsync($"workers/{worker}/history")).Body["items"]!.AsArray();
        seen.Count.ShouldBe(3);
        seen[1]!["value"]!["casesDiscussed"]![0]!.GetValue<Guid>().ShouldBe(shown);
        seen[2]!["value"].ShouldBeNull();
        seen[2]!["sentence"]!.GetValue<string>().ShouldContain("2 cases");
        (await journey.GetAsync($"workers/{worker}/history")).Text.ShouldNotContain(hidden.ToString());
        (await journey.GetAsync($"workers/{worker}/history", "manager; clearance=restricted")).Text.ShouldContain(hidden.ToString());
    }
}
