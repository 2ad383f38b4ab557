using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;

namespace Journey.Record.Facts.Partners;

/// <summary>Another agency is asked for something by a day; open until it answers in full, refuses, or the request is withdrawn.</summary>
public sealed record PartnerRequestSent(
    string Agency,
    string Kind,
    string Channel,
    string Ask,
    string Urgency,
    string? LegalBasis,
    DateOnly SentOn,
    TimeOnly? SentAt,
    DateOnly DueOn) : IFact<PartnerRequestSent>
{
    /// <inheritdoc/>
    public static string Name => "partner_request_sent.v1";

    /// <inheritdoc/>
    public static string Noun => "partner-requests";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [PartnerLanes.Requests];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<PartnerRequestSent>> Rules { get; } =
    [
        Guards.Said<PartnerRequestSent>("agency", f => f.Agency),
        Guards.Known<PartnerRequestSent>(PartnerCodes.Kind, "unknown-code", f => f.Kind),
        Guards.Known<PartnerRequestSent>(PartnerCodes.Channel, "unknown-code", f => f.Channel),
        Guards.Said<PartnerRequestSent>("ask", f => f.Ask),
        Guards.Known<PartnerRequestSent>(HealthCodes.Urgency, "unknown-code", f => f.Urgency),
        Guards.NotDueBefore<PartnerRequestSent>(f => f.DueOn),
        Guards.NotBeforeBirth<PartnerRequestSent>(),
    ];

    /// <inheritdoc/>
    public static PartnerRequestSent Example => new(
        "Example Housing", "housing", "genericInbox", "Move the family away from the gang.", "urgent",
        "Children Act 1989 section 27", new DateOnly(2025, 5, 13), new TimeOnly(9, 20), new DateOnly(2025, 5, 27));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => SentOn;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(PartnerLanes.Requests, new PartnerRequest(Agency, Kind, Channel, DueOn), SentOn, At: SentAt)];

    /// <inheritdoc/>
    public string Sentence() =>
        $"{Agency} was asked on {Words.Date(SentOn)}{Words.At(SentAt)}, {Words.Label(PartnerCodes.Channel, Channel)}, to answer by "
        + $"{Words.Date(DueOn)}{Words.Saying(Ask)}.";
}
