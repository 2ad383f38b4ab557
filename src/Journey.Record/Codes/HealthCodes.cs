namespace Journey.Record.Codes;

/// <summary>Code sets of health items (SSDA903 guides).</summary>
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
}
