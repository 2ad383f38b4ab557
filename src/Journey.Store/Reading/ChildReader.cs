using System.Runtime.CompilerServices;
using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Facts.Identity;
using Journey.Store.Projections;
using Npgsql;

namespace Journey.Store.Reading;

/// <summary>Reads records as they are seen at a position: streams that links known there make one child are one record.</summary>
public sealed class ChildReader(NpgsqlDataSource source, RecordReader records, SegmentReader segments)
{
    private const int Batch = 100;

    /// <summary>
    /// The record that a stream is part of, under the survivor's id when it is linked and else under its own; empty when nothing was known.
    /// </summary>
    public async Task<ChildRecord> ReadAsync(string authority, Guid stream, long position, CancellationToken cancellation = default)
    {
        var entries = await records.StreamAsync(authority, stream, position, cancellation);
        var links = LinkedRecords.Of(entries);
        if (links.Count == 0)
        {
            return ChildRecord.Fold(stream, entries);
        }

        var read = new Dictionary<Guid, IReadOnlyList<LedgerEntry>> { [stream] = entries };
        var all = new List<RecordLink>(links);
        while (all.SelectMany(l => new[] { l.Survivor, l.Absorbed }).Where(s => !read.ContainsKey(s)).Distinct().ToList() is { Count: > 0 } others)
        {
            foreach (var other in others)
            {
                var more = await records.StreamAsync(authority, other, position, cancellation);
                read.Add(other, more);
                all.AddRange(LinkedRecords.Of(more));
            }
        }

        var group = LinkedRecords.Groups(all)[0];
        return ChildRecord.Linked(group[0], [.. group.Select(s => (s, read[s]))]);
    }

    /// <summary>
    /// Every child's record at a position, one at a time. Memory holds one record, or some that are linked; the connection is held until the enumeration ends.
    /// </summary>
    public async IAsyncEnumerable<ChildRecord> AllAsync(
        string authority, long position, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var groups = await segments.LinkedAsync(authority, position, cancellation);
        var linked = groups.SelectMany(g => g).ToHashSet();
        await foreach (var (stream, entries) in records.AllAsync(authority, StreamKind.Child, position, cancellation))
        {
            if (!linked.Contains(stream))
            {
                yield return ChildRecord.Fold(stream, entries);
            }
        }

        await using var connection = await source.OpenConnectionAsync(cancellation);
        foreach (var some in groups.Chunk(Batch))
        {
            await foreach (var record in JoinedAsync(connection, authority, some, position, cancellation))
            {
                yield return record;
            }
        }
    }

    /// <summary>Some streams as one record, the survivor first, whether links join them at the position or not.</summary>
    public async Task<ChildRecord> JoinedAsync(string authority, IReadOnlyList<Guid> streams, long position, CancellationToken cancellation = default)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await foreach (var record in JoinedAsync(connection, authority, [streams], position, cancellation))
        {
            return record;
        }

        throw new ArgumentException("No stream is named.", nameof(streams));
    }

    /// <summary>Groups of linked streams, each as one record, on the caller's connection.</summary>
    internal static async IAsyncEnumerable<ChildRecord> JoinedAsync(
        NpgsqlConnection connection,
        string authority,
        IReadOnlyCollection<IReadOnlyList<Guid>> groups,
        long position,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (groups.Count == 0)
        {
            yield break;
        }

        var read = new Dictionary<Guid, IReadOnlyList<LedgerEntry>>();
        await foreach (var (stream, entries) in RecordReader.SomeAsync(connection, authority, [.. groups.SelectMany(g => g)], position, cancellation))
        {
            read.Add(stream, entries);
        }

        foreach (var group in groups)
        {
            yield return ChildRecord.Linked(group[0], [.. group.Select(s => (s, read.GetValueOrDefault(s) ?? []))]);
        }
    }
}
