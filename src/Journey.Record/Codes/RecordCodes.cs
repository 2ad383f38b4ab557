namespace Journey.Record.Codes;

/// <summary>Code sets of a child's record: the CIN census where it has one, our own elsewhere.</summary>
public static class RecordCodes
{
    /// <summary>Disability; NONE excludes the others.</summary>
    public static CodeSet Disability { get; } = new(
        "disability",
        "the disabilities",
        new("NONE", "No disability"),
        new("MOB", "Mobility"),
        new("HAND", "Hand function"),
        new("PC", "Personal care"),
        new("INC", "Incontinence"),
        new("COMM", "Communication"),
        new("LD", "Learning"),
        new("HEAR", "Hearing"),
        new("VIS", "Vision"),
        new("BEH", "Behaviour"),
        new("CON", "Consciousness"),
        new("AUT", "Autism"),
        new("DDA", "Another disability under equality law"));

    /// <summary>Why there is no unique pupil number.</summary>
    public static CodeSet UpnUnknown { get; } = new(
        "upn-unknown",
        "the reasons for an unknown pupil number",
        new("UN1", "Not of school age and not yet given a number"),
        new("UN2", "Never at a maintained school in England"),
        new("UN3", "Educated outside England"),
        new("UN4", "New to services shortly before the end of the year"),
        new("UN5", "Sources disagree about the number"),
        new("UN6", "Not collected at referral"),
        new("UN7", "Referral without further action"));

    /// <summary>Kinds of identifier in other systems.</summary>
    public static CodeSet Identifier { get; } = new(
        "identifier-kind",
        "the kinds of identifier",
        new("UPN", "Unique pupil number"),
        new("FormerUPN", "Former unique pupil number"),
        new("ULN", "Unique learner number"),
        new("NHS", "NHS number"),
        new("HomeOffice", "Home Office number"),
        new("YOT", "Youth offending team number"),
        new("OtherLA", "Number in another authority"),
        new("LegacyCms", "Number in an earlier system"));

    /// <summary>Kinds of name.</summary>
    public static CodeSet Name { get; } = new(
        "name-kind",
        "the kinds of name",
        new("legal", "Legal name"),
        new("preferred", "Preferred name"),
        new("former", "Former name"),
        new("alias", "Alias"));

    /// <summary>Kinds of address.</summary>
    public static CodeSet Address { get; } = new(
        "address-kind",
        "the kinds of address",
        new("home", "Home"),
        new("placement", "Placement"),
        new("temporary", "Temporary address"),
        new("informal", "Informal stay"),
        new("nfa", "No fixed address"));

    /// <summary>How somebody holds parental responsibility.</summary>
    public static CodeSet Responsibility { get; } = new(
        "responsibility-basis",
        "the grounds of parental responsibility",
        new("birth", "By birth"),
        new("order", "By order of a court"),
        new("adoption", "By adoption"),
        new("la", "Held by the local authority"));

    /// <summary>Immigration status.</summary>
    public static CodeSet Immigration { get; } = new(
        "immigration-status",
        "the immigration statuses",
        new("UASC", "Unaccompanied child seeking asylum"),
        new("RefugeeLeave", "Leave as a refugee"),
        new("HumanitarianProtection", "Humanitarian protection"),
        new("DiscretionaryLeave", "Discretionary leave"),
        new("IndefiniteLeave", "Indefinite leave to remain"),
        new("SettledStatus", "Settled status"),
        new("PreSettledStatus", "Pre-settled status"),
        new("Refused", "Refused, appeal rights used up"),
        new("Citizen", "British citizen"));

    /// <summary>What an age assessment found.</summary>
    public static CodeSet AgeOutcome { get; } = new(
        "age-outcome",
        "the outcomes of an age assessment",
        new("<18", "Under 18"),
        new(">=18", "18 or over"));

    /// <summary>Kinds of alert.</summary>
    public static CodeSet Alert { get; } = new(
        "alert-kind",
        "the kinds of alert",
        new("dangerousAddress", "Dangerous address"),
        new("dangerousPerson", "Person who is a danger"),
        new("allergy", "Allergy"),
        new("medical", "Medical risk"),
        new("exploitation", "Risk of exploitation"),
        new("selfHarm", "Risk of self-harm"),
        new("dangerousAnimal", "Dangerous animal"),
        new("other", "Something else to know first"));

    /// <summary>Why a record is restricted.</summary>
    public static CodeSet Restriction { get; } = new(
        "restriction-reason",
        "the reasons to restrict a record",
        new("staffChild", "Child of a member of staff"),
        new("highProfile", "Family in the public eye"),
        new("conflict", "Conflict of interest"));
}
