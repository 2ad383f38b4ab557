namespace Journey.Bench;

/// <summary>What can be measured, by the name it has on the command line.</summary>
internal static class Measurements
{
    /// <summary>The measurements that run when none is named.</summary>
    public static IReadOnlyList<string> Usual { get; } = ["append", "child", "command"];

    /// <summary>Every measurement.</summary>
    public static IReadOnlyDictionary<string, Func<BenchDatabase, Options, Task<ResultTable>>> All { get; } =
        new SortedDictionary<string, Func<BenchDatabase, Options, Task<ResultTable>>>(StringComparer.Ordinal)
        {
            ["append"] = AppendMeasurement.RunAsync,
            ["child"] = ChildMeasurement.RunAsync,
            ["command"] = CommandMeasurement.RunAsync,
            ["large"] = LargeMeasurement.RunAsync,
        };
}
