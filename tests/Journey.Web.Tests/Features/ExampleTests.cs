using System.Net;
using Journey.Web.Tests.Kit;

namespace Journey.Web.Tests.Features;

/// <summary>Worked examples of the field, recorded live and asked over HTTP.</summary>
public sealed class ExampleTests(WebFixture fixture) : IClassFixture<WebFixture>
{
    [Fact]
    public async Task E4_A_then_B_then_A_again_are_two_workers_and_two_changes()
    {
        await using var journey = await fixture.ServeAsync(2026, 4, 1);
        var child = await InCareAsync(journey);
        await AllocateAsync(journey, child, 4, "SW10001", "2025-04-01");
        await AllocateAsync(journey, child, 5, "SW10002", "2025-06-01");
        await AllocateAsync(journey, child, 6, "SW10001", "2025-09-01");

        (await ValueAsync(journey, "M6", child)).ShouldBe(2);
        (await ValueAsync(journey, "M7", child)).ShouldBe(2);
        (await ValueAsync(journey, "M8", child)).ShouldBe(0);
    }

    [Fact]
    public async Task E5_fourteen_days_without_a_social_worker()
    {
        await using var journey = await fixture.ServeAsync(2026, 4, 1);
        var child = await InCareAsync(journey);
        var first = await AllocateAsync(journey, child, 4, "SW10001", "2025-04-01");
        await journey.RecordAsync($"children/{child}", "allocation-ends", 5, new { allocation = first, to = "2025-05-10" });
        await AllocateAsync(journey, child, 6, "SW10002", "2025-05-24");

        (await ValueAsync(journey, "M8", child)).ShouldBe(14);
        (await journey.GetAsync("unallocated?validAt=2025-05-23")).Body["items"]!.AsArray()
            .ShouldHaveSingleItem()!["lastWorker"]!.GetValue<string>().ShouldBe("SW10001");
        (await journey.GetAsync("unallocated?validAt=2025-05-24")).Body["total"]!.GetValue<int>().ShouldBe(0);
        (await journey.GetAsync("caseload/SW10002?validAt=2025-05-24")).Body["total"]!.GetValue<int>().ShouldBe(1);
        (await journey.GetAsync("caseload?validAt=2025-05-09")).Body["items"]!.AsArray().ShouldHaveSingleItem()!["children"]!.GetValue<int>().ShouldBe(1);
    }

    [Fact]
    public async Task E18_a_handover_recorded_late_is_known_late()
    {
        await using var journey = await fixture.ServeAsync(2026, 1, 2);
        await journey.JoinAsync("SW10001");
        await journey.JoinAsync("SW10002");
        var child = await journey.OpenAsync("JRN0000001");
        await AllocateAsync(journey, child, 1, "SW10001", "2026-01-01");
        journey.ItIs(2026, 4, 2);
        var handover = await AllocateAsync(journey, child, 2, "SW10002", "2026-03-01");
        journey.ItIs(2026, 4, 10);

        (await journey.SocialWorkerAsync(child, "validAt=2026-03-03&knownAt=2026-03-10")).ShouldBe("SW10001");
        (await journey.SocialWorkerAsync(child, "validAt=2026-03-03&knownAt=2026-04-02")).ShouldBe("SW10002");
        (await journey.GetAsync("caseload/SW10001?validAt=2026-03-03&knownAt=2026-03-10")).Body["total"]!.GetValue<int>().ShouldBe(1);
        (await journey.GetAsync("caseload/SW10001?validAt=2026-03-03")).Body["total"]!.GetValue<int>().ShouldBe(0);

        var late = (await journey.GetAsync($"lateness/children/{child}?knownFrom=2026-04-01&knownTo=2026-05-01")).Body["items"]!.AsArray().ShouldHaveSingleItem()!;
        late["factId"]!.GetValue<Guid>().ShouldBe(handover);
        late["days"]!.GetValue<int>().ShouldBe(32);
        var kinds = (await journey.GetAsync("lateness?knownFrom=2026-04-01&knownTo=2026-05-01")).Body["kinds"]!.AsArray();
        kinds.ShouldHaveSingleItem()!["medianDays"]!.GetValue<decimal>().ShouldBe(32);
        (await journey.GetAsync("lateness/facts?knownFrom=2026-04-01&knownTo=2026-05-01")).Body["total"]!.GetValue<int>().ShouldBe(1);

        var comparison = await journey.GetAsync($"children/{child}/comparison?validAt=2026-03-03&knownAt=2026-03-10&otherValidAt=2026-03-03");
        var lane = comparison.Body["lanes"]!.AsArray().Single(l => l!["lane"]!.GetValue<string>() == "social-worker")!;
        lane["here"]![0]!["value"]!["worker"]!.GetValue<string>().ShouldBe("SW10001");
        lane["there"]![0]!["value"]!["worker"]!.GetValue<string>().ShouldBe("SW10002");
        comparison.Body["knownBetween"]!.AsArray().ShouldHaveSingleItem()!["fact"]!.GetValue<Guid>().ShouldBe(handover);
    }

