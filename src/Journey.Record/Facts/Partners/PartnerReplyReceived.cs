using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;

namespace Journey.Record.Facts.Partners;

/// <summary>An agency replies. Only a full reply or a refusal closes the request.</summary>
public sealed record PartnerReplyReceived(Guid Request, string Kind, string Summary, DateOnly On, TimeOnly? At) : IFact<PartnerReplyReceived>
{
    /// <inheritdoc/>
    public static string Name => "partner_reply_received.v1";

    /// <inheritdoc/>
    public static string Noun => "partner-replies";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [PartnerLanes.Replies];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<PartnerReplyReceived>> Rules { get; } =
    [
        Guards.Names<PartnerReplyReceived, PartnerRequestSent>("request", f => f.Request),
        Guards.NotEnded<PartnerReplyReceived>("request", f => f.Request),
        Guards.NotBefore<PartnerReplyReceived>("request", f => f.Request),
        Guards.Known<PartnerReplyReceived>(PartnerCodes.Reply, "unknown-code", f => f.Kind),
        Guards.Said<PartnerReplyReceived>("summary", f => f.Summary),
    ];

    /// <inheritdoc/>
    public static PartnerReplyReceived Example => new(
        Guid.Parse("019a0000-0000-7000-8000-000000000001"), "full",
        "A flat outside the borough from July.", new DateOnly(2025, 6, 12), new TimeOnly(14, 45));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(PartnerLanes.Replies, new PartnerReply(Request, Kind), On, At: At)];

    /// <inheritdoc/>
    public IEnumerable<Ending> Endings() => Kind is "full" or "refused" ? [new(Request, On, new PartnerAnswer(Kind))] : [];

    /// <inheritdoc/>
    public string HowItEnds() => "Answered";

    /// <inheritdoc/>
    public string Sentence() => $"The agency replied on {Words.Date(On)}{Words.At(At)}, {Words.Label(PartnerCodes.Reply, Kind)}{Words.Saying(Summary)}.";
}
