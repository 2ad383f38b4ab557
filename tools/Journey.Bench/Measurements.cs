namespace Journey.Bench;

/// <summary>What can be measured, by the name it has on the command line.</summary>
internal static class Measurements
{
    /// <summary>The measurements that run when none is named.</summary>
    public static IReadOnlyList<string> Usual { get; } = ["append", "child", "command"];

    /// <summary>The measurements of the small run.</summary>
    public static IReadOnlyList<string> OfSmall { get; } =
        ["append", "child", "pit", "metrics", "rebuild", "growth", "clock", "long", "tenants", "lag", "race", "command"];

    /// <summary>Every measurement.</summary>
    public static IReadOnlyDictionary<string, Func<BenchDatabase, Options, Task<ResultTable>>> All { get; } =
        new SortedDictionary<string, Func<BenchDatabase, Options, Task<ResultTable>>>(StringComparer.Ordinal)
        {
            ["append"] = AppendMeasurement.RunAsync,
            ["child"] = ChildMeasurement.RunAsync,
            ["clock"] = ClockMeasurement.RunAsync,
            ["command"] = CommandMeasurement.RunAsync,
            ["growth"] = GrowthMeasurement.RunAsync,
            ["lag"] = LagMeasurement.RunAsync,
            ["large"] = LargeMeasurement.RunAsync,
            ["long"] = LongMeasurement.RunAsync,
            ["metrics"] = MetricsMeasurement.RunAsync,
            ["pit"] = PitMeasurement.RunAsync,
            ["race"] = RaceMeasurement.RunAsync,
            ["rebuild"] = RebuildMeasurement.RunAsync,
            ["tenants"] = TenantsMeasurement.RunAsync,
        };
}
