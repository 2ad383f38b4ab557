namespace Journey.Exchange.Ssda903.Demo;

/// <summary>A demonstration return: its year, named by the March it ends in, the day on which it was known, and its rows.</summary>
public sealed record DemoReturn(int Year, DateOnly KnownOn, ReturnSet Set);

/// <summary>
/// Three consecutive returns of a fictional authority. They describe the same children and, as real ones do, disagree about the past. Every
/// child, postcode and worker is made up: identifiers begin with DEMO, postcodes with ZZ.
/// </summary>
public static class DemoReturns
{
    /// <summary>The last day that the returns tell of.</summary>
    internal static readonly DateOnly LastDay = new(2026, 3, 31);

    private static readonly Lazy<IReadOnlyList<DemoReturn>> Made = new(Make);

    /// <summary>The returns in the order in which they were known; the same at every call.</summary>
    public static IReadOnlyList<DemoReturn> Returns => Made.Value;

    private static IReadOnlyList<DemoReturn> Make()
    {
        var first = ReturnOfLives.For(2024, Lives.All);
        return
        [
            new(2024, new(2024, 6, 30), Disagreements.In2024(first)),
            new(2025, new(2025, 6, 30), Disagreements.In2025(ReturnOfLives.For(2025, Lives.All), first)),
            new(2026, new(2026, 6, 30), Disagreements.In2026(ReturnOfLives.For(2026, Lives.All))),
        ];
    }
}
