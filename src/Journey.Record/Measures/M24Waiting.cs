using Journey.Record.Bitemporal;
using Journey.Record.Codes;
using Journey.Record.Facts;
using Journey.Record.Facts.Health;

namespace Journey.Record.Measures;

/// <summary>M24: days from a referral to a health service until the first appointment, or until the window's last day while the child waits.</summary>
public static class M24Waiting
{
    private static readonly (string Code, string Words, int Over, int? UpTo)[] Weeks =
    [
        ("0-4", "4 weeks at most", -1, 28),
        ("4-18", "more than 4 weeks, 18 at most", 28, 126),
        ("18", "more than 18 weeks", 126, null),
    ];

    /// <summary>The median wait for any service.</summary>
    public static Measure Days { get; } = Define("M24", "Days waited for a health service", "All of them", MeasureKind.Median, _ => true, _ => true);

    /// <summary>The median wait for each service.</summary>
    public static IReadOnlyList<Measure> ByService { get; } =
    [
        .. HealthCodes.Service.Codes.Select(s => Define(
            $"M24-{s.Value}", $"Days waited for {Words.Lower(s.Label)}", "All of them", MeasureKind.Median, r => r.Service == s.Value, _ => true)),
    ];

    /// <summary>The share of waits of each band.</summary>
    public static IReadOnlyList<Measure> ByLength { get; } =
    [
        .. Weeks.Select(b => Define(
            $"M24-weeks-{b.Code}", $"Waits for a health service of {b.Words}", $"Waited {b.Words}", MeasureKind.Share, _ => true,
            days => days > b.Over && (b.UpTo is not { } most || days <= most))),
    ];

    /// <summary>Children's referrals that wait on the last day.</summary>
    public static Measure Waiting { get; } = new()
    {
        Code = "M24-waiting",
        Kind = MeasureKind.Count,
        Title = "Referrals that wait for a health service on the last day of the window",
        Cohort = "Referrals to health services that wait at the end of the last day",
        Numerator = "All of them",
        Unit = "days",
        Source = "Journey",
        IsAtEnd = true,
        Lanes = [ReferralLanes.Waiting],
        Of = (child, window, _) => child.On(ReferralLanes.Waiting, window.LastDay()).Select(i => child.In(
            true, $"{Sent(i)}; still waiting.", window.LastDay().DayNumber - i.From.DayNumber, [i.FactId], i.FactId, window.LastDay()))
            .Or(child, "Nobody waits for a health service on the last day of the window."),
    };

    private static Measure Define(string code, string title, string numerator, MeasureKind kind, Func<HealthReferral, bool> of, Func<int, bool> counts) => new()
    {
        Code = code,
        Kind = kind,
        Title = title,
        Cohort = "Referrals to health services whose first appointment was held in the window, or that wait at the end of its last day",
        Numerator = numerator,
        Exclusions = "Referrals turned down or sent back",
        Policy = kind == MeasureKind.Share ? "18 weeks are 126 days, the last one included" : null,
        Unit = "days",
        Source = "Journey",
        Lanes = [ReferralLanes.Waiting],
        Of = (child, window, _) => child[ReferralLanes.Waiting].Where(i => of(i.As<HealthReferral>()) && i.From < window.To && i.To >= window.From)
            .Select(i => Judge(child, i, window, counts))
            .Or(child, "No referral to such a service waited or was seen in the window."),
    };

    private static Contribution Judge(Timelines child, Interval referral, Period window, Func<int, bool> counts)
    {
        var last = window.LastDay();
        var waits = referral.Period.Contains(last);
        if (!waits && referral.Closing is not HealthReferralAnswer { Outcome: "seen" })
        {
            return child.Out($"{Sent(referral)}; it left the list on {Words.Date(referral.To)} without an appointment.", referral.FactId, referral.To);
        }

        var until = waits ? last : referral.To;
        var days = until.DayNumber - referral.From.DayNumber;
        return child.In(
            counts(days), $"{Sent(referral)}; {(waits ? "still waiting" : $"first seen on {Words.Date(until)}")}.",
            days, [referral.FactId], referral.FactId, until);
    }

    private static string Sent(Interval i) =>
        $"{HealthCodes.Service.Label(i.As<HealthReferral>().Service)}, {i.As<HealthReferral>().Agency}, asked on {Words.Date(i.From)}";
}
