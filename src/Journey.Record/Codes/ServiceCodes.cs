namespace Journey.Record.Codes;

/// <summary>Code sets of services for a family; our own.</summary>
public static class ServiceCodes
{
    /// <summary>What a family is to be given.</summary>
    public static CodeSet Kind { get; } = new(
        "service-kind",
        "the kinds of service",
        new("familyTherapy", "Family therapy"),
        new("parenting", "Parenting support"),
        new("respite", "Short breaks"),
        new("mentoring", "Mentoring"),
        new("domesticAbuse", "Domestic abuse support"),
        new("substance", "Help with alcohol or drugs"),
        new("mentalHealth", "Mental health support"),
        new("housing", "Help with housing"),
        new("financial", "Help with money"),
        new("youthWork", "Youth work"),
        new("transport", "Transport"),
        new("specialist", "Specialist assessment"),
        new("other", "Another service"));

    /// <summary>What was decided about a request.</summary>
    public static CodeSet Decision { get; } = new(
        "service-decision",
        "the decisions on a service",
        new("approved", "Approved"),
        new("declined", "Declined"),
        new("alternative", "Another service instead"));

    /// <summary>Why a service ended.</summary>
    public static CodeSet End { get; } = new(
        "service-end",
        "the ends of a service",
        new("completed", "Completed"),
        new("notEngaged", "Family did not take part"),
        new("unsuitable", "Did not suit"),
        new("funding", "Funding ended"),
        new("moved", "Family has moved away"),
        new("other", "Another reason"));
}
