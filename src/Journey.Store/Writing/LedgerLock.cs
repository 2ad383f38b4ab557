using System.Globalization;
using System.Text.Json;
using JasperFx.Events;
using Marten;
using Npgsql;
using NpgsqlTypes;

namespace Journey.Store.Writing;

/// <summary>
/// Makes appends to one authority's ledger single file and stamps them: under the lock, before positions are drawn, every event of the
/// unit of work gets one instant, later than the ledger's last. So a position never separates two events of one unit of work, and the
/// knowledge clock never goes back. Expected versions and event ids are checked under the same lock, where nothing can overtake the answer.
/// </summary>
internal sealed class LedgerLock(TimeProvider clock) : DocumentSessionListenerBase
{
    /// <summary>Session header: the instant at which imported history was known (round-trip format).</summary>
    public const string StatedAt = "statedAt";

    /// <summary>The instant of the unit of work whose next part is being saved. Not a session header: those are kept with the events.</summary>
    public static AsyncLocal<DateTimeOffset?> Continues { get; } = new();

    /// <summary>What the unit of work that is being saved was decided on.</summary>
    public static AsyncLocal<DecidedOn?> Decided { get; } = new();

    /// <summary>A bucket of the sparse clock table is closed by the hour, or by this many positions.</summary>
    private const int BucketSize = 1000;

    private const string Look = $"""
        select pg_advisory_xact_lock(7301, hashtext(@tenant));
        select 1 from {StoreSchema.Name}.journey_segment_progress where tenant_id = @tenant;
        select seq_id, timestamp from {StoreSchema.Name}.mt_events
            where tenant_id = @tenant and type <> '{EventCatalogue.Tombstone}' order by seq_id desc limit 1;
        select position from {StoreSchema.Name}.journey_clock where tenant_id = @tenant order by known_at desc limit 1;
        select id, version from {StoreSchema.Name}.mt_streams where tenant_id = @tenant and id = any(@streams);
        select id from {StoreSchema.Name}.mt_events where tenant_id = @tenant and id = any(@events);
        select 1 from {StoreSchema.Name}.mt_events where tenant_id = @tenant and seq_id > @since and type = any(@names)
            and exists (select 1 from jsonb_path_query(data, '$.**') as said where said = any(@texts)) limit 1
        """;

    /// <inheritdoc/>
    public override async Task BeforeSaveChangesAsync(IDocumentSession session, CancellationToken token)
    {
        var streams = session.PendingChanges.Streams().Where(s => s.Events.Count > 0).ToList();
        if (streams.Count == 0)
        {
            return;
        }

        var authority = session.TenantId;
        if (streams.Exists(s => s.TenantId is { } other && other != authority))
        {
            throw new InvalidOperationException("One unit of work appends to one authority's ledger.");
        }

        await session.BeginTransactionAsync(token);
        var events = streams.SelectMany(s => s.Events).ToList();
        var decided = Decided.Value;
        var ledger = await LookAsync(session, authority, streams, events, decided, token);
        Check(streams, ledger, decided);
        var now = Microseconds(clock.GetUtcNow());
        var continued = Continues.Value;
        var at = continued ?? (session.GetHeader(StatedAt) is string stated ? Stated(stated, ledger.LastAt, now) : Next(ledger.LastAt, now));
        foreach (var pending in events)
        {
            pending.Timestamp = at;
        }

        if (continued is null)
        {
            Announce(session, authority, ledger, events.Count, at);
        }
    }

