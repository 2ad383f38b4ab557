namespace Journey.Record.Codes;

/// <summary>Code sets of missing episodes (SSDA903 guides) and of exploitation (our own).</summary>
public static class MissingCodes
{
    /// <summary>Missing or away without authorisation (MISSING).</summary>
    public static CodeSet Kind { get; } = new(
        "missing-kind",
        "the kinds of missing episode",
        new("M", "Missing, whereabouts not known"),
        new("A", "Away without authorisation, whereabouts known"));

    /// <summary>Kinds of exploitation; our own.</summary>
    public static CodeSet Exploitation { get; } = new(
        "exploitation-kind",
        "the kinds of exploitation",
        new("CSE", "Sexual exploitation"),
        new("CCE", "Criminal exploitation"),
        new("gangs", "Gangs"),
        new("trafficking", "Trafficking"),
        new("radicalisation", "Radicalisation"));

    /// <summary>Levels of risk; our own.</summary>
    public static CodeSet Risk { get; } = new(
        "risk-level",
        "the levels of risk",
        new("none", "No sign"),
        new("emerging", "Emerging"),
        new("moderate", "Moderate"),
        new("significant", "Significant"));
}
