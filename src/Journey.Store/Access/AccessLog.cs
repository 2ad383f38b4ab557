using Journey.Record.Children;
using Npgsql;
using NpgsqlTypes;

namespace Journey.Store.Access;

/// <summary>
/// Who asked what. <paramref name="Child"/> for one child, <paramref name="Children"/> for the number on a list; the viewpoint asked for;
/// and why it was allowed.
/// </summary>
public sealed record AccessEntry(
    Actor Actor,
    string Question,
    Guid? Child,
    int? Children,
    DateOnly? ValidAt,
    long? Position,
    DateTimeOffset? KnownAt,
    string AllowedBecause);

/// <summary>An entry as it was logged, with its number and instant (UTC).</summary>
public sealed record LoggedAccess(long Id, DateTimeOffset At, AccessEntry Entry);

/// <summary>A page of the log, newest first. <paramref name="Next"/> is the number to go on before; null on the last page.</summary>
public sealed record AccessPage(IReadOnlyList<LoggedAccess> Entries, long Total, long? Next);

/// <summary>Keeps who looked at what, outside the ledger: reading moves no position. The table accepts no change and no deletion.</summary>
public sealed class AccessLog(NpgsqlDataSource source, TimeProvider clock)
{
    /// <summary>Logs one question before it is answered. Throws when it cannot, and then nothing may be shown.</summary>
    public async Task WriteAsync(string authority, AccessEntry entry, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(entry.Actor?.Id, nameof(entry));
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await connection.RunAsync(
            $"""
            insert into {StoreSchema.Name}.journey_access
                (tenant_id, at, actor, role, on_behalf_of, question, child_id, children, valid_at, position, known_at, allowed_because)
            values ($1, $2, $3, $4, $5::text, $6, $7::uuid, $8::integer, $9::date, $10::bigint, $11::timestamptz, $12)
            """,
            cancellation,
            authority,
            clock.GetUtcNow(),
            entry.Actor.Id,
            entry.Actor.Role,
            Sql.Typed(NpgsqlDbType.Text, entry.Actor.OnBehalfOf),
            entry.Question,
            Sql.Typed(NpgsqlDbType.Uuid, entry.Child),
            Sql.Typed(NpgsqlDbType.Integer, entry.Children),
            Sql.Typed(NpgsqlDbType.Date, entry.ValidAt),
            Sql.Typed(NpgsqlDbType.Bigint, entry.Position),
            Sql.Typed(NpgsqlDbType.TimestampTz, entry.KnownAt?.ToUniversalTime()),
            entry.AllowedBecause);
    }

    /// <summary>Entries older than a number (null for the newest), about one child when given, at most <paramref name="size"/> of them.</summary>
    public async Task<AccessPage> ReadAsync(
        string authority, Guid? child = null, long? before = null, int size = 100, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        var (of, about) = (child is null ? "" : "and child_id = $4", child is null ? Array.Empty<object?>() : [child]);
        await using var connection = await source.OpenConnectionAsync(cancellation);
        var total = await connection.OneAsync<long>(
            $"select count(*) from {StoreSchema.Name}.journey_access where tenant_id = $1 {(child is null ? "" : "and child_id = $2")}",
            cancellation,
            [authority, .. about]);
        var entries = await connection.ListAsync(
            $"""
            select id, at, actor, role, on_behalf_of, question, child_id, children, valid_at, position, known_at, allowed_because
            from {StoreSchema.Name}.journey_access where tenant_id = $1 and id < $2 {of} order by id desc limit $3
            """,
            Read,
            cancellation,
            [authority, before ?? long.MaxValue, size + 1, .. about]);
        return entries.Count > size ? new AccessPage(entries[..size], total, entries[size - 1].Id) : new AccessPage(entries, total, null);
    }

    private static LoggedAccess Read(NpgsqlDataReader reader) => new(
        reader.GetInt64(0),
        reader.GetFieldValue<DateTimeOffset>(1),
        new AccessEntry(
            new Actor(reader.GetString(2), reader.GetString(3), reader.OrNull<string>(4)),
            reader.GetString(5),
            reader.IsDBNull(6) ? null : reader.GetGuid(6),
            reader.IsDBNull(7) ? null : reader.GetInt32(7),
            reader.IsDBNull(8) ? null : reader.GetFieldValue<DateOnly>(8),
            reader.IsDBNull(9) ? null : reader.GetInt64(9),
            reader.IsDBNull(10) ? null : reader.GetFieldValue<DateTimeOffset>(10),
            reader.GetString(11)));
}
