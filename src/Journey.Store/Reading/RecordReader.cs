using System.Runtime.CompilerServices;
using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Store.Writing;
using Npgsql;

namespace Journey.Store.Reading;

/// <summary>
/// A page of one stream's history, in order. <paramref name="Total"/> counts the entries known at the position; <paramref name="Next"/> is
/// the version to go on after, null on the last page.
/// </summary>
public sealed record HistoryPage(IReadOnlyList<LedgerEntry> Entries, long Total, long? Next);

/// <summary>
/// A page of what was known of all children, in ledger order. <paramref name="Total"/> counts the entries on all pages, <paramref name="LeftOut"/>
/// are the streams that were to be left out and have entries.
/// </summary>
public sealed record LedgerPage(IReadOnlyList<LedgerEntry> Entries, int Total, IReadOnlyList<Guid> LeftOut, bool IsLast);

/// <summary>Reads streams of the ledger as they stood at a position, each for itself; <see cref="ChildReader"/> follows links.</summary>
public sealed class RecordReader(NpgsqlDataSource source)
{
    private const string Columns = "e.stream_id, e.seq_id, e.version, e.timestamp, e.type, e.data, e.id, e.user_name, e.correlation_id, e.headers::text";

    private const string Upto = $"""
        from {StoreSchema.Name}.mt_events e where e.tenant_id = $1 and e.seq_id <= $2 and e.type <> '{EventCatalogue.Tombstone}'
        """;

