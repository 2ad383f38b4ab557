using Journey.Record.Bitemporal;
using Journey.Record.Facts;
using Journey.Record.Facts.Adoption;
using Journey.Record.Facts.Care;

namespace Journey.Record.Measures;

/// <summary>
/// M21: days from entry to care until a child who was adopted in the window went to live with the adopters, and until the order. The order is the
/// one on record, else the day a period of care ceased with adoption (E11, E12).
/// </summary>
public static class M21TimeToPermanence
{
    private static readonly IReadOnlyList<Lane> Lanes = [.. CareEpisodes.Lanes, AdoptionLanes.Placements, AdoptionLanes.Orders];

    /// <summary>Entry to placed and entry to order, as averages and medians.</summary>
    public static IReadOnlyList<Measure> All { get; } =
    [
        Define("M21-placed", MeasureKind.Average, false), Define("M21-placed-median", MeasureKind.Median, false),
        Define("M21-order", MeasureKind.Average, true), Define("M21-order-median", MeasureKind.Median, true),
    ];

    private static Measure Define(string code, MeasureKind kind, bool order) => new()
    {
        Code = code,
        Kind = kind,
        Title = order ? "Time from entry to care to the adoption order" : "Time from entry to care to living with the adopters",
        Cohort = "Children adopted in the window",
        Numerator = order ? "Days from entry to the order" : "Days from entry until placed with the adopters",
        Exclusions = $"Adoptions of which {(order ? "the entry to care" : "the entry to care or the placement")} is not on record",
        Policy = "Entry is the first day of the period of care that ended with the adoption",
        Unit = "days",
        Source = "DfE, adoption of looked-after children",
        Lanes = Lanes,
        Of = (child, window, _) => [Judge(child, window, order)],
    };

    private static Contribution Judge(Timelines child, Period window, bool order)
    {
        var periods = PeriodsOfCare.Of(child);
        var made = child[AdoptionLanes.Orders].FirstOrDefault(i => window.Contains(i.From));
        var on = made?.From ?? periods.FirstOrDefault(p => p.Ceased && p.Rec is "E11" or "E12" && window.Contains(p.To))?.To;
        if (on is not { } adopted)
        {
            return child.Out("Not adopted in the window.");
        }

        if (periods.LastOrDefault(p => p.From < adopted) is not { } care)
        {
            return child.Out("The entry to care is not on record.");
        }

        var placed = child[AdoptionLanes.Placements].LastOrDefault(i => care.From <= i.From && i.From <= adopted);
        var episode = care.Episodes.FirstOrDefault(e => e.Place is ['A', >= '3' and <= '6']);
        if (!order && placed is null && episode is null)
        {
            return child.Out("The day on which the child was placed with the adopters is not on record.");
        }

        var until = order ? adopted : placed?.From ?? episode!.From;
        var fact = order ? made?.FactId : placed?.FactId ?? episode!.Fact;
        var days = until.DayNumber - care.From.DayNumber;
        return new Contribution(
            child.Subject, 1, days, days, $"{Words.Count(days, "day")} from entry to care {(order ? "to the order" : "until placed")}.",
            [.. new[] { care.First, fact ?? care.Episodes[^1].Fact }.Distinct()], On: adopted);
    }
}
