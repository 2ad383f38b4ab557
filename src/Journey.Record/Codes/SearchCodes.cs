namespace Journey.Record.Codes;

/// <summary>Code sets of the search for a placement and of its cost; our own.</summary>
public static class SearchCodes
{
    /// <summary>Why a provider will not take a child.</summary>
    public static CodeSet Refusal { get; } = new(
        "provider-refusal",
        "the reasons for a provider's refusal",
        new("noVacancy", "No vacancy"),
        new("matching", "Does not match the children already there"),
        new("behaviour", "Behaviour is thought too risky"),
        new("distance", "Too far away"),
        new("cost", "No agreement on cost"),
        new("timing", "Cannot take the child in time"),
        new("registration", "Outside the registration"),
        new("noReply", "No answer in time"),
        new("other", "Another reason"));

    /// <summary>Why a search ended without a placement.</summary>
    public static CodeSet End { get; } = new(
        "search-end",
        "the ends of a search",
        new("notNeeded", "Placement is no longer needed"),
        new("otherPlan", "Care plan has changed"),
        new("other", "Another reason"));

    /// <summary>Who approves a placement out of area.</summary>
    public static CodeSet OutOfArea { get; } = new(
        "out-of-area-approval",
        "the approvals of a placement out of area",
        new("nominatedOfficer", "Nominated officer"),
        new("DCS", "Director of children's services"));

    /// <summary>What a price is for.</summary>
    public static CodeSet Per { get; } = new(
        "cost-period",
        "the periods of a price",
        new("week", "Week"),
        new("month", "Month"),
        new("night", "Night"));

    /// <summary>Why a price no longer holds.</summary>
    public static CodeSet CostEnd { get; } = new(
        "cost-end",
        "the reasons for the end of a price",
        new("placementEnded", "Placement ended"),
        new("newPrice", "Another price was agreed"),
        new("review", "Review of what is needed"),
        new("other", "Another reason"));
}
