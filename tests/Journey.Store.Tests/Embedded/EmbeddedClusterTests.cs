using System.Diagnostics;
using System.Globalization;
using Journey.Store.Embedded;
using Npgsql;

namespace Journey.Store.Tests.Embedded;

/// <summary>The private cluster as its users meet it: started, shared, stopped, and left behind by a killed process.</summary>
public sealed class EmbeddedClusterTests : IDisposable
{
    private readonly string _root = Path.Combine(EmbeddedClusterOptions.DefaultDataRoot(), "tests", $"own {Guid.NewGuid():N}");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        if (Directory.Exists(_root))
        {
            Directory.Delete(_root, recursive: true);
        }
    }

    [Fact]
    public async Task Starts_in_a_folder_whose_name_has_spaces_quotes_and_letters_of_other_alphabets_and_serves_a_database()
    {
        await using var cluster = await StartOrAttachAsync(Path.Combine(_root, "a b'c\"ď$x"));

        await cluster.EnsureDatabaseAsync("first \"one\"", Cancelled);
        await cluster.EnsureDatabaseAsync("first \"one\"", Cancelled);

        cluster.Started.ShouldBeTrue();
        (await AskAsync(cluster.ConnectionString("first \"one\""), "select current_database()")).ShouldBe("first \"one\"");
        NpgsqlConnection.ClearAllPools();
    }

    [Fact]
    public async Task Serves_loopback_only_in_utc_and_utf8()
    {
        await using var cluster = await StartOrAttachAsync(_root);

        var settings = await AskAsync(
            cluster.ConnectionString("postgres"),
            """
            select string_agg(name || '=' || current_setting(name), ' ' order by name)
            from unnest(array['application_name', 'fsync', 'listen_addresses', 'server_encoding', 'timezone', 'unix_socket_directories']) name
            """);

        settings.ShouldBe("application_name=journey fsync=off listen_addresses=127.0.0.1 server_encoding=UTF8 timezone=UTC unix_socket_directories=");
        NpgsqlConnection.ClearAllPools();
    }

    [Fact]
    public async Task A_durable_cluster_keeps_what_it_was_told_and_lives_apart_from_a_scratch_one()
    {
        var durable = new EmbeddedClusterOptions { DataRoot = _root };
        await using (var cluster = await EmbeddedCluster.StartOrAttachAsync(durable, Cancelled))
        {
            await cluster.EnsureDatabaseAsync("kept", Cancelled);
            (await AskAsync(cluster.ConnectionString("kept"), "select current_setting('fsync')")).ShouldBe("on");
            NpgsqlConnection.ClearAllPools();
        }

        await using (var scratch = await StartOrAttachAsync(_root))
        {
            scratch.Started.ShouldBeTrue();
            (await AskAsync(scratch.ConnectionString("postgres"), "select count(*)::text from pg_database where datname = 'kept'")).ShouldBe("0");
            NpgsqlConnection.ClearAllPools();
        }

        await using var again = await EmbeddedCluster.StartOrAttachAsync(durable, Cancelled);
        (await AskAsync(again.ConnectionString("kept"), "select current_database()")).ShouldBe("kept");
        NpgsqlConnection.ClearAllPools();
    }

    [Fact]
    public async Task The_second_to_come_attaches_and_does_not_stop_the_server_when_it_leaves()
    {
        await using var first = await StartOrAttachAsync(_root);
        await using (var second = await StartOrAttachAsync(_root))
        {
            second.Started.ShouldBeFalse();
            second.Port.ShouldBe(first.Port);
        }

        (await AnswersAsync(first)).ShouldBeTrue();
    }

    [Fact]
    public async Task Of_several_that_come_at_once_one_starts_the_server_and_the_others_attach()
    {
        var clusters = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => StartOrAttachAsync(_root))));

        clusters.Count(x => x.Started).ShouldBe(1);
        clusters.Select(x => x.Port).Distinct().Count().ShouldBe(1);
        foreach (var cluster in clusters.OrderBy(x => x.Started))
        {
            await cluster.DisposeAsync();
        }
    }

    [Fact]
    public async Task Stops_with_the_one_that_started_it_and_starts_again()
    {
        var first = await StartOrAttachAsync(_root);
        await first.DisposeAsync();
        (await AnswersAsync(first)).ShouldBeFalse();
        File.Exists(Path.Combine(DataOf(_root), "postmaster.pid")).ShouldBeFalse();

        await using var second = await StartOrAttachAsync(_root);
        second.Started.ShouldBeTrue();
        (await AnswersAsync(second)).ShouldBeTrue();
    }

    [Fact]
    public async Task Waits_for_an_attached_user_before_it_stops_the_server_when_asked_to()
    {
        var options = Scratch(_root) with { Linger = TimeSpan.FromMinutes(1) };
        var first = await EmbeddedCluster.StartOrAttachAsync(options, Cancelled);
        var second = await StartOrAttachAsync(_root);

        var stopping = first.DisposeAsync().AsTask();
        await Task.Delay(TimeSpan.FromMilliseconds(300), Cancelled);
        (await AnswersAsync(second)).ShouldBeTrue();

        await second.DisposeAsync();
        await stopping.WaitAsync(TimeSpan.FromSeconds(30), Cancelled);
        (await AnswersAsync(second)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_file_left_by_a_server_whose_number_another_program_has_now_is_not_believed()
    {
        await using (await StartOrAttachAsync(_root))
        {
        }

        await File.WriteAllLinesAsync(
            Path.Combine(DataOf(_root), "postmaster.pid"),
            [$"{Environment.ProcessId}", DataOf(_root), "0", "1", "", "127.0.0.1", "1 1", "ready"],
            Cancelled);

        await using var cluster = await StartOrAttachAsync(_root);
        cluster.Started.ShouldBeTrue();
    }

    [Fact]
    public async Task The_server_stops_in_order_when_the_process_that_started_it_is_killed()
    {
        using var parent = StartHolder(_root);
        var server = int.Parse(await NextLineOfPidFileAsync(), CultureInfo.InvariantCulture);

        parent.Kill(entireProcessTree: false);
        await parent.WaitForExitAsync(Cancelled);

        await EventuallyAsync(() => !File.Exists(Path.Combine(DataOf(_root), "postmaster.pid")));
        await EventuallyAsync(() => Process.GetProcesses().All(x => x.Id != server));
        (await File.ReadAllTextAsync(Path.Combine(DataOf(_root), "..", "server.log"), Cancelled)).ShouldContain("database system is shut down");
        await using var next = await StartOrAttachAsync(_root);
        next.Started.ShouldBeTrue();

        async Task<string> NextLineOfPidFileAsync()
        {
            var ready = Path.Combine(_root, HeldCluster.ReadyFile);
            await EventuallyAsync(() => File.Exists(ready));
            return (await File.ReadAllLinesAsync(Path.Combine(DataOf(_root), "postmaster.pid"), Cancelled))[0];
        }
    }

    [Fact]
    public async Task Wrong_binaries_are_refused_in_one_sentence()
    {
        var options = Scratch(_root) with { BinariesFolder = "/nowhere/bin" };

        var refusal = await Should.ThrowAsync<DatabaseUnavailableException>(() => EmbeddedCluster.StartOrAttachAsync(options, Cancelled));

        refusal.Message.ShouldBe("JOURNEY_PG_BIN names '/nowhere/bin', where initdb and postgres cannot be run: correct it or unset it.");
    }

    [Fact]
    public async Task A_given_connection_string_is_used_and_nothing_is_started()
    {
        await using var database = await JourneyDatabase.ResolveAsync("Host=elsewhere;Database=j;Username=u", Scratch(_root), Cancelled);

        database.IsEmbedded.ShouldBeFalse();
        database.ConnectionString.ShouldContain("elsewhere");
        database.ConnectionString.ShouldContain("Timezone=UTC");
        Directory.Exists(_root).ShouldBeFalse();
    }

    [Fact]
    public async Task Without_a_connection_string_the_private_cluster_serves_the_database()
    {
        await using var database = await JourneyDatabase.ResolveAsync(connectionString: null, Scratch(_root), Cancelled);

        database.IsEmbedded.ShouldBeTrue();
        (await AskAsync(database.ConnectionString, "select current_database()")).ShouldBe("journey");
        NpgsqlConnection.ClearAllPools();
    }

    private static Process StartHolder(string root)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { [HeldCluster.FolderVariable] = root },
        };
        if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet")
        {
            start.ArgumentList.Add(typeof(EmbeddedClusterTests).Assembly.Location);
        }

        foreach (var argument in new[] { "--filter-method", $"*.{nameof(Wrong_binaries_are_refused_in_one_sentence)}" })
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start)!;
    }

    private static EmbeddedClusterOptions Scratch(string root) => new() { DataRoot = root, Durable = false };

    private static Task<EmbeddedCluster> StartOrAttachAsync(string root) => EmbeddedCluster.StartOrAttachAsync(Scratch(root), Cancelled);

    private static string DataOf(string root) => Path.Combine(Directory.GetDirectories(root, "postgresql-*-scratch").Single(), "data");

    private static async Task<bool> AnswersAsync(EmbeddedCluster cluster)
    {
        try
        {
            var unpooled = new NpgsqlConnectionStringBuilder(cluster.ConnectionString("postgres")) { Pooling = false };
            return await AskAsync(unpooled.ConnectionString, "select 'yes'") == "yes";
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    private static async Task<string?> AskAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(Cancelled);
        await using var command = new NpgsqlCommand(sql, connection);
        return (string?)await command.ExecuteScalarAsync(Cancelled);
    }

    private static async Task EventuallyAsync(Func<bool> condition)
    {
        var began = Stopwatch.GetTimestamp();
        while (!condition())
        {
            Stopwatch.GetElapsedTime(began).ShouldBeLessThan(TimeSpan.FromSeconds(60));
            await Task.Delay(50, Cancelled);
        }
    }
}
