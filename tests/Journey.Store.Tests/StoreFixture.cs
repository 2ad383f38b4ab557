using Journey.Kit;
using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Store.Access;
using Journey.Store.Projections;
using Journey.Store.Reading;
using Journey.Store.Writing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace Journey.Store.Tests;

/// <summary>A store on a database of its own, with a clock that tests move. The follower runs only when it is asked to.</summary>
public sealed class StoreFixture() : DatabaseFixture(Template)
{
    private static readonly DatabaseTemplate Template = new("store", async connection =>
    {
        await using var services = Build(connection, FakeClock.At(2026, 11, 20));
        await JourneySchema.ApplyAsync(services);
    });

    private ServiceProvider? _services;

    public static Actor Alex { get; } = new("alex", "practitioner");

    public static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public FakeTimeProvider Clock { get; } = FakeClock.At(2026, 11, 20);

    public LedgerWriter Writer => Get<LedgerWriter>();

    public RecordReader Reader => Get<RecordReader>();

    public KnowledgeClock Knowledge => Get<KnowledgeClock>();

    public SegmentReader Segments => Get<SegmentReader>();

    public SegmentFollower Follower => Get<SegmentFollower>();

    public SegmentRebuild Rebuild => Get<SegmentRebuild>();

    public Reconciliation Reconciliation => Get<Reconciliation>();

    public AccessLog Access => Get<AccessLog>();

    public NpgsqlDataSource Source => Get<NpgsqlDataSource>();

    public static ServiceProvider Build(string connection, TimeProvider clock, Action<IServiceCollection>? more = null)
    {
        var services = new ServiceCollection().AddLogging(l => l.SetMinimumLevel(LogLevel.None)).AddSingleton(clock).AddJourneyStore(connection);
        more?.Invoke(services);
        return services.BuildServiceProvider();
    }

    public static Appending Tell(Guid fact, IFact said) =>
        new(Guid.CreateVersion7(), Journey.Record.Facts.FactCatalogue.Of(said).Asserted(fact, said, null));

    public static Appending Say(IStatement statement) => new(Guid.CreateVersion7(), statement);

    public T Get<T>()
        where T : notnull => _services!.GetRequiredService<T>();

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _services = Build(ConnectionString, Clock);
    }

    public override async ValueTask DisposeAsync()
    {
        if (_services is not null)
        {
            await _services.DisposeAsync();
        }

        await base.DisposeAsync();
    }

    /// <summary>An authority no other test uses.</summary>
    public async Task<string> AuthorityAsync()
    {
        var authority = $"T{Guid.NewGuid():N}".ToUpperInvariant();
        await Writer.EnsureAuthorityAsync(authority, Cancelled);
        return authority;
    }

    public Task<Appended> AppendAsync(string authority, params StreamAppend[] streams) =>
        Writer.AppendAsync(authority, new Append(Alex, "told by phone", "visit-1", streams), Cancelled);

    public Task<Appended> AppendAsync(string authority, Guid child, long version, params Appending[] events) =>
        AppendAsync(authority, new StreamAppend(child, StreamKind.Child, version, events));

    public Task<Appended> ImportAsync(string authority, DateTimeOffset statedAt, params StreamAppend[] streams) => Writer.AppendAsync(
        authority,
        new Append(Alex, null, "load-1", streams, new Imported("ssda903", statedAt, Clock.GetUtcNow(), Guid.CreateVersion7())),
        Cancelled);

    public async Task<T?> OneAsync<T>(string sql, params object?[] parameters)
    {
        await using var connection = await Source.OpenConnectionAsync(Cancelled);
        return await connection.OneAsync<T>(sql, Cancelled, parameters);
    }

    public async Task RunAsync(string sql, params object?[] parameters)
    {
        await using var connection = await Source.OpenConnectionAsync(Cancelled);
        await connection.RunAsync(sql, Cancelled, parameters);
    }
}
