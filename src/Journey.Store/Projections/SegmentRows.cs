using System.Collections.Frozen;
using System.Text.Json;
using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Facts;
using Journey.Record.Facts.Identity;
using Journey.Store.Reading;
using Npgsql;
using NpgsqlTypes;

namespace Journey.Store.Projections;

/// <summary>For whom a row stands, of a stream that is or was linked with another.</summary>
internal enum ReadAs : short
{
    /// <summary>Never linked: for every question.</summary>
    Either = 0,

    /// <summary>For questions that take each stream for itself.</summary>
    Alone = 1,

    /// <summary>For questions that take linked streams together: its child is the survivor while a link is known.</summary>
    Together = 2,
}

/// <summary>A segment of a child (a stream) as its table row keeps it. Equal rows are equal segments.</summary>
internal sealed record SegmentRow(
    Guid Child,
    string Lane,
    Guid FactId,
    string? Key,
    string Value,
    string? Closing,
    long Ordinal,
    TimeOnly? At,
    DateOnly From,
    DateOnly To,
    long KnownFrom,
    long KnownTo,
    ReadAs ReadAs)
{
    public const string Columns =
        "child_id, lane, fact_id, value_key, value, closing, ordinal, at_time, valid_from, valid_to, known_from, known_to, read_as";

    private const int LongestKey = 200;

    /// <summary>A key as the index can hold it; rows found by it are compared with the whole key.</summary>
    public static string Indexed(string key) => key.Length <= LongestKey ? key : key[..(char.IsHighSurrogate(key[LongestKey - 1]) ? LongestKey - 1 : LongestKey)];

    public static IEnumerable<SegmentRow> Of(Guid child, IEnumerable<LedgerEntry> entries, ReadAs readAs = ReadAs.Either) => Segments.Of(entries).Select(s => new SegmentRow(
        child,
        s.Lane.Name,
        s.Interval.FactId,
        (s.Interval.Value as IKeyed)?.Key() is { } key ? Indexed(key) : null,
        JsonSerializer.Serialize(s.Interval.Value, s.Lane.ValueType, JourneyJson.Options),
        s.Interval.Closing is null ? null : Closings.Write(s.Interval.Closing),
        s.Interval.Ordinal,
        s.Interval.At,
        s.Interval.From,
        s.Interval.To,
        s.KnownFrom,
        s.KnownTo,
        readAs));

    public static SegmentRow Read(NpgsqlDataReader reader) => new(
        reader.GetGuid(0),
        reader.GetString(1),
        reader.GetGuid(2),
        reader.OrNull<string>(3),
        reader.GetString(4),
        reader.OrNull<string>(5),
        reader.GetInt64(6),
        reader.IsDBNull(7) ? null : reader.GetFieldValue<TimeOnly>(7),
        reader.GetFieldValue<DateOnly>(8),
        reader.GetFieldValue<DateOnly>(9),
        reader.GetInt64(10),
        reader.GetInt64(11),
        (ReadAs)reader.GetInt16(12));
}

/// <summary>Writes rows into an authority's partition, or its shadow.</summary>
internal static class SegmentRows
{
    /// <summary>
    /// Replaces all rows of the streams named, and of those ever linked with them, by what their entries fold to. Entries are all those visible,
    /// whatever their position.
    /// </summary>
    public static async Task ReplaceAsync(
        NpgsqlConnection connection, string authority, string table, Guid[] streams, CancellationToken cancellation)
    {
        var (folded, _, rows) = await FoldAsync(connection, authority, streams, cancellation);
        await connection.RunAsync($"delete from {table} where child_id = any($1)", cancellation, folded);
        await using var copy = await BeginAsync(connection, table, cancellation);
        Write(copy, authority, rows);
        await copy.CompleteAsync(cancellation);
    }

    /// <summary>
    /// The rows of the streams named and of those ever linked with them: every stream folded, those that were ever linked by group, and the rows.
    /// </summary>
    public static async Task<(Guid[] Streams, IReadOnlyList<IReadOnlyList<Guid>> Groups, List<SegmentRow> Rows)> FoldAsync(
        NpgsqlConnection connection, string authority, IReadOnlyCollection<Guid> streams, CancellationToken cancellation, long position = long.MaxValue)
    {
        var read = new Dictionary<Guid, IReadOnlyList<LedgerEntry>>();
        var links = new HashSet<RecordLink>();
        for (var next = streams.ToArray(); next.Length > 0; next = [.. links.SelectMany(l => new[] { l.Survivor, l.Absorbed }).Where(s => !read.ContainsKey(s)).Distinct()])
        {
            foreach (var stream in next)
            {
                read[stream] = [];
            }

            await foreach (var (stream, entries) in RecordReader.SomeAsync(connection, authority, next, position, cancellation))
            {
                read[stream] = entries;
                links.UnionWith(LinkedRecords.Ever(entries));
            }
        }

        var groups = LinkedRecords.Groups(links);
        var linked = groups.SelectMany(g => g).ToHashSet();
        var rows = read.SelectMany(r => SegmentRow.Of(r.Key, r.Value, linked.Contains(r.Key) ? ReadAs.Alone : ReadAs.Either))
            .Concat(groups.SelectMany(g => TogetherRows.Of([.. g.Select(s => (s, read[s]))])));
        return ([.. read.Keys], groups, [.. rows]);
    }

