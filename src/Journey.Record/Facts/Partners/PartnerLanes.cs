using Journey.Record.Bitemporal;

namespace Journey.Record.Facts.Partners;

/// <summary>Something an agency was asked for, with the day by which it is due, found by the agency.</summary>
public sealed record PartnerRequest(string Agency, string Kind, string Channel, DateOnly DueOn) : IKeyed
{
    /// <inheritdoc/>
    public string Key() => Agency;
}

/// <summary>How a request ended: a full reply, a refusal, or withdrawn.</summary>
public sealed record PartnerAnswer(string Outcome);

/// <summary>A reply of any kind.</summary>
public sealed record PartnerReply(Guid Request, string Kind);

/// <summary>A request was made again.</summary>
public sealed record PartnerChaser(Guid Request, string Channel);

/// <summary>A request was taken higher.</summary>
public sealed record PartnerEscalation(Guid Request, string ToRole);

/// <summary>Lanes of requests to other agencies.</summary>
public static class PartnerLanes
{
    /// <summary>Requests, each open until it is answered in full, refused or withdrawn.</summary>
    public static Lane<PartnerRequest> Requests { get; } = Lane<PartnerRequest>.Overlapping("partner-requests", typeof(PartnerAnswer));

    /// <summary>Replies.</summary>
    public static Lane<PartnerReply> Replies { get; } = Lane<PartnerReply>.Point("partner-replies");

    /// <summary>Chasers.</summary>
    public static Lane<PartnerChaser> Chasers { get; } = Lane<PartnerChaser>.Point("partner-chasers");

    /// <summary>Escalations.</summary>
    public static Lane<PartnerEscalation> Escalations { get; } = Lane<PartnerEscalation>.Point("partner-escalations");
}
