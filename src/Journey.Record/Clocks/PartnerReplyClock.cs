using Journey.Record.Facts.Partners;

namespace Journey.Record.Clocks;

/// <summary>Another agency answers by the day it was given.</summary>
public static class PartnerReplyClock
{
    private static readonly Limit Limit = new("partner-reply", 10, LimitUnit.Days, Evidence.Local);

    /// <summary>The clock.</summary>
    public static Clock Clock { get; } = new()
    {
        Code = "partner-reply",
        Title = "Reply of another agency",
        Rule = "From a request until a full reply or a refusal, by the day stated in the request. It stops when the request is withdrawn.",
        Source = "The request itself",
        Evidence = Evidence.Local,
        Limits = [],
        Lanes = [PartnerLanes.Requests, PartnerLanes.Replies],
        Dues = t =>
            from request in t[PartnerLanes.Requests]
            let withdrawn = (request.Closing as PartnerAnswer)?.Outcome == "withdrawn"
            select t.Start(Limit, Mark.Of(request), request.As<PartnerRequest>().DueOn)
                .ClosedWith(request.IsOpen || withdrawn ? null : Answer(t, request.FactId, request.To))
                .StoppedFrom(withdrawn ? request.To : Bitemporal.Period.Open, "The request was withdrawn."),
    };

    private static Mark Answer(Ticking t, Guid request, DateOnly on) =>
        t.Marks(PartnerLanes.Replies, i => i.From == on && i.As<PartnerReply>() is { Kind: "full" or "refused" } reply && reply.Request == request)
            .FirstOrDefault(new Mark(null, on));
}
