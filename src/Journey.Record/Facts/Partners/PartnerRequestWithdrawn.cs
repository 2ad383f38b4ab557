using Journey.Record.Bitemporal;
using Journey.Record.Children;

namespace Journey.Record.Facts.Partners;

/// <summary>A request no longer needs an answer.</summary>
public sealed record PartnerRequestWithdrawn(Guid Request, string Reason, DateOnly On, TimeOnly? At) : IFact<PartnerRequestWithdrawn>
{
    /// <inheritdoc/>
    public static string Name => "partner_request_withdrawn.v1";

    /// <inheritdoc/>
    public static string Noun => "withdrawn-partner-requests";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes => [];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<PartnerRequestWithdrawn>> Rules { get; } =
    [
        Guards.Names<PartnerRequestWithdrawn, PartnerRequestSent>("request", f => f.Request),
        Guards.NotEnded<PartnerRequestWithdrawn>("request", f => f.Request),
        Guards.NotBefore<PartnerRequestWithdrawn>("request", f => f.Request),
        Guards.Said<PartnerRequestWithdrawn>("reason", f => f.Reason),
    ];

    /// <inheritdoc/>
    public static PartnerRequestWithdrawn Example => new(
        Guid.Parse("019a0000-0000-7000-8000-000000000001"), "The family has found a flat.", new DateOnly(2025, 6, 10), null);

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [];

    /// <inheritdoc/>
    public IEnumerable<Ending> Endings() => [new(Request, On, new PartnerAnswer("withdrawn"))];

    /// <inheritdoc/>
    public string HowItEnds() => "Withdrawn";

    /// <inheritdoc/>
    public string Sentence() => $"The request was withdrawn on {Words.Date(On)}{Words.At(At)}{Words.Saying(Reason)}.";
}
