using Journey.Record.Bitemporal;
using Journey.Record.Facts;
using Journey.Record.Facts.Plans;

namespace Journey.Record.Measures;

/// <summary>Child protection plans that ended, and how long they had lasted.</summary>
public static class ProtectionPlansEnded
{
    /// <summary>How many ended; the value is how long each had lasted.</summary>
    public static Measure All { get; } = Define("CPP-ENDED", "Child protection plans ended in the window", "All of them", MeasureKind.Count, (_, _) => true);

    /// <summary>The share that had lasted less than 3 months, and so on.</summary>
    public static IReadOnlyList<Measure> ByLength { get; } =
    [
        .. Lengths.All.Select(l => Define(
            $"CPP-ENDED-{l.Code}", $"Child protection plans ended after {l.Words}", $"Had lasted {l.Words}", MeasureKind.Share,
            (from, to) => Lengths.Is(l, from, to))),
    ];

    private static Measure Define(string code, string title, string numerator, MeasureKind kind, Func<DateOnly, DateOnly, bool> counts) => new()
    {
        Code = code,
        Kind = kind,
        Title = title,
        Cohort = "Child protection plans ended in the window",
        Numerator = numerator,
        Policy = "Calendar months; the upper end of a length is excluded. A plan that another took the place of has ended too",
        Unit = "days",
        Source = "DfE, characteristics of children in need",
        Lanes = [PlanLanes.Plan],
        Of = (child, window, _) => ProtectionPlans.Of(child).Where(i => !i.IsOpen && window.Contains(i.To) && !Silent(child, i))
            .Select(i => child.In(
                counts(i.From, i.To), $"A protection plan ended on {Words.Date(i.To)} after {Words.Lasting(i.From, i.To)}.",
                i.Period.Days, [i.FactId], i.FactId, i.To))
            .Or(child, "No protection plan ended in the window."),
    };

    /// <summary>True when the plan is only no longer reported: nothing ended it and no other plan began.</summary>
    private static bool Silent(Timelines child, Interval plan) => plan.Closing is null && !child[PlanLanes.Plan].Any(i => i != plan && i.From == plan.To);
}
