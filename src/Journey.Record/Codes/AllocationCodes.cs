namespace Journey.Record.Codes;

/// <summary>Code sets of worker allocation.</summary>
public static class AllocationCodes
{
    /// <summary>Reason for a change of social worker (SW_REASON), in returns from 2023-24.</summary>
    public static CodeSet WorkerChange { get; } = new(
        "worker-change-reason",
        "the reasons for a change of social worker",
        new("MANAGE", "To manage caseloads"),
        new("FCONTA", "First contact, or a new referral"),
        new("LEFTRL", "The worker left the role"),
        new("ORGRST", "Restructure of the organisation"),
        new("TSPROC", "Transfer between teams by process"),
        new("ABSENC", "Cover for absence"),
        new("CHCHAN", "The child asked for a change"),
        new("PCCHAN", "A parent or carer asked for a change"),
        new("SWDIED", "The worker died"),
        new("OTHERS", "Other"));

    /// <summary>Roles in a case.</summary>
    public static CodeSet Role { get; } = new(
        "allocation-role",
        "the roles in a case",
        new("allocatedSW", "Allocated social worker"),
        new("secondWorker", "Second worker"),
        new("familyHelp", "Family help worker"),
        new("PA", "Personal adviser"),
        new("IRO", "Independent reviewing officer"),
        new("SSW", "Supervising social worker"));
}
