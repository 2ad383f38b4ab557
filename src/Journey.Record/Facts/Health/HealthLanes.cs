using Journey.Record.Bitemporal;

namespace Journey.Record.Facts.Health;

/// <summary>The health items of a year as a return states them (OC2); the figures are kept as stated.</summary>
public sealed record HealthOutcomes(
    decimal? SdqScore,
    string? SdqReason,
    decimal? Convicted,
    decimal? HealthCheck,
    decimal? Immunisations,
    decimal? TeethCheck,
    decimal? HealthAssessment,
    decimal? SubstanceMisuse,
    decimal? InterventionReceived,
    decimal? InterventionOffered);

/// <summary>Lanes of health.</summary>
public static class HealthLanes
{
    /// <summary>Health items, one for each year.</summary>
    public static Lane<HealthOutcomes> Outcomes { get; } = Lane<HealthOutcomes>.Point("health-outcomes");
}
