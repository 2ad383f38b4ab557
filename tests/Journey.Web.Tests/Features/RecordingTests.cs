using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Journey.Web.Tests.Kit;
using Npgsql;

namespace Journey.Web.Tests.Features;

/// <summary>Recording, correcting and withdrawing over HTTP.</summary>
public sealed class RecordingTests(WebFixture fixture) : IClassFixture<WebFixture>
{
    private static readonly string[] Members = ["SW10001"];

    private static readonly string[] Areas = ["E09000027"];

    private static readonly object Ethnicity = new { code = "WBRI", from = "2025-06-01" };

    [Fact]
    public async Task An_act_without_the_version_it_was_decided_on_is_refused()
    {
        await using var journey = await fixture.ServeAsync(2025, 6, 1);
        var child = await journey.OpenAsync("JRN0000001");

        var heard = await journey.PostAsync(
            $"children/{child}/ethnicities", new { factId = Guid.CreateVersion7(), eventId = Guid.CreateVersion7(), fact = Ethnicity });

        heard.Status.ShouldBe(HttpStatusCode.BadRequest);
        heard.Code.ShouldBe("expected-version-missing");
    }

    [Fact]
    public async Task An_act_on_a_version_that_has_passed_is_refused_with_the_current_one()
    {
        await using var journey = await fixture.ServeAsync(2025, 6, 1);
        var child = await journey.OpenAsync("JRN0000001");
        await journey.RecordAsync($"children/{child}", "ethnicities", 1, Ethnicity);

        var heard = await journey.RecordRawAsync($"children/{child}/ethnicities", 1, new { code = "WIRI", from = "2025-06-01" });

        heard.Status.ShouldBe(HttpStatusCode.PreconditionFailed);
        heard.Code.ShouldBe("version-stale");
        heard.Body["currentVersion"]!.GetValue<long>().ShouldBe(2);
    }

    [Fact]
    public async Task The_same_act_sent_twice_is_one_act_and_answers_the_same()
    {
        await using var journey = await fixture.ServeAsync(2025, 6, 1);
        var child = await journey.OpenAsync("JRN0000001");
        var body = new { factId = Guid.CreateVersion7(), eventId = Guid.CreateVersion7(), expectedVersion = 1, fact = Ethnicity };

        var first = await journey.PostAsync($"children/{child}/ethnicities", body);
        journey.ItIs(2025, 6, 5);
        await journey.RecordAsync($"children/{child}", "genders", 2, new { gender = "Boy", from = "2025-06-01" });
        var again = await journey.PostAsync($"children/{child}/ethnicities", body);

        first.Status.ShouldBe(HttpStatusCode.Created, first.Text);
        again.Status.ShouldBe(HttpStatusCode.OK, again.Text);
        again.Text.ShouldBe(first.Text);
        (await journey.GetAsync($"children/{child}/history")).Body["total"]!.GetValue<int>().ShouldBe(3);
    }

    [Fact]
    public async Task An_event_id_that_said_something_else_of_the_same_record_is_no_act_done_before()
    {
        await using var journey = await fixture.ServeAsync(2025, 6, 1);
        var child = await journey.OpenAsync("JRN0000001");
        var (factId, eventId) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        (await journey.PostAsync($"children/{child}/ethnicities", new { factId, eventId, expectedVersion = 1, fact = Ethnicity })).Status.ShouldBe(HttpStatusCode.Created);

        var other = await journey.PostAsync(
            $"children/{child}/ethnicities", new { factId, eventId, expectedVersion = 2, fact = new { code = "WIRI", from = "2025-06-01" } });

        other.Status.ShouldBe(HttpStatusCode.Conflict);
        other.Code.ShouldBe("event-id-used");
    }

