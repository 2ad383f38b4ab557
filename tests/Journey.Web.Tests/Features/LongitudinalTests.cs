using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Journey.Web.Features.Longitudinal;
using Journey.Web.Hosting;
using Journey.Web.Tests.Kit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Journey.Web.Tests.Features;

/// <summary>Every event of every child, under pseudonyms, over HTTP.</summary>
public sealed class LongitudinalTests(WebFixture fixture) : IClassFixture<WebFixture>
{
    private static readonly string Key = Convert.ToBase64String([.. Enumerable.Range(1, 32).Select(i => (byte)i)]);

    private static readonly string[] Teams = ["North"];

    [Fact]
    public async Task It_tells_every_event_in_order_at_both_times_and_names_nobody()
    {
        await using var journey = await ServeAsync();
        var one = await journey.OpenAsync("JRN0000001", opened: "2025-01-01");
        var two = await journey.OpenAsync("JRN0000002", opened: "2025-01-01");
        var care = await journey.RecordAsync($"children/{one}", "periods-of-care", 1, new { startOn = "2025-06-10", legalStatus = "V2", need = "N1", entryReason = "Mother fell ill" });
        journey.ItIs(2025, 10, 3);
        await journey.RecordAsync($"children/{one}", "period-of-care-ends", 2, new { periodOfCare = care, endOn = "2025-09-01", rec = "E4A" });
        await journey.RecordAsync($"children/{two}", "partner-requests", 1, new
        {
            agency = "Example Health Trust",
            kind = "information",
            channel = "letter",
            ask = "Where does Robin Ashdown go to school",
            urgency = "routine",
            sentOn = "2025-09-20",
            dueOn = "2025-10-20",
        });

        var heard = await journey.GetAsync("longitudinal");
        heard.Status.ShouldBe(HttpStatusCode.OK);
        var events = heard.Body["items"]!.AsArray().Select(e => e!).ToList();
        events.Select(e => Text(e, "kind")).ShouldBe(["openings", "openings", "periods-of-care", "period-of-care-ends", "partner-requests"]);
        events.Select(e => e["position"]!.GetValue<long>()).ShouldBeInOrder();
        events.Select(e => Text(e, "child")).Distinct().Count().ShouldBe(2);
        Text(events[2], "child").ShouldBe(Text(events[0], "child"));
        (Text(events[2], "effectiveFrom"), events[2]["codes"]!["legalStatus"]![0]!.GetValue<string>()).ShouldBe(("2025-06-10", "V2"));
        events[3]["ends"]![0]!.GetValue<string>().ShouldBe(Text(events[2], "fact"));
        DateTimeOffset.Parse(Text(events[3], "knownAt"), CultureInfo.InvariantCulture).Date.ShouldBe(new DateTime(2025, 10, 3));
        events[0]["codes"].ShouldBeNull("who the child is has no place here");

        foreach (var told in new[] { "Robin", "Ashdown", "JRN000000", "Mother", "Example", "2014-05-05", one.ToString(), two.ToString(), care.ToString() })
        {
            heard.Text.ShouldNotContain(told, Case.Insensitive);
        }

        (await journey.GetAsync("longitudinal?knownAt=2025-06-15")).Body["total"]!.GetValue<int>().ShouldBe(3);
    }

    [Fact]
    public async Task A_correction_and_a_withdrawal_speak_of_the_fact_by_the_same_pseudonym()
    {
        await using var journey = await ServeAsync();
        var child = await journey.OpenAsync("JRN0000001", opened: "2025-01-01");
        var care = await journey.RecordAsync($"children/{child}", "periods-of-care", 1, new { startOn = "2025-06-10", legalStatus = "V2", need = "N1" });
        (await journey.PutAsync($"children/{child}/periods-of-care/{care}", new
        {
            eventId = Guid.CreateVersion7(),
            expectedVersion = 2,
            code = "mistake",
            reason = "Typed wrongly.",
            fact = new { startOn = "2025-06-09", legalStatus = "V2", need = "N1" },
        })).Status.ShouldBe(HttpStatusCode.Created);
        (await journey.PostAsync($"children/{child}/facts/{care}/withdrawal", new { eventId = Guid.CreateVersion7(), expectedVersion = 3, code = "mistake", reason = "Of another child." }))
            .Status.ShouldBe(HttpStatusCode.Created);

        var events = (await journey.GetAsync("longitudinal")).Body["items"]!.AsArray().Skip(1).Select(e => e!).ToList();
        events.Select(e => Text(e, "verb")).ShouldBe(["recorded", "corrected", "withdrawn"]);
        events.Select(e => Text(e, "fact")).Distinct().Count().ShouldBe(1);
        Text(events[1], "effectiveFrom").ShouldBe("2025-06-09");
    }

