using JasperFx.Events;
using Marten;
using Marten.Services;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Wolverine;
using Wolverine.Marten;

namespace Journey.Store.Writing;

/// <summary>Appends to ledgers. It keeps what was decided elsewhere, and refuses only what would break the ledger itself.</summary>
public sealed class LedgerWriter(IDocumentStore store, NpgsqlDataSource source, Authorities authorities, IServiceScopeFactory scopes)
{
    private const int PartSize = 20_000;

    /// <summary>Creates the authority's ledger when it is missing; see <see cref="Authorities.EnsureAsync"/>.</summary>
    public Task EnsureAuthorityAsync(string authority, CancellationToken cancellation = default) =>
        authorities.EnsureAsync(authority, cancellation);

    /// <inheritdoc cref="AppendAsync(string, Append, IProgress{long}?, CancellationToken)"/>
    public Task<Appended> AppendAsync(string authority, Append append, CancellationToken cancellation = default) =>
        AppendAsync(authority, append, null, cancellation);

    /// <summary>Appends all streams in one transaction, at one instant.</summary>
    /// <param name="authority">The authority's code.</param>
    /// <param name="append">What to append.</param>
    /// <param name="progress">Told how many events were sent so far, where they are too many to be sent at once.</param>
    /// <param name="cancellation">Until the commit, cancelling leaves nothing behind.</param>
    /// <exception cref="StaleVersionException">A stream stands at another version than expected.</exception>
    /// <exception cref="AlreadyStoredException">An event id is already stored.</exception>
    /// <exception cref="KnowledgeClockException">The stated instant is not after the ledger's last, or in the future.</exception>
    /// <exception cref="UnknownAuthorityException">The authority has no ledger.</exception>
    /// <exception cref="ArgumentException">No events, no actor, or a stream or event named twice.</exception>
    public async Task<Appended> AppendAsync(
        string authority, Append append, IProgress<long>? progress, CancellationToken cancellation)
    {
        Check(append);
        if (!await authorities.ExistsAsync(authority, cancellation))
        {
            throw new UnknownAuthorityException(authority);
        }

        var parts = Parts(append.Streams);
        List<IEvent> last;
        if (parts.Count == 1)
        {
            last = await SaveAsync(new SessionOptions { TenantId = authority }, append, parts[0], null, cancellation);
        }
        else
        {
            last = [];
            await using var connection = await source.OpenConnectionAsync(cancellation);
            await using var transaction = await connection.BeginTransactionAsync(cancellation);
            var sent = 0L;
            foreach (var part in parts)
            {
                var options = SessionOptions.ForTransaction(transaction);
                options.TenantId = authority;
                last = await SaveAsync(options, append, part, last.Count > 0 ? last[0].Timestamp : null, cancellation);
                progress?.Report(sent += last.Count);
            }

            await transaction.CommitAsync(cancellation);
        }

        var versions = append.Streams.ToDictionary(s => s.Stream, s => s.ExpectedVersion + s.Events.Count);
        var position = await PositionAsync(authority, append.Streams[^1].Stream, versions[append.Streams[^1].Stream], last, cancellation);
        return new Appended(position, last[0].Timestamp, versions);
    }

    /// <summary>Keeps messages that go with no event.</summary>
    public async Task SendAsync(string authority, IReadOnlyList<Later> later, CancellationToken cancellation = default)
    {
        await using var session = store.LightweightSession(authority);
        await using var scope = await EnrollAsync(session, later);
        await session.SaveChangesAsync(cancellation);
    }

    /// <summary>True when every one of these events is stored: the act was done before.</summary>
    public async Task<bool> KnownAsync(string authority, IReadOnlyCollection<Guid> eventIds, CancellationToken cancellation = default) =>
        await FindAsync(authority, eventIds, cancellation) is not null;

    /// <summary>What appending these events answered when it was done; null unless every one of them is stored.</summary>
    public async Task<Appended?> FindAsync(string authority, IReadOnlyCollection<Guid> eventIds, CancellationToken cancellation = default)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        var stored = await connection.ListAsync(
            $"select stream_id, version, seq_id, timestamp from {StoreSchema.Name}.mt_events where tenant_id = $1 and id = any($2)",
            r => (Stream: r.GetGuid(0), Version: r.GetInt64(1), Position: r.GetInt64(2), KnownAt: r.GetFieldValue<DateTimeOffset>(3)),
            cancellation,
            authority,
            eventIds.Distinct().ToArray());
        if (stored.Count == 0 || stored.Count < eventIds.Distinct().Count())
        {
            return null;
        }

