using Journey.Record.Bitemporal;
using Journey.Record.Facts.Partners;

namespace Journey.Record.Measures;

/// <summary>
/// How one agency answered in a window: requests due, those not answered in time, days to a full reply (null without one), requests open on
/// the last day, and how often a request made to it was chased or taken higher in the window.
/// </summary>
public sealed record PartnerResponse(string Agency, int Due, int Unanswered, decimal? MedianDays, int Open, int Chased, int Escalated)
{
    /// <summary>Lanes it is made from.</summary>
    public static IReadOnlyList<Lane> Lanes { get; } = [PartnerLanes.Requests, PartnerLanes.Chasers, PartnerLanes.Escalations];

    /// <summary>The agencies with anything to tell, in order of name: the figures of M23, of each agency's requests alone.</summary>
    public static IReadOnlyList<PartnerResponse> Of(IReadOnlyCollection<Timelines> children, Period window)
    {
        var agency = children.SelectMany(c => c[PartnerLanes.Requests])
            .GroupBy(i => i.FactId).ToDictionary(g => g.Key, g => g.First().As<PartnerRequest>().Agency);
        ILookup<string, Contribution> Items(Measure measure) => children.SelectMany(c => measure.Of(c, window, Given.Nothing))
            .Where(c => c.Item is not null).ToLookup(c => agency[c.Item!.Value], StringComparer.Ordinal);
        ILookup<string, Guid> Named(Lane lane, Func<Interval, Guid> request) => children.SelectMany(c => c.Began(lane, window))
            .Where(i => agency.ContainsKey(request(i))).ToLookup(i => agency[request(i)], i => i.FactId, StringComparer.Ordinal);

        var (unanswered, days, open) = (Items(M23PartnerReplies.Unanswered), Items(M23PartnerReplies.DaysToReply), Items(M23PartnerReplies.Open));
        var chased = Named(PartnerLanes.Chasers, i => i.As<PartnerChaser>().Request);
        var escalated = Named(PartnerLanes.Escalations, i => i.As<PartnerEscalation>().Request);
        return
        [
            .. agency.Values.Distinct().Order(StringComparer.Ordinal)
                .Select(name =>
                {
                    var late = Figure.Of(M23PartnerReplies.Unanswered, window, unanswered[name]);
                    return new PartnerResponse(
                        name, (int)late.Denominator, (int)late.Numerator, Figure.Of(M23PartnerReplies.DaysToReply, window, days[name]).Result,
                        (int)Figure.Of(M23PartnerReplies.Open, window, open[name]).Numerator, chased[name].Count(), escalated[name].Count());
                })
                .Where(r => r.Due + r.Open + r.Chased + r.Escalated > 0),
        ];
    }
}
