using System.Globalization;
using Journey.Record.Bitemporal;
using Journey.Record.Facts.Adoption;
using Journey.Record.Facts.Allocations;
using Journey.Record.Facts.Care;
using Journey.Record.Facts.Health;
using Journey.Record.Facts.Identity;
using Journey.Record.Facts.LeavingCare;
using Journey.Record.Facts.Missing;
using Journey.Record.Facts.Reviews;
using Journey.Record.Measures;

namespace Journey.Record.Questions;

/// <summary>
/// A row of the return of children looked after (SSDA903) as the lanes give it. The <paramref name="Number"/>th of its fact tells slices of one placement
/// apart. Columns have the names of the return; what is not said is null.
/// </summary>
internal sealed record ReturnRow(string File, Guid Fact, int Number, IReadOnlyList<(string Column, string? Text)> Cells)
{
    private static readonly HashSet<string> Addresses = ["HOME_POST", "PL_POST"];

    /// <summary>The row in words; where children live is left out.</summary>
    public string Said => string.Join(", ", Cells.Where(c => c.Text is not null && !Addresses.Contains(c.Column)).Select(c => $"{c.Column} {c.Text}"));

    /// <summary>The columns that two rows do not share.</summary>
    public IEnumerable<string> Differs(ReturnRow other) => Cells.Zip(other.Cells).Where(p => p.First.Text != p.Second.Text).Select(p => p.First.Column);
}

/// <summary>A row of the return that is another one at the later point; null where there is none.</summary>
internal sealed record ReturnRowChanged(string File, Guid Fact, ReturnRow? Then, ReturnRow? Now);

/// <summary>The rows of a year's return, read off the lanes.</summary>
internal static class ReturnRows
{
    private const int FirstYearOfWorkers = 2024;

    /// <summary>Lanes read.</summary>
    public static IReadOnlyList<Lane> Lanes { get; } =
    [
        .. CareEpisodes.Lanes, IdentityLanes.Birth, IdentityLanes.Sex, IdentityLanes.Ethnicity, IdentityLanes.Upn, IdentityLanes.Motherhood, IdentityLanes.Immigration,
        ReviewLanes.Reviews, MissingLanes.Missing, HealthLanes.Outcomes, LeavingCareLanes.Statuses, AdoptionLanes.Decisions, AdoptionLanes.Adopters,
        PermanenceLanes.Previous, AllocationLanes.SocialWorker,
    ];

    /// <summary>The rows of a child in the return of a year, named by the March it ends in.</summary>
    public static IReadOnlyList<ReturnRow> Of(Timelines child, int year)
    {
        var window = Period.Year(year);
        var episodes = LookedAfter.Episodes(child).Where(e => e.Period.Touches(window)).ToList();
        var leaver = child.Began(LeavingCareLanes.Statuses, window).Select(i => Row("oc3.csv", i, Leaver(i.As<CareLeaverStatus>()))).ToList();
        if (episodes.Count == 0 && leaver.Count == 0)
        {
            return [];
        }

        List<ReturnRow> rows = [Header(child, window), .. leaver];
        if (episodes.Count > 0)
        {
            rows.AddRange(episodes.Select(e => Episode(e, window)));
            rows.AddRange(Items(child, window, episodes, year));
        }

        return [.. rows.GroupBy(r => (r.File, r.Fact)).SelectMany(g => g.Select((r, n) => r with { Number = n }))];
    }

    /// <summary>The rows of a child that are others at the later point.</summary>
    public static IReadOnlyList<ReturnRowChanged> Changed(Compared child, int year)
    {
        var (then, now) = (ByKey(child.Then, year), ByKey(child.Now, year));
        return
        [
            .. from key in then.Keys.Union(now.Keys).OrderBy(k => k.File, StringComparer.Ordinal).ThenBy(k => k.Fact).ThenBy(k => k.Number)
               let one = then.GetValueOrDefault(key)
               let other = now.GetValueOrDefault(key)
               where one is null || other is null || one.Differs(other).Any()
               select new ReturnRowChanged(key.File, key.Fact, one, other),
        ];
    }

    private static Dictionary<(string File, Guid Fact, int Number), ReturnRow> ByKey(IEnumerable<Timelines> records, int year) => records
        .SelectMany(t => Of(t, year)).GroupBy(r => (r.File, r.Fact))
        .SelectMany(g => g.Select((r, n) => r with { Number = n })).ToDictionary(r => (r.File, r.Fact, r.Number));

    private static ReturnRow Header(Timelines child, Period window)
    {
        var mother = Last(child, IdentityLanes.Motherhood, window);
        return new ReturnRow("header.csv", Guid.Empty, 0,
        [
            ("SEX", Last(child, IdentityLanes.Sex, window)?.Code), ("DOB", Said(Last(child, IdentityLanes.Birth, window)?.Born)),
            ("ETHNIC", Last(child, IdentityLanes.Ethnicity, window)?.Code), ("UPN", Last(child, IdentityLanes.Upn, window)?.Value),
            ("MOTHER", Said(mother?.IsMother)), ("MC_DOB", Said(mother?.ChildsDateOfBirth)),
        ]);
    }

