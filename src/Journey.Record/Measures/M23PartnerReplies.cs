using Journey.Record.Bitemporal;
using Journey.Record.Facts;
using Journey.Record.Facts.Partners;

namespace Journey.Record.Measures;

/// <summary>M23: what other agencies were asked for and did not answer. A part of a reply, or a receipt, is no answer.</summary>
public static class M23PartnerReplies
{
    /// <summary>Requests with neither a full reply nor a refusal by the day due.</summary>
    public static Measure Unanswered { get; } = new()
    {
        Code = "M23",
        Title = "Requests to other agencies not answered in time",
        Cohort = "Requests due in the window",
        Numerator = "No full reply and no refusal by the day due",
        Exclusions = "Requests withdrawn by the day due",
        Unit = "requests",
        Source = "Journey",
        Lanes = [PartnerLanes.Requests],
        Of = (child, window, _) => Due(child, window).Select(i =>
        {
            var request = i.As<PartnerRequest>();
            return Answer(i) switch
            {
                "withdrawn" when i.To <= request.DueOn => child.Out($"{Asked(i)}; withdrawn on {Words.Date(i.To)}.", i.FactId, request.DueOn),
                "full" or "refused" when i.To <= request.DueOn => Item(child, i, false, $"{Asked(i)}; answered on {Words.Date(i.To)}.", null),
                _ => Item(child, i, true, $"{Asked(i)}; not answered by then.", null),
            };
        }).Or(child, "No request to another agency was due in the window."),
    };

    /// <summary>Days until a full reply, over requests that got one.</summary>
    public static Measure DaysToReply { get; } = new()
    {
        Code = "M23-days",
        Kind = MeasureKind.Median,
        Title = "Days until another agency replied in full",
        Cohort = "Requests due in the window that were answered in full by its last day",
        Numerator = "All of them",
        Unit = "days",
        Source = "Journey",
        Lanes = [PartnerLanes.Requests],
        Of = (child, window, _) => Due(child, window).Select(i => Answer(i) == "full" && i.To < window.To
            ? Item(child, i, true, $"{Asked(i)}; answered in full on {Words.Date(i.To)}.", i.Period.Days)
            : child.Out($"{Asked(i)}; no full reply in the window.", i.FactId, i.As<PartnerRequest>().DueOn))
            .Or(child, "No request to another agency was due in the window."),
    };

    /// <summary>Requests still open on the last day.</summary>
    public static Measure Open { get; } = new()
    {
        Code = "M23-open",
        Kind = MeasureKind.Count,
        Title = "Requests to other agencies still open on the last day of the window",
        Cohort = "Requests open at the end of the last day",
        Numerator = "All of them",
        Unit = "days since the request",
        Source = "Journey",
        IsAtEnd = true,
        Lanes = [PartnerLanes.Requests],
        Of = (child, window, _) => child.On(PartnerLanes.Requests, window.LastDay()).Select(i => child.In(
            true, $"{Asked(i)}; still open.", window.LastDay().DayNumber - i.From.DayNumber, [i.FactId], i.FactId, window.LastDay()))
            .Or(child, "No request to another agency is open on the last day of the window."),
    };

    private static IEnumerable<Interval> Due(Timelines child, Period window) =>
        child[PartnerLanes.Requests].Where(i => window.Contains(i.As<PartnerRequest>().DueOn));

    private static string? Answer(Interval request) => (request.Closing as PartnerAnswer)?.Outcome;

    private static string Asked(Interval i) =>
        $"{i.As<PartnerRequest>().Agency} was asked on {Words.Date(i.From)} to answer by {Words.Date(i.As<PartnerRequest>().DueOn)}";

    private static Contribution Item(Timelines child, Interval i, bool counts, string why, decimal? value) =>
        child.In(counts, why, value, [i.FactId], i.FactId, i.As<PartnerRequest>().DueOn);
}
