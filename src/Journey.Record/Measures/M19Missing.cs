using Journey.Record.Bitemporal;
using Journey.Record.Codes;
using Journey.Record.Facts;
using Journey.Record.Facts.Care;
using Journey.Record.Facts.Missing;

namespace Journey.Record.Measures;

/// <summary>
/// M19: looked-after children who go missing (M) or are away without authorisation (A). An incident counts in the window in which it began, of a
/// child looked after on that day.
/// </summary>
public static class M19Missing
{
    private static readonly IReadOnlyList<Lane> Lanes = [.. CareEpisodes.Lanes, MissingLanes.Missing];

    /// <summary>Missing incidents.</summary>
    public static Measure Incidents { get; } = Incident("M19", "Missing incidents", "M");

    /// <summary>Incidents of being away without authorisation.</summary>
    public static Measure Away { get; } = Incident("M19-away", "Incidents of being away without authorisation", "A");

    /// <summary>Missing incidents for each child who went missing.</summary>
    public static Measure Each { get; } = PerChild("M19-each", "Missing incidents for each child who went missing", "M");

    /// <summary>Incidents of being away for each child who was away.</summary>
    public static Measure AwayEach { get; } = PerChild("M19-away-each", "Incidents of being away without authorisation for each child who was away", "A");

    /// <summary>Children who went missing, of all who were looked after.</summary>
    public static Measure Children { get; } = Incidents with
    {
        Code = "M19-children",
        Kind = MeasureKind.Share,
        Title = "Children who went missing",
        Cohort = "Children looked after at any time in the window",
        Numerator = "At least one missing incident began in the window",
        Of = (child, window, _) =>
        {
            var episodes = LookedAfter.Episodes(child);
            if (!episodes.Any(e => !e.IsShortBreak && e.Period.Touches(window)))
            {
                return [child.Out("Not looked after in the window.")];
            }

            var began = Began(child, window, "M", episodes);
            return
            [
                child.In(began.Count > 0, $"Went missing {Words.Count(began.Count, "time")} in the window.", began.Count, began.Select(i => i.FactId)),
            ];
        },
    };

    /// <summary>Children missing at the end of the last day.</summary>
    public static Measure AtEnd { get; } = Incidents with
    {
        Code = "M19-end",
        Kind = MeasureKind.Count,
        Title = "Children missing on the last day of the window",
        Cohort = "Children looked after on the last day of the window",
        Numerator = "Missing at the end of that day",
        Policy = null,
        Unit = "missing episodes",
        IsAtEnd = true,
        Of = (child, window, _) => LookedAfter.Judge(child, window, _ =>
        {
            var missing = child.On(MissingLanes.Missing, window.To.AddDays(-1)).Where(i => i.As<MissingSpell>().Kind == "M").ToList();
            return child.In(missing.Count > 0, missing.Count > 0 ? "Missing." : "Not missing.", missing.Count, missing.Select(i => i.FactId));
        }),
    };

    /// <summary>The incidents of a kind that began in the window while the child was looked after.</summary>
    private static List<Interval> Began(Timelines child, Period window, string kind, IReadOnlyList<CareEpisode> episodes) =>
    [
        .. child[MissingLanes.Missing].Where(i => i.As<MissingSpell>().Kind == kind && window.Contains(i.From) && LookedAfter.On(episodes, i.From).Any()),
    ];

    private static string None(string kind) => $"No incident began in the window while looked after: {Words.Label(MissingCodes.Kind, kind)}.";

    private static Measure Incident(string code, string title, string kind) => new()
    {
        Code = code,
        Kind = MeasureKind.Count,
        Title = title,
        Cohort = "Incidents that began in the window, of children looked after on that day",
        Numerator = "All of them",
        Exclusions = "Short breaks (V3, V4)",
        Policy = "An incident counts on the day it began, though the child may have been away when the window began or still be when it ends",
        Unit = "incidents",
        Source = "SSDA903, children who were missing or away from placement without authorisation",
        Lanes = Lanes,
        Of = (child, window, _) =>
        {
            var began = Began(child, window, kind, LookedAfter.Episodes(child));
            return began.Count == 0
                ? [child.Out(None(kind))]
                : began.Select(i => child.In(true, $"Began: {Words.Label(MissingCodes.Kind, kind)}.", 1, [i.FactId], i.FactId, i.From));
        },
    };

    private static Measure PerChild(string code, string title, string kind) => Incident(code, title, kind) with
    {
        Kind = MeasureKind.Average,
        Cohort = "Looked-after children with such an incident that began in the window",
        Numerator = "Their incidents",
        Of = (child, window, _) =>
        {
            var began = Began(child, window, kind, LookedAfter.Episodes(child));
            return began.Count == 0
                ? [child.Out(None(kind))]
                : [new(child.Subject, 1, began.Count, began.Count, $"{Words.Count(began.Count, "incident")}.", [.. began.Select(i => i.FactId)])];
        },
    };
}
