namespace Journey.Record.Codes;

/// <summary>Code sets of permanence and adoption (SSDA903 guides; care plans as Annex A lists them).</summary>
public static class PermanenceCodes
{
    /// <summary>Permanence arrangement before the present care (PREV_PERM).</summary>
    public static CodeSet Previous { get; } = new(
        "previous-permanence",
        "the previous permanence arrangements",
        new("P1", "Adoption"),
        new("P2", "Special guardianship order"),
        new("P3", "Residence or child arrangements order"),
        new("P4", "An arrangement of unknown kind"),
        new("Z1", "No earlier permanence arrangement"));

    /// <summary>Aim of the care plan.</summary>
    public static CodeSet CarePlan { get; } = new(
        "care-plan",
        "the aims of a care plan",
        new("returnHome", "Return to the family"),
        new("adoption", "Adoption"),
        new("SGO_CAO", "Special guardianship or child arrangements order"),
        new("supportedLiving", "Supported living in the community"),
        new("longTermResidential", "Long-term residential care"),
        new("longTermFostering", "Long-term fostering"),
        new("other", "Another aim"));

    /// <summary>Sexes of the adopters (SEX_ADOPTR).</summary>
    public static CodeSet AdopterSexes { get; } = new(
        "adopter-sexes",
        "the sexes of adopters",
        new("M1", "One man"),
        new("F1", "One woman"),
        new("MM", "Two men"),
        new("FF", "Two women"),
        new("MF", "A man and a woman"));

    /// <summary>Legal status of the adopters (LS_ADOPTR).</summary>
    public static CodeSet AdopterStatus { get; } = new(
        "adopter-status",
        "the legal statuses of adopters",
        new("L0", "Single adopter"),
        new("L11", "Married couple, different sexes"),
        new("L12", "Married couple, same sex"),
        new("L2", "Civil partners"),
        new("L3", "Unmarried couple, different sexes"),
        new("L4", "Same-sex couple, neither married nor civil partners"));

    /// <summary>Why adoption is no longer planned (REASON_PLACED_CEASED).</summary>
    public static CodeSet AdoptionReversal { get; } = new(
        "adoption-reversal",
        "the reasons for reversing an adoption decision",
        new("RD1", "Child's needs changed after the decision"),
        new("RD2", "Court made no placement order"),
        new("RD3", "No adopters could be found"),
        new("RD4", "Another reason"));
}
