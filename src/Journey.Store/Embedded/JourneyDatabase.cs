using Npgsql;

namespace Journey.Store.Embedded;

/// <summary>The database to use: the one given, else one in the private cluster.</summary>
public sealed class JourneyDatabase : IAsyncDisposable
{
    /// <summary>How Journey's connections name themselves to the server.</summary>
    public const string ApplicationName = "journey";

    private const string DatabaseName = "journey";

    private readonly EmbeddedCluster? _cluster;

    private JourneyDatabase(string connectionString, EmbeddedCluster? cluster)
    {
        ConnectionString = connectionString;
        _cluster = cluster;
    }

    /// <summary>What to connect with.</summary>
    public string ConnectionString { get; }

    /// <summary>Whether the private cluster serves it.</summary>
    public bool IsEmbedded => _cluster is not null;

    /// <summary>Uses the connection string when one is given and starts nothing; else starts the private cluster or attaches to it. Dispose in a <c>finally</c>.</summary>
    /// <exception cref="DatabaseUnavailableException">Something is missing; the message says what.</exception>
    public static async Task<JourneyDatabase> ResolveAsync(
        string? connectionString, EmbeddedClusterOptions? options = null, CancellationToken cancellationToken = default)
    {
        if (!string.IsNullOrWhiteSpace(connectionString))
        {
            return new JourneyDatabase(Given(connectionString), cluster: null);
        }

        var cluster = await EmbeddedCluster.StartOrAttachAsync(options ?? new EmbeddedClusterOptions(), cancellationToken);
        try
        {
            await cluster.EnsureDatabaseAsync(DatabaseName, cancellationToken);
            return new JourneyDatabase(cluster.ConnectionString(DatabaseName), cluster);
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _cluster?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static string Given(string connectionString)
    {
        try
        {
            var builder = new NpgsqlConnectionStringBuilder(connectionString) { Timezone = "UTC" };
            builder.ApplicationName ??= ApplicationName;
            return builder.ConnectionString;
        }
        catch (ArgumentException e)
        {
            throw new DatabaseUnavailableException("The connection string given for the database cannot be read: write it as 'Host=...;Database=...;Username=...;Password=...'.", e);
        }
    }
}
