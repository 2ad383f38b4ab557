using System.Diagnostics;
using System.Security.Cryptography;

namespace Journey.Store.Embedded;

/// <summary>The files of one cluster: the server's data, and beside it the password, the log and two lock files.</summary>
internal sealed class ClusterFolder(string path)
{
    public const string Superuser = "journey";

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly string _password = System.IO.Path.Combine(path, "password");
    private readonly string _starting = System.IO.Path.Combine(path, "starting.lock");
    private readonly string _inUse = System.IO.Path.Combine(path, "in-use.lock");

    public string Path { get; } = path;

    public string Data { get; } = System.IO.Path.Combine(path, "data");

    public string Log { get; } = System.IO.Path.Combine(path, "server.log");

    public string ReadPassword() => File.ReadAllText(_password).Trim();

    /// <summary>The part of the log worth showing to a person.</summary>
    public string LastLogLines() => File.Exists(Log) ? string.Join(' ', File.ReadLines(Log).TakeLast(3)) : "";

    /// <summary>Initialises the data once. The data appears under its name only when it is whole, so a killed attempt leaves nothing to trip over.</summary>
    public async Task InitialiseAsync(PostgresBinaries binaries, ServerAccount account, bool durable, CancellationToken cancellationToken)
    {
        if (Directory.Exists(Data))
        {
            return;
        }

        var unfinished = System.IO.Path.Combine(Path, "unfinished");
        if (Directory.Exists(unfinished))
        {
            Directory.Delete(unfinished, recursive: true);
        }

        Directory.CreateDirectory(unfinished);
        await account.OwnAsync(unfinished, cancellationToken);
        if (!await account.CanAsync("-w", unfinished, cancellationToken))
        {
            throw new DatabaseUnavailableException($"PostgreSQL's account cannot reach '{Path}': set JOURNEY_DATA to a folder that is not under a private home.");
        }

        await WritePasswordAsync(account, cancellationToken);
        string[] sync = durable ? [] : ["--no-sync"];
        var (exitCode, output) = await Command.RunAsync(
            account.Run(
                [binaries.Initdb, "-D", unfinished, "-U", Superuser, $"--pwfile={_password}", "--auth=scram-sha-256",
                "--locale=C.UTF-8", "-E", "UTF8", "--no-instructions", .. sync]),
            cancellationToken);
        if (exitCode != 0)
        {
            throw new DatabaseUnavailableException($"PostgreSQL could not initialise '{Data}': {output}");
        }

        Directory.Move(unfinished, Data);
    }

    /// <summary>Held while the server is looked for, started or stopped: two processes never do so at once. Null when not had in time.</summary>
    public async Task<FileStream?> LockStartingAsync(TimeSpan timeout, CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        while (true)
        {
            if (TryLock(_starting, FileAccess.ReadWrite, FileShare.None) is { } held)
            {
                return held;
            }

            if (Stopwatch.GetElapsedTime(began) > timeout)
            {
                return null;
            }

            await Task.Delay(Pause, cancellationToken);
        }
    }

    /// <summary>Held by every process for as long as it uses the server. Taken only under the starting lock.</summary>
    public FileStream HoldInUse() => new(_inUse, FileMode.OpenOrCreate, FileAccess.Read, FileShare.Read);

    /// <summary>Whether another process holds the server in use. Asked only under the starting lock.</summary>
    public bool IsInUse()
    {
        using var alone = TryLock(_inUse, FileAccess.ReadWrite, FileShare.None);
        return alone is null;
    }

    private static FileStream? TryLock(string file, FileAccess access, FileShare share)
    {
        try
        {
            return new FileStream(file, FileMode.OpenOrCreate, access, share);
        }
        catch (IOException) when (File.Exists(file))
        {
            return null;
        }
    }

    private async Task WritePasswordAsync(ServerAccount account, CancellationToken cancellationToken)
    {
        File.Delete(_password);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        await using (var writer = new StreamWriter(_password, options))
        {
            await writer.WriteLineAsync(RandomNumberGenerator.GetHexString(40, lowercase: true));
        }

        await account.OwnAsync(_password, cancellationToken);
    }
}
