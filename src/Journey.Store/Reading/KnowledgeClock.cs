using Npgsql;

namespace Journey.Store.Reading;

/// <summary>
/// What was known: a position in the ledger, repeatable for ever. <paramref name="KnownAt"/> is the instant asked for, null when none was.
/// Not <paramref name="Final"/>: a later event may still become known at or before that instant, or no instant was asked for.
/// </summary>
public sealed record Knowledge(long Position, DateTimeOffset? KnownAt, bool Final);

/// <summary>Turns instants of knowledge into positions of an authority's ledger, and back.</summary>
public sealed class KnowledgeClock(NpgsqlDataSource source)
{
    // Instants ascend along positions, so the rows of the clock beside an instant are those beside its position, found through the primary key (a
    // least or greatest position would read every row on one side); and the events of a bucket known by an instant are its first ones: looking from
    // its end back touches at most one bucket.
    private const string Resolve = $"""
        with
        bucket as (
            select coalesce((
                select position from {StoreSchema.Name}.journey_clock where tenant_id = $1 and known_at <= $2 order by known_at desc limit 1), 0) as first, (
                select position from {StoreSchema.Name}.journey_clock where tenant_id = $1 and known_at > $2 order by known_at limit 1) as last),
        known as (
            select coalesce((
                select seq_id from {StoreSchema.Name}.mt_events
                where tenant_id = $1 and seq_id > bucket.first and seq_id <= coalesce(bucket.last, 9223372036854775807)
                    and timestamp <= $2 and type <> '{EventCatalogue.Tombstone}'
                order by seq_id desc limit 1), bucket.first) as position
            from bucket)
        select known.position, (
            select seq_id from {StoreSchema.Name}.mt_events
            where tenant_id = $1 and seq_id > known.position and type <> '{EventCatalogue.Tombstone}'
            order by seq_id limit 1)
        from known
        """;

    /// <summary>The ledger's last position; 0 when it is empty. Nothing uncommitted lies below it.</summary>
    public async Task<long> HeadAsync(string authority, CancellationToken cancellation = default)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        return await HeadAsync(connection, authority, cancellation);
    }

    /// <summary>
    /// The position at which everything known at or before an instant stands: just below the first event known later, which makes it
    /// final, or the head while there is none. Without an instant, the head.
    /// </summary>
    public async Task<Knowledge> ResolveAsync(string authority, DateTimeOffset? known, CancellationToken cancellation = default)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        if (known is not { } instant)
        {
            return new Knowledge(await HeadAsync(connection, authority, cancellation), null, false);
        }

        await using var command = connection.Command(Resolve, authority, instant.ToUniversalTime());
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        await reader.ReadAsync(cancellation);
        return await reader.IsDBNullAsync(1, cancellation)
            ? new Knowledge(reader.GetInt64(0), known, false)
            : new Knowledge(reader.GetInt64(1) - 1, known, true);
    }

    /// <summary>The instant (UTC) at which the last event at or below a position became known; null before the first.</summary>
    public async Task<DateTimeOffset?> KnownAtAsync(string authority, long position, CancellationToken cancellation = default)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        return await connection.OneAsync<DateTime?>(
            $"select timestamp from {StoreSchema.Name}.mt_events where tenant_id = $1 and seq_id <= $2 and type <> '{EventCatalogue.Tombstone}' order by seq_id desc limit 1",
            cancellation,
            authority,
            position) is { } known ? new DateTimeOffset(known, TimeSpan.Zero) : null;
    }

    /// <summary>True when a position lies between two units of work, or at an end of the ledger: no act is known by half there.</summary>
    public async Task<bool> IsBoundaryAsync(string authority, long position, CancellationToken cancellation = default)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        return await connection.OneAsync<bool>(
            $"""
            select (select timestamp from {StoreSchema.Name}.mt_events where tenant_id = $1 and seq_id <= $2 and type <> '{EventCatalogue.Tombstone}' order by seq_id desc limit 1)
                is distinct from
                (select timestamp from {StoreSchema.Name}.mt_events where tenant_id = $1 and seq_id > $2 and type <> '{EventCatalogue.Tombstone}' order by seq_id limit 1)
                or not exists (select 1 from {StoreSchema.Name}.mt_events where tenant_id = $1)
            """,
            cancellation,
            authority,
            position);
    }

    /// <summary>How far the database's clock is ahead of another; for the health check that compares it with the machine's.</summary>
    public async Task<TimeSpan> SkewAsync(TimeProvider machine, CancellationToken cancellation = default)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        var before = machine.GetUtcNow();
        var database = await connection.OneAsync<DateTime>("select clock_timestamp()", cancellation);
        var between = before + ((machine.GetUtcNow() - before) / 2);
        return database - between.UtcDateTime;
    }

    internal static Task<long> HeadAsync(NpgsqlConnection connection, string authority, CancellationToken cancellation) =>
        connection.OneAsync<long>(
            $"select seq_id from {StoreSchema.Name}.mt_events where tenant_id = $1 and type <> '{EventCatalogue.Tombstone}' order by seq_id desc limit 1",
            cancellation,
            authority);
}
