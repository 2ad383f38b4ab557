using Journey.Record.Bitemporal;
using Journey.Record.Children;

namespace Journey.Record.Facts.Health;

/// <summary>A service sends a referral back or on, so that it has to be made again.</summary>
public sealed record HealthReferralBounced(Guid Referral, string Reason, DateOnly On) : IFact<HealthReferralBounced>
{
    /// <inheritdoc/>
    public static string Name => "health_referral_bounced.v1";

    /// <inheritdoc/>
    public static string Noun => "bounced-health-referrals";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes => [];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<HealthReferralBounced>> Rules { get; } =
    [
        Guards.Names<HealthReferralBounced, HealthReferralMade>("referral", f => f.Referral),
        Guards.NotEnded<HealthReferralBounced>("referral", f => f.Referral),
        Guards.NotBefore<HealthReferralBounced>("referral", f => f.Referral),
        Guards.Said<HealthReferralBounced>("reason", f => f.Reason),
    ];

    /// <inheritdoc/>
    public static HealthReferralBounced Example => new(Guid.Parse("019a0000-0000-7000-8000-000000000001"), "Wrong form.", new DateOnly(2025, 9, 22));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [];

    /// <inheritdoc/>
    public IEnumerable<Ending> Endings() => [new(Referral, On, new HealthReferralAnswer("bounced", Reason))];

    /// <inheritdoc/>
    public string HowItEnds() => "Answered";

    /// <inheritdoc/>
    public string Sentence() => $"The referral was sent back on {Words.Date(On)}{Words.Saying(Reason)}.";
}
