using Journey.Store.Reading;
using Npgsql;

namespace Journey.Store.Projections;

/// <summary>How far a rebuild has come: streams folded of those there were when it began.</summary>
public sealed record RebuildProgress(long Done, long Total);

/// <summary>
/// Rebuilds one authority's segments: an ordered scan of its ledger into a shadow table that is swapped in when it has caught up.
/// Readers see the old table or the new one. Cancelled or killed at any point, it leaves the old one as it was.
/// </summary>
public sealed class SegmentRebuild(NpgsqlDataSource source, RecordReader reader)
{
    private const int Report = 500;

    /// <summary>Rebuilds, and returns the position the new table stands at.</summary>
    /// <exception cref="RebuildRunningException">Someone else is rebuilding this authority's segments.</exception>
    /// <exception cref="UnknownAuthorityException">The authority has no ledger.</exception>
    public async Task<long> RunAsync(string authority, IProgress<RebuildProgress>? progress = null, CancellationToken cancellation = default)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await SegmentProgress.ReadAsync(connection, authority, cancellation);
        await using var held = await AdvisoryLock.TryAsync(connection, StoreSchema.RebuildLock, authority, cancellation)
            ?? throw new RebuildRunningException(authority);
        var shadow = StoreSchema.Shadow(authority);
        try
        {
            await connection.RunAsync($"drop table if exists {shadow}", cancellation);
            await connection.RunAsync(
                $"create table {shadow} (like {StoreSchema.Name}.journey_segment including defaults, constraint mine check (tenant_id = '{authority}'))",
                cancellation);
            var head = await KnowledgeClock.HeadAsync(connection, authority, cancellation);
            await FillAsync(connection, authority, head, progress, cancellation);
            await IndexAsync(connection, shadow, cancellation);
            return await SwapAsync(connection, authority, head, cancellation);
        }
        finally
        {
            if (connection.State == System.Data.ConnectionState.Open)
            {
                await connection.RunAsync($"drop table if exists {shadow}", CancellationToken.None);
            }
        }
    }

    private async Task FillAsync(
        NpgsqlConnection connection, string authority, long head, IProgress<RebuildProgress>? progress, CancellationToken cancellation)
    {
        var total = await connection.OneAsync<long>(
            $"select count(*) from {StoreSchema.Name}.mt_streams where tenant_id = $1", cancellation, authority);
        var done = 0L;
        await using var copy = await SegmentRows.BeginAsync(connection, StoreSchema.Shadow(authority), cancellation);
        await foreach (var (stream, entries) in reader.AllAsync(authority, null, head, cancellation))
        {
            await SegmentRows.WriteAsync(copy, authority, SegmentRow.Of(stream, entries), cancellation);
            if (++done % Report == 0)
            {
                progress?.Report(new RebuildProgress(done, total));
            }
        }

        await copy.CompleteAsync(cancellation);
        progress?.Report(new RebuildProgress(done, total));
    }

    /// <summary>The parent's indexes, built once the rows are in; attaching adopts them.</summary>
    private static async Task IndexAsync(NpgsqlConnection connection, string shadow, CancellationToken cancellation)
    {
        var definitions = await connection.ListAsync(
            "select pg_get_indexdef(indexrelid) from pg_index where indrelid = $1::regclass",
            r => r.GetString(0),
            cancellation,
            $"{StoreSchema.Name}.journey_segment");
        foreach (var definition in definitions)
        {
            var columns = definition[definition.IndexOf(" USING ", StringComparison.Ordinal)..];
            await connection.RunAsync($"create index on {shadow}{columns}", cancellation);
        }

        await connection.RunAsync($"analyze {shadow}", cancellation);
    }

    private static async Task<long> SwapAsync(NpgsqlConnection connection, string authority, long head, CancellationToken cancellation)
    {
        var (live, shadow) = (StoreSchema.Segments(authority), StoreSchema.Shadow(authority));
        await using var transaction = await SegmentProgress.BeginAsync(connection, authority, cancellation);
        var now = await KnowledgeClock.HeadAsync(connection, authority, cancellation);
        foreach (var streams in (await SegmentProgress.ChangedAsync(connection, authority, head, now, cancellation)).Chunk(200))
        {
            await SegmentRows.ReplaceAsync(connection, authority, shadow, streams, cancellation);
        }

        await connection.RunAsync($"alter table {StoreSchema.Name}.journey_segment detach partition {live}", cancellation);
        await connection.RunAsync($"drop table {live}", cancellation);
        await connection.RunAsync($"alter table {shadow} rename to {live[(StoreSchema.Name.Length + 1)..]}", cancellation);
        await connection.RunAsync(
            $"alter table {StoreSchema.Name}.journey_segment attach partition {live} for values in ('{authority}')", cancellation);
        await connection.RunAsync($"alter table {live} drop constraint mine", cancellation);
        var position = await SegmentProgress.AdvanceAsync(connection, authority, now, cancellation);
        await transaction.CommitAsync(cancellation);
        return position;
    }
}
