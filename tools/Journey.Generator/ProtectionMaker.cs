namespace Journey.Generator;

/// <summary>Decides enquiries and plans within an episode of need.</summary>
public static class ProtectionMaker
{
    /// <summary>Enquiries, protection plans and child in need plans from the assessment until a day on which all have ended.</summary>
    public static (IReadOnlyList<Enquiry> Enquiries, IReadOnlyList<PlanPeriod> Protection, IReadOnlyList<PlanPeriod> InNeed) Within(
        Settings settings, Child child, DateOnly referredOn, DateOnly assessedOn, DateOnly until, int plansBefore, Chance chance) => ([], [], []);
}
