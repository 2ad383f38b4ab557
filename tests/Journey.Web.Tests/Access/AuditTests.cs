using System.Net;
using System.Text.Json.Nodes;
using Journey.Web.Tests.Kit;
using Npgsql;

namespace Journey.Web.Tests.Access;

/// <summary>Who asked what is written before anything is shown.</summary>
public sealed class AuditTests(WebFixture fixture) : IClassFixture<WebFixture>
{
    [Fact]
    public async Task Every_question_is_logged_with_who_what_which_viewpoint_and_why_and_moves_no_position()
    {
        await using var journey = await fixture.ServeAsync(2025, 6, 1);
        var child = await journey.OpenAsync("JRN0000001");
        var position = (await journey.GetAsync("children")).Body["basis"]!["position"]!.GetValue<long>();

        await journey.GetAsync($"children/{child}?validAt=2025-05-20", "reviewer; sub=rita");
        await journey.GetAsync("children", "manager; sub=mo");

        var log = (await journey.GetAsync("access-log", "auditor; sub=ada")).Body["items"]!.AsArray();
        Line(log[0]!).ShouldBe("ada auditor: access log");
        Line(log[1]!).ShouldBe("mo manager: children");
        log[1]!["children"]!.GetValue<int>().ShouldBe(1);
        Line(log[2]!).ShouldBe("rita reviewer: state");
        log[2]!["child"]!.GetValue<Guid>().ShouldBe(child);
        log[2]!["validAt"]!.GetValue<string>().ShouldBe("2025-05-20");
        log[2]!["position"]!.GetValue<long>().ShouldBe(position);
        log[2]!["allowedBecause"]!.GetValue<string>().ShouldBe("reviewer may child.read");
        (await journey.GetAsync("children")).Body["basis"]!["position"]!.GetValue<long>().ShouldBe(position);
        (await journey.GetAsync($"access-log?child={child}&size=1", "auditor")).Body["items"]!.AsArray().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task When_the_log_cannot_be_written_nothing_is_shown_and_nothing_recorded()
    {
        await using var journey = await fixture.ServeAsync(2025, 6, 1);
        var child = await journey.OpenAsync("JRN0000001");
        await RunAsync(journey, "alter table journey.journey_access rename to journey_access_away");
        try
        {
            foreach (var path in new[]
                     {
                         "children", $"children/{child}", $"children/{child}/history", "looked-after", "episodes", "caseload", "caseload/SW1", "unallocated", "clocks/board", "clocks/summary", $"children/{child}/clocks",
                         "measures/M1-carer", "measures/M1-carer/cohort", $"measures/M1-carer/children/{child}", "lateness", "lateness/facts", "workers",
                     })
            {
                var heard = await journey.GetAsync(path);
                heard.Status.ShouldBe(HttpStatusCode.ServiceUnavailable, path);
                heard.Code.ShouldBe("audit-unavailable");
                heard.Text.ShouldNotContain(child.ToString());
            }

            (await journey.GetAsync("access-log", "auditor")).Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
            (await journey.RecordRawAsync($"children/{child}/ethnicities", 1, new { code = "WBRI", from = "2025-06-01" })).Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        }
        finally
        {
            await RunAsync(journey, "alter table journey.journey_access_away rename to journey_access");
        }

        (await journey.GetAsync($"children/{child}")).Version.ShouldBe(1);
    }

    private static string Line(JsonNode entry) => $"{entry["actor"]} {entry["role"]}: {entry["question"]}";

    private static async Task RunAsync(Served journey, string sql)
    {
        await using var connection = new NpgsqlConnection(journey.ConnectionString);
        await connection.OpenAsync(WebFixture.Cancelled);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(WebFixture.Cancelled);
    }
}
