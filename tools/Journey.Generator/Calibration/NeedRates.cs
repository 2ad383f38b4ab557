using Journey.Record.Clocks;

namespace Journey.Generator.Calibration;

/// <summary>
/// Referrals, assessments, need and protection: from the courses, over the whole record unless the name says otherwise. The published figures
/// are those of one year of England.
/// </summary>
public sealed class NeedRates : IRates
{
    private const string Census = "DfE characteristics of children in need 2025";
    private const string Census2024 = "DfE characteristics of children in need 2024";

    /// <inheritdoc/>
    public IEnumerable<Rate> Of(Authority authority)
    {
        ArgumentNullException.ThrowIfNull(authority);
        var end = authority.Settings.End;
        var episodes = authority.Courses.SelectMany(c => c.Needs.Where(n => n.ReferredOn <= end).Select(n => (c.Child, Need: n))).ToList();
        return [.. Referrals(authority, episodes), .. Assessments(authority, episodes), .. Enquiries(episodes, end), .. Plans(episodes, end), .. Needs(episodes, end)];
    }

    private static IEnumerable<Rate> Referrals(Authority authority, List<(Child Child, NeedEpisode Need)> episodes)
    {
        var second = authority.Settings.From.AddYears(1);
        var later = episodes.Where(e => e.Need.ReferredOn >= second).ToList();
        var days = episodes.GroupBy(e => e.Child.Id).ToDictionary(g => g.Key, g => g.Select(e => e.Need.ReferredOn).Order().ToList());
        bool Again((Child Child, NeedEpisode Need) one) => days[one.Child.Id].Exists(d => d < one.Need.ReferredOn && d >= one.Need.ReferredOn.AddYears(-1));
        var (children, referrals) = (0, 0);
        for (var year = second; year.AddYears(1) <= authority.Settings.End.AddDays(1); year = year.AddYears(1))
        {
            var inYear = later.Where(e => e.Need.ReferredOn >= year && e.Need.ReferredOn < year.AddYears(1)).ToList();
            (children, referrals) = (children + inYear.Select(e => e.Child.Id).Distinct().Count(), referrals + inYear.Count);
        }

        yield return new Rate("Referrals in a year of each child referred", Census, 1.13, referrals / (double)Math.Max(1, children), 0.4 / Math.Sqrt(Math.Max(1, children)), children, true);
        yield return Rate.Share("Referrals within a year of an earlier one", Census, 0.226, later, e => e.Child.Family, Again);
        yield return Rate.Share("Referrals closed without further action", Census, 0.065, episodes, e => e.Child.Family, e => e.Need.Course == ReferralCourse.NoFurtherAction);
        yield return Rate.Share("Referrals assessed and found not in need", Census, 0.308, episodes, e => e.Child.Family, e => e.Need.Course == ReferralCourse.NotInNeed);
        foreach (var (who, published, codes) in new (string, double, string[])[]
        {
            ("police", 0.28, ["6"]), ("schools", 0.20, ["2A", "2B"]), ("health", 0.15, ["3A", "3B", "3C", "3D", "3E", "3F"]), ("the authority itself", 0.14, ["5A", "5B", "5C", "5D"]),
            ("individuals", 0.08, ["1A", "1B", "1C", "1D"]), ("nobody named", 0.02, ["9"]),
        })
        {
            yield return Rate.Share($"Referrals by {who}", Census2024, published, episodes, e => e.Child.Family, e => codes.Contains(e.Need.Source));
        }
    }

    private static IEnumerable<Rate> Assessments(Authority authority, List<(Child Child, NeedEpisode Need)> episodes)
    {
        var end = authority.Settings.End;
        var taken = episodes.Where(e => e.Need.AssessedOn <= end).Select(e => (e.Child.Family, Days: WorkingDays.Between(e.Need.ReferredOn, e.Need.AssessedOn!.Value))).ToList();
        yield return Rate.Share("Assessments within 45 working days", Census2024, 0.84, taken, t => t.Family, t => t.Days <= 45);
        yield return Rate.Median("Working days an assessment takes, median", Census2024, 34, [.. taken.Select(t => (double)t.Days)]);
    }

