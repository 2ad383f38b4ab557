using Journey.Record.Bitemporal;
using Journey.Record.Children;

namespace Journey.Record.Facts.Partners;

/// <summary>A request is taken to somebody higher in the agency.</summary>
public sealed record PartnerRequestEscalated(Guid Request, string ToRole, string Reason, DateOnly On, TimeOnly? At) : IFact<PartnerRequestEscalated>
{
    /// <inheritdoc/>
    public static string Name => "partner_request_escalated.v1";

    /// <inheritdoc/>
    public static string Noun => "partner-escalations";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [PartnerLanes.Escalations];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<PartnerRequestEscalated>> Rules { get; } =
    [
        Guards.Names<PartnerRequestEscalated, PartnerRequestSent>("request", f => f.Request),
        Guards.NotEnded<PartnerRequestEscalated>("request", f => f.Request),
        Guards.NotBefore<PartnerRequestEscalated>("request", f => f.Request),
        Guards.Said<PartnerRequestEscalated>("role", f => f.ToRole),
        Guards.Said<PartnerRequestEscalated>("reason", f => f.Reason),
    ];

    /// <inheritdoc/>
    public static PartnerRequestEscalated Example => new(
        Guid.Parse("019a0000-0000-7000-8000-000000000001"), "Director of housing",
        "No answer to a letter and a call.", new DateOnly(2025, 6, 5), null);

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(PartnerLanes.Escalations, new PartnerEscalation(Request, ToRole), On, At: At)];

    /// <inheritdoc/>
    public string Sentence() => $"The request was taken to the {Words.Lower(ToRole)} on {Words.Date(On)}{Words.At(At)}{Words.Saying(Reason)}.";
}
