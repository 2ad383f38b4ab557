using System.Net;
using System.Text.Json.Nodes;
using Journey.Web.Tests.Kit;
using Npgsql;

namespace Journey.Web.Tests.Features;

/// <summary>What follows later from an act, carried by messages that survive the process.</summary>
public sealed class FollowUpTests(WebFixture fixture) : IClassFixture<WebFixture>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task A_leaving_raises_one_task_for_each_child_left_without_a_social_worker()
    {
        await using var journey = await fixture.ServeAsync(2026, 1, 2);
        var (worker, post, child) = await AllocatedAsync(journey);
        journey.ItIs(2026, 2, 2);
        await LeaveAsync(journey, worker, post);

        var task = (await TasksAsync(journey, child)).ShouldHaveSingleItem();
        task["value"]!["kind"]!.GetValue<string>().ShouldBe("reallocation");
        task["value"]!["dueOn"]!.GetValue<string>().ShouldBe("2026-02-03");
        var entry = (await journey.GetAsync($"children/{child}/history?size=100")).Body["items"]!.AsArray()[^1]!;
        entry["by"]!["actor"]!.GetValue<string>().ShouldBe("journey");
        entry["sentence"]!.GetValue<string>().ShouldContain("SW10001");
    }

    [Fact]
    public async Task A_request_that_is_overdue_when_it_is_recorded_is_to_be_chased_and_an_answered_one_is_not()
    {
        await using var journey = await fixture.ServeAsync(2026, 1, 2);
        var child = await journey.OpenAsync("JRN0000001");
        journey.ItIs(2026, 2, 2);
        await RequestAsync(journey, child, 1, "2026-01-20");
        (await TasksAsync(journey, child)).ShouldHaveSingleItem()["value"]!["kind"]!.GetValue<string>().ShouldBe("chaser");

        var other = await journey.OpenAsync("JRN0000002");
        await RequestAsync(journey, other, 1, "2026-03-20");
        (await WaitingAsync(journey)).ShouldBeGreaterThan(0, "a request that is not due yet waits for its day");
    }

    [Fact]
    public async Task What_a_process_did_not_live_to_do_the_next_one_does()
    {
        Guid child;
        var refusing = await fixture.ServeAsync(2026, 1, 2);
        await using (refusing)
        {
            var (worker, post, left) = await AllocatedAsync(refusing);
            child = left;
            await RunAsync(refusing, """
                create function journey.refuse_tasks() returns trigger language plpgsql as
                $$ begin if new.type = 'task_raised.v1' then raise exception 'no room'; end if; return new; end $$;
                create trigger refuse_tasks before insert on journey.mt_events for each row execute function journey.refuse_tasks()
                """);
            refusing.ItIs(2026, 2, 2);
            await LeaveAsync(refusing, worker, post);
            (await WaitingAsync(refusing)).ShouldBeGreaterThan(0);
        }

        await using var journey = await fixture.ServeAgainAsync(refusing);
        await RunAsync(journey, "drop trigger refuse_tasks on journey.mt_events");

        (await TasksAsync(journey, child)).ShouldHaveSingleItem();
        (await journey.GetAsync($"children/{child}/history?size=100")).Body["items"]!.AsArray().Count(e => e!["noun"]!.GetValue<string>() == "tasks").ShouldBe(1);
    }

    private static async Task<(Guid Worker, Guid Post, Guid Child)> AllocatedAsync(Served journey)
    {
        var worker = Guid.CreateVersion7();
        var post = await journey.RecordAsync(
            $"workers/{worker}", "posts", 0, new { number = "SW10001", kind = "permanent", fte = 1.0, role = "caseHolder", startOn = "2025-09-01" }, "manager");
        var child = await journey.OpenAsync("JRN0000001");
        await journey.RecordAsync($"children/{child}", "periods-of-care", 1, new { startOn = "2026-01-01", legalStatus = "V2", need = "N1" });
        await journey.RecordAsync($"children/{child}", "allocations", 2, new { from = "2026-01-02", worker = "SW10001", role = "allocatedSW", reason = "FCONTA" });
        return (worker, post, child);
    }

    private static async Task LeaveAsync(Served journey, Guid worker, Guid post) =>
        await journey.RecordAsync($"workers/{worker}", "leavings", 1, new { post, reason = "1", endOn = "2026-01-30" }, "manager");

    private static Task<Guid> RequestAsync(Served journey, Guid child, long version, string dueOn) =>
        journey.RecordAsync($"children/{child}", "partner-requests", version, new
        {
            agency = "Example Housing",
            kind = "housing",
            channel = "letter",
            ask = "A home for the family.",
            urgency = "routine",
            sentOn = "2026-01-05",
            dueOn,
        });

    private static async Task<List<JsonNode>> TasksAsync(Served journey, Guid child)
    {
        var until = DateTime.UtcNow + Patience;
        while (true)
        {
            var heard = await journey.GetAsync($"children/{child}/lanes/tasks");
            heard.Status.ShouldBe(HttpStatusCode.OK, heard.Text);
            var tasks = heard.Body["values"]!.AsArray().Select(v => v!).ToList();
            if (tasks.Count > 0 || DateTime.UtcNow > until)
            {
                return tasks;
            }

            await Task.Delay(100, WebFixture.Cancelled);
        }
    }

    /// <summary>Messages that are kept and not yet handled.</summary>
    private static async Task<long> WaitingAsync(Served journey)
    {
        await using var source = NpgsqlDataSource.Create(journey.ConnectionString);
        await using var command = source.CreateCommand("select count(*) from journey_messages.wolverine_incoming_envelopes where status <> 'Handled'");
        return (long)(await command.ExecuteScalarAsync(WebFixture.Cancelled))!;
    }

    private static async Task RunAsync(Served journey, string sql)
    {
        await using var source = NpgsqlDataSource.Create(journey.ConnectionString);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(WebFixture.Cancelled);
    }
}