    [Fact]
    public async Task E19_a_corrected_date_of_birth_changes_the_age_only_from_when_it_was_known()
    {
        await using var journey = await fixture.ServeAsync(2025, 6, 1);
        var opening = Guid.CreateVersion7();
        var child = await journey.OpenAsync("JRN0000001", opening);
        journey.ItIs(2026, 2, 1);
        var corrected = await journey.PutAsync($"children/{child}/openings/{opening}", new
        {
            eventId = Guid.CreateVersion7(),
            expectedVersion = 1,
            code = "keying-error",
            reason = "The birth certificate says 2013.",
            fact = new
            {
                laChildId = "JRN0000001",
                firstNames = "Robin",
                lastName = "Ashdown",
                dateOfBirth = "2013-05-05",
                sex = "M",
                openedBecause = "Referred by a school",
                openedOn = "2025-05-12",
            },
        });
        corrected.Status.ShouldBe(HttpStatusCode.Created, corrected.Text);
        journey.ItIs(2026, 3, 2);

        (await AgeAsync(journey, child, "2025-12-31")).ShouldBe(11);
        (await AgeAsync(journey, child, "2026-03-01")).ShouldBe(12);
    }

    [Fact]
    public async Task E21_missing_and_back_on_one_evening_is_one_row_that_ends_where_it_starts()
    {
        await using var journey = await fixture.ServeAsync(2026, 4, 1);
        var child = await InCareAsync(journey);
        var missing = await journey.RecordAsync($"children/{child}", "missing-episodes", 4, new { kind = "M", fromDate = "2025-10-14", fromTime = "21:00:00" });
        await journey.RecordAsync($"children/{child}", "missing-ends", 5, new { missing, returnedOn = "2025-10-14", returnedAt = "23:00:00", foundHow = "By police" });

        var rows = (await journey.GetAsync("returns/ssda903/2026/files/missing.csv?validAt=2026-03-31", "manager")).Text.TrimEnd().Split('\n').Select(r => r.TrimEnd('\r').Split(',')).ToList();
        rows.Count.ShouldBe(2);
        var (start, end) = (Array.IndexOf(rows[0], "MIS_START"), Array.IndexOf(rows[0], "MIS_END"));
        (rows[1][start], rows[1][end]).ShouldBe(("14/10/2025", "14/10/2025"));
        (await journey.GetAsync($"children/{child}/history")).Body["items"]!.AsArray()[^1]!["value"]!["returnedAt"]!.GetValue<string>().ShouldBe("23:00:00");
    }