    public static Task<NpgsqlBinaryImporter> BeginAsync(NpgsqlConnection connection, string table, CancellationToken cancellation) =>
        connection.BeginBinaryImportAsync($"copy {table} (tenant_id, {SegmentRow.Columns}) from stdin (format binary)", cancellation);

    /// <summary>Into the importer's buffer, which is sent each time it is full.</summary>
    public static void Write(NpgsqlBinaryImporter copy, string authority, IEnumerable<SegmentRow> rows)
    {
        foreach (var row in rows)
        {
            copy.StartRow();
            copy.Write(authority, NpgsqlDbType.Text);
            copy.Write(row.Child, NpgsqlDbType.Uuid);
            copy.Write(row.Lane, NpgsqlDbType.Text);
            copy.Write(row.FactId, NpgsqlDbType.Uuid);
            WriteText(copy, row.Key);
            copy.Write(row.Value, NpgsqlDbType.Text);
            WriteText(copy, row.Closing);
            copy.Write(row.Ordinal, NpgsqlDbType.Bigint);
            if (row.At is { } at)
            {
                copy.Write(at, NpgsqlDbType.Time);
            }
            else
            {
                copy.WriteNull();
            }

            copy.Write(row.From, NpgsqlDbType.Date);
            copy.Write(row.To, NpgsqlDbType.Date);
            copy.Write(row.KnownFrom, NpgsqlDbType.Bigint);
            copy.Write(row.KnownTo, NpgsqlDbType.Bigint);
            copy.Write((short)row.ReadAs, NpgsqlDbType.Smallint);
        }
    }

    private static void WriteText(NpgsqlBinaryImporter copy, string? text)
    {
        if (text is null)
        {
            copy.WriteNull();
        }
        else
        {
            copy.Write(text, NpgsqlDbType.Text);
        }
    }
}

/// <summary>Turns the text of values back into lane values. One instance per answer: equal texts become one object.</summary>
internal sealed class SegmentValues
{
    private readonly Dictionary<(Lane Lane, string Text), object> _values = [];
    private readonly Dictionary<string, object> _closings = [];

    /// <summary>The interval of a row read as fact_id, value, closing, ordinal, at_time, valid_from, valid_to after two other columns.</summary>
    public Interval Interval(Lane lane, NpgsqlDataReader row) => new(
        row.GetGuid(2),
        Value(lane, row.GetString(3)),
        row.GetFieldValue<DateOnly>(7),
        row.IsDBNull(6) ? null : row.GetFieldValue<TimeOnly>(6),
        row.GetFieldValue<DateOnly>(8),
        row.GetInt64(5),
        row.OrNull<string>(4) is { } closing ? Closing(closing) : null);

    public object Value(Lane lane, string text)
    {
        if (!_values.TryGetValue((lane, text), out var value))
        {
            value = JsonSerializer.Deserialize(text, lane.ValueType, JourneyJson.Options)!;
            _values.Add((lane, text), value);
        }

        return value;
    }

    public object Closing(string text)
    {
        if (!_closings.TryGetValue(text, out var closing))
        {
            closing = Closings.Read(text);
            _closings.Add(text, closing);
        }

        return closing;
    }
}

/// <summary>
/// What an end says, as JSON under the name of its type: imported history may hold an end that names a fact of another kind, and then the
/// type is not the one its lane expects.
/// </summary>
internal static class Closings
{
    private static readonly FrozenDictionary<string, Type> ByName = FactCatalogue.Lanes.Values
        .Select(l => l.ClosingType).OfType<Type>().Distinct().ToFrozenDictionary(t => t.Name, StringComparer.Ordinal);

    public static string Write(object closing) => ByName.GetValueOrDefault(closing.GetType().Name) == closing.GetType()
        ? JsonSerializer.Serialize(new Dictionary<string, object> { [closing.GetType().Name] = closing }, JourneyJson.Options)
        : throw new InvalidOperationException($"No lane declares {closing.GetType()} as what its ends say.");

    public static object Read(string text)
    {
        using var json = JsonDocument.Parse(text);
        var closing = json.RootElement.EnumerateObject().Single();
        return closing.Value.Deserialize(ByName[closing.Name], JourneyJson.Options)!;
    }
}
