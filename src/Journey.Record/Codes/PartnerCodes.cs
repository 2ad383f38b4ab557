namespace Journey.Record.Codes;

/// <summary>Code sets of work with other agencies; our own.</summary>
public static class PartnerCodes
{
    /// <summary>What another agency is asked for.</summary>
    public static CodeSet Kind { get; } = new(
        "partner-request",
        "the kinds of request",
        new("information", "Information"),
        new("housing", "Housing"),
        new("attendance", "Attendance at a meeting"),
        new("report", "Report"),
        new("check", "Check of records"),
        new("service", "Service"),
        new("direction", "Direction of a school"),
        new("payment", "Share of the cost"),
        new("other", "Something else"));

    /// <summary>How an agency is reached.</summary>
    public static CodeSet Channel { get; } = new(
        "request-channel",
        "the channels",
        new("letter", "Letter"),
        new("email", "Email to a named person"),
        new("portal", "Portal"),
        new("genericInbox", "Email to a shared inbox"),
        new("phone", "Telephone"),
        new("meeting", "Meeting"));

    /// <summary>How an agency replied.</summary>
    public static CodeSet Reply { get; } = new(
        "partner-reply",
        "the kinds of reply",
        new("full", "Full reply"),
        new("partial", "Part of a reply"),
        new("refused", "Refusal"),
        new("acknowledged", "Receipt only"));

    /// <summary>Whether consent to share was given.</summary>
    public static CodeSet Consent { get; } = new(
        "sharing-consent",
        "the states of consent",
        new("obtained", "Consent obtained"),
        new("notNeeded", "Consent not needed"),
        new("overridden", "Shared without consent"));

    /// <summary>How far information can be relied on.</summary>
    public static CodeSet Reliability { get; } = new(
        "information-reliability",
        "the degrees of reliability",
        new("confirmed", "Confirmed"),
        new("likely", "Likely"),
        new("unconfirmed", "Unconfirmed"),
        new("doubtful", "Doubtful"));

    /// <summary>Kinds of agency.</summary>
    public static CodeSet Agency { get; } = new(
        "agency-kind",
        "the kinds of agency",
        new("ICB", "Integrated care board"),
        new("trust", "Health trust"),
        new("policeBCU", "Police command unit"),
        new("housing", "Housing"),
        new("VRU", "Violence reduction unit"),
        new("school", "School"),
        new("court", "Court"),
        new("other", "Another agency"));

    /// <summary>Incidents of which national bodies are told.</summary>
    public static CodeSet Incident { get; } = new(
        "serious-incident",
        "the kinds of serious incident",
        new("death", "Death of a child"),
        new("harm", "Serious harm to a child"),
        new("deathInCare", "Death of a looked-after child"),
        new("other", "Another incident"));
}
