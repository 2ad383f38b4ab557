namespace Journey.Record.Codes;

/// <summary>Code sets of conferences, plans and court: the CIN census where it has one, our own elsewhere.</summary>
public static class ProtectionCodes
{
    /// <summary>Category of abuse of a protection plan.</summary>
    public static CodeSet Category { get; } = new(
        "abuse-category",
        "the categories of abuse",
        new("NEG", "Neglect"),
        new("PHY", "Physical abuse"),
        new("SAB", "Sexual abuse"),
        new("EMO", "Emotional abuse"),
        new("MUL", "Several categories"));

    /// <summary>What an initial conference decided.</summary>
    public static CodeSet ConferenceOutcome { get; } = new(
        "conference-outcome",
        "the outcomes of a conference",
        new("CPP", "Protection plan"),
        new("CIN", "Child in need plan"),
        new("NFA", "No further action"),
        new("Other", "Something else"));

    /// <summary>Why a protection plan ended.</summary>
    public static CodeSet PlanEnd { get; } = new(
        "protection-plan-end",
        "the reasons for the end of a protection plan",
        new("risksReduced", "Risks have been reduced"),
        new("CLA", "Child is looked after"),
        new("moved", "Moved to another authority"),
        new("18", "Turned 18"),
        new("died", "Died"));

    /// <summary>Why a child in need plan ended.</summary>
    public static CodeSet InNeedPlanEnd { get; } = new(
        "in-need-plan-end",
        "the reasons for the end of a child in need plan",
        new("needsMet", "Needs are met"),
        new("stepDown", "Moved to early help"),
        new("stepUp", "Moved to a protection plan or into care"),
        new("moved", "Moved to another authority"),
        new("18", "Turned 18"),
        new("died", "Died"),
        new("other", "Another reason"));

    /// <summary>Kinds of pre-proceedings meeting.</summary>
    public static CodeSet Meeting { get; } = new(
        "pre-proceedings-meeting",
        "the kinds of pre-proceedings meeting",
        new("initial", "Initial meeting"),
        new("review", "Review meeting"));

    /// <summary>How pre-proceedings ended.</summary>
    public static CodeSet PreProceedingsEnd { get; } = new(
        "pre-proceedings-end",
        "the ends of pre-proceedings",
        new("steppedDown", "Stepped down, no proceedings"),
        new("proceedings", "Care proceedings issued"),
        new("accommodated", "Accommodated by agreement"),
        new("familyCare", "Care within the family agreed"),
        new("other", "Something else"));

    /// <summary>Orders a court is asked for or makes.</summary>
    public static CodeSet Order { get; } = new(
        "court-order",
        "the orders of a court",
        new("EPO", "Emergency protection order"),
        new("ICO", "Interim care order"),
        new("CO", "Care order"),
        new("ISO", "Interim supervision order"),
        new("SO", "Supervision order"),
        new("PO", "Placement order"),
        new("AO", "Adoption order"),
        new("SGO", "Special guardianship order"),
        new("CAO", "Child arrangements order"),
        new("RO", "Recovery order"),
        new("SAO", "Secure accommodation order"),
        new("DOL", "Deprivation of liberty order"),
        new("NoOrder", "No order"),
        new("Other", "Another order"));
}
