using Journey.Record.Bitemporal;
using Journey.Record.Codes;
using Journey.Record.Facts;
using Journey.Record.Facts.Care;

namespace Journey.Record.Measures;

/// <summary>
/// Into care, through it and out of it: periods of care that began in the window, those that ceased by their reason, children looked after at any
/// time, those who were in care before, and how long periods lasted.
/// </summary>
public static class CareFunnel
{
    /// <summary>Periods that began.</summary>
    public static Measure Started { get; } = new()
    {
        Code = "CARE-started",
        Kind = MeasureKind.Count,
        Title = "Started to be looked after",
        Cohort = "Periods of care that began in the window",
        Numerator = "All of them",
        Exclusions = "Short breaks (V3, V4)",
        Unit = "periods of care",
        Source = "SSDA903, children who started to be looked after",
        Lanes = CareEpisodes.Lanes,
        Of = (child, window, _) => Each(child, PeriodsOfCare.Of(child).Where(p => window.Contains(p.From)), "No period of care began in the window.", p =>
            child.In(true, "Started to be looked after.", 1, [p.First], p.First, p.From)),
    };

    /// <summary>Of those that began, those of children who were in care before.</summary>
    public static Measure CameBack { get; } = Started with
    {
        Code = "CARE-back",
        Kind = MeasureKind.Share,
        Title = "Started to be looked after again",
        Numerator = "An earlier period of care of the child is on record",
        Policy = "Whatever the earlier period ended with, and however long ago",
        Unit = "days since the earlier period ceased",
        Source = "Journey",
        Of = (child, window, _) =>
        {
            var periods = PeriodsOfCare.Of(child);
            return Each(child, periods.Where(p => window.Contains(p.From)), "No period of care began in the window.", p =>
                periods.LastOrDefault(b => b.From < p.From && b.To <= p.From) is { } before
                    ? child.In(true, "Was in care before.", p.From.DayNumber - before.To.DayNumber, [p.First, .. before.Facts], p.First, p.From)
                    : child.In(false, "No earlier period of care is on record.", null, [p.First], p.First, p.From));
        },
    };

    /// <summary>Children looked after at any time.</summary>
    public static Measure AtAnyTime { get; } = Started with
    {
        Code = "CARE-anytime",
        Title = "Looked after at any time",
        Cohort = "Children with an episode in the window",
        Unit = "children",
        Source = "SSDA903, children looked after at any time in the year",
        Of = (child, window, _) =>
        {
            var episodes = LookedAfter.Episodes(child).Where(e => !e.IsShortBreak && e.Period.Touches(window)).ToList();
            return
            [
                episodes.Count > 0 ? child.In(true, "Looked after in the window.", 1, episodes.Select(e => e.Fact)) : child.Out("No episode in the window."),
            ];
        },
    };

    /// <summary>Periods that ceased.</summary>
    public static Measure Ceased { get; } = Started with
    {
        Code = "CARE-ceased",
        Title = "Ceased to be looked after",
        Cohort = "Periods of care that ceased in the window",
        Exclusions = "Short breaks (V3, V4); periods that returns only stopped reporting",
        Source = "SSDA903, children who ceased to be looked after",
        Of = (child, window, _) => OfCeased(child, window, p => child.In(true, Reason(p), 1, p.Facts, p.First, p.To)),
    };

    /// <summary>Of those that ceased, those with a reason of a kind.</summary>
    public static IReadOnlyList<Measure> CeasedBy { get; } =
    [
        By("home", "to return home", "E4A", "E4B"),
        By("person", "to live with somebody without parental responsibility", "E13"),
        By("adopted", "with adoption", "E11", "E12"),
        By("guardianship", "with a special guardianship order", "E45", "E46", "E47", "E48"),
        By("arrangements", "with a child arrangements order", "E41"),
        By("independent", "to live independently", "E5", "E6"),
        By("stayed", "at 18 and stayed with their carers", "E17"),
        By("adult", "for residential care of adult services", "E7"),
        By("custody", "because of custody or the end of a remand", "E9", "E14"),
        By("other", "for another reason", "E15", "E16", "E2", "E3", "E8"),
        By("unknown", "for a reason that is not stated"),
    ];

    /// <summary>How long periods that ceased had lasted.</summary>
    public static Measure Duration { get; } = Ceased with
    {
        Code = "CARE-duration",
        Kind = MeasureKind.Median,
        Title = "Length of periods of care that ceased",
        Unit = "days",
        Of = (child, window, _) => OfCeased(child, window, p =>
            child.In(true, $"Lasted {Words.Lasting(p.From, p.To)}.", p.Period.Days, p.Facts, p.First, p.To)),
    };

    /// <summary>How long children looked after on the last day have been.</summary>
    public static Measure SoFar { get; } = Started with
    {
        Code = "CARE-so-far",
        Kind = MeasureKind.Median,
        Title = "Time looked after so far",
        Cohort = "Children looked after on the last day of the window",
        Unit = "days",
        IsAtEnd = true,
        Of = (child, window, _) => LookedAfter.Judge(child, window, episodes =>
        {
            var since = PeriodsOfCare.Of(episodes).Last(p => p.Period.Contains(window.To.AddDays(-1)));
            return child.In(true, $"Looked after since {Words.Date(since.From)}.", window.To.DayNumber - since.From.DayNumber, [since.First]);
        }),
    };

    private static Measure By(string kind, string title, params string[] codes) => Ceased with
    {
        Code = $"CARE-ceased-{kind}",
        Kind = MeasureKind.Share,
        Title = $"Ceased to be looked after {title}",
        Numerator = codes.Length > 0 ? $"The reason is {string.Join(" or ", codes)}" : "No reason is stated",
        Of = (child, window, _) => OfCeased(child, window, p =>
            child.In(codes.Length > 0 ? codes.Contains(p.Rec) : string.IsNullOrEmpty(p.Rec), Reason(p), null, p.Facts, p.First, p.To)),
    };

    private static string Reason(PeriodOfCare period) => $"Ceased to be looked after: {Words.Label(CareCodes.Rec, period.Rec)}.";

    private static IEnumerable<Contribution> OfCeased(Timelines child, Period window, Func<PeriodOfCare, Contribution> judge) =>
        Each(child, PeriodsOfCare.Of(child).Where(p => p.Ceased && window.Contains(p.To)), "No period of care ceased in the window.", judge);

    private static IEnumerable<Contribution> Each(
        Timelines child, IEnumerable<PeriodOfCare> periods, string none, Func<PeriodOfCare, Contribution> judge) =>
        periods.Select(judge).DefaultIfEmpty(child.Out(none));
}
