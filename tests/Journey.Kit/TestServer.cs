using DotNet.Testcontainers.Builders;
using Journey.Store.Embedded;
using Npgsql;
using Testcontainers.PostgreSql;

namespace Journey.Kit;

/// <summary>
/// The PostgreSQL server of this test process, chosen by <c>JOURNEY_TEST_DB</c> (connection, embedded, testcontainers; auto is the first of them that works).
/// Test processes that run at the same time share the embedded one.
/// </summary>
public sealed class TestServer : IAsyncDisposable
{
    private const string Image = "postgres:15.18-bookworm";

    private static readonly SemaphoreSlim Starting = new(1);
    private static TestServer? _shared;

    private readonly string _administration;
    private readonly IAsyncDisposable? _owned;

    private TestServer(string connectionString, IAsyncDisposable? owned)
    {
        _administration = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString;
        _owned = owned;
    }

    /// <summary>The server, started when it is first asked for.</summary>
    public static async Task<TestServer> SharedAsync(CancellationToken cancellationToken = default)
    {
        await Starting.WaitAsync(cancellationToken);
        try
        {
            return _shared ??= await ChooseAsync(cancellationToken);
        }
        finally
        {
            Starting.Release();
        }
    }

    /// <summary>The connection string of one of the server's databases.</summary>
    public string ConnectionString(string database) =>
        new NpgsqlConnectionStringBuilder(_administration) { Database = database, Pooling = true, MaxPoolSize = 20 }.ConnectionString;

    /// <summary>A database of its own, copied from the template made once.</summary>
    public async Task<TestDatabase> CloneAsync(DatabaseTemplate template, CancellationToken cancellationToken = default)
    {
        var source = await template.EnsureAsync(this, cancellationToken);
        var clone = $"clone_{Environment.ProcessId}_{Guid.NewGuid():N}";
        await ExecuteAsync($"create database {clone} template {source}", cancellationToken);
        return new TestDatabase(this, clone);
    }

    /// <summary>Stops the server when this process started it.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_owned is not null)
        {
            await _owned.DisposeAsync();
        }
    }

    internal static async Task StopSharedAsync()
    {
        if (Interlocked.Exchange(ref _shared, null) is { } shared)
        {
            await shared.DisposeAsync();
        }
    }

    internal async Task<NpgsqlConnection> OpenAdministrationAsync(CancellationToken cancellationToken)
    {
        var connection = new NpgsqlConnection(_administration);
        await connection.OpenAsync(cancellationToken);
        return connection;
    }

    internal async Task ExecuteAsync(string sql, CancellationToken cancellationToken)
    {
        await using var connection = await OpenAdministrationAsync(cancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task<TestServer> ChooseAsync(CancellationToken cancellationToken)
    {
        var given = Environment.GetEnvironmentVariable("ConnectionStrings__journey") ?? Environment.GetEnvironmentVariable("JOURNEY_CONNECTION");
        return Environment.GetEnvironmentVariable("JOURNEY_TEST_DB") switch
        {
            "connection" => Given(given ?? throw new DatabaseUnavailableException("JOURNEY_TEST_DB=connection needs the connection string in ConnectionStrings__journey.")),
            "embedded" => await EmbeddedAsync(cancellationToken),
            "testcontainers" => await ContainerAsync(cancellationToken),
            null or "" or "auto" => string.IsNullOrWhiteSpace(given) ? await EmbeddedOrContainerAsync(cancellationToken) : Given(given),
            var other => throw new DatabaseUnavailableException($"JOURNEY_TEST_DB={other} is unknown: use connection, embedded, testcontainers or auto."),
        };
    }

    private static TestServer Given(string connectionString) => new(connectionString, owned: null);

    private static async Task<TestServer> EmbeddedOrContainerAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await EmbeddedAsync(cancellationToken);
        }
        catch (DatabaseUnavailableException noBinaries)
        {
            try
            {
                return await ContainerAsync(cancellationToken);
            }
            catch (DockerUnavailableException)
            {
                throw noBinaries;
            }
        }
    }

    private static async Task<TestServer> EmbeddedAsync(CancellationToken cancellationToken)
    {
        var options = new EmbeddedClusterOptions
        {
            DataRoot = Path.Combine(EmbeddedClusterOptions.DefaultDataRoot(), "tests"),
            Durable = false,
            Linger = TimeSpan.FromMinutes(10),
        };
        var cluster = await EmbeddedCluster.StartOrAttachAsync(options, cancellationToken);
        var server = new TestServer(cluster.ConnectionString("postgres"), cluster);
        if (cluster.Started)
        {
            await server.DropClonesOfKilledRunsAsync(cancellationToken);
        }

        return server;
    }

    private static async Task<TestServer> ContainerAsync(CancellationToken cancellationToken)
    {
        var container = new PostgreSqlBuilder(Image).Build();
        await container.StartAsync(cancellationToken);
        return new TestServer(container.GetConnectionString(), container);
    }

    private async Task DropClonesOfKilledRunsAsync(CancellationToken cancellationToken)
    {
        foreach (var clone in await DatabasesLikeAsync(@"clone\_%", cancellationToken))
        {
            await ExecuteAsync($"drop database if exists {clone} with (force)", cancellationToken);
        }
    }

    internal async Task<IReadOnlyList<string>> DatabasesLikeAsync(string pattern, CancellationToken cancellationToken)
    {
        await using var connection = await OpenAdministrationAsync(cancellationToken);
        await using var command = new NpgsqlCommand("select datname from pg_database where datname like $1", connection) { Parameters = { new() { Value = pattern } } };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var names = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
        {
            names.Add(reader.GetString(0));
        }

        return names;
    }
}
