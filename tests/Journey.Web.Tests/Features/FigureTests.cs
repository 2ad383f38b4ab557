using System.Net;
using System.Text.Json.Nodes;
using Journey.Web.Tests.Kit;

namespace Journey.Web.Tests.Features;

/// <summary>Figures in parts, in series and for readers from outside, the caseload board, and reports: over HTTP.</summary>
public sealed class FigureTests(WebFixture fixture) : IClassFixture<WebFixture>
{
    [Fact]
    public async Task A_breakdown_adds_up_to_its_whole_and_a_series_ends_where_its_window_does()
    {
        await using var journey = await TeamsAsync();
        var by = await journey.GetAsync("measures/CLA31/breakdown?by=team&year=2026&validAt=2026-03-31");
        by.Status.ShouldBe(HttpStatusCode.OK, by.Text);
        Number(by.Body["whole"]!, "numerator").ShouldBe(3);
        by.Body["parts"]!.AsArray().Select(p => (p!["value"]?.GetValue<string>(), Number(p!, "numerator"))).ShouldBe([("North team", 2), ("South team", 1)]);
        (await journey.GetAsync("measures/CLA31/breakdown?by=legal-status&year=2026&validAt=2026-03-31")).Body["parts"]!.AsArray()
            .ShouldHaveSingleItem()!["value"]!.GetValue<string>().ShouldBe("V2");
        (await journey.GetAsync("measures/CLA31/breakdown?by=moon&year=2026")).Code.ShouldBe("dimension-unknown");

        var series = await journey.GetAsync("measures/CLA31/series?every=quarter&year=2026&validAt=2026-03-31");
        series.Status.ShouldBe(HttpStatusCode.OK, series.Text);
        series.Body["points"]!.AsArray().Select(p => (p!["window"]!["to"]!.GetValue<string>(), Number(p!, "numerator"))).ShouldBe(
            [("2025-07-01", 1), ("2025-10-01", 2), ("2026-01-01", 3), ("2026-04-01", 3)]);
        series.Token.ShouldBe(by.Token);
        (await journey.GetAsync("measures/CLA31/series?every=day&year=2026")).Code.ShouldBe("series-unreadable");
        (await journey.GetAsync("dimensions")).Body.AsArray().Count.ShouldBe(9);
    }

    [Fact]
    public async Task A_reader_from_outside_gets_no_small_number_no_person_and_no_child()
    {
        await using var journey = await TeamsAsync();
        const string Outsider = "outsider";
        var figure = await journey.GetAsync("measures/CLA31?year=2026&validAt=2026-03-31&disclosure=inside", Outsider);
        figure.Status.ShouldBe(HttpStatusCode.OK, figure.Text);
        (figure.Body["disclosure"]!.GetValue<string>(), figure.Body["suppressed"]!.GetValue<bool>()).ShouldBe(("outside", true));
        foreach (var member in new[] { "numerator", "denominator", "share", "result", "spread", "distribution" })
        {
            figure.Body[member].ShouldBeNull(member);
        }

        (await journey.GetAsync("measures/CLA31?year=2026&validAt=2026-03-31&disclosure=outside", "manager")).Body["numerator"].ShouldBeNull();
        Number((await journey.GetAsync("measures/CLA31?year=2026&validAt=2026-03-31", "manager")).Body, "numerator").ShouldBe(3);
        (await journey.GetAsync("measures/CLA31/breakdown?by=worker&year=2026", Outsider)).Code.ShouldBe("dimension-personal");
        foreach (var path in new[] { "measures/CLA31/cohort?year=2026", "measures/CLA31/change?year=2026", "children", "caseload", "lateness", "questions" })
        {
            (await journey.GetAsync(path, Outsider)).Status.ShouldBe(HttpStatusCode.Forbidden, path);
        }
    }

