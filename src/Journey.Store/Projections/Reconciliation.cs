using System.Data;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Npgsql;

namespace Journey.Store.Projections;

/// <summary>A child whose rows are not what its events fold to: counts, and SHA-256 hashes in hexadecimal.</summary>
public sealed record Difference(Guid Child, int Folded, int Kept, string FoldedHash, string KeptHash);

/// <summary>
/// What a comparison found. <paramref name="Behind"/> streams had changed since the table last followed, or are linked with one that had, and
/// were not compared.
/// </summary>
public sealed record Reconciled(string Authority, long Position, long Compared, long Behind, IReadOnlyList<Difference> Differing);

/// <summary>Compares the segment table with what the events fold to, child by child.</summary>
public sealed class Reconciliation(NpgsqlDataSource source, SegmentFollower follower)
{
    private const int Batch = 500;

    /// <summary>Catches up, then compares every stream and every row of one authority. Changes nothing else.</summary>
    /// <exception cref="UnknownAuthorityException">The authority has no ledger.</exception>
    public async Task<Reconciled> RunAsync(string authority, CancellationToken cancellation = default)
    {
        await follower.CatchUpAsync(authority, cancellation);
        var table = StoreSchema.Segments(authority);
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
        await connection.RunAsync($"lock table {table} in access share mode", cancellation);
        var progress = await SegmentProgress.ReadAsync(connection, authority, cancellation);
        var behind = (await SegmentProgress.ChangedAsync(connection, authority, progress, long.MaxValue, cancellation)).ToHashSet();
        var streams = await connection.ListAsync(
            $"select id from {StoreSchema.Name}.mt_streams where tenant_id = $1 union select child_id from {table} order by 1",
            r => r.GetGuid(0),
            cancellation,
            authority);
        var differing = new List<Difference>();
        var compared = 0L;
        foreach (var batch in streams.Where(s => !behind.Contains(s)).Chunk(Batch))
        {
            compared += await CompareAsync(connection, authority, table, batch, behind, differing, cancellation);
        }

        return new Reconciled(authority, progress, compared, streams.Count - compared, differing);
    }

    /// <summary>Writes one child's rows again from its events. Of a child without events nothing is left.</summary>
    /// <exception cref="UnknownAuthorityException">The authority has no ledger.</exception>
    public async Task HealAsync(string authority, Guid child, CancellationToken cancellation = default)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var transaction = await SegmentProgress.BeginAsync(connection, authority, cancellation);
        await SegmentProgress.ReadAsync(connection, authority, cancellation);
        await SegmentRows.ReplaceAsync(connection, authority, StoreSchema.Segments(authority), [child], cancellation);
        await transaction.CommitAsync(cancellation);
    }

    /// <summary>Compares streams, those left out that were ever linked with one that is behind, and returns how many were compared.</summary>
    private static async Task<int> CompareAsync(
        NpgsqlConnection connection,
        string authority,
        string table,
        Guid[] batch,
        HashSet<Guid> behind,
        List<Difference> differing,
        CancellationToken cancellation)
    {
        var kept = (await connection.ListAsync(
            $"select {SegmentRow.Columns} from {table} where child_id = any($1)", SegmentRow.Read, cancellation, batch)).ToLookup(r => r.Child);
        var (_, groups, rows) = await SegmentRows.FoldAsync(connection, authority, batch, cancellation);
        var apart = groups.Where(g => g.Any(behind.Contains)).SelectMany(g => g).ToHashSet();
        var folded = rows.ToLookup(r => r.Child);
        var streams = batch.Where(s => !apart.Contains(s)).ToList();
        foreach (var stream in streams)
        {
            var (expected, actual) = (folded[stream].ToList(), kept[stream].ToList());
            var (expectedHash, actualHash) = (Hash(expected), Hash(actual));
            if (expectedHash != actualHash)
            {
                differing.Add(new Difference(stream, expected.Count, actual.Count, expectedHash, actualHash));
            }
        }

        return streams.Count;
    }

    private static string Hash(List<SegmentRow> rows)
    {
        var lines = rows.Select(r => JsonSerializer.Serialize(r, JourneyJson.Options)).Order(StringComparer.Ordinal);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))));
    }
}
