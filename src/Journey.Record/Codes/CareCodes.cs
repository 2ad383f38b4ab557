namespace Journey.Record.Codes;

/// <summary>Code sets of the looked-after return (SSDA903 guides of the collection years named).</summary>
public static class CareCodes
{
    /// <summary>Legal status (LS).</summary>
    public static CodeSet LegalStatus { get; } = new(
        "legal-status",
        "the legal statuses",
        new("C1", "Interim care order"),
        new("C2", "Full care order"),
        new("D1", "Freeing order granted"),
        new("E1", "Placement order granted"),
        new("V2", "Single period of accommodation under section 20"),
        new("V3", "Accommodated under an agreed series of short-term breaks, individual episodes"),
        new("V4", "Accommodated under an agreed series of short-term breaks, agreement"),
        new("L1", "Under police protection"),
        new("L2", "Emergency protection order"),
        new("L3", "Child assessment order"),
        new("J1", "Remanded to local authority accommodation or youth detention"),
        new("J2", "Placed under the Police and Criminal Evidence Act"),
        new("J3", "Sentenced to a youth rehabilitation order with residence or fostering"));

    /// <summary>Placement type (PLACE). H5 and P2 gave way to K3; Z1 to Z11 to Z14 from 2025-26.</summary>
    public static CodeSet Place { get; } = new(
        "placement-type",
        "the placement types",
        new("A3", "Placed for adoption with consent, with current foster carer"),
        new("A4", "Placed for adoption with consent, not with current foster carer"),
        new("A5", "Placed for adoption with placement order, with current foster carer"),
        new("A6", "Placed for adoption with placement order, not with current foster carer"),
        new("U1", "Foster placement with relative or friend, long term"),
        new("U2", "Foster placement with relative or friend who is also an approved adopter"),
        new("U3", "Foster placement with relative or friend, not long term"),
        new("U4", "Foster placement with other carer, long term"),
        new("U5", "Foster placement with other carer who is also an approved adopter"),
        new("U6", "Foster placement with other carer, not long term"),
        new("K1", "Secure children's home"),
        new("K2", "Children's home"),
        new("K3", "Supported accommodation", FirstYear: 2024),
        new("H5", "Semi-independent living accommodation", LastYear: 2023, Becomes: "K3"),
        new("P1", "Placed with own parents"),
        new("P2", "Independent living", LastYear: 2023, Becomes: "K3"),
        new("P3", "Residential employment"),
        new("R1", "Residential care home"),
        new("R2", "NHS or other establishment providing medical or nursing care"),
        new("R3", "Family centre or mother and baby unit"),
        new("R5", "Young offender institution or prison"),
        new("S1", "Residential school"),
        new("T0", "Temporary placement, other"),
        new("T1", "Temporary period in hospital"),
        new("T2", "Temporary absence on holiday"),
        new("T3", "Temporary accommodation while the carer is away"),
        new("T4", "Temporary accommodation of seven days or less"),
        new("Z1", "Other placement", LastYear: 2025),
        new("Z11", "Other placement, kind 11", FirstYear: 2026),
        new("Z12", "Other placement, kind 12", FirstYear: 2026),
        new("Z13", "Other placement, kind 13", FirstYear: 2026),
        new("Z14", "Other placement, kind 14", FirstYear: 2026));

    /// <summary>Placement provider (PLACE_PROVIDER).</summary>
    public static CodeSet Provider { get; } = new(
        "placement-provider",
        "the placement providers",
        new("PR0", "Parent or other person with parental responsibility"),
        new("PR1", "Own local authority"),
        new("PR2", "Another local authority"),
        new("PR3", "Another public body"),
        new("PR4", "Private provider"),
        new("PR5", "Voluntary provider"));

