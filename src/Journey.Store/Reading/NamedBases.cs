using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Npgsql;
using NpgsqlTypes;

namespace Journey.Store.Reading;

/// <summary>A pair of clocks under a name, such as "2026 return as submitted". Who named it and when (UTC) stays with it.</summary>
public sealed record NamedBasis(string Name, Basis Basis, string? Note, Actor By, DateTimeOffset At);

/// <summary>Keeps names of bases, outside the ledger: naming one moves no position. A name once given is neither changed nor deleted.</summary>
public sealed class NamedBases(NpgsqlDataSource source, TimeProvider clock)
{
    private const string Columns = "name, valid_at, position, known_at, final, note, actor, role, on_behalf_of, at";

    /// <summary>
    /// Gives a basis a name. Returns what stands under that name afterwards: the same basis when it was named now or before in the same way, another
    /// one when the name was taken.
    /// </summary>
    public async Task<NamedBasis> NameAsync(string name, Basis basis, string? note, Actor by, CancellationToken cancellation = default)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await connection.RunAsync(
            $"""
            insert into {StoreSchema.Name}.journey_basis (tenant_id, {Columns})
            values ($1, $2, $3, $4, $5::timestamptz, $6, $7::text, $8, $9, $10::text, $11) on conflict (tenant_id, name) do nothing
            """,
            cancellation,
            basis.Authority,
            name,
            basis.ValidAt,
            basis.Position,
            Sql.Typed(NpgsqlDbType.TimestampTz, basis.KnownAt?.ToUniversalTime()),
            basis.Final,
            Sql.Typed(NpgsqlDbType.Text, note),
            by.Id,
            by.Role,
            Sql.Typed(NpgsqlDbType.Text, by.OnBehalfOf),
            clock.GetUtcNow());
        return (await ReadAsync(connection, basis.Authority, "and name = $2", cancellation, name)).Single();
    }

    /// <summary>The basis of a name, or null.</summary>
    public async Task<NamedBasis?> FindAsync(string authority, string name, CancellationToken cancellation = default)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        return (await ReadAsync(connection, authority, "and name = $2", cancellation, name)).SingleOrDefault();
    }

    /// <summary>Every named basis of an authority, in order of name.</summary>
    public async Task<IReadOnlyList<NamedBasis>> AllAsync(string authority, CancellationToken cancellation = default)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        return await ReadAsync(connection, authority, "", cancellation);
    }

    private static Task<List<NamedBasis>> ReadAsync(
        NpgsqlConnection connection, string authority, string where, CancellationToken cancellation, params object?[] parameters) => connection.ListAsync(
        $"select {Columns} from {StoreSchema.Name}.journey_basis where tenant_id = $1 {where} order by name collate \"C\"",
        r => new NamedBasis(
            r.GetString(0),
            new Basis(authority, r.GetFieldValue<DateOnly>(1), r.GetInt64(2), r.IsDBNull(3) ? null : r.GetFieldValue<DateTimeOffset>(3), r.GetBoolean(4)),
            r.OrNull<string>(5),
            new Actor(r.GetString(6), r.GetString(7), r.OrNull<string>(8)),
            r.GetFieldValue<DateTimeOffset>(9)),
        cancellation,
        [authority, .. parameters]);
}
