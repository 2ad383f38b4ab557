using System.Diagnostics;
using System.Globalization;

namespace Journey.Bench;

/// <summary>One way to the same answer.</summary>
internal sealed record Way(string Name, Func<Task> Run);

/// <summary>Ways timed side by side, one after the other in each round, so that what else the machine does falls on all of them.</summary>
internal static class Timing
{
    /// <summary>Milliseconds of each way, after rounds that are not counted.</summary>
    public static async Task<IReadOnlyList<Sample>> RunAsync(int rounds, int before, params Way[] ways)
    {
        var times = ways.Select(_ => new List<double>()).ToList();
        for (var round = -before; round < rounds; round++)
        {
            for (var i = 0; i < ways.Length; i++)
            {
                var began = Stopwatch.GetTimestamp();
                await ways[i].Run();
                if (round >= 0)
                {
                    times[i].Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
                }
            }
        }

        return [.. times.Select(t => new Sample(t))];
    }

    /// <summary>Milliseconds of one run.</summary>
    public static async Task<double> OnceAsync(Func<Task> run)
    {
        var began = Stopwatch.GetTimestamp();
        await run();
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }

    public static string Text(this double value) =>
        value.ToString(Math.Abs(value) switch { < 10 => "0.00", < 100 => "0.0", _ => "#,0" }, CultureInfo.InvariantCulture);

    public static string Met(bool met) => met ? "met" : "MISSED";
}
