using Journey.Record.Bitemporal;

namespace Journey.Record.Facts.Health;

/// <summary>A health assessment of a kind.</summary>
public sealed record HealthAssessment(string Kind);

/// <summary>A dental check.</summary>
public sealed record DentalCheck(string? Outcome);

/// <summary>Whether immunisations are up to date.</summary>
public sealed record Immunisations(bool UpToDate);

/// <summary>A strengths and difficulties score, or why there is none.</summary>
public sealed record Sdq(int? Score, string? Reason);

/// <summary>Alcohol or drugs are a problem for the child.</summary>
public sealed record SubstanceMisuse(string Substance);

/// <summary>Help with alcohol or drugs, offered or received.</summary>
public sealed record SubstanceHelp(bool Received);

/// <summary>A conviction.</summary>
public sealed record Conviction(string? Offence);

/// <summary>Lanes of checks, scores and habits that bear on health.</summary>
public static class CheckLanes
{
    /// <summary>Health assessments.</summary>
    public static Lane<HealthAssessment> Assessments { get; } = Lane<HealthAssessment>.Point("health-assessments");

    /// <summary>Dental checks.</summary>
    public static Lane<DentalCheck> Dental { get; } = Lane<DentalCheck>.Point("dental-checks");

    /// <summary>Immunisations.</summary>
    public static Lane<Immunisations> Immunisations { get; } = Lane<Immunisations>.Exclusive("immunisations");

    /// <summary>Scores.</summary>
    public static Lane<Sdq> Sdq { get; } = Lane<Sdq>.Point("sdq");

    /// <summary>Days on which misuse was identified.</summary>
    public static Lane<SubstanceMisuse> SubstanceMisuse { get; } = Lane<SubstanceMisuse>.Point("substance-misuse");

    /// <summary>Help offered or received.</summary>
    public static Lane<SubstanceHelp> SubstanceHelp { get; } = Lane<SubstanceHelp>.Point("substance-help");

    /// <summary>Convictions.</summary>
    public static Lane<Conviction> Convictions { get; } = Lane<Conviction>.Point("convictions");
}
