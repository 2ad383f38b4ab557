using System.Text.Json;
using JasperFx;
using JasperFx.Events;
using JasperFx.MultiTenancy;
using Journey.Record.Facts;
using Journey.Store.Access;
using Journey.Store.Projections;
using Journey.Store.Reading;
using Journey.Store.Writing;
using Marten;
using Marten.Services.Json.Transformations.SystemTextJson;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Weasel.Core;
using Wolverine;
using Wolverine.ErrorHandling;
using Wolverine.Marten;

namespace Journey.Store;

/// <summary>The one place that configures Marten.</summary>
public static class StoreRegistration
{
    /// <summary>
    /// Adds the ledger, its readers and writer, the segment table and its follower, and the access log. A <see cref="TimeProvider"/> must be
    /// registered by the host. Nothing connects until it is used; <see cref="JourneySchema.ApplyAsync"/> creates what is missing.
    /// </summary>
    public static IServiceCollection AddJourneyStore(this IServiceCollection services, string connectionString)
    {
        services.AddSingleton(_ => DataSource(connectionString));
        services.AddMarten(Configure)
            .UseLightweightSessions()
            .UseNpgsqlDataSource()
            .IntegrateWithWolverine(m => m.MessageStorageSchemaName = StoreSchema.Messages);
        services.ConfigureMarten((provider, options) =>
        {
            var clock = provider.GetRequiredService<TimeProvider>();
            options.Events.TimeProvider = clock;
            options.Listeners.Add(new LedgerLock(clock));
        });
        services.AddSingleton<IWolverineExtension, StoreMessaging>();

        // Marten logs a refused append as an error with its stack; the exception reaches the caller, who knows whether it is one.
        services.AddLogging(l => l.AddFilter("Marten.IDocumentStore", LogLevel.None));

        services.AddSingleton<Authorities>();
        services.AddSingleton<LedgerWriter>();
        services.AddSingleton<LedgerLoad>();
        services.AddSingleton<KnowledgeClock>();
        services.AddSingleton<RecordReader>();
        services.AddSingleton<ChildReader>();
        services.AddSingleton<SegmentReader>();
        services.AddSingleton<SegmentRebuild>();
        services.AddSingleton<Reconciliation>();
        services.AddSingleton<AccessLog>();
        services.AddSingleton<NamedBases>();
        services.AddSingleton<SegmentFollower>();
        services.AddHostedService(provider => provider.GetRequiredService<SegmentFollower>());
        return services;
    }

    // The same few statements make up every command; preparing them by themselves gives a third more commands a second (tools/Journey.Bench,
    // command). Sessions are still reset when they go back to the pool: a lock that was left behind must not outlive its use.
    private static NpgsqlDataSource DataSource(string connectionString) => NpgsqlDataSource.Create(
        new NpgsqlConnectionStringBuilder(connectionString) { Timezone = "UTC", IncludeErrorDetail = false, ApplicationName = "journey", MaxAutoPrepare = 60, AutoPrepareMinUsages = 3 });

    private static void Configure(StoreOptions options)
    {
        options.DatabaseSchemaName = StoreSchema.Name;
        options.AutoCreateSchemaObjects = AutoCreate.None;
        options.UseSystemTextJsonForSerialization(JourneyJson.Create(), EnumStorage.AsString, Casing.CamelCase);

        options.Events.StreamIdentity = StreamIdentity.AsGuid;
        options.Events.AppendMode = EventAppendMode.QuickWithServerTimestamps;
        options.Events.TenancyStyle = TenancyStyle.Conjoined;
        options.Events.UseTenantPartitionedEvents = true;
        options.Policies.AllDocumentsAreMultiTenanted();
        options.Events.UseMandatoryStreamTypeDeclaration = true;
        options.Events.EnableUniqueIndexOnEventId = true;
        options.Events.MetadataConfig.CorrelationIdEnabled = true;
        options.Events.MetadataConfig.CausationIdEnabled = true;
        options.Events.MetadataConfig.UserNameEnabled = true;
        options.Events.MetadataConfig.HeadersEnabled = true;

        options.Projections.Errors.SkipApplyErrors = false;
        options.Projections.Errors.SkipSerializationErrors = false;
        options.Projections.Errors.SkipUnknownEvents = false;
        options.Projections.RebuildErrors.SkipApplyErrors = false;
        options.Projections.RebuildErrors.SkipSerializationErrors = false;
        options.Projections.RebuildErrors.SkipUnknownEvents = false;

        foreach (var (name, type) in EventCatalogue.ByName)
        {
            options.Events.MapEventType(type, name);
        }

        foreach (var (type, name) in FactCatalogue.All.SelectMany(f => f.Retired.Select(r => (f.EventType, r.Name))))
        {
            options.Events.Upcast(type, name, JsonTransformations.Upcast(json => EventCatalogue.Read(name, JsonSerializer.SerializeToUtf8Bytes(json))));
        }
    }

    /// <summary>One process handles messages; what it has accepted survives a crash.</summary>
    private sealed class StoreMessaging : IWolverineExtension
    {
        /// <summary>A lost race is over at once; a database that is away may be so for an hour.</summary>
        private static readonly TimeSpan[] Waits =
            [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(5), TimeSpan.FromHours(1)];

        public void Configure(WolverineOptions options)
        {
            options.Durability.Mode = DurabilityMode.Solo;
            options.Policies.AutoApplyTransactions();
            options.Policies.UseDurableLocalQueues();
            options.OnAnyException().ScheduleRetry(Waits).Then.MoveToErrorQueue();
        }
    }
}
