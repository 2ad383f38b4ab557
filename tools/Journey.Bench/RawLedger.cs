using System.Diagnostics;
using System.Text.Json;
using Journey.Store;
using Journey.Store.Writing;
using Npgsql;
using NpgsqlTypes;

namespace Journey.Bench;

/// <summary>
/// The ceiling of appending: a table of the ledger's own shape and indexes, filled by one binary COPY in one transaction, which checks nothing.
/// </summary>
internal sealed class RawLedger(BenchDatabase database, string name)
{
    public const string Events = "journey.mt_events";

    private const string Columns =
        "seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type, correlation_id, headers, user_name, is_archived";

    private static readonly Dictionary<Type, string> Names = EventCatalogue.ByName.ToDictionary(e => e.Value, e => e.Key);

    public string Name => name;

    /// <summary>Creates the table, holding what an authority's ledger holds.</summary>
    public async Task CreateAsync(string authority)
    {
        await database.RunAsync($"create table {name} (like {Events} including all)");
        await database.RunAsync($"insert into {name} select * from {Events} where tenant_id = '{authority}' order by seq_id");
        await database.RunAsync($"analyze {name}");
    }

    /// <summary>Serialises and copies, and says how long it took.</summary>
    public async Task<TimeSpan> AppendAsync(string authority, IEnumerable<Append> appends)
    {
        await using var connection = await database.Source.OpenConnectionAsync();
        await using var last = new NpgsqlCommand($"select coalesce(max(seq_id), 0) from {name} where tenant_id = $1", connection) { Parameters = { new() { Value = authority } } };
        var position = (long)(await last.ExecuteScalarAsync())!;
        var began = Stopwatch.GetTimestamp();
        await using var transaction = await connection.BeginTransactionAsync();
        await using (var copy = await connection.BeginBinaryImportAsync($"copy {name} ({Columns}) from stdin (format binary)"))
        {
            foreach (var append in appends)
            {
                var at = (append.Imported?.StatedAt ?? DateTimeOffset.UnixEpoch).ToUniversalTime();
                foreach (var stream in append.Streams)
                {
                    var version = stream.ExpectedVersion;
                    foreach (var appending in stream.Events)
                    {
                        await WriteAsync(copy, authority, append, stream, appending, ++version, ++position, at);
                    }
                }
            }

            await copy.CompleteAsync();
        }

        await transaction.CommitAsync();
        return Stopwatch.GetElapsedTime(began);
    }

    /// <summary>Throws unless the authority's ledger and this table hold the same events.</summary>
    public async Task AssertEqualAsync(string authority)
    {
        var (kept, copied) = (await DigestAsync(Events, authority), await DigestAsync(name, authority));
        if (kept != copied)
        {
            throw new InvalidOperationException($"The ledger of {authority} and {name} do not hold the same events: {kept} and {copied}.");
        }
    }

    private Task<string> DigestAsync(string table, string authority) => database.OneAsync<string>(
        $"""
        select count(*) || ' events, ' || md5(string_agg(md5(row(
            id, stream_id, version, data, type, mt_dotnet_type, correlation_id, causation_id, headers, user_name, is_archived)::text), '' order by stream_id, version))
        from {table} where tenant_id = '{authority}' and type <> 'tombstone'
        """);

    private static async Task WriteAsync(
        NpgsqlBinaryImporter copy, string authority, Append append, StreamAppend stream, Appending appending, long version, long position, DateTimeOffset at)
    {
        var type = appending.Statement.GetType();
        await copy.StartRowAsync();
        await copy.WriteAsync(position, NpgsqlDbType.Bigint);
        await copy.WriteAsync(appending.EventId, NpgsqlDbType.Uuid);
        await copy.WriteAsync(stream.Stream, NpgsqlDbType.Uuid);
        await copy.WriteAsync(version, NpgsqlDbType.Bigint);
        await copy.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(appending.Statement, type, JourneyJson.Options), NpgsqlDbType.Jsonb);
        await copy.WriteAsync(Names[type], NpgsqlDbType.Varchar);
        await copy.WriteAsync(at, NpgsqlDbType.TimestampTz);
        await copy.WriteAsync(authority, NpgsqlDbType.Varchar);
        await copy.WriteAsync($"{type.FullName}, {type.Assembly.GetName().Name}", NpgsqlDbType.Varchar);
        await copy.WriteAsync(append.Correlation, NpgsqlDbType.Varchar);
        await copy.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(Headers(append, appending), JourneyJson.Options), NpgsqlDbType.Jsonb);
        await copy.WriteAsync(append.Actor.Id, NpgsqlDbType.Varchar);
        await copy.WriteAsync(false, NpgsqlDbType.Boolean);
    }

    private static Dictionary<string, string> Headers(Append append, Appending appending)
    {
        var headers = new Dictionary<string, string> { ["role"] = append.Actor.Role };
        if (append.Imported is { } imported)
        {
            headers.Add("source", imported.Source);
            headers.Add("sourceRef", appending.SourceRef!);
            headers.Add("loadedAt", imported.LoadedAt.ToString("O"));
            headers.Add("load", imported.Load.ToString("D"));
            headers.Add("statedAt", imported.StatedAt.ToString("O"));
        }

        return headers;
    }
}
