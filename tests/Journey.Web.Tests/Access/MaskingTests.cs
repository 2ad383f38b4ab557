using System.Net;
using Journey.Web.Tests.Kit;

namespace Journey.Web.Tests.Access;

/// <summary>What a person may see is decided by the record as it stands now, whatever viewpoint is asked.</summary>
public sealed class MaskingTests(WebFixture fixture) : IClassFixture<WebFixture>
{
    private static readonly string[] Teams = ["Safeguarding North"];

    [Fact]
    public async Task A_restriction_recorded_today_hides_the_child_at_every_viewpoint_and_counts_it_in_lists()
    {
        await using var journey = await fixture.ServeAsync(2025, 6, 1);
        var child = await journey.OpenAsync("JRN0000001");
        var other = await journey.OpenAsync("JRN0000002");
        var before = await journey.GetAsync($"children/{child}");

        journey.ItIs(2025, 6, 10);
        await RestrictAsync(journey, child, "2025-06-10");

        var unknown = await journey.GetAsync($"children/{Guid.NewGuid()}");
        foreach (var path in new[]
                 {
                     $"children/{child}", $"children/{child}?knownAt=2025-06-01&validAt=2025-06-01", $"children/{child}?basis={before.Token}",
                     $"children/{child}/history", $"children/{child}/lanes/birth", $"children/{child}/episodes", $"children/{child}/comparison",
                     $"measures/M1-carer/children/{child}", $"lateness/children/{child}",
                 })
        {
            var heard = await journey.GetAsync(path);
            heard.Status.ShouldBe(HttpStatusCode.NotFound, path);
            WithoutTrace(heard).ShouldBe(WithoutTrace(unknown), path);
        }

        foreach (var path in new[] { "children", "children?knownAt=2025-06-01" })
        {
            var list = await journey.GetAsync(path);
            list.Body["notShown"]!.GetValue<int>().ShouldBe(1, path);
            list.Text.ShouldNotContain(child.ToString());
            list.Text.ShouldContain(other.ToString());
        }

        var named = await journey.GetAsync("children?laChildId=JRN0000001");
        named.Body["notShown"]!.GetValue<int>().ShouldBe(0, "asking for one child is no list");
        named.Body["total"]!.GetValue<int>().ShouldBe(0);
        (await journey.RecordRawAsync($"children/{child}/ethnicities", 2, new { code = "WBRI", from = "2025-06-01" })).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_history_of_a_brother_does_not_name_a_restricted_child_who_shared_an_act()
    {
        await using var journey = await fixture.ServeAsync(2025, 6, 1);
        var (shown, hidden) = (await journey.OpenAsync("JRN0000001"), await journey.OpenAsync("JRN0000002"));
        object Of(Guid record) => new
        {
            record,
            expectedVersion = 1,
            acts = new[] { new { factId = Guid.CreateVersion7(), eventId = Guid.CreateVersion7(), fact = new { fact = "ethnicities", code = "WBRI", from = "2025-06-01" } } },
        };
        var together = await journey.PostAsync("acts", new { records = new[] { Of(shown), Of(hidden) } });
        together.Status.ShouldBe(HttpStatusCode.Created, together.Text);
        (await journey.GetAsync($"children/{shown}/history")).Text.ShouldContain(hidden.ToString());
        await RestrictAsync(journey, hidden, "2025-06-01", 2);

        foreach (var path in new[] { $"children/{shown}/history", $"children/{shown}/comparison?validAt=2025-05-20&knownAt=2025-05-20&otherValidAt=2025-06-01" })
        {
            (await journey.GetAsync(path)).Text.ShouldNotContain(hidden.ToString());
            (await journey.GetAsync(path, "practitioner; clearance=restricted")).Status.ShouldBe(HttpStatusCode.OK);
        }

        (await journey.GetAsync($"children/{shown}/history", "practitioner; clearance=restricted")).Text.ShouldContain(hidden.ToString());
    }

    [Fact]
    public async Task A_restricted_child_is_shown_to_the_team_it_names_and_to_those_cleared_for_it()
    {
        await using var journey = await fixture.ServeAsync(2025, 6, 1);
        var child = await journey.OpenAsync("JRN0000001");
        await RestrictAsync(journey, child, "2025-06-01");

        (await journey.GetAsync($"children/{child}", "practitioner; team=Safeguarding North")).Status.ShouldBe(HttpStatusCode.OK);
        (await journey.GetAsync($"children/{child}", "practitioner; clearance=restricted")).Status.ShouldBe(HttpStatusCode.OK);
        (await journey.GetAsync($"children/{child}", "manager; team=Safeguarding")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await journey.GetAsync("children", "practitioner; team=Safeguarding North")).Body["notShown"]!.GetValue<int>().ShouldBe(0);
    }

    [Fact]
    public async Task A_record_sealed_after_adoption_is_hidden_from_yesterday_too_and_open_only_to_those_cleared()
    {
        await using var journey = await fixture.ServeAsync(2025, 11, 20);
        var child = await journey.OpenAsync("JRN0000001");
        var record = $"children/{child}";
        var care = await journey.RecordAsync(record, "periods-of-care", 1, new { startOn = "2025-06-10", legalStatus = "E1", need = "N1" });
        await journey.RecordAsync(record, "period-of-care-ends", 2, new { periodOfCare = care, endOn = "2025-11-10", rec = "E12" });
        (await journey.GetAsync(record)).Status.ShouldBe(HttpStatusCode.OK);

        journey.ItIs(2025, 11, 21);
        await journey.RecordAsync(record, "sealings", 3, new { adoptionOrderOn = "2025-11-10" });

        foreach (var path in new[] { record, $"{record}?knownAt=2025-11-20&validAt=2025-07-01", $"{record}/history" })
        {
            (await journey.GetAsync(path, "practitioner; team=Safeguarding North")).Status.ShouldBe(HttpStatusCode.NotFound, path);
        }

        var list = await journey.GetAsync("looked-after?validAt=2025-07-01&knownAt=2025-11-20");
        (list.Body["total"]!.GetValue<int>(), list.Body["notShown"]!.GetValue<int>()).ShouldBe((0, 1));
        (await journey.GetAsync(record, "practitioner; clearance=restricted")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_restriction_that_begins_later_or_was_withdrawn_hides_nothing()
    {
        await using var journey = await fixture.ServeAsync(2025, 6, 1);
        var child = await journey.OpenAsync("JRN0000001");
        var restriction = await RestrictAsync(journey, child, "2025-06-01");

        var withdrawn = await journey.PostAsync(
            $"children/{child}/facts/{restriction}/withdrawal",
            new { eventId = Guid.CreateVersion7(), expectedVersion = 2, code = "wrong-child", reason = "Another child was meant." },
            "manager; clearance=restricted");

        withdrawn.Status.ShouldBe(HttpStatusCode.Created, withdrawn.Text);
        (await journey.GetAsync($"children/{child}")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_address_called_confidential_today_is_masked_at_yesterdays_viewpoint_wherever_it_stands()
    {
        await using var journey = await fixture.ServeAsync(2025, 6, 1);
        var child = await journey.OpenAsync("JRN0000001");
        var home = await journey.RecordAsync($"children/{child}", "addresses", 1, Address(confidential: false));
        await journey.RecordAsync($"children/{child}", "periods-of-care", 2, new { startOn = "2025-05-20", legalStatus = "V2", need = "N1" });
        await journey.RecordAsync($"children/{child}", "placements", 3, new
        {
            startOn = "2025-05-20",
            type = "U6",
            provider = "PR1",
            urn = "SC000002",
            postcode = "ZZ9 9ZZ",
            homePostcode = "ZZ1 1AA",
        });
        string[] paths =
        [
            $"children/{child}?knownAt=2025-06-01&validAt=2025-06-01", $"children/{child}/history?knownAt=2025-06-01",
            $"children/{child}/episodes?knownAt=2025-06-01", "episodes?knownAt=2025-06-01&validAt=2025-06-01", "looked-after?knownAt=2025-06-01&validAt=2025-06-01",
            $"children/{child}/lanes/placement?knownAt=2025-06-01", $"children/{child}/comparison?knownAt=2025-06-01&otherValidAt=2014-06-01",
        ];
        (await journey.GetAsync(paths[0])).Text.ShouldContain("Example Street");

        journey.ItIs(2025, 6, 10);
        var corrected = await journey.PutAsync($"children/{child}/addresses/{home}", new
        {
            eventId = Guid.CreateVersion7(),
            expectedVersion = 4,
            code = "risk",
            reason = "The family is in danger at 1 Example Street.",
            fact = Address(confidential: true),
        });
        corrected.Status.ShouldBe(HttpStatusCode.Created, corrected.Text);

        foreach (var path in paths)
        {
            var heard = await journey.GetAsync(path);
            heard.Status.ShouldBe(HttpStatusCode.OK, heard.Text);
            heard.Text.ShouldNotContain("ZZ1 1AA", Case.Insensitive, path);
            heard.Text.ShouldNotContain("Example Street", Case.Insensitive, path);
            heard.Text.ShouldContain("ZZ", Case.Sensitive, path);
        }

        (await journey.GetAsync(paths[0], "practitioner; clearance=restricted")).Text.ShouldContain("Example Street");
        var file = "returns/ssda903/2026/files/episodes.csv?knownAt=2025-06-01";
        (await journey.GetAsync(file, "manager")).Text.ShouldNotContain("ZZ1 1AA");
        (await journey.GetAsync(file, "manager")).Text.ShouldContain("ZZ9 9ZZ");
        (await journey.GetAsync(file, "manager; clearance=restricted")).Text.ShouldContain("ZZ1 1AA");
        (await journey.GetAsync("returns/ssda903/2026?knownAt=2025-06-01", "manager")).Body["flags"]!.AsArray()
            .ShouldContain(f => f!["code"]!.GetValue<string>() == "confidential");
        (await journey.GetAsync($"children/{child}/history")).Text.ShouldNotContain("Example Street", Case.Insensitive);
    }

    [Fact]
    public async Task Another_authority_is_not_found_rather_than_forbidden()
    {
        await using var journey = await fixture.ServeAsync(2025, 6, 1);
        var child = await journey.OpenAsync("JRN0000001");

        foreach (var path in new[] { "children", $"children/{child}", "looked-after", "measures/M1-carer", "caseload" })
        {
            var heard = await journey.GetAsync(path, "practitioner; authority=E00000001");
            heard.Status.ShouldBe(HttpStatusCode.NotFound, path);
            heard.Code.ShouldBe("authority-unknown");
        }

        (await journey.GetAsync("access-log", "auditor; authority=E00000001")).Code.ShouldBe("authority-unknown");
    }

    private static string WithoutTrace(Heard heard)
    {
        var body = heard.Body.AsObject();
        body.Remove("traceId");
        return body.ToJsonString();
    }

    private static object Address(bool confidential) =>
        new { kind = "home", lines = "1 Example Street", postcode = "ZZ1 1AA", laCode = "E09000027", confidential, from = "2025-05-12" };

    private static Task<Guid> RestrictAsync(Served journey, Guid child, string from, long version = 1) => journey.RecordAsync(
        $"children/{child}", "restrictions", version, new { reason = "staffChild", allowedTeams = Teams, decidedBy = "A. Manager", from }, "manager");
}
