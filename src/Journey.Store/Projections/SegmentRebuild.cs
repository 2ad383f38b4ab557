using System.Data;
using Journey.Record.Children;
using Journey.Record.Facts.Identity;
using Journey.Store.Reading;
using Npgsql;

namespace Journey.Store.Projections;

/// <summary>What a rebuild is at.</summary>
public enum RebuildStage
{
    /// <summary>Folding the ledger into the new table.</summary>
    Folding,

    /// <summary>Comparing the new table with the one in use.</summary>
    Comparing,

    /// <summary>Building the new table's indexes.</summary>
    Indexing,
}

/// <summary>How far the folding has come: children and others (streams), and their events, of those there were when it began.</summary>
public sealed record RebuildProgress(RebuildStage Stage, long Done, long Total, long Events, long TotalEvents);

/// <summary>What to do when the new table is not the one in use.</summary>
public enum WhenDifferent
{
    /// <summary>Throw, and leave the one in use.</summary>
    Refuse,

    /// <summary>Switch all the same.</summary>
    Replace,
}

/// <summary>
/// A finished rebuild: the position the new table stands at, and how many records were compared and differed. What changed while it ran was
/// folded anew in both tables and is not compared, nor is anything where the table in use was empty or of another shape
/// (<paramref name="Compared"/> is 0 then).
/// </summary>
public sealed record Rebuilt(long Position, long Compared, long Differing, Guid? First);

/// <summary>
/// Rebuilds one authority's segments: an ordered scan of its ledger into a shadow table that proves equal to the one in use, child by child, and
/// is swapped in when it has caught up. Readers see the old table or the new one. Cancelled, killed or refused, it leaves the old one as it was.
/// </summary>
public sealed class SegmentRebuild(NpgsqlDataSource source)
{
    /// <summary>Scans of one ledger side by side, each of a range of streams.</summary>
    public const int Workers = 2;

    private const int Reports = 100;

    /// <summary>Rebuilds, and switches only to a table that is equal to the one in use.</summary>
    /// <inheritdoc cref="RunAsync(string, WhenDifferent, IProgress{RebuildProgress}, CancellationToken)"/>
    public Task<Rebuilt> RunAsync(string authority, IProgress<RebuildProgress>? progress = null, CancellationToken cancellation = default) =>
        RunAsync(authority, WhenDifferent.Refuse, progress, cancellation);

    /// <summary>Rebuilds.</summary>
    /// <exception cref="SegmentsDifferException">The new table differs, and that is to be refused.</exception>
    /// <exception cref="RebuildRunningException">Someone else is rebuilding this authority's segments.</exception>
    /// <exception cref="UnknownAuthorityException">The authority has no ledger.</exception>
    public async Task<Rebuilt> RunAsync(
        string authority, WhenDifferent different, IProgress<RebuildProgress>? progress = null, CancellationToken cancellation = default)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await SegmentProgress.FindAsync(connection, authority, cancellation);
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
            var folding = await FoldingAsync(connection, authority, head, progress, cancellation);
            await FillAsync(authority, folding, cancellation);
            await JoinAsync(connection, authority, folding, cancellation);
            progress?.Report(folding.At(RebuildStage.Comparing));
            var (compared, differing, first) = await CompareAsync(connection, authority, folding, cancellation);
            if (first is { } child && different == WhenDifferent.Refuse)
            {
                throw new SegmentsDifferException(authority, child, differing);
            }

