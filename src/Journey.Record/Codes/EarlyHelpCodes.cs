namespace Journey.Record.Codes;

/// <summary>Code sets of early help; our own.</summary>
public static class EarlyHelpCodes
{
    /// <summary>Why early help ended.</summary>
    public static CodeSet End { get; } = new(
        "early-help-end",
        "the ends of early help",
        new("needsMet", "Needs are met"),
        new("steppedUp", "Moved to social care"),
        new("declined", "Family no longer wants help"),
        new("moved", "Family has moved away"),
        new("noContact", "Family cannot be reached"),
        new("other", "Another reason"));
}
