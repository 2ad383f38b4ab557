using Journey.Record.Codes;
using Journey.Record.Facts;
using Journey.Record.Facts.FrontDoor;

namespace Journey.Record.Measures;

/// <summary>Who referrals come from: the share of each group of sources.</summary>
public static class ReferralSources
{
    /// <summary>One measure for each group; together they count every referral once.</summary>
    public static IReadOnlyList<Measure> All { get; } =
    [
        Define("individual", "individuals", "1A", "1B", "1C", "1D"),
        Define("schools", "schools", "2A"),
        Define("education", "education services", "2B"),
        Define("health", "health services", "3A", "3B", "3C", "3D", "3E", "3F"),
        Define("housing", "housing", "4"),
        Define("authority", "local authorities", "5A", "5B", "5C", "5D"),
        Define("police", "the police", "6"),
        Define("legal", "other legal agencies", "7"),
        Define("other", "other sources", "8"),
        Define("anonymous", "anonymous sources", "9"),
        Define("unknown", "sources not known", "10"),
    ];

    private static Measure Define(string code, string words, params string[] codes) => new()
    {
        Code = $"REFERRAL-SOURCE-{code}",
        Title = $"Referrals from {words}",
        Cohort = "Referrals received in the window",
        Numerator = $"Source {string.Join(", ", codes)}",
        Unit = "referrals",
        Source = "DfE, characteristics of children in need, source of referral",
        Lanes = [FrontDoorLanes.Referrals],
        Of = (child, window, _) => child.Began(FrontDoorLanes.Referrals, window).Select(r =>
        {
            var source = r.As<Referral>().Source;
            return child.In(
                codes.Contains(source), $"A referral was received on {Words.Date(r.From)} from {Words.Label(FrontDoorCodes.Source, source)}.", null,
                [r.FactId], r.FactId, r.From);
        }).Or(child, "No referral in the window."),
    };
}