    private static async Task<LedgerState> LookAsync(
        IDocumentSession session, string authority, List<StreamAction> streams, List<IEvent> events, DecidedOn? decided, CancellationToken token)
    {
        await using var look = new NpgsqlCommand(Look);
        look.Parameters.Add(new NpgsqlParameter("tenant", NpgsqlDbType.Text) { Value = authority });
        look.Parameters.Add(new NpgsqlParameter("streams", NpgsqlDbType.Array | NpgsqlDbType.Uuid)
        {
            Value = streams.Select(s => s.Id).Concat(decided?.Versions.Keys ?? []).ToArray(),
        });
        look.Parameters.Add(new NpgsqlParameter("events", NpgsqlDbType.Array | NpgsqlDbType.Uuid) { Value = events.Select(e => e.Id).ToArray() });
        look.Parameters.Add(new NpgsqlParameter("since", NpgsqlDbType.Bigint) { Value = decided?.Position ?? long.MaxValue });
        look.Parameters.Add(new NpgsqlParameter("names", NpgsqlDbType.Array | NpgsqlDbType.Text) { Value = decided?.Names.ToArray() ?? [] });
        look.Parameters.Add(new NpgsqlParameter("texts", NpgsqlDbType.Array | NpgsqlDbType.Jsonb)
        {
            Value = decided?.Texts.Select(t => JsonSerializer.Serialize(t)).ToArray() ?? [],
        });

        // A connection with a prepared statement keeps its plans when it goes back to the pool, those of Marten's append function too.
        look.Connection = session.Connection;
        await look.PrepareAsync(token);
        await using var reader = await session.ExecuteReaderAsync(look, token);

        await reader.NextResultAsync(token);
        if (!await reader.ReadAsync(token))
        {
            throw new UnknownAuthorityException(authority);
        }

        var (last, lastAt, bucket) = (0L, (DateTimeOffset?)null, (long?)null);
        await reader.NextResultAsync(token);
        if (await reader.ReadAsync(token))
        {
            last = reader.GetInt64(0);
            lastAt = await reader.GetFieldValueAsync<DateTimeOffset>(1, token);
        }

        await reader.NextResultAsync(token);
        if (await reader.ReadAsync(token))
        {
            bucket = reader.GetInt64(0);
        }

        var versions = new Dictionary<Guid, long>();
        await reader.NextResultAsync(token);
        while (await reader.ReadAsync(token))
        {
            versions.Add(reader.GetGuid(0), reader.GetInt64(1));
        }

        var stored = new List<Guid>();
        await reader.NextResultAsync(token);
        while (await reader.ReadAsync(token))
        {
            stored.Add(reader.GetGuid(0));
        }

        await reader.NextResultAsync(token);
        return new LedgerState(last, lastAt, bucket, versions, stored, await reader.ReadAsync(token));
    }

    private static void Check(List<StreamAction> streams, LedgerState ledger, DecidedOn? decided)
    {
        if (ledger.Stored.Count > 0)
        {
            throw new AlreadyStoredException(ledger.Stored);
        }

        foreach (var stream in streams)
        {
            var expected = stream.ActionType == StreamActionType.Start ? 0 : stream.ExpectedVersionOnServer;
            var current = ledger.Versions.GetValueOrDefault(stream.Id);
            if (expected is { } version && version != current)
            {
                throw new StaleVersionException(stream.Id, version, current);
            }
        }

        if (ledger.Moved || decided?.Versions.Any(v => ledger.Versions.GetValueOrDefault(v.Key) != v.Value) == true)
        {
            throw new OvertakenException();
        }
    }

    /// <summary>Goes with the events, in the same round trip.</summary>
    private static void Announce(IDocumentSession session, string authority, LedgerState ledger, int count, DateTimeOffset at)
    {
        // A unit of work larger than a bucket gets one of its own, so that looking inside a bucket stays cheap.
        var opens = Opens(ledger.LastAt, ledger.Bucket, ledger.Last, count, at);
        session.QueueSqlCommand($"select pg_notify('{StoreSchema.Channel}', ?)", authority);
        if (opens)
        {
            session.QueueSqlCommand(
                $"insert into {StoreSchema.Name}.journey_clock (tenant_id, known_at, position) values (?, ?, ?)", authority, at, ledger.Last);
        }
    }

    /// <summary>True when a unit of work opens a bucket of the clock table: the first one, at another hour than the last, or when it would not fit.</summary>
    public static bool Opens(DateTimeOffset? lastAt, long? bucket, long last, int count, DateTimeOffset at) =>
        lastAt is not { } before || bucket is not { } first || Hour(before) != Hour(at) || last - first + count > BucketSize;

    private static DateTimeOffset Next(DateTimeOffset? last, DateTimeOffset now) =>
        last is { } previous && previous >= now ? previous.AddMicroseconds(1) : now;

    private static DateTimeOffset Stated(string text, DateTimeOffset? last, DateTimeOffset now)
    {
        var stated = Microseconds(DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind));
        return stated <= last || stated > now ? throw new KnowledgeClockException(stated, last, now) : stated;
    }

    /// <summary>As the database keeps it, in UTC.</summary>
    public static DateTimeOffset Microseconds(DateTimeOffset instant)
    {
        var utc = instant.ToUniversalTime();
        return utc.AddTicks(-(utc.Ticks % TimeSpan.TicksPerMicrosecond));
    }

    private static long Hour(DateTimeOffset instant) => instant.UtcTicks / TimeSpan.TicksPerHour;

    /// <summary>How the ledger stands while it is locked.</summary>
    private sealed record LedgerState(long Last, DateTimeOffset? LastAt, long? Bucket, Dictionary<Guid, long> Versions, List<Guid> Stored, bool Moved);
}
