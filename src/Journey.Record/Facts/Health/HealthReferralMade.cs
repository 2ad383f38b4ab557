using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;

namespace Journey.Record.Facts.Health;

/// <summary>A health service is asked to see the child; open until the first appointment, or until the service turns it down.</summary>
public sealed record HealthReferralMade(
    string Service,
    string Agency,
    string Urgency,
    string Need,
    DateOnly SentOn,
    DateOnly DueOn) : IFact<HealthReferralMade>
{
    /// <inheritdoc/>
    public static string Name => "health_referral_made.v1";

    /// <inheritdoc/>
    public static string Noun => "health-referrals";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [ReferralLanes.Waiting];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<HealthReferralMade>> Rules { get; } =
    [
        Guards.Known<HealthReferralMade>(HealthCodes.Service, "unknown-code", f => f.Service),
        Guards.Said<HealthReferralMade>("agency", f => f.Agency),
        Guards.Known<HealthReferralMade>(HealthCodes.Urgency, "unknown-code", f => f.Urgency),
        Guards.Said<HealthReferralMade>("need", f => f.Need),
        Guards.NotDueBefore<HealthReferralMade>(f => f.DueOn),
        .. Guards.InLife<HealthReferralMade>(),
    ];

    /// <inheritdoc/>
    public static HealthReferralMade Example => new(
        "CAMHS", "Example Health Trust", "urgent", "Nightmares and self-harm.", new DateOnly(2025, 9, 15), new DateOnly(2025, 12, 8));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => SentOn;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(ReferralLanes.Waiting, new HealthReferral(Service, Agency, DueOn), SentOn)];

    /// <inheritdoc/>
    public string Sentence() =>
        $"A referral went to {Agency} on {Words.Date(SentOn)}, {Words.Label(HealthCodes.Service, Service)}, with an appointment due by "
        + $"{Words.Date(DueOn)}{Words.Saying(Need)}.";
}
