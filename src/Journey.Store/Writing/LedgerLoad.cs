using System.Text.Json;
using System.Threading.Channels;
using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Npgsql;
using NpgsqlTypes;

namespace Journey.Store.Writing;

/// <summary>
/// The first load of an empty authority: many acts, each at the instant at which it was known, in one transaction. Marten stamps a unit of work
/// with one instant and orders it by stream, so acts of many instants would be as many transactions; here the rows that those would write are
/// copied, in order of knowledge. Ledgers written either way are equal but for <c>loadedAt</c>.
/// </summary>
public sealed class LedgerLoad(NpgsqlDataSource source, Authorities authorities, TimeProvider clock)
{
    private const int Ahead = 4096;

    private const string Columns =
        "seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type, correlation_id, headers, user_name, is_archived";

    private static readonly Dictionary<Type, (string Name, string DotNet)> Types = EventCatalogue.ByName
        .ToDictionary(e => e.Value, e => (e.Key, $"{e.Value.FullName}, {e.Value.Assembly.GetName().Name}"));

    /// <summary>
    /// Loads acts in order, all or none of them, and returns how many events they hold. Every act is marked as imported; instants ascend and
    /// none lies in the future; expected versions are those that the acts before it leave.
    /// </summary>
    /// <exception cref="LedgerNotEmptyException">The ledger holds something already.</exception>
    /// <exception cref="KnowledgeClockException">An act is not later than the one before it, or lies in the future.</exception>
    /// <exception cref="StaleVersionException">An act expects another version than the acts before it leave.</exception>
    public async Task<long> RunAsync(string authority, IEnumerable<Append> acts, IProgress<long>? progress = null, CancellationToken cancellation = default)
    {
        if (!await authorities.ExistsAsync(authority, cancellation))
        {
            throw new UnknownAuthorityException(authority);
        }

        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await connection.RunAsync("select pg_advisory_xact_lock($1, hashtext($2))", cancellation, StoreSchema.LedgerLock, authority);
        if (await connection.OneAsync<int>(
            $"select 1 from {StoreSchema.Name}.mt_events where tenant_id = $1 and type <> '{EventCatalogue.Tombstone}' limit 1", cancellation, authority) == 1)
        {
            throw new LedgerNotEmptyException(authority);
        }

        var sequence = $"{StoreSchema.Name}.\"mt_events_sequence_{StoreSchema.Checked(authority)}\"";
        var first = await connection.OneAsync<long>($"select nextval('{sequence}')", cancellation);
        var load = new Loading(authority, first, LedgerLock.Microseconds(clock.GetUtcNow()));
        await CopyAsync(connection, load, acts, progress, cancellation);
        await CopyStreamsAsync(connection, load, cancellation);
        await CopyClockAsync(connection, load, cancellation);
        if (load.Last >= first)
        {
            await connection.RunAsync($"select setval('{sequence}', $1)", cancellation, load.Last);
        }

        await connection.RunAsync($"select pg_notify('{StoreSchema.Channel}', $1)", cancellation, authority);
        await transaction.CommitAsync(cancellation);
        await connection.RunAsync($"analyze {StoreSchema.Name}.mt_events", cancellation);
        return load.Last - first + 1;
    }

    /// <summary>Acts are made and serialised on one core while the rows before them are sent from the other.</summary>
    private static async Task CopyAsync(
        NpgsqlConnection connection, Loading load, IEnumerable<Append> acts, IProgress<long>? progress, CancellationToken cancellation)
    {
        var rows = Channel.CreateBounded<EventRow>(new BoundedChannelOptions(Ahead) { SingleReader = true, SingleWriter = true });
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var making = Task.Run(
            async () =>
            {
                try
                {
                    foreach (var row in acts.SelectMany(load.Rows))
                    {
                        await rows.Writer.WriteAsync(row, stop.Token);
                    }

                    rows.Writer.Complete();
                }
                catch (Exception exception)
                {
                    rows.Writer.Complete(exception);
                }
            },
            CancellationToken.None);
        try
        {
            await using var copy = await connection.BeginBinaryImportAsync(
                $"copy {StoreSchema.Name}.mt_events ({Columns}) from stdin (format binary)", cancellation);
            var sent = 0L;
            await foreach (var row in rows.Reader.ReadAllAsync(cancellation))
            {
                await WriteAsync(copy, load.Authority, row, cancellation);
                if (++sent % 5000 == 0)
                {
                    progress?.Report(sent);
                }
            }

            await copy.CompleteAsync(cancellation);
            progress?.Report(sent);
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            throw new AlreadyStoredException([]);
        }
        finally
        {
            await stop.CancelAsync();
            await making;
        }
    }

