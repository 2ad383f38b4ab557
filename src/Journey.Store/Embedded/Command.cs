using System.Diagnostics;

namespace Journey.Store.Embedded;

/// <summary>Runs a program to its end and keeps what it printed, so that nothing of it reaches this process's output.</summary>
internal static class Command
{
    public static async Task<(int ExitCode, string Output)> RunAsync(IEnumerable<string> commandLine, CancellationToken cancellationToken)
    {
        var start = Start(commandLine);
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        try
        {
            await process.WaitForExitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        return (process.ExitCode, $"{await output}{await errors}".Trim());
    }

    /// <summary>All three streams are pipes, the folder is the root and no <c>PG*</c> variable is inherited.</summary>
    public static ProcessStartInfo Start(IEnumerable<string> commandLine)
    {
        var words = commandLine.ToList();
        var start = new ProcessStartInfo(words[0], words.Skip(1))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = "/",
        };
        foreach (var name in start.Environment.Keys.Where(x => x.StartsWith("PG", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        return start;
    }

    /// <summary>The full path of a program, or null when it is not installed.</summary>
    public static string? Find(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Concat(["/usr/local/bin", "/usr/bin", "/bin", "/usr/sbin", "/sbin"])
            .Select(folder => Path.Combine(folder, program))
            .FirstOrDefault(File.Exists);
}