    [Theory]
    [InlineData("""{ "code": null, "from": "2025-06-01" }""")]
    [InlineData("null")]
    [InlineData("""{ "code": "\ud800", "from": "2025-06-01" }""")]
    [InlineData("""{ "code": "WBRI", "code": "WIRI", "from": "2025-06-01" }""")]
    public async Task A_fact_with_a_hole_in_it_is_not_read(string fact)
    {
        var journey = await fixture.SharedAsync();
        using var content = new StringContent(
            $$"""{ "factId": "{{Guid.CreateVersion7()}}", "eventId": "{{Guid.CreateVersion7()}}", "expectedVersion": 1, "fact": {{fact}} }""",
            new MediaTypeHeaderValue("application/json"));
        using var client = journey.Host.Server.CreateClient();
        client.DefaultRequestHeaders.Add("Journey-Persona", "practitioner");

        var answer = await client.PostAsync($"/authorities/{journey.Authority}/children/{Guid.CreateVersion7()}/ethnicities", content, WebFixture.Cancelled);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        JsonNode.Parse(await answer.Content.ReadAsStringAsync(WebFixture.Cancelled))!["code"]!.GetValue<string>().ShouldBe("body-unreadable");
    }

    [Fact]
    public async Task Nulls_in_lists_and_characters_that_cannot_be_kept_are_problems_and_no_faults()
    {
        await using var journey = await fixture.ServeAsync(2025, 6, 1);
        var child = await journey.OpenAsync("JRN0000001");

        (await journey.PostAsync($"children/{child}/acts", new { expectedVersion = 1, acts = new object?[] { null } })).Code.ShouldBe("body-unreadable");
        (await journey.RecordRawAsync($"children/{child}/disabilities", 1, new { codes = new string?[] { null }, from = "2025-06-01" })).Code.ShouldBe("body-unreadable");
        (await journey.RecordRawAsync(
            $"children/{child}/addresses", 1, new { kind = "home", lines = "1 Example\0 Street", confidential = false, from = "2025-06-01" })).Code.ShouldBe("text-unreadable");
        (await journey.GetAsync($"children/{child}")).Version.ShouldBe(1);
    }

    [Fact]
    public async Task A_row_stored_before_its_fact_changed_shape_is_shown_in_todays_shape()
    {
        await using var journey = await fixture.ServeAsync(2025, 11, 1);
        await journey.JoinAsync("SW10001");
        var child = await journey.OpenAsync("JRN0000001");
        var allocation = await journey.RecordAsync(
            $"children/{child}", "allocations", 1, new { from = "2025-06-11", worker = "SW10001", role = "allocatedSW", reason = "FCONTA" });
        await journey.RecordAsync($"children/{child}", "allocation-ends", 2, new { allocation, to = "2025-10-01", reason = "MANAGE" });
        await using (var source = NpgsqlDataSource.Create(journey.ConnectionString))
        {
            await using var old = source.CreateCommand(
                "update journey.mt_events set type = 'worker_deallocated.v1', data = data #- '{fact,reason}' where stream_id = $1 and type = 'worker_deallocated.v2'");
            old.Parameters.AddWithValue(child);
            (await old.ExecuteNonQueryAsync(WebFixture.Cancelled)).ShouldBe(1);
        }

        (await journey.SocialWorkerAsync(child, "validAt=2025-09-30")).ShouldBe("SW10001");
        (await journey.SocialWorkerAsync(child, "validAt=2025-10-01")).ShouldBeNull();
        var entry = (await journey.GetAsync($"children/{child}/history")).Body["items"]!.AsArray()[^1]!;
        entry["noun"]!.GetValue<string>().ShouldBe("allocation-ends");
        JsonNode.DeepEquals(entry["value"], JsonNode.Parse($$"""{ "allocation": "{{allocation}}", "to": "2025-10-01" }""")).ShouldBeTrue(entry.ToJsonString());
    }

    [Fact]
    public async Task An_event_id_used_for_something_else_is_refused()
    {
        await using var journey = await fixture.ServeAsync(2025, 6, 1);
        var (one, other) = (await journey.OpenAsync("JRN0000001"), await journey.OpenAsync("JRN0000002"));
        var body = new { factId = Guid.CreateVersion7(), eventId = Guid.CreateVersion7(), expectedVersion = 1, fact = Ethnicity };
        await journey.PostAsync($"children/{one}/ethnicities", body);

        (await journey.PostAsync($"children/{other}/ethnicities", body)).Code.ShouldBe("event-id-used");
    }

