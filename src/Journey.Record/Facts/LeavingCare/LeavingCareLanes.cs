using Journey.Record.Bitemporal;

namespace Journey.Record.Facts.LeavingCare;

/// <summary>What is known of a care leaver around a birthday (OC3).</summary>
public sealed record CareLeaverStatus(string? InTouch, string? Activity, string? Accommodation);

/// <summary>Lanes of care leavers.</summary>
public static class LeavingCareLanes
{
    /// <summary>Statuses, one for each birthday.</summary>
    public static Lane<CareLeaverStatus> Statuses { get; } = Lane<CareLeaverStatus>.Point("care-leaver-status");
}