    [Fact]
    public async Task E26_supported_accommodation_is_H5_in_one_return_and_K3_in_the_next_in_one_episode()
    {
        await using var journey = await fixture.ServeAsync(2026, 4, 1);
        var child = await journey.OpenAsync("JRN0000001", opened: "2023-01-10", born: "2007-05-05");
        await journey.RecordAsync($"children/{child}", "periods-of-care", 1, new { startOn = "2023-03-01", legalStatus = "V2", need = "N5" });
        await journey.RecordAsync($"children/{child}", "placements", 2, new { startOn = "2023-03-01", type = "H5", provider = "PR4", urn = "SC000004", postcode = "ZZ9 9ZZ", homePostcode = "ZZ1 1AA" });

        var (before, after) = (await EpisodesAsync(2023), await EpisodesAsync(2026));
        before["PLACE"].ShouldBe("H5");
        after["PLACE"].ShouldBe("K3");
        (after["DECOM"], after["RNE"]).ShouldBe((before["DECOM"], before["RNE"]));

        async Task<Dictionary<string, string>> EpisodesAsync(int year)
        {
            var heard = await journey.GetAsync($"returns/ssda903/{year}/files/episodes.csv?validAt={year}-03-31", "manager");
            var rows = heard.Text.TrimEnd().Split('\n').Select(r => r.TrimEnd('\r').Split(',')).ToList();
            rows.Count.ShouldBe(2, heard.Text);
            return rows[0].Zip(rows[1]).ToDictionary(c => c.First, c => c.Second);
        }
    }

    [Fact]
    public async Task E25_a_worker_who_is_not_in_post_is_not_allocated()
    {
        await using var journey = await fixture.ServeAsync(2025, 10, 1);
        await journey.JoinAsync("SW10001", "2025-09-01");
        var child = await journey.OpenAsync("JRN0000001");

        var refused = await journey.RecordRawAsync($"children/{child}/allocations", 1, Allocation("SW10001", "2025-08-15"));
        var unknown = await journey.RecordRawAsync($"children/{child}/allocations", 1, Allocation("SW99999", "2025-09-15"));

        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Body["refusals"]!.AsArray().ShouldHaveSingleItem()!["code"]!.GetValue<string>().ShouldBe("worker-not-in-post");
        unknown.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await AllocateAsync(journey, child, 1, "SW10001", "2025-09-15");
    }

    private static object Allocation(string worker, string from) => new { from, worker, role = "allocatedSW", team = "North team", reason = "MANAGE" };

    private static Task<Guid> AllocateAsync(Served journey, Guid child, long version, string worker, string from) =>
        journey.RecordAsync($"children/{child}", "allocations", version, Allocation(worker, from));

    private static async Task<Guid> InCareAsync(Served journey)
    {
        await journey.JoinAsync("SW10001");
        await journey.JoinAsync("SW10002");
        var child = await journey.OpenAsync("JRN0000001", opened: "2025-03-01");
        await journey.RecordAsync($"children/{child}", "periods-of-care", 1, new { startOn = "2025-04-01", legalStatus = "V2", need = "N1" });
        await journey.RecordAsync($"children/{child}", "placements", 2, new
        {
            startOn = "2025-04-01",
            type = "U6",
            provider = "PR1",
            urn = "SC000002",
            postcode = "ZZ9 9ZZ",
            homePostcode = "ZZ1 1AA",
        });
        await journey.RecordAsync($"children/{child}", "ethnicities", 3, new { code = "WBRI", from = "2025-04-01" });
        return child;
    }

    private static async Task<decimal> ValueAsync(Served journey, string code, Guid child)
    {
        var figure = await journey.GetAsync($"measures/{code}?year=2026&validAt=2026-03-31");
        figure.Status.ShouldBe(HttpStatusCode.OK, figure.Text);
        figure.Body["denominator"]!.GetValue<int>().ShouldBe(1);
        var cohort = (await journey.GetAsync($"measures/{code}/cohort?year=2026&validAt=2026-03-31")).Body["items"]!.AsArray().ShouldHaveSingleItem()!;
        var one = await journey.GetAsync($"measures/{code}/children/{child}?year=2026&validAt=2026-03-31");
        var item = one.Body["items"]!.AsArray().ShouldHaveSingleItem()!;
        item["value"]!.GetValue<decimal>().ShouldBe(cohort["value"]!.GetValue<decimal>());
        return item["value"]!.GetValue<decimal>();
    }

    private static async Task<int> AgeAsync(Served journey, Guid child, string known) =>
        (await journey.GetAsync($"children/{child}?validAt=2025-12-31&knownAt={known}")).Body["age"]!.GetValue<int>();
}
