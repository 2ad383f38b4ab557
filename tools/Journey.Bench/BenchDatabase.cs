using Journey.Generator;
using Journey.Store;
using Journey.Store.Embedded;
using Journey.Store.Projections;
using Journey.Store.Reading;
using Journey.Store.Writing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Journey.Bench;

/// <summary>A cluster of its own on loopback, as careful with its files as a real one, thrown away at the end; and the store on it.</summary>
internal sealed class BenchDatabase : IAsyncDisposable
{
    private readonly EmbeddedCluster _cluster;
    private readonly ServiceProvider _services;
    private int _authorities;

    private BenchDatabase(string folder, EmbeddedCluster cluster, ServiceProvider services)
    {
        Folder = folder;
        _cluster = cluster;
        _services = services;
    }

    /// <summary>Where the cluster's files are.</summary>
    public string Folder { get; }

    public string ConnectionString => _cluster.ConnectionString("journey");

    public NpgsqlDataSource Source => _services.GetRequiredService<NpgsqlDataSource>();

    public LedgerWriter Writer => _services.GetRequiredService<LedgerWriter>();

    public RecordReader Reader => _services.GetRequiredService<RecordReader>();

    public KnowledgeClock Knowledge => _services.GetRequiredService<KnowledgeClock>();

    public ChildReader Children => _services.GetRequiredService<ChildReader>();

    public SegmentReader Segments => _services.GetRequiredService<SegmentReader>();

    public SegmentFollower Follower => _services.GetRequiredService<SegmentFollower>();

    public SegmentRebuild Rebuild => _services.GetRequiredService<SegmentRebuild>();

    public Reconciliation Reconciliation => _services.GetRequiredService<Reconciliation>();

    public Loader Loader => _services.GetRequiredService<Loader>();

    /// <summary>Synthetic authorities by the number of their children, made when first asked for.</summary>
    public Dictionary<int, Synthetic> Synthetics { get; } = [];

    public static async Task<BenchDatabase> StartAsync()
    {
        var folder = Path.Combine(Path.GetTempPath(), $"journey-bench-{Environment.ProcessId}");
        Directory.CreateDirectory(folder);
        var cluster = await EmbeddedCluster.StartOrAttachAsync(new EmbeddedClusterOptions { DataRoot = folder, Durable = true });
        await cluster.EnsureDatabaseAsync("journey");
#pragma warning disable RS0030 // This is a composition root.
        var clock = TimeProvider.System;
#pragma warning restore RS0030
        var services = new ServiceCollection()
            .AddLogging(l => l.SetMinimumLevel(LogLevel.None))
            .AddSingleton(clock)
            .AddJourneyStore(cluster.ConnectionString("journey"))
            .AddSingleton<Loader>()
            .BuildServiceProvider();
        await JourneySchema.ApplyAsync(services);
        return new BenchDatabase(folder, cluster, services);
    }

    /// <summary>Creates an authority with an empty ledger.</summary>
    public async Task<string> AuthorityAsync()
    {
        var authority = $"B{++_authorities:000}";
        await Writer.EnsureAuthorityAsync(authority);
        return authority;
    }

    public async Task RunAsync(string sql)
    {
        await using var command = Source.CreateCommand(sql);
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync();
    }

    public async Task<T> OneAsync<T>(string sql)
    {
        await using var command = Source.CreateCommand(sql);
        command.CommandTimeout = 0;
        return (T)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>Every row of an answer, read from the columns.</summary>
    public async Task<List<T>> ListAsync<T>(string sql, Func<NpgsqlDataReader, T> read, params object[] parameters)
    {
        await using var command = Source.CreateCommand(sql);
        command.CommandTimeout = 0;
        foreach (var parameter in parameters)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = parameter });
        }

        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<T>();
        while (await reader.ReadAsync())
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    /// <summary>Makes what was written so far the past: no page of it is left to be written during what is timed next.</summary>
    public Task SettleAsync() => RunAsync("checkpoint");

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _cluster.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
