using Journey.Record.Bitemporal;
using Journey.Record.Facts;
using Journey.Record.Facts.Plans;

namespace Journey.Record.Measures;

/// <summary>Child protection plans: those open on a day, and those that began.</summary>
public static class ProtectionPlans
{
    /// <summary>Open at the end of the window's last day.</summary>
    public static Measure AtEnd { get; } = OpenOn(
        "CPP31", "Children with a protection plan on the last day of the window", "child protection plan", Plan.Protection);

    /// <summary>Begun in the window.</summary>
    public static Measure Begun { get; } = BegunIn("CPP-STARTS", "Child protection plans begun in the window", "child protection plan", Plan.Protection);

    /// <summary>The protection plans of a child, in order.</summary>
    internal static IEnumerable<Interval> Of(Timelines child) => child[PlanLanes.Plan].Where(i => i.As<Plan>().Kind == Plan.Protection);

    /// <summary>Plans of a kind that hold on the last day.</summary>
    internal static Measure OpenOn(string code, string title, string what, string kind) => new()
    {
        Code = code,
        Kind = MeasureKind.Count,
        Title = title,
        Cohort = title,
        Numerator = $"The {what} holds at the end of the last day",
        Unit = "days since it began",
        Source = "DfE, characteristics of children in need",
        IsAtEnd = true,
        Lanes = [PlanLanes.Plan],
        Of = (child, window, _) => child.On(PlanLanes.Plan, window.LastDay()).Where(i => i.As<Plan>().Kind == kind)
            .Select(i => child.In(
                true, $"A {what} since {Words.Date(i.From)}.", window.LastDay().DayNumber - i.From.DayNumber, [i.FactId], i.FactId, window.LastDay()))
            .Or(child, $"No {what} on the last day of the window."),
    };

    /// <summary>Plans of a kind that began.</summary>
    internal static Measure BegunIn(string code, string title, string what, string kind) => new()
    {
        Code = code,
        Kind = MeasureKind.Count,
        Title = title,
        Cohort = title,
        Numerator = "All of them",
        Unit = "plans",
        Source = "DfE, characteristics of children in need",
        Lanes = [PlanLanes.Plan],
        Of = Counting.Begun(PlanLanes.Plan, i => i.As<Plan>().Kind == kind, $"A {what} began", $"No {what} began in the window."),
    };
}
