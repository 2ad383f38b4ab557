namespace Journey.Record.Codes;

/// <summary>Code sets of the workforce (children's social work workforce census where it has one, our own elsewhere).</summary>
public static class WorkforceCodes
{
    /// <summary>How a worker is engaged.</summary>
    public static CodeSet Kind { get; } = new(
        "worker-kind",
        "the kinds of engagement",
        new("permanent", "Employed"),
        new("agency", "Agency worker"));

    /// <summary>Roles.</summary>
    public static CodeSet Role { get; } = new(
        "worker-role",
        "the roles",
        new("seniorManager", "Senior manager"),
        new("middleManager", "Middle manager"),
        new("firstLine", "First-line manager"),
        new("seniorPractitioner", "Senior practitioner"),
        new("caseHolder", "Case holder"),
        new("noCases", "Qualified, without cases"));

    /// <summary>Stages of a career.</summary>
    public static CodeSet Stage { get; } = new(
        "career-stage",
        "the stages of a career",
        new("ASYE", "Assessed and supported year in employment"),
        new("frontline", "Frontline practitioner"),
        new("supervisor", "Practice supervisor"),
        new("leader", "Practice leader"));

    /// <summary>Where a worker came from.</summary>
    public static CodeSet Origin { get; } = new(
        "worker-origin",
        "the origins of a worker",
        new("1", "Newly qualified"),
        new("2", "Children's social work in another authority in England"),
        new("3", "Children's social work through an agency in England"),
        new("4", "Children's social work outside an authority in England"),
        new("5", "Social work outside England"),
        new("6", "Other social work in England"),
        new("7", "Work other than social work"),
        new("8", "Career break"),
        new("9", "Other"),
        new("10", "Not yet known"));

    /// <summary>Why a worker left.</summary>
    public static CodeSet Leaving { get; } = new(
        "leaving-reason",
        "the reasons for leaving",
        new("1", "Resigned"),
        new("2", "Voluntary redundancy"),
        new("3", "Compulsory redundancy"),
        new("4", "Dismissed"),
        new("5", "Retired"),
        new("6", "Died"),
        new("7", "Moved to another role in the authority"),
        new("8", "Other"),
        new("9", "Not yet known"),
        new("10", "Agency assignment ended"));

    /// <summary>Where a worker went.</summary>
    public static CodeSet Destination { get; } = new(
        "worker-destination",
        "the destinations of a worker",
        new("1", "Children's social work in another authority in England"),
        new("2", "Children's social work through an agency in England"),
        new("3", "Children's social work outside an authority in England"),
        new("4", "Social work outside England"),
        new("5", "Other social work in England"),
        new("6", "Work other than social work"),
        new("7", "Career break"),
        new("8", "Other"),
        new("9", "Not yet known"));

    /// <summary>Why a worker is absent (children's social work workforce census).</summary>
    public static CodeSet Absence { get; } = new(
        "worker-absence",
        "the reasons for absence",
        new("SIC", "Sickness"),
        new("MAT", "Maternity, paternity or adoption leave"),
        new("TRN", "Training"),
        new("UNA", "Absence without leave"),
        new("UNP", "Unpaid leave"),
        new("PUB", "Public duties"),
        new("OTH", "Another reason"));
}
