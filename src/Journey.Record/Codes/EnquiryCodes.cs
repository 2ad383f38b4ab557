namespace Journey.Record.Codes;

/// <summary>Code sets of strategy discussions and section 47 enquiries; our own.</summary>
public static class EnquiryCodes
{
    /// <summary>Who takes part in a strategy discussion.</summary>
    public static CodeSet Agency { get; } = new(
        "strategy-agency",
        "the agencies",
        new("la", "Local authority"),
        new("police", "Police"),
        new("health", "Health"),
        new("school", "School or nursery"),
        new("probation", "Probation"),
        new("housing", "Housing"),
        new("youthJustice", "Youth justice"),
        new("other", "Another agency"));

    /// <summary>What was decided.</summary>
    public static CodeSet Decision { get; } = new(
        "strategy-decision",
        "the decisions of a strategy discussion",
        new("s47", "Enquiry under section 47"),
        new("noS47", "No enquiry"));

    /// <summary>Who leads an enquiry.</summary>
    public static CodeSet Kind { get; } = new(
        "enquiry-kind",
        "the kinds of enquiry",
        new("single", "Led by social care"),
        new("joint", "Joint with the police"));

    /// <summary>What an enquiry led to.</summary>
    public static CodeSet Outcome { get; } = new(
        "enquiry-outcome",
        "the outcomes of an enquiry",
        new("ICPC", "Initial child protection conference"),
        new("NFA", "No further action"),
        new("MonitorByOther", "Watched by another agency"),
        new("ContinueAssessment", "Assessment goes on"),
        new("LegalAction", "Legal action"),
        new("S17Services", "Services for a child in need"),
        new("ShortBreak", "Short break"),
        new("Other", "Something else"));
}
