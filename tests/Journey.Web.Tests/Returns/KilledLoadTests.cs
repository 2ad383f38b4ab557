using System.Diagnostics;
using Journey.Exchange.Ssda903.Loading;
using Journey.Exchange.Ssda903.Reading;
using Journey.Exchange.Ssda903.Writing;
using Journey.Kit;
using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Web.Hosting;
using Journey.Web.Tests.Kit;
using Npgsql;

namespace Journey.Web.Tests.Returns;

/// <summary>A process killed in the middle of a load leaves nothing, and the load done again is the load undisturbed.</summary>
public sealed class KilledLoadTests(WebFixture fixture) : IClassFixture<WebFixture>
{
    private static readonly DateTimeOffset Known = London.StartOf(new DateOnly(2025, 6, 30)).AddHours(12);

    [Theory]
    [InlineData("mt_streams")]
    [InlineData("mt_events")]
    public async Task A_load_killed_while_it_appends_is_loaded_again_as_if_undisturbed(string held)
    {
        await using var served = await fixture.ServeAsync(2026, 6, 1);
        var folder = Directory.CreateTempSubdirectory("journey-load-");
        ReturnWriter.Write(SixChildren.LastYear, 2025, name => File.Create(Path.Combine(folder.FullName, name)));
        try
        {
            await using var source = NpgsqlDataSource.Create(fixture.ConnectionString);
            await using (var blocker = await source.OpenConnectionAsync(WebFixture.Cancelled))
            {
                await using var transaction = await blocker.BeginTransactionAsync(WebFixture.Cancelled);
                await RunAsync(blocker, $"lock table journey.{held} in share mode");
                using var killed = Start(served.Authority, folder);
                await WaitForBlockedAsync(source, killed);
                killed.Kill(entireProcessTree: true);
                await killed.WaitForExitAsync(WebFixture.Cancelled);
            }

            (await EventsAsync(source, served.Authority)).ShouldBeEmpty();
            using var again = Start(served.Authority, folder);
            await again.WaitForExitAsync(WebFixture.Cancelled);
            again.ExitCode.ShouldBe(0);

            var files = folder.EnumerateFiles().Select(f => SourceFile.At(f.FullName)).ToList();
            var read = ReturnReader.Read(files, 2025, ReadLimits.Default, WebFixture.Cancelled).ShouldBeOfType<SetRead>();
            var empty = new KnownAuthority(new Dictionary<string, ChildRecord>(), ChildRecord.Empty(LoadIds.ReturnsStream(served.Authority)));
            var undisturbed = Reconciliation.Plan(read, 2025, served.Authority, Known, empty);
            (await EventsAsync(source, served.Authority)).ShouldBe(
                [.. undisturbed.Streams.SelectMany(s => s.Statements.Select((p, i) => (p.EventId, s.Stream, (long)i + 1, Known)))]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private Process Start(string authority, DirectoryInfo folder)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in new[] { typeof(JourneyHost).Assembly.Location, "import", "ssda903", "--authority", authority, "--year", "2025", "--known", "2025-06-30", folder.FullName })
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["ConnectionStrings__journey"] = fixture.ConnectionString;
        return Process.Start(start)!;
    }

    private static async Task WaitForBlockedAsync(NpgsqlDataSource source, Process process)
    {
        for (var i = 0; i < 600; i++)
        {
            process.HasExited.ShouldBeFalse("the load ended before it could be killed");
            await using var connection = await source.OpenConnectionAsync(WebFixture.Cancelled);
            await using var command = new NpgsqlCommand(
                "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and state = 'active'", connection);
            if ((long)(await command.ExecuteScalarAsync(WebFixture.Cancelled))! > 0)
            {
                return;
            }

            await Task.Delay(100, WebFixture.Cancelled);
        }

        Assert.Fail("The load never reached the ledger.");
    }

    private static async Task<List<(Guid Id, Guid Stream, long Version, DateTimeOffset KnownAt)>> EventsAsync(NpgsqlDataSource source, string authority)
    {
        await using var connection = await source.OpenConnectionAsync(WebFixture.Cancelled);
        await using var command = new NpgsqlCommand(
            "select id, stream_id, version, timestamp from journey.mt_events where tenant_id = $1 and type <> 'tombstone' order by seq_id", connection);
        command.Parameters.AddWithValue(authority);
        await using var reader = await command.ExecuteReaderAsync(WebFixture.Cancelled);
        var events = new List<(Guid, Guid, long, DateTimeOffset)>();
        while (await reader.ReadAsync(WebFixture.Cancelled))
        {
            events.Add((reader.GetGuid(0), reader.GetGuid(1), reader.GetInt64(2), await reader.GetFieldValueAsync<DateTimeOffset>(3, WebFixture.Cancelled)));
        }

        return events;
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(WebFixture.Cancelled);
    }
}
