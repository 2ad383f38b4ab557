using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Journey.Store.Embedded;

/// <summary>
/// A private PostgreSQL server on loopback: started here, or shared with the process that started it.
/// The process that started it stops it; nothing is ever written to standard output.
/// </summary>
public sealed class EmbeddedCluster : IAsyncDisposable
{
    private const int PortAttempts = 5;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);

    private readonly EmbeddedClusterOptions _options;
    private readonly ClusterFolder _folder;
    private readonly FileStream _inUse;
    private readonly string _password;
    private readonly ServerProcess? _server;
    private int _disposed;

    private EmbeddedCluster(EmbeddedClusterOptions options, ClusterFolder folder, int port, ServerProcess? server)
    {
        _options = options;
        _folder = folder;
        _inUse = folder.HoldInUse();
        _password = folder.ReadPassword();
        _server = server;
        Port = port;
    }

    /// <summary>The loopback port the server listens on.</summary>
    public int Port { get; }

    /// <summary>Whether this instance started the server, and so will stop it.</summary>
    public bool Started => _server is not null;

    /// <summary>Attaches to the running server of the data folder, or starts it; initialises the folder when it is new.</summary>
    /// <exception cref="DatabaseUnavailableException">Something is missing; the message says what.</exception>
    public static async Task<EmbeddedCluster> StartOrAttachAsync(EmbeddedClusterOptions options, CancellationToken cancellationToken = default)
    {
        if (OperatingSystem.IsWindows())
        {
            throw new DatabaseUnavailableException("The built-in database needs Linux or macOS: set the connection string in ConnectionStrings__journey.");
        }

        var root = Path.GetFullPath(options.DataRoot);
        try
        {
            return await StartOrAttachAsync(options, root, cancellationToken);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new DatabaseUnavailableException($"The database folder '{root}' belongs to another user: set JOURNEY_DATA to a folder of your own.", e);
        }
    }

    /// <summary>The connection string of one of the server's databases.</summary>
    public string ConnectionString(string database) => ConnectionString(database, Port, _password);

    /// <summary>Creates the database when it is not there.</summary>
    public async Task EnsureDatabaseAsync(string database, CancellationToken cancellationToken = default)
    {
        await using var connection = new NpgsqlConnection(Administration(Port, _password));
        await connection.OpenAsync(cancellationToken);
        await using var find = new NpgsqlCommand("select 1 from pg_database where datname = $1", connection) { Parameters = { new() { Value = database } } };
        if (await find.ExecuteScalarAsync(cancellationToken) is not null)
        {
            return;
        }

        using var quote = new NpgsqlCommandBuilder();
        await using var create = new NpgsqlCommand($"create database {quote.QuoteIdentifier(database)}", connection);
        try
        {
            await create.ExecuteNonQueryAsync(cancellationToken);
        }
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation)
        {
            // Another process created it between the question and the act.
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 1)
        {
            return;
        }

        await _inUse.DisposeAsync();
        if (_server is not null)
        {
            await using var stopping = await WaitForOthersAsync();
            await _server.StopAsync();
        }
    }

    private static async Task<EmbeddedCluster> StartOrAttachAsync(EmbeddedClusterOptions options, string root, CancellationToken cancellationToken)
    {
        var account = ServerAccount.Resolve();
        Directory.CreateDirectory(root);
        var binaries = await PostgresBinaries.FindAsync(options.BinariesFolder, cancellationToken);
        var folder = new ClusterFolder(Path.Combine(root, $"postgresql-{binaries.Major}{(options.Durable ? "" : "-scratch")}"));
        Directory.CreateDirectory(folder.Path);

        await using var starting = await folder.LockStartingAsync(options.StartTimeout, cancellationToken)
            ?? throw new DatabaseUnavailableException($"Another process has been starting the database in '{folder.Path}' for too long: end it and try again.");
        binaries = await binaries.ReachableAsync(account, root, cancellationToken);
        await folder.InitialiseAsync(binaries, account, options.Durable, cancellationToken);
        if (await TryAttachAsync(folder, options.StartTimeout, cancellationToken) is { } port)
        {
            return new EmbeddedCluster(options, folder, port, server: null);
        }

        var (server, ownPort) = await StartAsync(binaries, account, folder, options, cancellationToken);
        return new EmbeddedCluster(options, folder, ownPort, server);
    }

    private static async Task<int?> TryAttachAsync(ClusterFolder folder, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        while (Postmaster.Read(folder.Data) is { } postmaster)
        {
            if (postmaster.Port is { } port && await AnswersAsync(port, folder, cancellationToken))
            {
                return port;
            }

            if (Stopwatch.GetElapsedTime(began) > timeout)
            {
                throw new DatabaseUnavailableException(
                    $"The database in '{folder.Path}' is held by process {postmaster.ProcessId}, which does not answer: end that process and try again.");
            }

            await Task.Delay(Pause, cancellationToken);
        }

        return null;
    }

    private static async Task<(ServerProcess Server, int Port)> StartAsync(
        PostgresBinaries binaries, ServerAccount account, ClusterFolder folder, EmbeddedClusterOptions options, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var port = FreePort();
            var server = await ServerProcess.StartAsync(binaries, account, folder, port, options.Durable);
            try
            {
                if (await BecomesReadyAsync(server, port, folder, options.StartTimeout, cancellationToken))
                {
                    return (server, port);
                }
            }
            catch
            {
                await server.StopAsync();
                throw;
            }

            await server.StopAsync();
            var portWasTaken = folder.LastLogLines().Contains("could not create any TCP/IP sockets", StringComparison.Ordinal);
            if (!portWasTaken || attempt == PortAttempts)
            {
                throw new DatabaseUnavailableException($"PostgreSQL did not start on '{folder.Data}': {folder.LastLogLines()}");
            }
        }
    }

    private static async Task<bool> BecomesReadyAsync(ServerProcess server, int port, ClusterFolder folder, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        while (!server.HasExited && Stopwatch.GetElapsedTime(began) < timeout)
        {
            if (await AnswersAsync(port, folder, cancellationToken))
            {
                return true;
            }

            await Task.Delay(Pause, cancellationToken);
        }

        return false;
    }

    private static async Task<bool> AnswersAsync(int port, ClusterFolder folder, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = new NpgsqlConnection(Administration(port, folder.ReadPassword()));
            await connection.OpenAsync(cancellationToken);
            return true;
        }
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.InvalidPassword)
        {
            throw new DatabaseUnavailableException($"The password beside the database in '{folder.Path}' is not the server's: restore the file 'password' or remove the folder.", e);
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    private static string Administration(int port, string password) =>
        new NpgsqlConnectionStringBuilder(ConnectionString("postgres", port, password)) { Pooling = false, Timeout = 5 }.ConnectionString;

    private static string ConnectionString(string database, int port, string password) =>
        new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1",
            Port = port,
            Database = database,
            Username = ClusterFolder.Superuser,
            Password = password,
            SslMode = SslMode.Disable,
            GssEncryptionMode = GssEncryptionMode.Disable,
            Timezone = "UTC",
            ApplicationName = JourneyDatabase.ApplicationName,
        }.ConnectionString;

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, port: 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Takes the starting lock, within the time allowed once no other process uses the server, so that none attaches to a server about to stop.</summary>
    private async Task<FileStream?> WaitForOthersAsync()
    {
        var began = Stopwatch.GetTimestamp();
        while (true)
        {
            var starting = await _folder.LockStartingAsync(_options.StartTimeout, CancellationToken.None);
            if (starting is null || Stopwatch.GetElapsedTime(began) >= _options.Linger || !_folder.IsInUse())
            {
                return starting;
            }

            await starting.DisposeAsync();
            await Task.Delay(Pause);
        }
    }
}
