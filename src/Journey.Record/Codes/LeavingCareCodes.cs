namespace Journey.Record.Codes;

/// <summary>Code sets of care leavers (SSDA903 guides where they have one).</summary>
public static class LeavingCareCodes
{
    /// <summary>Whether the authority is in touch (IN_TOUCH).</summary>
    public static CodeSet InTouch { get; } = new(
        "in-touch",
        "the codes of being in touch",
        new("YES", "In touch"),
        new("NO", "Not in touch"),
        new("DIED", "Died"),
        new("REFU", "Refused contact"),
        new("NREQ", "Services no longer required"),
        new("RHOM", "Returned home"));

    /// <summary>Main activity (ACTIV); F is full time, P part time.</summary>
    public static CodeSet Activity { get; } = new(
        "activity",
        "the activities",
        new("F1", "Higher education, full time"),
        new("P1", "Higher education, part time"),
        new("F2", "Other education, full time"),
        new("P2", "Other education, part time"),
        new("F4", "Apprenticeship, full time"),
        new("P4", "Apprenticeship, part time"),
        new("F5", "Training or employment, full time"),
        new("P5", "Training or employment, part time"),
        new("G4", "Not in education or work because of illness or disability"),
        new("G5", "Not in education or work for another reason"),
        new("G6", "Not in education or work because of pregnancy or parenting"),
        new("0", "Not known, not in touch"));

    /// <summary>Accommodation (ACCOM); 1 is suitable, 2 is not.</summary>
    public static CodeSet Accommodation { get; } = new(
        "accommodation",
        "the kinds of accommodation",
        new("B1", "With parents or relatives, suitable"),
        new("B2", "With parents or relatives, not suitable"),
        new("C1", "Residential care, suitable"),
        new("C2", "Residential care, not suitable"),
        new("D1", "Semi-independent accommodation, suitable"),
        new("D2", "Semi-independent accommodation, not suitable"),
        new("E1", "Supported lodgings, suitable"),
        new("E2", "Supported lodgings, not suitable"),
        new("G1", "Gone abroad, suitable"),
        new("G2", "Gone abroad, not suitable"),
        new("H1", "Deported, suitable"),
        new("H2", "Deported, not suitable"),
        new("K1", "Ordinary lodgings without formal support, suitable"),
        new("K2", "Ordinary lodgings without formal support, not suitable"),
        new("R1", "Whereabouts not known, suitable"),
        new("R2", "Whereabouts not known, not suitable"),
        new("S1", "No fixed address, suitable"),
        new("S2", "No fixed address, not suitable"),
        new("T1", "Foyer, suitable"),
        new("T2", "Foyer, not suitable"),
        new("U1", "Living independently, suitable"),
        new("U2", "Living independently, not suitable"),
        new("V1", "Emergency accommodation, suitable"),
        new("V2", "Emergency accommodation, not suitable"),
        new("W1", "Bed and breakfast, suitable"),
        new("W2", "Bed and breakfast, not suitable"),
        new("X1", "In custody, suitable"),
        new("X2", "In custody, not suitable"),
        new("Y1", "Other accommodation, suitable"),
        new("Y2", "Other accommodation, not suitable"),
        new("Z1", "With former foster carers, suitable"),
        new("Z2", "With former foster carers, not suitable"),
        new("0", "Not known, not in touch"));

    /// <summary>Legal category of a care leaver.</summary>
    public static CodeSet Category { get; } = new(
        "leaving-care-category",
        "the categories of care leaver",
        new("eligible", "Eligible child"),
        new("relevant", "Relevant child"),
        new("formerRelevant", "Former relevant child"),
        new("qualifying", "Qualifying for advice and help"),
        new("none", "None"));

    /// <summary>How a care leaver was contacted; our own.</summary>
    public static CodeSet Mode { get; } = new(
        "leaver-contact-mode",
        "the modes of contact with a care leaver",
        new("inPerson", "In person"),
        new("video", "By video"),
        new("phone", "By telephone"),
        new("message", "By message"),
        new("email", "By email"),
        new("letter", "By letter"));

    /// <summary>Why a care leaver no longer stays with former carers; our own.</summary>
    public static CodeSet StayingPutEnd { get; } = new(
        "staying-put-end",
        "the ends of staying put",
        new("movedOn", "Moved on as planned"),
        new("youngPerson", "Wish of the young person"),
        new("carer", "Wish of the carer"),
        new("breakdown", "Broke down"),
        new("turned21", "Turned 21"),
        new("other", "Another reason"));

    /// <summary>Why a care leaver's case closed; our own.</summary>
    public static CodeSet CaseEnd { get; } = new(
        "leaver-case-end",
        "the reasons for closing a care leaver's case",
        new("age", "Reached the age at which help ends"),
        new("notWanted", "Does not want help now"),
        new("moved", "Help comes from another authority"),
        new("died", "Died"),
        new("other", "Another reason"));
}
