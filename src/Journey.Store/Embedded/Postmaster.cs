using System.Diagnostics;
using System.Globalization;

namespace Journey.Store.Embedded;

/// <summary>What the file <c>postmaster.pid</c> says of the server on a data folder.</summary>
internal sealed record Postmaster(int ProcessId, int? Port)
{
    private const string FileName = "postmaster.pid";
    private const int PortLine = 3;

    /// <summary>The server said to be running, or null. A file left by a server whose number another program has now, which PostgreSQL would mistake for its own, is removed.</summary>
    public static Postmaster? Read(string data)
    {
        var file = Path.Combine(data, FileName);
        if (TryReadLines(file) is not [var first, ..] lines || !int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var processId))
        {
            return null;
        }

        switch (StateOf(processId))
        {
            case ProcessState.Gone:
                return null;
            case ProcessState.AnotherProgram:
                File.Delete(file);
                return null;
        }

        return new Postmaster(
            processId,
            lines.Length > PortLine && int.TryParse(lines[PortLine], NumberStyles.None, CultureInfo.InvariantCulture, out var port) ? port : null);
    }

    private static ProcessState StateOf(int processId)
    {
        if (!Directory.Exists("/proc/self"))
        {
            return Process.GetProcesses().Any(x => x.Id == processId) ? ProcessState.Server : ProcessState.Gone;
        }

        return TryReadLines($"/proc/{processId}/stat") switch
        {
            [] => ProcessState.Gone,
            [var stat, ..] when stat.Contains("(postgres) ", StringComparison.Ordinal) && !stat.Contains("(postgres) Z", StringComparison.Ordinal) => ProcessState.Server,
            _ => ProcessState.AnotherProgram,
        };
    }

    private static string[] TryReadLines(string file)
    {
        try
        {
            return File.ReadAllLines(file);
        }
        catch (IOException)
        {
            return [];
        }
    }

    private enum ProcessState
    {
        Gone,
        Server,
        AnotherProgram,
    }
}
