using Journey.Record.Bitemporal;
using Journey.Record.Facts;
using Journey.Record.Facts.FrontDoor;

namespace Journey.Record.Measures;

/// <summary>M9: referrals that follow another of the same child within twelve months.</summary>
public static class M9ReReferral
{
    /// <summary>A referral exactly twelve months before counts.</summary>
    public static Measure Inclusive { get; } = Define("M9", "Inclusive: a referral exactly twelve months before counts", (before, limit) => before >= limit);

    /// <summary>A referral exactly twelve months before does not count.</summary>
    public static Measure Exclusive { get; } = Define(
        "M9-exclusive", "Exclusive: a referral exactly twelve months before does not count", (before, limit) => before > limit);

    private static Measure Define(string code, string policy, Func<DateOnly, DateOnly, bool> within) => new()
    {
        Code = code,
        Title = "Re-referrals within twelve months",
        Cohort = "Referrals received in the window",
        Numerator = "Another referral of the same child was received in the twelve months before",
        Policy = $"{policy}; another referral of the same day does not count",
        Unit = "days since the referral before",
        Source = "DfE, characteristics of children in need; the boundary is a policy of this record",
        Lanes = [FrontDoorLanes.Referrals],
        Of = (child, window, _) => child.Began(FrontDoorLanes.Referrals, window)
            .Select(r => Judge(child, r, child[FrontDoorLanes.Referrals].LastOrDefault(p => p.From < r.From), within))
            .Or(child, "No referral in the window."),
    };

    private static Contribution Judge(Timelines child, Interval referral, Interval? before, Func<DateOnly, DateOnly, bool> within)
    {
        if (before is null)
        {
            return child.In(false, $"Referred on {Words.Date(referral.From)}, for the first time.", null, [referral.FactId], referral.FactId, referral.From);
        }

        return child.In(
            within(before.From, referral.From.AddMonths(-12)),
            $"Referred on {Words.Date(referral.From)}; the referral before was on {Words.Date(before.From)}.",
            referral.From.DayNumber - before.From.DayNumber, [referral.FactId, before.FactId], referral.FactId, referral.From);
    }
}
