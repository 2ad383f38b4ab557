using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace Journey.Kit;

/// <summary>A migrated database that clones are copied from: made once for each build of the code that migrates it, and kept for later runs.</summary>
/// <param name="key">Names the template: small letters, digits and underscores.</param>
/// <param name="migrate">Brings the empty database behind a connection string to the wanted schema.</param>
public sealed class DatabaseTemplate(string key, Func<string, Task> migrate)
{
    private readonly string _name = $"template_{key}_{Build(migrate)}";

    internal async Task<string> EnsureAsync(TestServer server, CancellationToken cancellationToken)
    {
        await using var turn = await server.OpenAdministrationAsync(cancellationToken);
        await using var wait = new NpgsqlCommand("select pg_advisory_lock(hashtext($1))", turn) { Parameters = { new() { Value = key } } };
        await wait.ExecuteNonQueryAsync(cancellationToken);

        var existing = await server.DatabasesLikeAsync($@"template\_{key.Replace("_", @"\_", StringComparison.Ordinal)}\_%", cancellationToken);
        if (!existing.Contains(_name))
        {
            foreach (var outdated in existing)
            {
                await server.ExecuteAsync($"drop database if exists {outdated}", cancellationToken);
            }

            await MakeAsync(server, cancellationToken);
        }

        return _name;
    }

    /// <summary>Built under another name, so that a killed run leaves no half-migrated template.</summary>
    private async Task MakeAsync(TestServer server, CancellationToken cancellationToken)
    {
        var unfinished = $"unfinished_{key}";
        await server.ExecuteAsync($"drop database if exists {unfinished} with (force)", cancellationToken);
        await server.ExecuteAsync($"create database {unfinished}", cancellationToken);
        await migrate(server.ConnectionString(unfinished));
        await server.ExecuteAsync($"alter database {unfinished} allow_connections false", cancellationToken);
        await server.ExecuteAsync($"select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = '{unfinished}'", cancellationToken);
        await server.ExecuteAsync($"alter database {unfinished} rename to {_name}", cancellationToken);
    }

    private static string Build(Func<string, Task> migrate)
    {
        var store = typeof(Store.Embedded.EmbeddedCluster).Assembly;
        var modules = store.GetReferencedAssemblies()
            .Where(x => x.Name!.StartsWith("Journey.", StringComparison.Ordinal))
            .Select(x => Assembly.Load(x).ManifestModule)
            .Append(store.ManifestModule)
            .Append(migrate.Method.Module);
        var versions = string.Join(' ', modules.Select(x => x.ModuleVersionId));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(versions)))[..12];
    }
}
