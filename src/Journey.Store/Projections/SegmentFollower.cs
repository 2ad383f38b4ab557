using System.Collections.Concurrent;
using Journey.Store.Reading;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Journey.Store.Projections;

/// <summary>
/// Keeps the segment tables up with the ledgers. Woken by what a writer announces at commit, and once a second besides. Any number of
/// processes may follow at once: a lock in the database makes them take turns.
/// </summary>
public sealed class SegmentFollower(NpgsqlDataSource source, ILogger<SegmentFollower> log, TimeProvider clock) : BackgroundService
{
    private const int Batch = 200;

    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    /// <summary>Between waking and looking, so that a busy ledger is followed in steps and not event by event.</summary>
    private static readonly TimeSpan Gather = TimeSpan.FromMilliseconds(50);

    private readonly ConcurrentDictionary<string, Exception> _failing = new(StringComparer.Ordinal);

    /// <summary>Authorities whose segments could not be brought up to date, with the last error. Answers stay exact, but grow slower.</summary>
    public IReadOnlyDictionary<string, Exception> Failing => _failing;

    /// <summary>
    /// Brings one authority's segments up to its ledger's head and returns the position they then stand at: where they stood, when much is to be
    /// done that a rebuild is at already.
    /// </summary>
    /// <exception cref="UnknownAuthorityException">The authority has no ledger.</exception>
    public async Task<long> CatchUpAsync(string authority, CancellationToken cancellation = default)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var turn = await AdvisoryLock.HoldAsync(connection, StoreSchema.SegmentLock, authority, cancellation);
        var progress = await SegmentProgress.ReadAsync(connection, authority, cancellation);
        var head = await KnowledgeClock.HeadAsync(connection, authority, cancellation);
        if (head <= progress)
        {
            return progress;
        }

        var changed = await SegmentProgress.ChangedAsync(connection, authority, progress, head, cancellation);
        foreach (var streams in changed.Chunk(Batch))
        {
            if (changed.Length > Batch && await SegmentProgress.IsRebuildingAsync(connection, authority, cancellation))
            {
                return progress;
            }

            await using var transaction = await connection.BeginTransactionAsync(cancellation);
            await SegmentRows.ReplaceAsync(connection, authority, StoreSchema.Segments(authority), streams, cancellation);
            await transaction.CommitAsync(cancellation);
        }

        return await SegmentProgress.AdvanceAsync(connection, authority, head, cancellation);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await FollowAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                log.LogError(exception, "The segment follower lost its database and tries again.");
                await Task.Delay(Poll, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task FollowAsync(CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await connection.RunAsync($"listen {StoreSchema.Channel}", cancellation);
        while (true)
        {
            foreach (var authority in await BehindAsync(connection, cancellation))
            {
                await TryCatchUpAsync(authority, cancellation);
            }

            await connection.WaitAsync(Poll, cancellation);
            await Task.Delay(Gather, cancellation);
        }
    }

    private async Task TryCatchUpAsync(string authority, CancellationToken cancellation)
    {
        try
        {
            await CatchUpAsync(authority, cancellation);
            _failing.TryRemove(authority, out _);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            var known = _failing.TryGetValue(authority, out var before) && before.Message == exception.Message;
            _failing[authority] = exception;
            if (!known)
            {
                log.LogError(exception, "The segments of {Authority} could not be brought up to date.", authority);
            }
        }
    }

    // One look at the end of the index per authority; as a semi-join PostgreSQL reads every event of every authority at each poll.
    private static Task<List<string>> BehindAsync(NpgsqlConnection connection, CancellationToken cancellation) => connection.ListAsync(
        $"""
        select p.tenant_id from {StoreSchema.Name}.journey_segment_progress p cross join lateral (
            select e.seq_id from {StoreSchema.Name}.mt_events e
            where e.tenant_id = p.tenant_id and e.seq_id > p.position and e.type <> '{EventCatalogue.Tombstone}'
            order by e.seq_id limit 1) later
        """,
        r => r.GetString(0),
        cancellation);
}