            progress?.Report(folding.At(RebuildStage.Indexing));
            await IndexAsync(connection, shadow, cancellation);
            return new Rebuilt(await SwapAsync(connection, authority, head, cancellation), compared, differing, first);
        }
        finally
        {
            if (connection.State == ConnectionState.Open)
            {
                await connection.RunAsync($"drop table if exists {shadow}", CancellationToken.None);
            }
        }
    }

    /// <summary>The authorities whose rows are of another shape than this code's, in order of code.</summary>
    public async Task<IReadOnlyList<string>> OutdatedAsync(CancellationToken cancellation = default)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        return await connection.ListAsync(
            $"select tenant_id from {StoreSchema.Name}.journey_segment_progress where shape is distinct from $1 order by tenant_id",
            r => r.GetString(0),
            cancellation,
            SegmentShape.Current);
    }

    private static async Task<Folding> FoldingAsync(
        NpgsqlConnection connection, string authority, long head, IProgress<RebuildProgress>? progress, CancellationToken cancellation)
    {
        var (streams, events) = (await connection.ListAsync(
            $"select count(*), coalesce(sum(version), 0)::bigint from {StoreSchema.Name}.mt_streams where tenant_id = $1",
            r => (r.GetInt64(0), r.GetInt64(1)),
            cancellation,
            authority))[0];
        var bounds = await connection.ListAsync(
            $"""
            select min(id::text)::uuid from (
                select id, (sum(version) over (order by id) - 1) * {Workers} / sum(version) over () as part
                from {StoreSchema.Name}.mt_streams where tenant_id = $1 and version > 0) parts
            where part >= 1 group by floor(part) order by 1
            """,
            r => r.GetGuid(0),
            cancellation,
            authority);
        return new Folding(head, streams, events, bounds, progress);
    }

    /// <summary>Folds and copies ranges of streams side by side; when one fails the others stop.</summary>
    private async Task FillAsync(string authority, Folding folding, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var workers = folding.Ranges().Select(range => Task.Run(
            async () =>
            {
                try
                {
                    await FillAsync(authority, range.From, range.To, folding, stop.Token);
                }
                catch
                {
                    await stop.CancelAsync();
                    throw;
                }
            },
            CancellationToken.None)).ToList();
        await Task.WhenAll(workers).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        cancellation.ThrowIfCancellationRequested();

        // What stopped the others, not that they stopped.
        await (workers.FirstOrDefault(w => w.IsFaulted) ?? Task.WhenAll(workers));
    }

    private async Task FillAsync(string authority, Guid? from, Guid? to, Folding folding, CancellationToken cancellation)
    {
        await using var scan = await source.OpenConnectionAsync(cancellation);
        await using var target = await source.OpenConnectionAsync(cancellation);
        await using var copy = await SegmentRows.BeginAsync(target, StoreSchema.Shadow(authority), cancellation);
        await foreach (var (stream, entries) in RecordReader.ToFoldAsync(scan, authority, folding.Head, from, to, cancellation))
        {
            var links = LinkedRecords.Ever(entries);
            SegmentRows.Write(copy, authority, SegmentRow.Of(stream, entries, links.Count > 0 ? ReadAs.Alone : ReadAs.Either));
            folding.Add(stream, entries.Count, links);
            cancellation.ThrowIfCancellationRequested();
        }

        await copy.CompleteAsync(cancellation);
    }

    /// <summary>Adds the rows under which streams that were ever linked are read together.</summary>
    private static async Task JoinAsync(NpgsqlConnection connection, string authority, Folding folding, CancellationToken cancellation)
    {
        var shadow = StoreSchema.Shadow(authority);
        var groups = folding.Groups();
        if (groups.SelectMany(g => g).Where(s => !folding.Linked.Contains(s)).ToArray() is { Length: > 0 } silent)
        {
            await LongAsync(connection, $"update {shadow} set read_as = {(short)ReadAs.Alone} where child_id = any($1)", cancellation, silent);
        }

        foreach (var some in groups.Chunk(100))
        {
            var (_, _, rows) = await SegmentRows.FoldAsync(connection, authority, [.. some.SelectMany(g => g)], cancellation, folding.Head);
            await using var copy = await SegmentRows.BeginAsync(connection, shadow, cancellation);
            SegmentRows.Write(copy, authority, rows.Where(r => r.ReadAs == ReadAs.Together));
            await copy.CompleteAsync(cancellation);
        }
    }

    /// <summary>
    /// Compares a count and a digest of each child's rows in both tables, but for children that changed after the table in use last followed
    /// or after the new one was begun.
    /// </summary>
    private static async Task<(long Compared, long Differing, Guid? First)> CompareAsync(
        NpgsqlConnection connection, string authority, Folding folding, CancellationToken cancellation)
    {
        var (live, shadow) = (StoreSchema.Segments(authority), StoreSchema.Shadow(authority));
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
        await connection.RunAsync($"lock table {live} in access share mode", cancellation);
        if (await SegmentProgress.FindAsync(connection, authority, cancellation) is not (> 0 and var followed))
        {
            return (0, 0, null);
        }

        var changed = (await SegmentProgress.ChangedAsync(connection, authority, Math.Min(followed, folding.Head), long.MaxValue, cancellation)).ToHashSet();
        changed.UnionWith(folding.Groups().Where(g => g.Any(changed.Contains)).SelectMany(g => g).ToList());
        await using var command = connection.Command(
            $"""
            with here as ({Digests(live)}), there as ({Digests(shadow)}),
            compared as (
                select child_id, (here.n, here.digest) is distinct from (there.n, there.digest) as differs
                from here full join there using (child_id) where not child_id = any($1))
            select count(*), count(*) filter (where differs), (array_agg(child_id order by child_id) filter (where differs))[1] from compared
            """,
            changed.ToArray());
        command.CommandTimeout = 0;
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        await reader.ReadAsync(cancellation);
        return (reader.GetInt64(0), reader.GetInt64(1), reader.OrNull<Guid?>(2));
    }

    private static string Digests(string table) =>
        $"select child_id, count(*) as n, sum(hash_record_extended(row({SegmentRow.Columns}), 0)) as digest from {table} group by child_id";

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
            await LongAsync(connection, $"create index on {shadow}{columns}", cancellation);
        }

        await LongAsync(connection, $"analyze {shadow}", cancellation);
    }

    private static async Task LongAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation, params object?[] parameters)
    {
        await using var command = connection.Command(sql, parameters);
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(cancellation);
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
        await SegmentProgress.BeginAnewAsync(connection, authority, now, cancellation);
        await transaction.CommitAsync(cancellation);
        return now;
    }

    /// <summary>What there is to fold, and how much of it is done.</summary>
    private sealed class Folding(long head, long streams, long events, IReadOnlyList<Guid> bounds, IProgress<RebuildProgress>? progress)
    {
        private readonly Lock _lock = new();
        private readonly long _step = Math.Max(1, streams / Reports);
        private readonly HashSet<RecordLink> _links = [];
        private readonly HashSet<Guid> _linked = [];
        private long _streams;
        private long _events;

        public long Head => head;

        public IEnumerable<(Guid? From, Guid? To)> Ranges()
        {
            Guid?[] ends = [null, .. bounds, null];
            return ends.Zip(ends.Skip(1));
        }

        public RebuildProgress At(RebuildStage stage) => new(stage, _streams, streams, _events, events);

        /// <summary>Streams that state links themselves.</summary>
        public HashSet<Guid> Linked => _linked;

        /// <summary>Streams that were ever linked, by group.</summary>
        public IReadOnlyList<IReadOnlyList<Guid>> Groups() => LinkedRecords.Groups(_links);

        public void Add(Guid stream, int more, IReadOnlyList<RecordLink> links)
        {
            lock (_lock)
            {
                (_streams, _events) = (_streams + 1, _events + more);
                if (links.Count > 0)
                {
                    _linked.Add(stream);
                    _links.UnionWith(links);
                }

                if (_streams % _step == 0)
                {
                    progress?.Report(At(RebuildStage.Folding));
                }
            }
        }
    }
}
