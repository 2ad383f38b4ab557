using Journey.Record.Bitemporal;
using Journey.Record.Facts.FrontDoor;
using Journey.Record.Facts.Identity;
using Journey.Record.Facts.Plans;

namespace Journey.Record.Clocks;

/// <summary>Ends of what clocks run for, read off the lanes.</summary>
internal static class Cases
{
    public const string CaseClosed = "The case closed.";

    public const string PlanEnded = "The protection plan ended.";

    /// <summary>The day on which the referral that covers a day closes; <see cref="Period.Open"/> when it is open, or there is none.</summary>
    public static DateOnly CaseEnd(this Ticking t, DateOnly day) =>
        t[FrontDoorLanes.Referrals].LastOrDefault(i => i.Period.Contains(day))?.To ?? Period.Open;

    /// <summary>
    /// The day on which the protection plan ends that holds on a day or begins next; <see cref="Period.Open"/> when it is open, or there is none.
    /// </summary>
    public static DateOnly PlanEnd(this Ticking t, DateOnly day) =>
        t[PlanLanes.Plan].FirstOrDefault(i => i.As<Plan>().Kind == Plan.Protection && i.To > day)?.To ?? Period.Open;

    /// <summary>The date of birth, where it is known and can be counted from.</summary>
    public static DateOnly? Born(this Ticking t) =>
        t[IdentityLanes.Birth] is [.., var last] && last.As<Birth>().Born is { Year: < 9800 } born ? born : null;
}