    /// <summary>Reason for a new episode (RNE).</summary>
    public static CodeSet Rne { get; } = new(
        "reason-new-episode",
        "the reasons for a new episode",
        new("S", "Started to be looked after"),
        new("L", "Change of legal status only"),
        new("P", "Change of placement and carer only"),
        new("T", "Change of placement, same carer"),
        new("B", "Change of legal status, placement and carer"),
        new("U", "Change of legal status and placement, same carer"));

    /// <summary>Reason an episode ceased (REC).</summary>
    public static CodeSet Rec { get; } = new(
        "reason-episode-ceased",
        "the reasons an episode ceased",
        new("X1", "Episode ceases, new episode begins on the same day"),
        new("E11", "Adopted, application unopposed"),
        new("E12", "Adopted, consent dispensed with"),
        new("E13", "Left care to live with parents, relatives or another person without parental responsibility"),
        new("E14", "Accommodation on remand ended"),
        new("E15", "Age assessment found the child to be 18 or over"),
        new("E16", "Child moved abroad"),
        new("E17", "Aged 18 and remained with current carers"),
        new("E2", "Died"),
        new("E3", "Care taken over by another local authority"),
        new("E41", "Child arrangements order granted"),
        new("E45", "Special guardianship order to former foster carer, a relative or friend"),
        new("E46", "Special guardianship order to former foster carer, other"),
        new("E47", "Special guardianship order to another carer, a relative or friend"),
        new("E48", "Special guardianship order to another carer, other"),
        new("E4A", "Returned home, planned"),
        new("E4B", "Returned home, not planned"),
        new("E5", "Moved into independent living with support"),
        new("E6", "Moved into independent living without support"),
        new("E7", "Transferred to residential care of adult services"),
        new("E8", "Ceased for any other reason"),
        new("E9", "Sentenced to custody"));

    /// <summary>Category of need at entry (CIN).</summary>
    public static CodeSet Need { get; } = new(
        "category-of-need",
        "the categories of need",
        new("N1", "Abuse, neglect or exploitation"),
        new("N2", "Child's disability"),
        new("N3", "Parental illness or disability"),
        new("N4", "Family in acute stress"),
        new("N5", "Family dysfunction"),
        new("N6", "Socially unacceptable behaviour"),
        new("N7", "Low income"),
        new("N8", "Absent parenting"));

    /// <summary>Reason for a change of placement (REASON_PLACE_CHANGE).</summary>
    public static CodeSet PlaceChange { get; } = new(
        "placement-change-reason",
        "the reasons for a change of placement",
        new("CARPL", "Change to or implementation of the care plan"),
        new("CLOSE", "Resignation or closure of the provision"),
        new("ALLEG", "Allegation"),
        new("STAND", "Standards of care concern"),
        new("APPRR", "Approval removed"),
        new("CREQB", "Carer's request because of the child's behaviour"),
        new("CREQO", "Carer's request for another reason"),
        new("CHILD", "Child's request"),
        new("LAREQ", "Responsible or area authority's request"),
        new("PLACE", "Change in the status of the placement only"),
        new("CUSTOD", "Custody arrangement"),
        new("OTHER", "Other"));

    /// <summary>Placement types that are temporary: the child keeps the placement left.</summary>
    public static bool IsTemporary(string? place) => place is ['T', >= '0' and <= '4'];

    /// <summary>
    /// Settings that Ofsted does not register: they have no reference number. H5 had none, but a placement that began under it goes on as K3, with one.
    /// </summary>
    public static bool IsUnregistered(string? place) => IsTemporary(place)
        || place is "P1" or "P2" or "P3" or "R1" or "R2" or "R5" or "Z1" or "Z11" or "Z12" or "Z13" or "Z14";

    /// <summary>Placements with foster carers or adopters: they live where they live, whoever approved them.</summary>
    public static bool IsWithCarers(string? place) => place is ['U', >= '1' and <= '6'] or ['A', >= '3' and <= '6'];

    /// <summary>Short breaks (V3, V4): left out of nearly every figure.</summary>
    public static bool IsShortBreak(string? legalStatus) => legalStatus is "V3" or "V4";
}
