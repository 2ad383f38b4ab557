namespace Journey.Record.Codes;

/// <summary>Code sets of education: the school census where it has one, our own elsewhere.</summary>
public static class EducationCodes
{
    /// <summary>Phase of a school.</summary>
    public static CodeSet Phase { get; } = new(
        "school-phase",
        "the phases of education",
        new("nursery", "Nursery"),
        new("primary", "Primary"),
        new("secondary", "Secondary"),
        new("allThrough", "All-through"),
        new("special", "Special school"),
        new("alternative", "Alternative provision"),
        new("college", "College"),
        new("other", "Another setting"));

    /// <summary>Who runs a school.</summary>
    public static CodeSet Status { get; } = new(
        "school-status",
        "the kinds of school",
        new("maintained", "Maintained school"),
        new("academy", "Academy or free school"),
        new("special", "Special school"),
        new("independent", "Independent school"),
        new("alternative", "Alternative provision"),
        new("college", "College"));

    /// <summary>Why a child joined or left a school.</summary>
    public static CodeSet Change { get; } = new(
        "school-change",
        "the reasons for a change of school",
        new("phaseTransfer", "Next phase of education"),
        new("placementMove", "Change of placement"),
        new("exclusion", "Exclusion"),
        new("elective", "Education at home by choice"),
        new("familyMove", "Family moved"),
        new("sen", "Special educational needs"),
        new("other", "Another reason"));

    /// <summary>Primary type of special educational need.</summary>
    public static CodeSet Need { get; } = new(
        "sen-type",
        "the types of special educational need",
        new("SPLD", "Specific learning difficulty"),
        new("MLD", "Moderate learning difficulty"),
        new("SLD", "Severe learning difficulty"),
        new("PMLD", "Profound and multiple learning difficulty"),
        new("SEMH", "Social, emotional and mental health"),
        new("SLCN", "Speech, language and communication needs"),
        new("HI", "Hearing impairment"),
        new("VI", "Vision impairment"),
        new("MSI", "Multi-sensory impairment"),
        new("PD", "Physical disability"),
        new("ASD", "Autistic spectrum disorder"),
        new("DS", "Down syndrome", FirstYear: 2025),
        new("OTH", "Other difficulty or disability"),
        new("NSA", "Support without an assessed type of need"));

    /// <summary>How good a personal education plan is.</summary>
    public static CodeSet Quality { get; } = new(
        "pep-quality",
        "the ratings of an education plan",
        new("good", "Good"),
        new("requiresImprovement", "Requires improvement"),
        new("inadequate", "Inadequate"),
        new("notRated", "Not rated"));
}