    [Fact]
    public async Task The_board_counts_by_worker_and_team_and_tells_who_has_no_worker()
    {
        await using var journey = await TeamsAsync();
        var referred = await journey.OpenAsync("JRN0000009", opened: "2025-11-03");
        await journey.RecordAsync($"children/{referred}", "referrals", 1, new { on = "2025-11-03", source = "2A", contacts = Array.Empty<Guid>(), primaryNeed = "N1" });

        var workers = await journey.GetAsync("caseload/board?validAt=2026-03-31");
        workers.Status.ShouldBe(HttpStatusCode.OK, workers.Text);
        workers.Body["lines"]!.AsArray().Select(l => (l!["worker"]!.GetValue<string>(), Number(l!, "cases"), Number(l!, "weighted"), l!["legalStatuses"]!["V2"]!.GetValue<int>()))
            .ShouldBe([("SW10001", 2, 3, 2), ("SW10002", 1, 1.5m, 1)]);
        var teams = (await journey.GetAsync("caseload/board?validAt=2026-03-31&by=team")).Body;
        teams["lines"]!.AsArray().Select(l => (l!["team"]!.GetValue<string>(), Number(l!, "cases"))).ShouldBe([("North team", 2), ("South team", 1)]);
        (Number(teams, "cases"), Number(teams, "unallocated")).ShouldBe((3, 1));
        var gap = (await journey.GetAsync("caseload/gaps?validAt=2026-03-31")).Body["items"]!.AsArray().ShouldHaveSingleItem()!;
        (gap["child"]!.GetValue<Guid>(), gap["since"]!.GetValue<string>(), gap["kind"]!.GetValue<string>()).ShouldBe((referred, "2025-11-03", "assessment"));
        (await journey.GetAsync("caseload/board?validAt=2025-03-31")).Body["lines"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task Funnels_agencies_lateness_and_debt_are_told_at_the_basis()
    {
        await using var journey = await TeamsAsync();
        var child = await journey.OpenAsync("JRN0000009", opened: "2025-11-03");
        var contact = await journey.RecordAsync($"children/{child}", "contacts", 1, new { on = "2025-11-03", at = "10:00:00", source = "2A", mode = "phone", summary = "Hungry", issues = new[] { "neglect" } });
        await journey.RecordAsync($"children/{child}", "contact-decisions", 2, new
        {
            contact,
            on = "2025-11-03",
            at = "12:00:00",
            outcome = "Referral",
            threshold = 3,
            decidedBy = "A. Manager",
            rationale = "Third contact",
        });
        await journey.RecordAsync($"children/{child}", "referrals", 3, new { on = "2025-11-03", source = "2A", contacts = new[] { contact }, primaryNeed = "N1" });
        await journey.RecordAsync($"children/{child}", "partner-requests", 4, new
        {
            agency = "Example Housing",
            kind = "housing",
            channel = "letter",
            ask = "Who lives there?",
            sentOn = "2025-11-04",
            dueOn = "2025-11-18",
            urgency = "urgent",
            legalBasis = "Children Act 1989",
        });

        var funnel = await journey.GetAsync("funnels/FrontDoor?year=2026&validAt=2026-03-31");
        funnel.Status.ShouldBe(HttpStatusCode.OK, funnel.Text);
        funnel.Body["steps"]!.AsArray().Take(3).Select(s => Number(s!, "count")).ShouldBe([1, 1, 1]);
        var agency = (await journey.GetAsync("partner-response?year=2026&validAt=2026-03-31")).Body["agencies"]!.AsArray().ShouldHaveSingleItem()!;
        (agency["agency"]!.GetValue<string>(), Number(agency, "due"), Number(agency, "unanswered"), Number(agency, "open")).ShouldBe(("Example Housing", 1, 1, 1));
        var groups = (await journey.GetAsync("lateness/groups?by=worker&knownFrom=2026-04-01&knownTo=2026-05-01")).Body["groups"]!.AsArray();
        groups.ShouldNotBeEmpty();
        groups.ShouldAllBe(g => Number(g!, "days95") >= Number(g!, "medianDays"));
        var debt = (await journey.GetAsync("recording-debt?year=2026")).Body["kinds"]!.AsArray().Single(k => k!["kind"]!.GetValue<string>() == "referral_received.v1")!;
        (Number(debt, "facts"), Number(debt, "late"), Number(debt, "share")).ShouldBe((1, 1, 1));
        (await journey.GetAsync("funnels/nothing?year=2026")).Code.ShouldBe("funnel-unknown");
        (await journey.GetAsync("calendars")).Body.AsArray().Count.ShouldBe(3);
    }

    /// <summary>Three children in care, two of one team and one of another, since spring, summer and autumn.</summary>
    private async Task<Served> TeamsAsync()
    {
        var journey = await fixture.ServeAsync(2026, 4, 1);
        await journey.JoinAsync("SW10001");
        await journey.JoinAsync("SW10002");
        foreach (var (id, since, worker, team) in new[] { ("JRN0000001", "2025-04-01", "SW10001", "North team"), ("JRN0000002", "2025-08-01", "SW10001", "North team"), ("JRN0000003", "2025-11-01", "SW10002", "South team") })
        {
            var child = await journey.OpenAsync(id, opened: "2025-03-01");
            await journey.RecordAsync($"children/{child}", "periods-of-care", 1, new { startOn = since, legalStatus = "V2", need = "N1" });
            await journey.RecordAsync($"children/{child}", "allocations", 2, new { from = since, worker, role = "allocatedSW", team, reason = "MANAGE" });
        }

        return journey;
    }

    private static decimal Number(JsonNode node, string member) => node[member]!.GetValue<decimal>();
}