        // What followed from the act was appended with it: its unit of work ends before the first event of a later instant.
        var (position, at) = (stored.Max(e => e.Position), stored.Max(e => e.KnownAt));
        var last = await connection.OneAsync<long>(
            $"""
            select max(seq_id) from {StoreSchema.Name}.mt_events where tenant_id = $1 and seq_id >= $2 and type <> '{EventCatalogue.Tombstone}'
                and seq_id < coalesce((select seq_id from {StoreSchema.Name}.mt_events
                    where tenant_id = $1 and seq_id > $2 and timestamp > $3 order by seq_id limit 1), 9223372036854775807)
            """,
            cancellation,
            authority,
            position,
            at);
        return new Appended(last, at, stored.GroupBy(e => e.Stream).ToDictionary(s => s.Key, s => s.Max(e => e.Version)));
    }

    /// <summary>Streams in parts of a bounded number of events: what is sent at once is held in memory, serialised, until it is sent.</summary>
    private static List<List<StreamAppend>> Parts(IReadOnlyList<StreamAppend> streams)
    {
        var parts = new List<List<StreamAppend>> { new() };
        var events = 0;
        foreach (var stream in streams)
        {
            if (events > 0 && events + stream.Events.Count > PartSize)
            {
                parts.Add([]);
                events = 0;
            }

            parts[^1].Add(stream);
            events += stream.Events.Count;
        }

        return parts;
    }

    /// <summary>Sends some streams of a unit of work; <paramref name="at"/> is its instant when some were sent before.</summary>
    private async Task<List<IEvent>> SaveAsync(
        SessionOptions options, Append append, List<StreamAppend> streams, DateTimeOffset? at, CancellationToken cancellation)
    {
        await using var session = store.LightweightSession(options);
        session.LastModifiedBy = append.Actor.Id;
        session.CorrelationId = append.Correlation;
        if (append.Imported is { } imported)
        {
            session.SetHeader(LedgerLock.StatedAt, imported.StatedAt.ToString("O"));
        }

        var events = new List<IEvent>();
        foreach (var stream in streams)
        {
            var pending = stream.Events.Select(e => Event(session, append, stream, e)).ToArray();
            events.AddRange(pending);
            if (stream.ExpectedVersion == 0)
            {
                session.Events.StartStream(StreamTypes.Of(stream.Kind), stream.Stream, pending.ToArray<object>());
            }
            else
            {
                session.Events.Append(stream.Stream, stream.ExpectedVersion + pending.Length, pending.ToArray<object>());
            }
        }

        await using var scope = await EnrollAsync(session, at is null ? append.Later : null);
        LedgerLock.Continues.Value = at;
        LedgerLock.Decided.Value = append.DecidedOn;
        try
        {
            await session.SaveChangesAsync(cancellation);
            return events;
        }
        catch (Exception exception) when (AlreadyStored(exception))
        {
            throw new AlreadyStoredException([.. events.Select(e => e.Id)]);
        }
    }

    /// <summary>Puts messages into the session's transaction; they are handed on once it has committed.</summary>
    private async Task<IAsyncDisposable?> EnrollAsync(IDocumentSession session, IReadOnlyList<Later>? later)
    {
        if (later is not { Count: > 0 })
        {
            return null;
        }

        var scope = scopes.CreateAsyncScope();
        var outbox = scope.ServiceProvider.GetRequiredService<IMartenOutbox>();
        outbox.Enroll(session);
        foreach (var one in later)
        {
            await (one.Wait > TimeSpan.Zero ? outbox.ScheduleAsync(one.Message, one.Wait) : outbox.PublishAsync(one.Message));
        }

        return scope;
    }

    private static IEvent Event(IDocumentSession session, Append append, StreamAppend stream, Appending appending)
    {
        var pending = session.Events.BuildEvent(appending.Statement);
        pending.Id = appending.EventId;
        Headers.Of(append, stream, appending).WriteTo(pending);
        return pending;
    }

    internal static void Check(Append append)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(append.Actor?.Id, nameof(append));
        ArgumentException.ThrowIfNullOrWhiteSpace(append.Actor.Role, nameof(append));
        ArgumentException.ThrowIfNullOrWhiteSpace(append.Correlation, nameof(append));
        if (append.Streams.Count == 0 || append.Streams.Any(s => s.Events.Count == 0 || s.ExpectedVersion < 0))
        {
            throw new ArgumentException("Every stream is given events and a version of at least 0.", nameof(append));
        }

        if (append.Streams.Select(s => s.Stream).Distinct().Count() < append.Streams.Count)
        {
            throw new ArgumentException("A stream is named once.", nameof(append));
        }

        var ids = append.Streams.SelectMany(s => s.Events).Select(e => e.EventId).ToList();
        if (ids.Contains(Guid.Empty) || ids.Distinct().Count() < ids.Count)
        {
            throw new ArgumentException("Every event has an id of its own.", nameof(append));
        }
    }

    private static bool AlreadyStored(Exception? exception) => exception is not null
        && ((exception is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } violation
            && violation.ConstraintName?.Contains("event_id", StringComparison.Ordinal) == true)
            || AlreadyStored(exception.InnerException));

    /// <summary>Marten does not report the positions of events it inserts at a given version; they are read back by stream and version.</summary>
    private async Task<long> PositionAsync(string authority, Guid stream, long version, List<IEvent> events, CancellationToken cancellation)
    {
        if (events.TrueForAll(e => e.Sequence > 0))
        {
            return events.Max(e => e.Sequence);
        }

        await using var connection = await source.OpenConnectionAsync(cancellation);
        return await connection.OneAsync<long>(
            $"select seq_id from {StoreSchema.Name}.mt_events where tenant_id = $1 and stream_id = $2 and version = $3",
            cancellation,
            authority,
            stream,
            version);
    }
}
