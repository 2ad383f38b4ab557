using System.Diagnostics;
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
    public async Task Verify_finds_a_difference_that_rebuild_mends()
    {
        await using var journey = await fixture.ServeAsync(2025, 6, 1);
        await journey.OpenAsync("JRN0000001");
        (await RunAsync($"verify --authority {journey.Authority}")).Code.ShouldBe(0);
        await using (var connection = new Npgsql.NpgsqlConnection(journey.ConnectionString))
        {
            await connection.OpenAsync(WebFixture.Cancelled);
            await using var spoil = new Npgsql.NpgsqlCommand("delete from journey.journey_segment where tenant_id = $1 and lane = 'sex'", connection);
            spoil.Parameters.Add(new() { Value = journey.Authority });
            (await spoil.ExecuteNonQueryAsync(WebFixture.Cancelled)).ShouldBe(1);
        }

        (await RunAsync($"verify --authority {journey.Authority}")).Code.ShouldBe(1);
        (await RunAsync($"rebuild --authority {journey.Authority}")).Code.ShouldBe(0);
        (await RunAsync($"verify --authority {journey.Authority}")).Code.ShouldBe(0);
    }

    private async Task<(int Code, string Out, string Error)> RunAsync(string arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments.Split(' ').Prepend(typeof(JourneyHost).Assembly.Location))
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["ConnectionStrings__journey"] = fixture.ConnectionString;
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(WebFixture.Cancelled), process.StandardError.ReadToEndAsync(WebFixture.Cancelled));
        await process.WaitForExitAsync(WebFixture.Cancelled);
        return (process.ExitCode, await output, await error);
    }
}
