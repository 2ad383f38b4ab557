namespace Journey.Record.Codes;

/// <summary>Code sets of health (SSDA903 guides where they have one, our own elsewhere).</summary>
public static class HealthCodes
{
    /// <summary>Why there is no strengths and difficulties score (SDQ_REASON).</summary>
    public static CodeSet SdqReason { get; } = new(
        "sdq-reason",
        "the reasons for a missing score",
        new("SDQ1", "Child aged under 4 or over 17"),
        new("SDQ2", "Carers refused to complete the questionnaire"),
        new("SDQ3", "Not possible because of the severity of the child's disability"),
        new("SDQ4", "Another reason"),
        new("SDQ5", "Child refused to let it be completed"));

    /// <summary>Kinds of health assessment.</summary>
    public static CodeSet Assessment { get; } = new(
        "health-assessment",
        "the kinds of health assessment",
        new("initial", "Initial"),
        new("review", "Review"));

    /// <summary>Services to which a child is referred; our own.</summary>
    public static CodeSet Service { get; } = new(
        "health-service",
        "the health services",
        new("CAMHS", "Child and adolescent mental health"),
        new("paediatrics", "Paediatrics"),
        new("SALT", "Speech and language therapy"),
        new("OT", "Occupational therapy"),
        new("physiotherapy", "Physiotherapy"),
        new("autism", "Autism assessment"),
        new("familyTherapy", "Family therapy"),
        new("sexualHealth", "Sexual health"),
        new("substance", "Help with alcohol or drugs"),
        new("eating", "Eating disorders"),
        new("other", "Another service"));

    /// <summary>How urgent it is; our own.</summary>
    public static CodeSet Urgency { get; } = new(
        "health-urgency",
        "the degrees of urgency",
        new("routine", "Routine"),
        new("urgent", "Urgent"),
        new("emergency", "Emergency"));

    /// <summary>Where a child in crisis came; our own.</summary>
    public static CodeSet CrisisPlace { get; } = new(
        "crisis-place",
        "the places of a crisis",
        new("A&E", "Emergency department"),
        new("police", "Police"),
        new("home", "At home"),
        new("school", "At school"),
        new("other", "Another place"));

    /// <summary>Why treatment ended; our own.</summary>
    public static CodeSet TreatmentEnd { get; } = new(
        "treatment-end",
        "the ends of treatment",
        new("completed", "Completed"),
        new("declined", "Child or family no longer wanted it"),
        new("notEngaged", "Child did not come"),
        new("transferred", "Passed to another service"),
        new("adult", "Passed to adult services"),
        new("other", "Another reason"));
}
