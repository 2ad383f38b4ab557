namespace Journey.Record.Codes;

/// <summary>Code sets of missing episodes (SSDA903 guides).</summary>
public static class MissingCodes
{
    /// <summary>Missing or away without authorisation (MISSING).</summary>
    public static CodeSet Kind { get; } = new(
        "missing-kind",
        "the kinds of missing episode",
        new("M", "Missing, whereabouts not known"),
        new("A", "Away without authorisation, whereabouts known"));
}
