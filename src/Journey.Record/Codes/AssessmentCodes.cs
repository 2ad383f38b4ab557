namespace Journey.Record.Codes;

/// <summary>Code sets of assessments: the CIN census where it has one, our own elsewhere.</summary>
public static class AssessmentCodes
{
    /// <summary>Kinds of assessment.</summary>
    public static CodeSet Kind { get; } = new(
        "assessment-kind",
        "the kinds of assessment",
        new("CF", "Child and family assessment"),
        new("preBirth", "Pre-birth assessment"),
        new("parenting", "Parenting assessment"),
        new("carer", "Assessment of a carer"),
        new("exploitation", "Exploitation assessment"),
        new("age", "Age assessment"));

    /// <summary>What an assessment led to.</summary>
    public static CodeSet Outcome { get; } = new(
        "assessment-outcome",
        "the outcomes of an assessment",
        new("NFA", "No further action"),
        new("EarlyHelp", "Early help"),
        new("CIN", "Child in need plan"),
        new("Strategy", "Strategy discussion"),
        new("CLA", "Looked after"),
        new("Other", "Something else"));

    /// <summary>Factors found at the end of an assessment. 18A and 19A were split.</summary>
    public static CodeSet Factors { get; } = new(
        "assessment-factors",
        "the assessment factors",
        new("1A", "Alcohol misuse, child"),
        new("1B", "Alcohol misuse, parent or carer"),
        new("1C", "Alcohol misuse, other person in the household"),
        new("2A", "Drug misuse, child"),
        new("2B", "Drug misuse, parent or carer"),
        new("2C", "Drug misuse, other person in the household"),
        new("3A", "Domestic abuse, child"),
        new("3B", "Domestic abuse, parent or carer"),
        new("3C", "Domestic abuse, other person in the household"),
        new("4A", "Mental health, child"),
        new("4B", "Mental health, parent or carer"),
        new("4C", "Mental health, other person in the household"),
        new("5A", "Learning disability, child"),
        new("5B", "Learning disability, parent or carer"),
        new("5C", "Learning disability, other person in the household"),
        new("6A", "Physical disability or illness, child"),
        new("6B", "Physical disability or illness, parent or carer"),
        new("6C", "Physical disability or illness, other person in the household"),
        new("7A", "Young carer"),
        new("8B", "Privately fostered, overseas child who intends to return"),
        new("8C", "Privately fostered, overseas child who intends to stay"),
        new("8D", "Privately fostered, child in an educational placement"),
        new("8E", "Privately fostered, child making their own arrangement"),
        new("8F", "Privately fostered, other"),
        new("9A", "Unaccompanied child seeking asylum"),
        new("10A", "Going missing"),
        new("11A", "Sexual exploitation"),
        new("12A", "Trafficking"),
        new("13A", "Gangs"),
        new("14A", "Socially unacceptable behaviour"),
        new("15A", "Self-harm"),
        new("16A", "Neglect"),
        new("17A", "Emotional abuse"),
        new("18A", "Physical abuse", LastYear: 2021),
        new("18B", "Physical abuse by a child"),
        new("18C", "Physical abuse by an adult"),
        new("19A", "Sexual abuse", LastYear: 2021),
        new("19B", "Sexual abuse by a child"),
        new("19C", "Sexual abuse by an adult"),
        new("20", "Another factor"),
        new("21", "No factors identified"),
        new("22A", "Female genital mutilation"),
        new("23A", "Abuse linked to faith or belief"),
        new("24A", "Criminal exploitation"));
}
