using Journey.Record.Bitemporal;
using Journey.Record.Codes;
using Journey.Record.Facts;
using Journey.Record.Facts.FrontDoor;

namespace Journey.Record.Measures;

/// <summary>Referrals received, and what became of them.</summary>
public static class ReferralsReceived
{
    /// <summary>Referrals received in the window.</summary>
    public static Measure All { get; } = new()
    {
        Code = "REFERRALS",
        Kind = MeasureKind.Count,
        Title = "Referrals received in the window",
        Cohort = "Referrals received in the window",
        Numerator = "All of them",
        Unit = "referrals",
        Source = "DfE, characteristics of children in need",
        Lanes = [FrontDoorLanes.Referrals],
        Of = Counting.Begun(FrontDoorLanes.Referrals, _ => true, "A referral was received", "No referral in the window."),
    };

    /// <summary>Referrals for each child referred.</summary>
    public static Measure PerChild { get; } = All with
    {
        Code = "REFERRALS-PER-CHILD",
        Kind = MeasureKind.Average,
        Title = "Referrals for each child referred",
        Cohort = "Children referred in the window",
        Numerator = "Their referrals in the window",
        Of = (child, window, _) => child.Began(FrontDoorLanes.Referrals, window).ToList() is { Count: > 0 } referrals
            ? [new Contribution(
                child.Subject, 1, referrals.Count, referrals.Count, $"{Words.Count(referrals.Count, "referral")} in the window.",
                [.. referrals.Select(r => r.FactId)])]
            : [child.Out("No referral in the window.")],
    };

    /// <summary>Referrals closed with no further action.</summary>
    public static Measure NoFurtherAction { get; } = Ended(
        "REFERRAL-NFA", "Referrals that led to no further action", "Decided: no further action", "Help from other services or early help is an action",
        reason => reason == "NFA");

    /// <summary>Referrals after which the child was assessed and found not to be in need.</summary>
    public static Measure NotInNeed { get; } = Ended(
        "NOT-IN-NEED", "Referrals assessed, child not in need", "The case closed after assessment, with no further action (RC8) or to early help (RC9)",
        "Both RC8 and RC9 count", reason => reason is "RC8" or "RC9");

    /// <summary>Referrals on which more was to be done by social care: neither decided against nor passed to others.</summary>
    public static Measure GoneOn { get; } = Ended(
        "REFERRALS-GONE-ON", "Referrals that social care went on with", "Not closed by the decision on the referral", "A referral not decided yet has gone on",
        reason => !WasTurnedAway(reason));

    /// <summary>True when a referral closed by the decision on it, so that no case opened.</summary>
    internal static bool WasTurnedAway(string? reason) => reason is not null && FrontDoorCodes.ReferralDecision.Codes.Any(c => c.Value == reason);

    /// <summary>Why a referral closed; null while it is open.</summary>
    internal static string? Reason(Interval referral) => (referral.Closing as ReferralClosing)?.Reason;

    private static Measure Ended(string code, string title, string numerator, string policy, Func<string?, bool> counts) => new()
    {
        Code = code,
        Title = title,
        Cohort = "Referrals received in the window",
        Numerator = numerator,
        Policy = $"{policy}. What became of a referral counts though it was decided after the window",
        Unit = "referrals",
        Source = "DfE, characteristics of children in need",
        Lanes = [FrontDoorLanes.Referrals],
        Of = (child, window, _) => child.Began(FrontDoorLanes.Referrals, window).Select(r =>
        {
            var reason = Reason(r);
            var set = WasTurnedAway(reason) ? FrontDoorCodes.ReferralDecision : FrontDoorCodes.Closure;
            var closed = reason is null ? "open" : $"closed on {Words.Date(r.To)}, {Words.Label(set, reason)}";
            return child.In(counts(reason), $"A referral was received on {Words.Date(r.From)}: {closed}.", null, [r.FactId], r.FactId, r.From);
        }).Or(child, "No referral in the window."),
    };
}
