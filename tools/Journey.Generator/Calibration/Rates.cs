namespace Journey.Generator.Calibration;

/// <summary>All areas whose figures are compared.</summary>
public static class Rates
{
    /// <summary>Every figure of an authority, area by area.</summary>
    public static IEnumerable<Rate> Of(Authority authority) => All.SelectMany(a => a.Of(authority));

    private static IReadOnlyList<IRates> All { get; } = [new NeedRates(), new CareRates(), new WorkRates()];
}
