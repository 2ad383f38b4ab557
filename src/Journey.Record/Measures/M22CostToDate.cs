using Journey.Record.Bitemporal;
using Journey.Record.Facts;
using Journey.Record.Facts.Placements;

namespace Journey.Record.Measures;

/// <summary>
/// M22: what placements cost on the days of the window, each agreed price to the penny: a price for a week is a seventh of it a day, one for a month
/// twelve 365ths of it, one for a night itself. A price that holds until further notice is committed to the end of the window.
/// </summary>
public static class M22CostToDate
{
    /// <summary>Less what health and education pay.</summary>
    public static Measure Net { get; } = new()
    {
        Code = "M22",
        Kind = MeasureKind.Sum,
        Title = "Cost of placements to date",
        Cohort = "Agreed prices that hold on a day of the window",
        Numerator = "Pounds for the days on which they hold",
        Exclusions = "Single payments",
        Policy = "Less what health and education pay; a price holds until its own end is recorded",
        Unit = "pounds",
        Source = "Section 251 placement costs; the daily parts of a price are this record's",
        Lanes = [CostLanes.Costs],
        Of = (child, window, _) => Judge(child, window, c => c.Rate - (c.Health ?? 0) - (c.Education ?? 0)),
    };

    /// <summary>Whoever pays.</summary>
    public static Measure Gross { get; } = Net with
    {
        Code = "M22-gross",
        Policy = "Whoever pays; a price holds until its own end is recorded",
        Of = (child, window, _) => Judge(child, window, c => c.Rate),
    };

    /// <summary>Single payments approved in the window.</summary>
    public static Measure OneOff { get; } = Net with
    {
        Code = "M22-one-off",
        Title = "Single payments",
        Cohort = "Single payments approved in the window",
        Numerator = "Pounds",
        Exclusions = null,
        Policy = null,
        Source = "Journey",
        Lanes = [CostLanes.OneOff],
        Of = (child, window, _) => child[CostLanes.OneOff].Where(i => window.Contains(i.From))
            .Select(i => child.In(true, "A payment was approved.", i.As<OneOffCost>().Amount, [i.FactId], i.FactId, i.From))
            .DefaultIfEmpty(child.Out("No single payment in the window.")),
    };

    /// <summary>What a price comes to over some days, to the penny, half a penny up; null when the price is for no known time.</summary>
    public static decimal? Pounds(decimal rate, string per, int days) => per switch
    {
        "week" => Pennies(rate * days / 7),
        "month" => Pennies(rate * 12 * days / 365),
        "night" => Pennies(rate * days),
        _ => null,
    };

    private static decimal Pennies(decimal pounds) => decimal.Round(pounds, 2, MidpointRounding.AwayFromZero);

    private static IEnumerable<Contribution> Judge(Timelines child, Period window, Func<PlacementCost, decimal> rate) =>
        (from cost in child[CostLanes.Costs]
         let days = cost.Period.Clip(window)
         where days is { IsEmpty: false }
         select Judge(child, cost, days.Value, rate(cost.As<PlacementCost>())))
        .DefaultIfEmpty(child.Out("No agreed price in the window."));

    private static Contribution Judge(Timelines child, Interval cost, Period days, decimal rate)
    {
        var per = cost.As<PlacementCost>().Per;
        return Pounds(rate, per, days.Days) is { } pounds
            ? child.In(true, $"{Words.Count(days.Days, "day")} at {Words.Money(rate)} a {per}.", pounds, [cost.FactId], cost.FactId, days.From)
            : child.Out("The price is for no known length of time.") with { Item = cost.FactId, On = days.From };
    }
}
