using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;

namespace Journey.Record.Facts.Partners;

/// <summary>A request is made again.</summary>
public sealed record PartnerRequestChased(Guid Request, string By, string Channel, DateOnly On, TimeOnly? At) : IFact<PartnerRequestChased>
{
    /// <inheritdoc/>
    public static string Name => "partner_request_chased.v1";

    /// <inheritdoc/>
    public static string Noun => "partner-chasers";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [PartnerLanes.Chasers];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<PartnerRequestChased>> Rules { get; } =
    [
        Guards.Names<PartnerRequestChased, PartnerRequestSent>("request", f => f.Request),
        Guards.NotEnded<PartnerRequestChased>("request", f => f.Request),
        Guards.NotBefore<PartnerRequestChased>("request", f => f.Request),
        Guards.Said<PartnerRequestChased>("name of who chased", f => f.By),
        Guards.Known<PartnerRequestChased>(PartnerCodes.Channel, "unknown-code", f => f.Channel),
    ];

    /// <inheritdoc/>
    public static PartnerRequestChased Example => new(
        Guid.Parse("019a0000-0000-7000-8000-000000000001"), "SW10001", "phone", new DateOnly(2025, 5, 29), new TimeOnly(10, 0));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(PartnerLanes.Chasers, new PartnerChaser(Request, Channel), On, At: At)];

    /// <inheritdoc/>
    public string Sentence() => $"The request was chased on {Words.Date(On)}{Words.At(At)} by {By}, {Words.Label(PartnerCodes.Channel, Channel)}.";
}
