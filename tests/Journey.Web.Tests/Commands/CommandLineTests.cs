using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Journey.Web.Hosting;
using Journey.Web.Tests.Kit;

namespace Journey.Web.Tests.Commands;

/// <summary>The command line, as a process of its own on the class's database.</summary>
public sealed class CommandLineTests(WebFixture fixture) : IClassFixture<WebFixture>
{
    [Theory]
    [InlineData("nonsense")]
    [InlineData("looked-after")]
    [InlineData("looked-after --authority E09000027 --format xml")]
    [InlineData("serve --demo --empty")]
    public async Task Wrong_use_ends_with_2(string arguments) => (await RunAsync(arguments)).Code.ShouldBe(2);

    [Theory]
    [InlineData("help")]
    [InlineData("help import ssda903")]
    public async Task Help_ends_with_0(string arguments) => (await RunAsync(arguments)).Code.ShouldBe(0);

    [Theory]
    [InlineData("export ssda903 --authority {0} --year 20188 --out /tmp/nowhere", 2)]
    [InlineData("export ssda903 --authority {0} --year 2024 --out /proc/nowhere", 1)]
    [InlineData("lateness --authority {0} --valid 0001-01-01", 2)]
    [InlineData("serve --urls nonsense", 2)]
    [InlineData("import ssda903 --authority E09000027 --year 2024 --rejects /proc/nowhere/rejects.csv .", 1)]
    public async Task What_cannot_be_done_ends_with_a_sentence_and_no_trace(string arguments, int code)
    {
        await using var journey = await fixture.ServeAsync(2025, 6, 1);
        var ended = await RunAsync(string.Format(CultureInfo.InvariantCulture, arguments, journey.Authority));
        ended.Code.ShouldBe(code, ended.Error);
        ended.Error.Trim().ShouldNotBeEmpty();
        ended.Error.ShouldNotContain(" at Journey.");
        ended.Error.ShouldNotContain("Unhandled");
    }

    [Fact]
    public async Task Nothing_is_shown_on_the_command_line_when_the_log_cannot_be_written()
    {
        await using var journey = await fixture.ServeAsync(2025, 6, 1);
        await journey.OpenAsync("JRN0000001");
        await using var connection = new Npgsql.NpgsqlConnection(fixture.ConnectionString);
        await connection.OpenAsync(WebFixture.Cancelled);
        foreach (var (sql, code, sentence) in new[]
                 {
                     ("create function journey.refuse() returns trigger language plpgsql as $$ begin raise exception 'no log'; end $$; create trigger refuse before insert on journey.journey_access for each row execute function journey.refuse()", 1, "access log"),
                     ("drop trigger refuse on journey.journey_access; drop function journey.refuse()", 0, ""),
                 })
        {
            await using var command = new Npgsql.NpgsqlCommand(sql, connection);
            await command.ExecuteNonQueryAsync(WebFixture.Cancelled);
            var ended = await RunAsync($"children --authority {journey.Authority}");
            ended.Code.ShouldBe(code, ended.Error);
            ended.Error.ShouldContain(sentence);
            (code == 1 ? ended.Out : "").ShouldBeEmpty();
        }
    }