    private static async Task WriteAsync(NpgsqlBinaryImporter copy, string authority, EventRow row, CancellationToken cancellation)
    {
        var (name, type) = Types[row.Type];
        await copy.StartRowAsync(cancellation);
        await copy.WriteAsync(row.Position, NpgsqlDbType.Bigint, cancellation);
        await copy.WriteAsync(row.EventId, NpgsqlDbType.Uuid, cancellation);
        await copy.WriteAsync(row.Stream, NpgsqlDbType.Uuid, cancellation);
        await copy.WriteAsync(row.Version, NpgsqlDbType.Bigint, cancellation);
        await copy.WriteAsync(row.Json, NpgsqlDbType.Jsonb, cancellation);
        await copy.WriteAsync(name, NpgsqlDbType.Varchar, cancellation);
        await copy.WriteAsync(row.At, NpgsqlDbType.TimestampTz, cancellation);
        await copy.WriteAsync(authority, NpgsqlDbType.Varchar, cancellation);
        await copy.WriteAsync(type, NpgsqlDbType.Varchar, cancellation);
        await copy.WriteAsync(row.Correlation, NpgsqlDbType.Varchar, cancellation);
        await copy.WriteAsync(row.Headers, NpgsqlDbType.Jsonb, cancellation);
        await copy.WriteAsync(row.Actor, NpgsqlDbType.Varchar, cancellation);
        await copy.WriteAsync(false, NpgsqlDbType.Boolean, cancellation);
    }

    private static async Task CopyStreamsAsync(NpgsqlConnection connection, Loading load, CancellationToken cancellation)
    {
        await using var copy = await connection.BeginBinaryImportAsync(
            $"copy {StoreSchema.Name}.mt_streams (tenant_id, id, type, version, timestamp, created, is_archived) from stdin (format binary)", cancellation);
        foreach (var (stream, (kind, version)) in load.Streams)
        {
            await copy.StartRowAsync(cancellation);
            await copy.WriteAsync(load.Authority, NpgsqlDbType.Varchar, cancellation);
            await copy.WriteAsync(stream, NpgsqlDbType.Uuid, cancellation);
            await copy.WriteAsync(StreamTypes.Name(kind), NpgsqlDbType.Varchar, cancellation);
            await copy.WriteAsync(version, NpgsqlDbType.Bigint, cancellation);
            await copy.WriteAsync(load.Now, NpgsqlDbType.TimestampTz, cancellation);
            await copy.WriteAsync(load.Now, NpgsqlDbType.TimestampTz, cancellation);
            await copy.WriteAsync(false, NpgsqlDbType.Boolean, cancellation);
        }

        await copy.CompleteAsync(cancellation);
    }

    private static async Task CopyClockAsync(NpgsqlConnection connection, Loading load, CancellationToken cancellation)
    {
        await using var copy = await connection.BeginBinaryImportAsync(
            $"copy {StoreSchema.Name}.journey_clock (tenant_id, known_at, position) from stdin (format binary)", cancellation);
        foreach (var (at, position) in load.Buckets)
        {
            await copy.StartRowAsync(cancellation);
            await copy.WriteAsync(load.Authority, NpgsqlDbType.Text, cancellation);
            await copy.WriteAsync(at, NpgsqlDbType.TimestampTz, cancellation);
            await copy.WriteAsync(position, NpgsqlDbType.Bigint, cancellation);
        }

        await copy.CompleteAsync(cancellation);
    }

    private sealed record EventRow(
        long Position, Guid EventId, Guid Stream, long Version, byte[] Json, Type Type, DateTimeOffset At, string Correlation, byte[] Headers, string Actor);

    /// <summary>How the ledger stands while it is loaded.</summary>
    private sealed class Loading(string authority, long first, DateTimeOffset now)
    {
        private long? _bucket;
        private DateTimeOffset? _lastAt;

        public string Authority => authority;

        public DateTimeOffset Now => now;

        public long Last { get; private set; } = first - 1;

        public Dictionary<Guid, (StreamKind Kind, long Version)> Streams { get; } = [];

        public List<(DateTimeOffset At, long Position)> Buckets { get; } = [];

        public IEnumerable<EventRow> Rows(Append act)
        {
            LedgerWriter.Check(act);
            var stated = act.Imported?.StatedAt ?? throw new ArgumentException("What is loaded says when it was known.", nameof(act));
            var at = LedgerLock.Microseconds(stated);
            if (at <= _lastAt || at > now)
            {
                throw new KnowledgeClockException(at, _lastAt, now);
            }

            // The sequence begins at 1, so before the first event the ledger's last position is 0, whatever was drawn and given up.
            var before = _lastAt is null ? 0 : Last;
            if (LedgerLock.Opens(_lastAt, _bucket, before, act.Streams.Sum(s => s.Events.Count), at))
            {
                Buckets.Add((at, before));
                _bucket = before;
            }

            _lastAt = at;
            foreach (var stream in act.Streams)
            {
                var version = Streams.TryGetValue(stream.Stream, out var stands) ? stands.Version : 0;
                if (version != stream.ExpectedVersion)
                {
                    throw new StaleVersionException(stream.Stream, stream.ExpectedVersion, version);
                }

                Streams[stream.Stream] = (stream.Kind, version + stream.Events.Count);
                foreach (var appending in stream.Events)
                {
                    yield return new EventRow(
                        ++Last, appending.EventId, stream.Stream, ++version, Json(appending.Statement), appending.Statement.GetType(), at, act.Correlation,
                        JsonSerializer.SerializeToUtf8Bytes(Headers.Of(act, stream, appending).Values(), JourneyJson.Options), act.Actor.Id);
                }
            }
        }

        private static byte[] Json(IStatement statement) => JsonSerializer.SerializeToUtf8Bytes(statement, statement.GetType(), JourneyJson.Options);
    }
}
