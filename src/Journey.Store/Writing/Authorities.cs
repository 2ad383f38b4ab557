using System.Collections.Concurrent;
using Journey.Store.Projections;
using Marten;
using Npgsql;

namespace Journey.Store.Writing;

/// <summary>The authorities that have a ledger.</summary>
public sealed class Authorities(IDocumentStore store, NpgsqlDataSource source)
{
    private readonly ConcurrentDictionary<string, bool> _known = new(StringComparer.Ordinal);

    /// <summary>Creates an authority's ledger and segment partition when they are missing. Safe when several processes ask at once.</summary>
    /// <exception cref="ArgumentException">The code is not 1 to 40 capital letters and digits.</exception>
    public async Task EnsureAsync(string authority, CancellationToken cancellation = default)
    {
        StoreSchema.Checked(authority);
        if (await ExistsAsync(authority, cancellation))
        {
            return;
        }

        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var held = await AdvisoryLock.HoldAsync(connection, StoreSchema.SchemaLock, "", cancellation);
        await store.Advanced.AddMartenManagedTenantsAsync(cancellation, authority);
        await connection.RunAsync(
            $"create table if not exists {StoreSchema.Segments(authority)} partition of {StoreSchema.Name}.journey_segment for values in ('{authority}')",
            cancellation);
        await connection.RunAsync(
            $"insert into {StoreSchema.Name}.journey_segment_progress (tenant_id, shape) values ($1, $2) on conflict do nothing",
            cancellation,
            authority,
            SegmentShape.Current);
    }

    /// <summary>True when the authority has a ledger.</summary>
    public async Task<bool> ExistsAsync(string authority, CancellationToken cancellation = default)
    {
        if (_known.ContainsKey(authority))
        {
            return true;
        }

        await using var connection = await source.OpenConnectionAsync(cancellation);
        var exists = await connection.OneAsync<int>(
            $"select 1 from {StoreSchema.Name}.journey_segment_progress where tenant_id = $1", cancellation, authority) == 1;
        if (exists)
        {
            _known.TryAdd(authority, true);
        }

        return exists;
    }

    /// <summary>All authorities, in order of code.</summary>
    public async Task<IReadOnlyList<string>> ListAsync(CancellationToken cancellation = default)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        return await connection.ListAsync(
            $"select tenant_id from {StoreSchema.Name}.journey_segment_progress order by tenant_id", r => r.GetString(0), cancellation);
    }
}
