using Journey.Record.Bitemporal;

namespace Journey.Record.Facts.LeavingCare;

/// <summary>What is known of a care leaver around a birthday (OC3).</summary>
public sealed record CareLeaverStatus(string? InTouch, string? Activity, string? Accommodation);

/// <summary>The legal category of a care leaver.</summary>
public sealed record LeavingCare(string Category);

/// <summary>Why a care leaver's case closed.</summary>
public sealed record LeavingCareClosing(string Reason);

/// <summary>An assessment of needs for the pathway plan.</summary>
public sealed record PathwayAssessment(string By);

/// <summary>The pathway plan, to be reviewed by a day.</summary>
public sealed record PathwayPlan(DateOnly ReviewBy);

/// <summary>Contact with a care leaver.</summary>
public sealed record LeaverContact(string Mode, string InTouch);

/// <summary>A care leaver stays with former carers.</summary>
public sealed record StayingPut(string Carer);

/// <summary>Why staying put ended.</summary>
public sealed record StayingPutClosing(string Reason);

/// <summary>How many people a care leaver can turn to.</summary>
public sealed record SupportNetwork(int People);

/// <summary>Lanes of care leavers.</summary>
public static class LeavingCareLanes
{
    /// <summary>Statuses, one for each birthday.</summary>
    public static Lane<CareLeaverStatus> Statuses { get; } = Lane<CareLeaverStatus>.Point("care-leaver-status");

    /// <summary>The legal category.</summary>
    public static Lane<LeavingCare> Category { get; } = Lane<LeavingCare>.Exclusive("leaving-care", closing: typeof(LeavingCareClosing));

    /// <summary>Assessments of needs.</summary>
    public static Lane<PathwayAssessment> Assessments { get; } = Lane<PathwayAssessment>.Point("pathway-assessments");

    /// <summary>The pathway plan as last made or reviewed.</summary>
    public static Lane<PathwayPlan> Plan { get; } = Lane<PathwayPlan>.Exclusive("pathway-plan");

    /// <summary>Contacts.</summary>
    public static Lane<LeaverContact> Contacts { get; } = Lane<LeaverContact>.Point("leaver-contacts");

    /// <summary>Staying put.</summary>
    public static Lane<StayingPut> StayingPut { get; } = Lane<StayingPut>.Overlapping("staying-put", typeof(StayingPutClosing));

    /// <summary>Support networks.</summary>
    public static Lane<SupportNetwork> Networks { get; } = Lane<SupportNetwork>.Point("support-networks");
}
