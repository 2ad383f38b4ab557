using Journey.Record.Facts.Plans;

namespace Journey.Record.Measures;

/// <summary>Child in need plans: those open on a day, and those that began.</summary>
public static class InNeedPlans
{
    /// <summary>Open at the end of the window's last day.</summary>
    public static Measure AtEnd { get; } = ProtectionPlans.OpenOn(
        "CIN-PLANS31", "Children with a child in need plan on the last day of the window", "child in need plan", Plan.InNeed);

    /// <summary>Begun in the window.</summary>
    public static Measure Begun { get; } = ProtectionPlans.BegunIn(
        "CIN-PLAN-STARTS", "Child in need plans begun in the window", "child in need plan", Plan.InNeed);
}