    private static ReturnRow Episode(CareEpisode e, Period window)
    {
        var ended = e is { IsOpen: false, Silent: false } && e.To <= window.To;
        return new ReturnRow("episodes.csv", e.Fact, 0,
        [
            ("DECOM", Said(e.From)), ("RNE", e.Rne), ("LS", e.LegalStatus), ("CIN", e.Need), ("PLACE", e.Place), ("PLACE_PROVIDER", e.Provider),
            ("DEC", ended ? Said(e.To) : null), ("REC", ended ? e.Rec : null), ("REASON_PLACE_CHANGE", ended ? e.ReasonPlaceChange : null),
            ("HOME_POST", e.HomePostcode), ("PL_POST", e.Postcode), ("URN", e.Urn),
        ]);
    }

    private static IEnumerable<ReturnRow> Items(Timelines child, Period window, List<CareEpisode> episodes, int year)
    {
        var reviews = child.Began(ReviewLanes.Reviews, window).Select(i => Row("reviews.csv", i, ("REVIEW", Said(i.From)), ("REVIEW_CODE", i.As<Review>().Participation)));
        var missing = child[MissingLanes.Missing].Where(i => Touches(i, window))
            .Select(i => Row("missing.csv", i, ("MISSING", i.As<MissingSpell>().Kind), ("MIS_START", Said(i.From)), ("MIS_END", Within(i, window.To.AddDays(-1)))));
        var unaccompanied = child[IdentityLanes.Immigration].Where(i => i.As<ImmigrationStatus>().Status == "UASC" && Touches(i, window))
            .Select(i => Row("uasc.csv", i, ("DUC", Within(i, window.To))));
        var health = child.Began(HealthLanes.Outcomes, window).Select(i => Row("oc2.csv", i, Health(i.As<HealthOutcomes>())));
        var plans = child[AdoptionLanes.Decisions].Where(i => Touches(i, window)).Select(i => Row(
            "placed_for_adoption.csv", i, ("DATE_PLACED", Said(i.As<AdoptionDecision>().On)), ("DATE_PLACED_CEASED", Within(i, window.To)),
            ("REASON_PLACED_CEASED", i.To <= window.To ? (i.Closing as AdoptionReversal)?.Reason : null)));
        var adopters = episodes.Exists(e => e.Rec is "E11" or "E12" && e.To > window.From && e.To <= window.To)
            ? child[AdoptionLanes.Adopters].TakeLast(1).Select(i => Row("ad1.csv", i, Matched(i.As<Adopters>())))
            : [];
        var before = episodes.Exists(e => e.Rne == "S" && window.Contains(e.From))
            ? child[PermanenceLanes.Previous].TakeLast(1).Select(i => i.As<PreviousPermanence>() is var p
                ? Row("previous_permanence.csv", i, ("PREV_PERM", p.Code), ("LA_PERM", p.Authority), ("DATE_PERM", p.Date)) : null!)
            : [];
        var workers = year < FirstYearOfWorkers ? [] : child[AllocationLanes.SocialWorker].Where(i => Touches(i, window)).Select(i => Row(
            "sw_episodes.csv", i, ("SW_ID", i.As<Allocation>().Worker), ("SW_DECOM", Said(i.From)), ("SW_DEC", Within(i, window.To)), ("SW_REASON", i.As<Allocation>().Reason)));
        return [.. reviews, .. missing, .. unaccompanied, .. health, .. plans, .. adopters, .. before, .. workers];
    }

    private static (string, string?)[] Leaver(CareLeaverStatus s) => [("IN_TOUCH", s.InTouch), ("ACTIV", s.Activity), ("ACCOM", s.Accommodation)];

    private static (string, string?)[] Health(HealthOutcomes h) =>
    [
        ("SDQ_SCORE", Said(h.SdqScore)), ("SDQ_REASON", h.SdqReason), ("CONVICTED", Said(h.Convicted)), ("HEALTH_CHECK", Said(h.HealthCheck)),
        ("IMMUNISATIONS", Said(h.Immunisations)), ("TEETH_CHECK", Said(h.TeethCheck)), ("HEALTH_ASSESSMENT", Said(h.HealthAssessment)),
        ("SUBSTANCE_MISUSE", Said(h.SubstanceMisuse)), ("INTERVENTION_RECEIVED", Said(h.InterventionReceived)), ("INTERVENTION_OFFERED", Said(h.InterventionOffered)),
    ];

    private static (string, string?)[] Matched(Adopters a) =>
    [
        ("DATE_INT", Said(a.DecisionOn)), ("DATE_MATCH", Said(a.MatchedOn)), ("FOSTER_CARE", Said(a.FosterCarer)), ("NB_ADOPTR", Said(a.Number)),
        ("SEX_ADOPTR", a.Sexes), ("LS_ADOPTR", a.LegalStatus),
    ];

    private static ReturnRow Row(string file, Interval interval, params (string, string?)[] cells) => new(file, interval.FactId, 0, cells);

    /// <summary>A state that lasts into the year: what ended on its first day belongs to the year before.</summary>
    private static bool Touches(Interval interval, Period window) =>
        interval.From < window.To && (interval.To > window.From || (interval.Period.IsEmpty && interval.From == window.From));

    private static string? Within(Interval interval, DateOnly last) => interval.To <= last ? Said(interval.To) : null;

    private static T? Last<T>(Timelines child, Lane<T> lane, Period window)
        where T : class =>
        (child.On(lane, window.LastDay()).LastOrDefault() ?? child[lane].LastOrDefault(i => i.From <= window.LastDay()))?.As<T>();

    private static string? Said(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? Said(bool? flag) => flag is { } f ? f ? "1" : "0" : null;

    private static string? Said(decimal? number) => number?.ToString("0.##", CultureInfo.InvariantCulture);
}