    [Fact]
    public async Task Its_pages_are_one_export_and_another_basis_has_other_pseudonyms()
    {
        await using var journey = await ServeAsync();
        var child = await journey.OpenAsync("JRN0000001", opened: "2025-01-01");
        await journey.RecordAsync($"children/{child}", "periods-of-care", 1, new { startOn = "2025-06-10", legalStatus = "V2", need = "N1" });
        var whole = (await journey.GetAsync("longitudinal")).Body;

        var first = (await journey.GetAsync("longitudinal?size=1")).Body;
        await journey.OpenAsync("JRN0000002", opened: "2025-01-01");
        var second = (await journey.GetAsync($"longitudinal?size=1&cursor={first["next"]}")).Body;
        JsonNode.DeepEquals(new JsonArray(first["items"]![0]!.DeepClone(), second["items"]![0]!.DeepClone()), whole["items"]).ShouldBeTrue();
        second["next"].ShouldBeNull();

        var later = (await journey.GetAsync("longitudinal")).Body;
        later["total"]!.GetValue<int>().ShouldBe(3);
        Text(later["items"]![0]!, "child").ShouldNotBe(Text(whole["items"]![0]!, "child"));
    }

    [Fact]
    public async Task Hidden_children_are_left_out_with_all_their_events_and_counted()
    {
        await using var journey = await ServeAsync();
        var open = await journey.OpenAsync("JRN0000001", opened: "2025-01-01");
        var closed = await journey.OpenAsync("JRN0000002", opened: "2025-01-01");
        await journey.RecordAsync($"children/{closed}", "restrictions", 1, new { reason = "staffChild", allowedTeams = Teams, decidedBy = "A. Manager", from = "2025-06-10" }, "manager");
        await journey.RecordAsync($"children/{open}", "periods-of-care", 1, new { startOn = "2025-06-10", legalStatus = "V2", need = "N1" });

        var seen = (await journey.GetAsync("longitudinal")).Body;
        (seen["total"]!.GetValue<int>(), seen["notShown"]!.GetValue<int>()).ShouldBe((2, 1));
        var cleared = (await journey.GetAsync("longitudinal", "manager; clearance=restricted")).Body;
        (cleared["total"]!.GetValue<int>(), cleared["notShown"]!.GetValue<int>()).ShouldBe((4, 0));
    }

    [Fact]
    public async Task Without_a_key_there_is_none_and_a_short_key_stops_the_start()
    {
        await using var journey = await fixture.ServeAsync(2025, 9, 30);
        var refused = await journey.GetAsync("longitudinal");
        (refused.Status, refused.Code).ShouldBe((HttpStatusCode.NotFound, "pseudonyms-off"));
        (await journey.GetAsync("longitudinal", "outsider")).Status.ShouldBe(HttpStatusCode.Forbidden);
        Should.Throw<SettingException>(() => Read("c2hvcnQ=")).Message.ShouldContain("Longitudinal:Key");
        Should.Throw<SettingException>(() => Read("not a key"));
    }

    private static Pseudonyms Read(string key) =>
        Pseudonyms.Read(new ConfigurationBuilder().AddInMemoryCollection([new(Pseudonyms.Setting, key)]).Build());

    private static string Text(JsonNode node, string member) => node[member]?.GetValue<string>() ?? "";

    private Task<Served> ServeAsync() => fixture.ServeAsync(2025, 6, 14, services => services.AddSingleton(Read(Key)));
}
