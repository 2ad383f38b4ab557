namespace Journey.Record.Codes;

/// <summary>Code sets of contact, referral and closure: the CIN census where it has one, our own elsewhere.</summary>
public static class FrontDoorCodes
{
    /// <summary>Who made a contact or referral.</summary>
    public static CodeSet Source { get; } = new(
        "referral-source",
        "the sources of a referral",
        new("1A", "Family member, relative or carer"),
        new("1B", "Acquaintance, such as a neighbour or child minder"),
        new("1C", "The child"),
        new("1D", "Another individual"),
        new("2A", "School"),
        new("2B", "Education services"),
        new("3A", "General practitioner"),
        new("3B", "Health visitor"),
        new("3C", "School nurse"),
        new("3D", "Other primary health services"),
        new("3E", "Emergency department"),
        new("3F", "Other health services"),
        new("4", "Housing"),
        new("5A", "Social care of this authority"),
        new("5B", "Other department of this authority"),
        new("5C", "Another authority"),
        new("5D", "Early help of this authority"),
        new("6", "Police"),
        new("7", "Other legal agency"),
        new("8", "Another source"),
        new("9", "Anonymous"),
        new("10", "Not known"));

    /// <summary>How a contact was made.</summary>
    public static CodeSet Mode { get; } = new(
        "contact-mode",
        "the modes of contact",
        new("phone", "By telephone"),
        new("inPerson", "In person"),
        new("form", "By form"),
        new("email", "By email"),
        new("letter", "By letter"),
        new("walkIn", "By walking in"));

    /// <summary>What was decided about a contact.</summary>
    public static CodeSet ContactOutcome { get; } = new(
        "contact-outcome",
        "the outcomes of a contact",
        new("NFA", "No further action"),
        new("InfoAdvice", "Information and advice"),
        new("EarlyHelp", "Early help"),
        new("Referral", "Referral"),
        new("ExistingCase", "Passed to the open case"),
        new("CpEnquiry", "Child protection enquiry"),
        new("OtherLa", "Passed to another authority"));

    /// <summary>What was decided about a referral.</summary>
    public static CodeSet ReferralDecision { get; } = new(
        "referral-decision",
        "the decisions on a referral",
        new("NFA", "No further action"),
        new("Assess", "Assess"),
        new("Strategy", "Hold a strategy discussion"),
        new("EarlyHelp", "Early help"),
        new("Signpost", "Point to other services"));

    /// <summary>Primary need; wider than the category of need at entry to care.</summary>
    public static CodeSet PrimaryNeed { get; } = new(
        "primary-need",
        "the primary needs",
        new("N1", "Abuse, neglect or exploitation"),
        new("N2", "Child's disability"),
        new("N3", "Parental illness or disability"),
        new("N4", "Family in acute stress"),
        new("N5", "Family dysfunction"),
        new("N6", "Socially unacceptable behaviour"),
        new("N7", "Low income"),
        new("N8", "Absent parenting"),
        new("N9", "Not a child in need"),
        new("N0", "Not stated"));

    /// <summary>Tiers of need.</summary>
    public static CodeSet Tier { get; } = new(
        "tier",
        "the tiers of need",
        new("universal", "Universal services"),
        new("earlyHelp", "Early help"),
        new("childInNeed", "Child in need"),
        new("childProtection", "Child protection"),
        new("lookedAfter", "Looked after"));

    /// <summary>What is transferred between authorities.</summary>
    public static CodeSet Transfer { get; } = new(
        "transfer-kind",
        "the kinds of transfer",
        new("CIN", "Child in need"),
        new("CPP", "Child protection plan"),
        new("CLA", "Looked-after child"),
        new("CL", "Care leaver"));

    /// <summary>Why a case closed.</summary>
    public static CodeSet Closure { get; } = new(
        "closure-reason",
        "the reasons for closing a case",
        new("RC1", "Adopted"),
        new("RC2", "Died"),
        new("RC3", "Child arrangements order"),
        new("RC4", "Special guardianship order"),
        new("RC5", "Moved to another authority"),
        new("RC6", "Moved to adult services"),
        new("RC7", "Services ceased for another reason"),
        new("RC8", "Closed after assessment, no further action"),
        new("RC9", "Closed after assessment, moved to early help"));
}
