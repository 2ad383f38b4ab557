using Npgsql;

namespace Journey.Store.Projections;

/// <summary>How far an authority's segments have followed its ledger. Rows may be ahead of it, never behind.</summary>
internal static class SegmentProgress
{
    /// <summary>
    /// The position up to which every stream is in the table. Throws <see cref="UnknownAuthorityException"/>, and
    /// <see cref="SegmentsOutdatedException"/> when the rows are of another shape than this code's.
    /// </summary>
    public static async Task<long> ReadAsync(NpgsqlConnection connection, string authority, CancellationToken cancellation) =>
        await FindAsync(connection, authority, cancellation) ?? throw new SegmentsOutdatedException(authority);

    /// <summary>The same, but null when the rows are of another shape than this code's.</summary>
    public static async Task<long?> FindAsync(NpgsqlConnection connection, string authority, CancellationToken cancellation)
    {
        var found = await connection.ListAsync(
            $"select position, shape from {StoreSchema.Name}.journey_segment_progress where tenant_id = $1",
            r => (Position: r.GetInt64(0), Shape: r.OrNull<string>(1)),
            cancellation,
            authority);
        return found is not [var row] ? throw new UnknownAuthorityException(authority)
            : row.Shape == SegmentShape.Current ? row.Position
            : null;
    }

    /// <summary>Says that the rows are of this code's shape and stand at a position.</summary>
    public static Task BeginAnewAsync(NpgsqlConnection connection, string authority, long position, CancellationToken cancellation) => connection.RunAsync(
        $"update {StoreSchema.Name}.journey_segment_progress set position = $2, shape = $3 where tenant_id = $1", cancellation, authority, position, SegmentShape.Current);

    /// <summary>Moves progress forward, never back, and returns it.</summary>
    public static Task<long> AdvanceAsync(NpgsqlConnection connection, string authority, long position, CancellationToken cancellation) =>
        connection.OneAsync<long>(
            $"update {StoreSchema.Name}.journey_segment_progress set position = greatest(position, $2) where tenant_id = $1 returning position",
            cancellation,
            authority,
            position);

    /// <summary>Streams with events above one position, up to another.</summary>
    public static async Task<Guid[]> ChangedAsync(
        NpgsqlConnection connection, string authority, long above, long upto, CancellationToken cancellation) =>
        [.. await connection.ListAsync(
            $"select distinct stream_id from {StoreSchema.Name}.mt_events where tenant_id = $1 and seq_id > $2 and seq_id <= $3 and type <> '{EventCatalogue.Tombstone}'",
            r => r.GetGuid(0),
            cancellation,
            authority,
            above,
            upto)];

    /// <summary>A transaction in which nobody else changes this authority's segments. Waits until that is so.</summary>
    public static async Task<NpgsqlTransaction> BeginAsync(NpgsqlConnection connection, string authority, CancellationToken cancellation)
    {
        var transaction = await connection.BeginTransactionAsync(cancellation);
        try
        {
            await using var command = connection.Command("select pg_advisory_xact_lock($1, hashtext($2))", StoreSchema.SegmentLock, authority);
            command.CommandTimeout = 0;
            await command.ExecuteNonQueryAsync(cancellation);
        }
        catch
        {
            await transaction.DisposeAsync();
            throw;
        }

        return transaction;
    }

    /// <summary>True while someone rebuilds this authority's segments.</summary>
    public static Task<bool> IsRebuildingAsync(NpgsqlConnection connection, string authority, CancellationToken cancellation) => connection.OneAsync<bool>(
        """
        select exists (
            select from pg_locks where locktype = 'advisory' and granted and database = (select oid from pg_database where datname = current_database())
                and classid = $1::int8::oid and objid = (hashtext($2)::int8 & 4294967295)::oid and objsubid = 2)
        """,
        cancellation,
        (long)StoreSchema.RebuildLock,
        authority);
}
