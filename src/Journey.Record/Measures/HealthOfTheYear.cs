using Journey.Record.Bitemporal;
using Journey.Record.Facts;
using Journey.Record.Facts.Care;
using Journey.Record.Facts.Health;
using Journey.Record.Facts.Identity;

namespace Journey.Record.Measures;

/// <summary>
/// Health of children looked after for twelve months, from the items that a return states for the year (OC2) and from what was recorded live: either
/// is enough.
/// </summary>
public static class HealthOfTheYear
{
    private const decimal Concern = 17;

    private static readonly IReadOnlyList<Lane> Lanes =
    [
        .. CareEpisodes.Lanes, IdentityLanes.Birth, HealthLanes.Outcomes,
        CheckLanes.Assessments, CheckLanes.Dental, CheckLanes.Immunisations, CheckLanes.Sdq,
    ];

    /// <summary>A health assessment in the window.</summary>
    public static Measure Assessment { get; } = Define(
        "OC2-assessment", "Health assessment in the year", "A health assessment was done in the window",
        (child, window) => Done(child, window, CheckLanes.Assessments, o => o.HealthAssessment));

    /// <summary>A dental check in the window.</summary>
    public static Measure Dental { get; } = Define(
        "OC2-dental", "Dental check in the year", "Teeth were checked in the window",
        (child, window) => Done(child, window, CheckLanes.Dental, o => o.TeethCheck));

    /// <summary>Immunisations up to date on the last day.</summary>
    public static Measure Immunised { get; } = Define(
        "OC2-immunised", "Immunisations up to date", "Up to date on the last day of the window", (child, window) =>
        [
            .. child.On(CheckLanes.Immunisations, window.To.AddDays(-1)).Where(i => i.As<Immunisations>().UpToDate).Select(i => i.FactId),
            .. Stated(child, window, o => o.Immunisations == 1),
        ]);

    /// <summary>A score of strengths and difficulties for the year.</summary>
    public static Measure Scored { get; } = Define(
        "OC2-scored", "Strengths and difficulties score in the year", "A score of the window is on record",
        (child, window) => Score(child, window) is { } score ? [score.Fact] : []) with
    {
        Cohort = "Children of 5 to 16 looked after on the last day of the window and without a break in the twelve months up to it",
        Of = (child, window, _) => LookedAfter.Judge(child, window, 12, _ =>
            !IsAsked(child, window) ? child.Out(NotAsked)
            : Score(child, window) is { } score ? child.In(true, $"Score {Words.Number(score.Value)}.", score.Value, [score.Fact])
            : child.In(false, "No score.", null, [])),
    };

    /// <summary>A score that is a cause for concern.</summary>
    public static Measure OfConcern { get; } = Scored with
    {
        Code = "OC2-concern",
        Title = "Strengths and difficulties score that is a cause for concern",
        Cohort = "Children of 5 to 16 with a score of the window, looked after on its last day and without a break in the twelve months up to it",
        Numerator = "The last score is 17 or over",
        Of = (child, window, _) => LookedAfter.Judge(child, window, 12, _ =>
            !IsAsked(child, window) ? child.Out(NotAsked)
            : Score(child, window) is { } score
                ? child.In(score.Value >= Concern, $"Score {Words.Number(score.Value)}.", score.Value, [score.Fact])
                : child.Out("No score in the window.")),
    };

    private const string NotAsked = "Not known to be 5 to 16 on the last day of the window.";

    private static bool IsAsked(Timelines child, Period window) => Ages.On(child, window.To.AddDays(-1)) is >= 5 and <= 16;

    /// <summary>Facts that say that a check was done: those of the window, and the return's item.</summary>
    private static List<Guid> Done(Timelines child, Period window, Lane lane, Func<HealthOutcomes, decimal?> item) =>
    [
        .. child[lane].Where(i => window.Contains(i.From)).Select(i => i.FactId),
        .. Stated(child, window, o => item(o) == 1),
    ];

    private static IEnumerable<Guid> Stated(Timelines child, Period window, Func<HealthOutcomes, bool> says) =>
        child[HealthLanes.Outcomes].Where(i => window.Contains(i.From) && says(i.As<HealthOutcomes>())).Select(i => i.FactId);

    /// <summary>The last score done in the window, else the one a return states for it; a figure that is no score is none.</summary>
    private static (decimal Value, Guid Fact)? Score(Timelines child, Period window)
    {
        var done = child[CheckLanes.Sdq].Where(i => window.Contains(i.From)).Select(i => (Value: (decimal?)i.As<Sdq>().Score, i.FactId));
        var stated = child[HealthLanes.Outcomes].Where(i => window.Contains(i.From)).Select(i => (Value: i.As<HealthOutcomes>().SdqScore, i.FactId));
        return stated.Concat(done).LastOrDefault(s => s.Value is >= 0 and <= 40) is { Value: { } value } last ? (value, last.FactId) : null;
    }

    private static Measure Define(string code, string title, string numerator, Func<Timelines, Period, List<Guid>> facts) => new()
    {
        Code = code,
        Title = title,
        Cohort = "Children looked after on the last day of the window and without a break in the twelve months up to it",
        Numerator = numerator,
        Exclusions = "Short breaks (V3, V4)",
        Policy = "Recorded live or stated by a return, either is enough; nothing said is no",
        Unit = "children",
        Source = "SSDA903, health of looked-after children (OC2)",
        Lanes = Lanes,
        Of = (child, window, _) => LookedAfter.Judge(child, window, 12, _ =>
        {
            var found = facts(child, window);
            return child.In(found.Count > 0, found.Count > 0 ? "On record." : "Not on record.", null, found);
        }),
    };
}
