using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Journey.Bench;

/// <summary>What the figures were measured on.</summary>
internal sealed record Machine(string Processor, int Cores, double MemoryGiB, string System, string Runtime, string Database, bool Fsync, double FlushMilliseconds, double Load)
{
    private const int Flushes = 200;

    public static async Task<Machine> ProbeAsync(BenchDatabase database) => new(
        Line("/proc/cpuinfo", "model name")?.Split(':')[1].Trim() ?? RuntimeInformation.ProcessArchitecture.ToString(),
        Environment.ProcessorCount,
        Math.Round(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (double)(1L << 30), 1),
        RuntimeInformation.OSDescription,
        RuntimeInformation.FrameworkDescription,
        $"PostgreSQL {await database.OneAsync<string>("show server_version")}, shared_buffers {await database.OneAsync<string>("show shared_buffers")}",
        await database.OneAsync<string>("show fsync") == "on" && await database.OneAsync<string>("show synchronous_commit") == "on",
        Math.Round(Flush(database.Folder), 3),
        LoadAverage());

    public override string ToString() =>
        $"{Cores} cores of {Processor}, {MemoryGiB} GiB, {System}, {Runtime}, {Database}, fsync {(Fsync ? "on" : "OFF")}; "
        + $"one 8 KiB write and flush takes {FlushMilliseconds} ms (median of {Flushes}); load average {Load} at the start";

    private static double Flush(string folder)
    {
        var file = Path.Combine(folder, "flush-probe");
        using var handle = File.OpenHandle(file, FileMode.Create, FileAccess.Write, options: FileOptions.DeleteOnClose);
        var page = new byte[8192];
        return Sample.Of(Flushes, i =>
        {
            var began = Stopwatch.GetTimestamp();
            RandomAccess.Write(handle, page, i * (long)page.Length);
            RandomAccess.FlushToDisk(handle);
            return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        }).Median;
    }

    private static double LoadAverage() =>
        File.Exists("/proc/loadavg") ? double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0], global::System.Globalization.CultureInfo.InvariantCulture) : 0;

    private static string? Line(string file, string start) =>
        File.Exists(file) ? File.ReadLines(file).FirstOrDefault(l => l.StartsWith(start, StringComparison.Ordinal)) : null;
}
