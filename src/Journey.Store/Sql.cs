using Npgsql;
using NpgsqlTypes;

namespace Journey.Store;

/// <summary>Short forms of what the store asks of Npgsql.</summary>
internal static class Sql
{
    public static NpgsqlCommand Command(this NpgsqlConnection connection, string sql, params ReadOnlySpan<object?> parameters)
    {
        var command = new NpgsqlCommand(sql, connection);
        foreach (var parameter in parameters)
        {
            command.Parameters.Add(parameter as NpgsqlParameter ?? new NpgsqlParameter { Value = parameter ?? DBNull.Value });
        }

        return command;
    }

    /// <summary>Several statements that go to the server together.</summary>
    public static NpgsqlBatch Batch(this NpgsqlConnection connection, params ReadOnlySpan<(string Sql, object?[] Parameters)> statements)
    {
        var batch = new NpgsqlBatch(connection);
        foreach (var (sql, parameters) in statements)
        {
            var command = new NpgsqlBatchCommand(sql);
            foreach (var parameter in parameters)
            {
                command.Parameters.Add(new NpgsqlParameter { Value = parameter ?? DBNull.Value });
            }

            batch.BatchCommands.Add(command);
        }

        return batch;
    }

    /// <summary>A parameter whose type the server must be told, because it may be null.</summary>
    public static NpgsqlParameter Typed(NpgsqlDbType type, object? value) => new() { NpgsqlDbType = type, Value = value ?? DBNull.Value };

    public static async Task<int> RunAsync(this NpgsqlConnection connection, string sql, CancellationToken cancellation, params object?[] parameters)
    {
        await using var command = connection.Command(sql, parameters);
        return await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>The first column of the first row; default when there is no row or the column is null.</summary>
    public static async Task<T?> OneAsync<T>(
        this NpgsqlConnection connection, string sql, CancellationToken cancellation, params object?[] parameters)
    {
        await using var command = connection.Command(sql, parameters);
        return await command.ExecuteScalarAsync(cancellation) is T value ? value : default;
    }

    public static async Task<List<T>> ListAsync<T>(
        this NpgsqlConnection connection, string sql, Func<NpgsqlDataReader, T> read, CancellationToken cancellation, params object?[] parameters)
    {
        await using var command = connection.Command(sql, parameters);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var list = new List<T>();
        while (await reader.ReadAsync(cancellation))
        {
            list.Add(read(reader));
        }

        return list;
    }

    public static T? OrNull<T>(this NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? default : reader.GetFieldValue<T>(column);
}

/// <summary>A session-level advisory lock, given back when disposed.</summary>
internal sealed class AdvisoryLock : IAsyncDisposable
{
    private readonly NpgsqlConnection _connection;
    private readonly int _number;
    private readonly string _of;

    private AdvisoryLock(NpgsqlConnection connection, int number, string of) => (_connection, _number, _of) = (connection, number, of);

    /// <summary>Waits until the lock is free.</summary>
    public static async Task<AdvisoryLock> HoldAsync(NpgsqlConnection connection, int number, string of, CancellationToken cancellation)
    {
        var held = new AdvisoryLock(connection, number, of);
        try
        {
            await using var command = connection.Command("select pg_advisory_lock($1, hashtext($2))", number, of);
            command.CommandTimeout = 0;
            await command.ExecuteNonQueryAsync(cancellation);
        }
        catch
        {
            // Cancelled while waiting, the server may have granted it all the same.
            await held.DisposeAsync();
            throw;
        }

        return held;
    }

    /// <summary>Null when someone else holds it.</summary>
    public static async Task<AdvisoryLock?> TryAsync(NpgsqlConnection connection, int number, string of, CancellationToken cancellation) =>
        await connection.OneAsync<bool>("select pg_try_advisory_lock($1, hashtext($2))", cancellation, number, of)
            ? new AdvisoryLock(connection, number, of)
            : null;

    public async ValueTask DisposeAsync()
    {
        if (_connection.State == System.Data.ConnectionState.Open)
        {
            await _connection.RunAsync("select pg_advisory_unlock($1, hashtext($2))", CancellationToken.None, _number, _of);
        }
    }
}