    [Theory]
    [InlineData("1", 1, "larger than 1 MB")]
    [InlineData("many", 1, "Imports:MaxFileMegabytes")]
    public async Task The_largest_file_is_configured(string megabytes, int code, string sentence)
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "header.csv"), new string('x', 2 * 1024 * 1024), WebFixture.Cancelled);
            var ended = await RunAsync($"import ssda903 --authority E09000027 --year 2024 {folder.FullName}", ("Imports__MaxFileMegabytes", megabytes));
            ended.Code.ShouldBe(code);
            ended.Error.ShouldContain(sentence);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task An_authority_that_does_not_exist_ends_with_1() => (await RunAsync("looked-after --authority E99999999")).Code.ShouldBe(1);

    [Fact]
    public async Task A_question_is_answered_as_over_HTTP_with_its_basis_and_logged_as_the_user_of_the_system()
    {
        await using var journey = await fixture.ServeAsync(2025, 6, 1);
        var child = await journey.OpenAsync("JRN0000001");
        var http = await journey.GetAsync($"children/{child}?validAt=2025-05-20&knownAt=2025-06-01");

        var json = await RunAsync($"child state {child} --authority {journey.Authority} --valid 2025-05-20 --known 2025-06-01 --format json");
        var table = await RunAsync($"child history {child} --authority {journey.Authority} --basis {http.Token}");
        var csv = await RunAsync($"children --authority {journey.Authority} --format csv");

        json.Code.ShouldBe(0, json.Error);
        JsonNode.DeepEquals(JsonNode.Parse(json.Out), http.Body).ShouldBeTrue(json.Out);
        json.Error.ShouldContain($"basis {http.Token}");
        table.Out.ShouldContain($"basis {http.Token}");
        table.Out.ShouldContain("A record was opened");
        csv.Out.ShouldStartWith("child,laChildIds\n");
        csv.Out.ShouldContain($"{child},JRN0000001");
        var logged = (await journey.GetAsync($"access-log?child={child}", "auditor")).Body["items"]![0]!;
        logged["actor"]!.GetValue<string>().ShouldBe($"os:{Environment.UserName}");
        logged["role"]!.GetValue<string>().ShouldBe(Roles.Administrator);
    }

    [Fact]
    public async Task Clocks_are_told_as_over_HTTP_by_the_limits_of_the_configuration()
    {
        await using var journey = await fixture.ServeAsync(2025, 6, 1);
        var child = await journey.OpenAsync("JRN0000001");
        await journey.RecordAsync($"children/{child}", "contacts", 1, new { on = "2025-05-19", source = "2A", mode = "phone", summary = "Hungry again.", issues = Array.Empty<string>() });
        var http = await journey.GetAsync("clocks/board?validAt=2025-05-23&knownAt=2025-06-01");
        var at = $"clocks --authority {journey.Authority} --valid 2025-05-23 --known 2025-06-01";

        var board = await RunAsync($"{at} --format json");
        var own = await RunAsync($"{at} --format csv", ("Clocks__contact-decision", "3"));
        var ofChild = await RunAsync($"{at} --child {child} --format csv");
        var summary = await RunAsync($"{at} --summary --clock contact-decision --format csv");
        var wrong = await RunAsync($"{at}", ("Clocks__referral-decision", "2"));

        board.Code.ShouldBe(0, board.Error);
        JsonNode.DeepEquals(JsonNode.Parse(board.Out), http.Body).ShouldBeTrue(board.Out);
        own.Out.ShouldContain($"{child},JRN0000001,contact-decision,2025-05-19,2025-05-22,");
        ofChild.Out.ShouldContain($"{child},JRN0000001,contact-decision,2025-05-19,2025-05-20,");
        summary.Out.ShouldContain("contact-decision,all,0,0,0,1,0,0");
        wrong.Code.ShouldBe(1);
        wrong.Error.ShouldContain("Clocks:referral-decision cannot be set.");
    }

    [Fact]
    public async Task A_named_question_is_answered_as_over_HTTP()
    {
        await using var journey = await fixture.ServeAsync(2025, 6, 1);
        var child = await journey.OpenAsync("JRN0000001");
        var http = await journey.GetAsync($"children/{child}/questions/plan-on-move?validAt=2025-05-20&knownAt=2025-06-01&otherKnownAt=2025-06-01&days=7");
        http.Status.ShouldBe(System.Net.HttpStatusCode.OK, http.Text);
        var at = $"--child {child} --authority {journey.Authority} --valid 2025-05-20 --known 2025-06-01 --other-known 2025-06-01";

        var json = await RunAsync($"ask plan-on-move {at} --say days=7 --format json");
        var table = await RunAsync($"ask recorded-before {at}");
        json.Code.ShouldBe(0, json.Error);
        JsonNode.DeepEquals(JsonNode.Parse(json.Out), http.Body).ShouldBeTrue(json.Out);
        table.Out.ShouldContain("A record was opened");
        (await RunAsync($"ask plan-on-move {at} --say nights=7")).Code.ShouldBe(2);
        (await RunAsync($"ask nothing {at}")).Code.ShouldBe(1);
    }

    [Fact]
    public async Task Verify_finds_a_difference_that_rebuild_mends()
    {
        await using var journey = await fixture.ServeAsync(2025, 6, 1);
        var child = await journey.OpenAsync("JRN0000001");
        (await RunAsync($"verify --authority {journey.Authority}")).Code.ShouldBe(0);
        (await RunAsync($"rebuild --authority {journey.Authority}")).Code.ShouldBe(0);
        await SpoilAsync("delete from journey.journey_segment where tenant_id = $1 and lane = 'sex'");

        var differs = await RunAsync($"verify --authority {journey.Authority}");
        differs.Code.ShouldBe(1);
        differs.Out.ShouldContain(child.ToString());
        var refused = await RunAsync($"rebuild --authority {journey.Authority}");
        refused.Code.ShouldBe(1);
        refused.Error.ShouldContain($"the first {child}");
        refused.Error.Trim().Split('\n').Length.ShouldBe(1);
        (await RunAsync($"heal --authority {journey.Authority} --child {child}")).Code.ShouldBe(0);
        (await RunAsync($"verify --authority {journey.Authority}")).Code.ShouldBe(0);

        await SpoilAsync("update journey.journey_segment set value = '{}' where tenant_id = $1 and lane = 'sex'");
        var replaced = await RunAsync($"rebuild --replace --authority {journey.Authority}");
        replaced.Code.ShouldBe(0, replaced.Error);
        replaced.Out.ShouldContain($"1 differ, the first {child}");
        (await RunAsync($"verify --authority {journey.Authority}")).Code.ShouldBe(0);
        (await journey.GetAsync("access-log", "auditor")).Body["items"]!.AsArray()
            .Count(i => i!["question"]!.GetValue<string>() is "verify" or "rebuild" || i["question"]!.GetValue<string>() == $"heal {child}").ShouldBe(8);

        async Task SpoilAsync(string sql)
        {
            await using var connection = new Npgsql.NpgsqlConnection(journey.ConnectionString);
            await connection.OpenAsync(WebFixture.Cancelled);
            await using var spoil = new Npgsql.NpgsqlCommand(sql, connection);
            spoil.Parameters.Add(new() { Value = journey.Authority });
            (await spoil.ExecuteNonQueryAsync(WebFixture.Cancelled)).ShouldBe(1);
        }
    }

    [Fact]
    public async Task Segments_of_another_version_are_refused_in_one_sentence_until_they_are_rebuilt()
    {
        await using var journey = await fixture.ServeAsync(2025, 6, 1);
        await journey.OpenAsync("JRN0000001");
        await using (var connection = new Npgsql.NpgsqlConnection(journey.ConnectionString))
        {
            await connection.OpenAsync(WebFixture.Cancelled);
            await using var age = new Npgsql.NpgsqlCommand("update journey.journey_segment_progress set shape = null where tenant_id = $1", connection);
            age.Parameters.Add(new() { Value = journey.Authority });
            await age.ExecuteNonQueryAsync(WebFixture.Cancelled);
        }

        var refused = await RunAsync($"children --authority {journey.Authority}");
        refused.Code.ShouldBe(1);
        refused.Error.ShouldContain("Run rebuild");
        (await journey.GetAsync("children", "practitioner")).Status.ShouldBe(System.Net.HttpStatusCode.ServiceUnavailable);
        (await RunAsync($"rebuild --authority {journey.Authority}")).Code.ShouldBe(0);
        (await RunAsync($"children --authority {journey.Authority}")).Code.ShouldBe(0);
    }

    private async Task<(int Code, string Out, string Error)> RunAsync(string arguments, params (string Name, string Value)[] settings)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments.Split(' ').Prepend(typeof(JourneyHost).Assembly.Location))
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["ConnectionStrings__journey"] = fixture.ConnectionString;
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(WebFixture.Cancelled), process.StandardError.ReadToEndAsync(WebFixture.Cancelled));
        await process.WaitForExitAsync(WebFixture.Cancelled);
        return (process.ExitCode, await output, await error);
    }
}
