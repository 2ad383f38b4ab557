using Journey.Record.Bitemporal;

namespace Journey.Record.Facts.Plans;

/// <summary>
/// A plan of a kind, with the category of abuse it started with. <paramref name="Previous"/> is the number of earlier protection plans as stated,
/// those of other authorities included.
/// </summary>
public sealed record Plan(string Kind, string? Category, int Previous = 0)
{
    /// <summary>A child protection plan.</summary>
    public const string Protection = "protection";

    /// <summary>A child in need plan.</summary>
    public const string InNeed = "in-need";
}

/// <summary>The category of abuse in force; none under a child in need plan.</summary>
public sealed record PlanCategory(string? Code);

/// <summary>Why a plan ended.</summary>
public sealed record PlanClosing(string Reason);

/// <summary>Lanes of plans outside care.</summary>
public static class PlanLanes
{
    /// <summary>The plan: a protection plan takes the place of a child in need plan.</summary>
    public static Lane<Plan> Plan { get; } = Lane<Plan>.Exclusive("plan", closing: typeof(PlanClosing));

    /// <summary>The latest category of abuse, while the plan lasts.</summary>
    public static Lane<PlanCategory> Category { get; } = Lane<PlanCategory>.Exclusive("plan-category", Plan);
}