    [Theory]
    [InlineData("{", "body-unreadable")]
    [InlineData("[]", "body-unreadable")]
    [InlineData("""{"expectedVersion":1}""", "body-unreadable")]
    [InlineData("""{"expectedVersion":1,"factId":"019a0000-0000-7000-8000-000000000001","eventId":"019a0000-0000-7000-8000-000000000002","fact":{"code":"WBRI"}}""", "body-unreadable")]
    [InlineData("""{"expectedVersion":1,"factId":"019a0000-0000-7000-8000-000000000001","eventId":"019a0000-0000-7000-8000-000000000002","fact":{"code":"WBRI","from":"2025-06-01","until":"x"}}""", "body-unreadable")]
    public async Task A_body_that_cannot_be_read_is_refused_without_repeating_what_was_sent(string text, string code)
    {
        await using var journey = await fixture.ServeAsync(2025, 6, 1);
        var child = await journey.OpenAsync("JRN0000001");
        using var client = journey.Host.Server.CreateClient();
        client.DefaultRequestHeaders.Add("Journey-Persona", "practitioner");

        var response = await client.PostAsync(
            new Uri($"/authorities/{journey.Authority}/children/{child}/ethnicities", UriKind.Relative),
            new StringContent(text, System.Text.Encoding.UTF8, "application/json"),
            WebFixture.Cancelled);

        var body = await response.Content.ReadAsStringAsync(WebFixture.Cancelled);
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest, body);
        JsonNode.Parse(body)!["code"]!.GetValue<string>().ShouldBe(code);
        body.ShouldNotContain("WBRI");
    }

    [Fact]
    public async Task A_rule_that_is_broken_refuses_with_its_code_and_its_own_sentence()
    {
        await using var journey = await fixture.ServeAsync(2025, 6, 1);
        await journey.OpenAsync("JRN0000001");
        var child = await journey.OpenAsync("JRN0000002");

        var taken = await journey.PostAsync("children", new
        {
            child = Guid.CreateVersion7(),
            factId = Guid.CreateVersion7(),
            eventId = Guid.CreateVersion7(),
            expectedVersion = 0,
            fact = new { laChildId = "JRN0000001", dateOfBirth = "2014-05-05", sex = "M", openedBecause = "Referred", openedOn = "2025-05-12" },
        });
        var unknown = await journey.RecordRawAsync($"children/{child}/ethnicities", 1, new { code = "????", from = "2025-06-01" });

        taken.Status.ShouldBe(HttpStatusCode.UnprocessableEntity, taken.Text);
        taken.Body["refusals"]!.AsArray().Select(r => r!["code"]!.GetValue<string>()).ShouldBe(["8510"]);
        taken.Body["refusals"]![0]!["sentence"]!.GetValue<string>().ShouldContain("already belongs");
        unknown.Status.ShouldBe(HttpStatusCode.UnprocessableEntity, unknown.Text);
    }

    [Fact]
    public async Task Acts_that_belong_together_are_recorded_together_or_not_at_all()
    {
        await using var journey = await fixture.ServeAsync(2025, 6, 1);
        var child = await journey.OpenAsync("JRN0000001");
        object Step(object fact) => new { eventId = Guid.CreateVersion7(), factId = Guid.CreateVersion7(), fact };
        object Care(string status) => Step(new { fact = "periods-of-care", startOn = "2025-05-20", legalStatus = status, need = "N1" });
        var placement = Step(new
        {
            startOn = "2025-05-20",
            type = "U6",
            provider = "PR1",
            urn = "SC000002",
            postcode = "ZZ9 9ZZ",
            homePostcode = "ZZ1 1AA",
            fact = "placements",
        });

        var refused = await journey.PostAsync($"children/{child}/acts", new { expectedVersion = 1, acts = new[] { Care("??"), placement } });
        var done = await journey.PostAsync($"children/{child}/acts", new { expectedVersion = 1, acts = new[] { Care("V2"), placement } });

        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity, refused.Text);
        done.Status.ShouldBe(HttpStatusCode.Created, done.Text);
        done.Version.ShouldBe(3);
        (await journey.GetAsync($"children/{child}")).Body["lookedAfter"]!["byEpisodes"]!.GetValue<bool>().ShouldBeTrue();
        var looked = await journey.GetAsync("looked-after");
        looked.Body["items"]!.AsArray().ShouldHaveSingleItem()!["laChildIds"]![0]!.GetValue<string>().ShouldBe("JRN0000001");
    }

    [Fact]
    public async Task The_history_comes_in_pages_of_one_viewpoint_with_nothing_left_off()
    {
        await using var journey = await fixture.ServeAsync(2025, 6, 1);
        var child = await journey.OpenAsync("JRN0000001");
        var wrong = await journey.RecordAsync($"children/{child}", "genders", 1, new { gender = "Boy", from = "2025-06-01" });
        var mistyped = await journey.RecordAsync($"children/{child}", "ethnicities", 2, Ethnicity);
        await journey.PostAsync($"children/{child}/facts/{wrong}/withdrawal", new { eventId = Guid.CreateVersion7(), expectedVersion = 3, code = "wrong-child", reason = "Of another child." });
        var corrected = await journey.PutAsync($"children/{child}/ethnicities/{mistyped}", new
        {
            eventId = Guid.CreateVersion7(),
            expectedVersion = 4,
            code = "keying-error",
            reason = "Mistyped.",
            fact = new { code = "WIRI", from = "2025-05-12" },
        });
        corrected.Status.ShouldBe(HttpStatusCode.Created, corrected.Text);

        var versions = new List<long>();
        var marks = new Dictionary<long, string>();
        string? cursor = null;
        do
        {
            var page = await journey.GetAsync($"children/{child}/history?size=2{(cursor is null ? "" : $"&cursor={cursor}")}");
            page.Status.ShouldBe(HttpStatusCode.OK, page.Text);
            page.Body["total"]!.GetValue<int>().ShouldBe(5);
            foreach (var entry in page.Body["items"]!.AsArray())
            {
                var version = entry!["version"]!.GetValue<long>();
                versions.Add(version);
                marks.Add(version, $"{entry["kind"]} {(entry["isCorrected"]!.GetValue<bool>() ? "c" : "")}{(entry["isWithdrawn"]!.GetValue<bool>() ? "w" : "")}".Trim());
            }

            cursor = page.Body["next"]?.GetValue<string>();
            if (versions.Count == 2)
            {
                await journey.RecordAsync($"children/{child}", "genders", 5, new { gender = "Girl", from = "2025-06-01" });
            }
        }
        while (cursor is not null);

        versions.ShouldBe([1, 2, 3, 4, 5]);
        marks.Values.ShouldBe(["recorded", "recorded w", "recorded c", "withdrawn w", "corrected"]);
        (await journey.GetAsync($"children/{child}/history?cursor={cursor ?? "eA"}")).Code.ShouldBe("cursor-unknown");
    }

    [Fact]
    public async Task Teams_and_agencies_have_records_of_their_own()
    {
        await using var journey = await fixture.ServeAsync(2025, 6, 1);
        var (team, child) = (Guid.CreateVersion7(), await journey.OpenAsync("JRN0000001"));
        var formed = new { called = "Assessment North", members = Members, agencies = Array.Empty<string>(), on = "2025-04-01" };
        var vacancy = new { post = "N-014", fte = 1.0, coveredByAgency = false, on = "2025-05-01" };

        (await journey.RecordRawAsync($"teams/{team}/vacancies", 0, vacancy, "manager")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await journey.RecordAsync($"teams/{team}", "team-foundations", 0, formed, "manager");
        await journey.RecordAsync($"teams/{team}", "vacancies", 1, vacancy, "manager");
        await journey.RecordAsync(
            $"agencies/{Guid.CreateVersion7()}", "footprints", 0,
            new { agency = "Example Health Trust", kind = "trust", areas = Areas, from = "2024-04-01" }, "manager");

        (await journey.RecordRawAsync($"teams/{child}/team-foundations", 1, formed, "manager")).Code.ShouldBe("record-unknown");
    }
}