    /// <summary>The entries of one stream up to a position (included), in order; empty when nothing was known.</summary>
    public async Task<IReadOnlyList<LedgerEntry>> StreamAsync(
        string authority, Guid stream, long position, CancellationToken cancellation = default)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        return await connection.ListAsync(
            $"select {Columns} {Upto} and e.stream_id = $3 order by e.version", Entry, cancellation, authority, position, stream);
    }

    /// <summary>Every entry above one position up to another (included), in ledger order, of all streams; each says in which it stands.</summary>
    public async Task<IReadOnlyList<LedgerEntry>> BetweenAsync(string authority, long above, long upto, CancellationToken cancellation = default)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        return await connection.ListAsync($"select {Columns} {Upto} and e.seq_id > $3 order by e.seq_id", Entry, cancellation, authority, upto, above);
    }

    /// <summary>Some streams, each with its entries up to a position; those of which nothing was known are left out.</summary>
    public async Task<IReadOnlyList<(Guid Stream, IReadOnlyList<LedgerEntry> Entries)>> SomeAsync(
        string authority, IReadOnlyCollection<Guid> streams, long position, CancellationToken cancellation = default)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        var read = new List<(Guid, IReadOnlyList<LedgerEntry>)>();
        foreach (var some in streams.Chunk(500))
        {
            await foreach (var stream in SomeAsync(connection, authority, some, position, cancellation))
            {
                read.Add(stream);
            }
        }

        return read;
    }

    /// <summary>The entries with these event ids, in whatever stream, in order of position.</summary>
    public async Task<IReadOnlyList<LedgerEntry>> EventsAsync(
        string authority, IReadOnlyCollection<Guid> eventIds, CancellationToken cancellation = default)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        return await connection.ListAsync(
            $"select {Columns} {Upto} and e.id = any($3) order by e.seq_id", Entry, cancellation, authority, long.MaxValue, eventIds.Distinct().ToArray());
    }

    /// <summary>Entries of one stream after a version (0 for the first page), at most <paramref name="size"/> of them.</summary>
    public async Task<HistoryPage> PageAsync(
        string authority, Guid stream, long position, long after, int size, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        await using var connection = await source.OpenConnectionAsync(cancellation);
        var total = await connection.OneAsync<long>(
            $"select count(*) {Upto} and e.stream_id = $3", cancellation, authority, position, stream);
        var entries = await connection.ListAsync(
            $"select {Columns} {Upto} and e.stream_id = $3 and e.version > $4 order by e.version limit $5",
            Entry,
            cancellation,
            authority,
            position,
            stream,
            after,
            size + 1);
        return entries.Count > size
            ? new HistoryPage(entries[..size], total, entries[size - 1].Version)
            : new HistoryPage(entries, total, null);
    }

    /// <summary>
    /// Entries of all children above a position and up to another (included), in ledger order, without those of some streams; at most
    /// <paramref name="size"/> of them.
    /// </summary>
    public async Task<LedgerPage> ChildrenAsync(
        string authority, IReadOnlyCollection<Guid> without, long above, long upto, int size, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        var children = $"{Upto} and e.stream_id in (select id from {StoreSchema.Name}.mt_streams where tenant_id = $1 and type = $3)";
        var (kind, streams) = (StreamTypes.Name(StreamKind.Child), without.ToArray());
        await using var connection = await source.OpenConnectionAsync(cancellation);
        var total = await connection.OneAsync<long>($"select count(*) {children} and e.stream_id <> all($4)", cancellation, authority, upto, kind, streams);
        var leftOut = await connection.ListAsync(
            $"select distinct e.stream_id {children} and e.stream_id = any($4)", r => r.GetGuid(0), cancellation, authority, upto, kind, streams);
        var entries = await connection.ListAsync(
            $"select {Columns} {children} and e.stream_id <> all($4) and e.seq_id > $5 order by e.seq_id limit $6",
            Entry,
            cancellation,
            authority,
            upto,
            kind,
            streams,
            above,
            (long)size + 1);
        return entries.Count > size
            ? new LedgerPage(entries[..size], checked((int)total), leftOut, false)
            : new LedgerPage(entries, checked((int)total), leftOut, true);
    }

    /// <summary>
    /// Every stream with its entries up to a position, one at a time, in order of stream id; of one kind when it is given. Memory holds one
    /// stream. The connection is held until the enumeration ends.
    /// </summary>
    public async IAsyncEnumerable<(Guid Stream, IReadOnlyList<LedgerEntry> Entries)> AllAsync(
        string authority, StreamKind? kind, long position, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var command = kind is { } one
            ? connection.Command(
                $"select {Columns} {Upto} and e.stream_id in (select id from {StoreSchema.Name}.mt_streams where tenant_id = $1 and type = $3) order by e.stream_id, e.version",
                authority,
                position,
                StreamTypes.Name(one))
            : connection.Command($"select {Columns} {Upto} order by e.stream_id, e.version", authority, position);
        await foreach (var stream in StreamsAsync(command, Entry, cancellation))
        {
            yield return stream;
        }
    }

    /// <summary>
    /// The streams whose ids lie in [<paramref name="from"/>, <paramref name="to"/>), as the server orders ids and without bounds where they
    /// are null, each with what the fold reads of its entries up to a position: origins are left out.
    /// </summary>
    internal static async IAsyncEnumerable<(Guid Stream, IReadOnlyList<LedgerEntry> Entries)> ToFoldAsync(
        NpgsqlConnection connection, string authority, long position, Guid? from, Guid? to, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var bounds = $"{(from is null ? "" : "and e.stream_id >= $3")} {(to is null ? "" : $"and e.stream_id < ${(from is null ? 3 : 4)}")}";
        await using var command = connection.Command(
            $"select e.stream_id, e.seq_id, e.version, e.timestamp, e.type, e.data {Upto} {bounds} order by e.stream_id, e.version",
            [authority, position, .. new[] { from, to }.OfType<Guid>().Cast<object?>()]);
        command.CommandTimeout = 0;
        await foreach (var stream in StreamsAsync(command, ToFold, cancellation))
        {
            yield return stream;
        }
    }

    /// <summary>The streams named, each with its entries up to a position; on the caller's connection, so within its transaction.</summary>
    internal static async IAsyncEnumerable<(Guid Stream, IReadOnlyList<LedgerEntry> Entries)> SomeAsync(
        NpgsqlConnection connection, string authority, Guid[] streams, long position, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var command = connection.Command(
            $"select {Columns} {Upto} and e.stream_id = any($3) order by e.stream_id, e.version", authority, position, streams);
        await foreach (var stream in StreamsAsync(command, Entry, cancellation))
        {
            yield return stream;
        }
    }

    private static async IAsyncEnumerable<(Guid Stream, IReadOnlyList<LedgerEntry> Entries)> StreamsAsync(
        NpgsqlCommand command, Func<NpgsqlDataReader, LedgerEntry> read, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var (stream, entries) = (Guid.Empty, new List<LedgerEntry>());
        while (await reader.ReadAsync(cancellation))
        {
            var id = reader.GetGuid(0);
            if (id != stream && entries.Count > 0)
            {
                yield return (stream, entries);
                entries = [];
            }

            stream = id;
            entries.Add(read(reader));
        }

        if (entries.Count > 0)
        {
            yield return (stream, entries);
        }
    }

    private static LedgerEntry ToFold(NpgsqlDataReader reader) => new(
        reader.GetInt64(1),
        reader.GetInt64(2),
        reader.GetFieldValue<DateTimeOffset>(3),
        EventCatalogue.Read(reader.GetString(4), reader.GetFieldValue<byte[]>(5)),
        null,
        reader.GetGuid(0));

    private static LedgerEntry Entry(NpgsqlDataReader reader) => new(
        reader.GetInt64(1),
        reader.GetInt64(2),
        reader.GetFieldValue<DateTimeOffset>(3),
        EventCatalogue.Read(reader.GetString(4), reader.GetFieldValue<byte[]>(5)),
        Headers.Read(reader.OrNull<string>(9)).Origin(reader.GetGuid(6), reader.OrNull<string>(7) ?? "", reader.OrNull<string>(8) ?? ""),
        reader.GetGuid(0));
}