    private static IEnumerable<Rate> Enquiries(List<(Child Child, NeedEpisode Need)> episodes, DateOnly end)
    {
        var enquiries = episodes.SelectMany(e => e.Need.Enquiries.Where(q => q.EndOn.AddDays(45) <= end).Select(q => (Enquiry: q, e.Need, e.Child.Family))).ToList();
        var conferences = enquiries.Where(e => e.Enquiry.ConferenceOn is not null).ToList();
        var ended = episodes.Count(e => e.Need.ReferredOn.AddDays(80) <= end);
        yield return Rate.Share("Section 47 enquiries to a referral", $"{Census}, derived", 0.364, enquiries.Count, ended);
        yield return Rate.Share("Enquiries that lead to an initial conference", Census, 0.313, enquiries, e => e.Family, e => e.Enquiry.ConferenceOn is not null);
        yield return Rate.Share("Initial conferences within 15 working days", Census, 0.81, conferences, c => c.Family, c => WorkingDays.Between(c.Enquiry.On, c.Enquiry.ConferenceOn!.Value) <= 15);
        yield return Rate.Share("Enquiries that no protection plan follows", $"{Census2024}, derived", 0.72, enquiries, e => e.Family, e => e.Need.Protection.Count == 0);
    }

    private static IEnumerable<Rate> Plans(List<(Child Child, NeedEpisode Need)> episodes, DateOnly end)
    {
        var plans = episodes.SelectMany(e => e.Need.Protection.Where(p => p.From <= end).Select(p => (e.Child, Plan: p))).ToList();
        var repeats = plans.GroupBy(p => p.Child.Id).Sum(g => g.Count() - 1);
        yield return Rate.Share("Protection plans of a child who had one before", Census, 0.245, repeats, plans.Count);
        var ended = plans.Where(p => p.Plan.To is { } to && to <= end).Select(p => (p.Child.Family, Months: Months(p.Plan.From, p.Plan.To!.Value))).ToList();
        foreach (var (name, from, to, published) in Lengths(0.16, 0.12, 0.43, 0.25, 0.04))
        {
            yield return Rate.Share($"Protection plans that ended after {name} months", Census2024, published, ended, p => p.Family, p => p.Months >= from && p.Months < to);
        }
    }

    private static IEnumerable<Rate> Needs(List<(Child Child, NeedEpisode Need)> episodes, DateOnly end)
    {
        var open = episodes.Where(e => e.Need is { Course: ReferralCourse.InNeed, ClosedOn: null }).ToList();
        foreach (var (need, published) in new[] { ("N1", 0.58), ("N5", 0.12), ("N4", 0.09), ("N2", 0.08), ("N8", 0.05), ("N3", 0.02), ("N6", 0.02) })
        {
            yield return Rate.Share($"Children in need on the last day whose primary need is {need}", Census2024, published, open, e => e.Child.Family, e => e.Need.PrimaryNeed == need);
        }

        var closed = episodes.Where(e => e.Need is { Course: not ReferralCourse.NoFurtherAction, ClosedOn: { } on } && on <= end).Select(e => (e.Child.Family, Months: Months(e.Need.ReferredOn, e.Need.ClosedOn!.Value))).ToList();
        foreach (var (name, from, to, published) in Lengths(0.47, 0.15, 0.16, 0.12, 0.10))
        {
            yield return Rate.Share($"Episodes of need that closed after {name} months", Census2024, published, closed, e => e.Family, e => e.Months >= from && e.Months < to);
        }
    }

    private static (string Name, int From, int To, double Published)[] Lengths(params double[] shares) =>
        [("0 to 3", 0, 3, shares[0]), ("3 to 6", 3, 6, shares[1]), ("6 to 12", 6, 12, shares[2]), ("12 to 24", 12, 24, shares[3]), ("24 or more", 24, int.MaxValue, shares[4])];

    private static int Months(DateOnly from, DateOnly to) => ((to.Year - from.Year) * 12) + to.Month - from.Month - (to.Day < from.Day ? 1 : 0);
}
