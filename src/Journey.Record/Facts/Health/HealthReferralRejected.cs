using Journey.Record.Bitemporal;
using Journey.Record.Children;

namespace Journey.Record.Facts.Health;

/// <summary>A service turns a referral down.</summary>
public sealed record HealthReferralRejected(Guid Referral, string Reason, DateOnly On) : IFact<HealthReferralRejected>
{
    /// <inheritdoc/>
    public static string Name => "health_referral_rejected.v1";

    /// <inheritdoc/>
    public static string Noun => "rejected-health-referrals";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes => [];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<HealthReferralRejected>> Rules { get; } =
    [
        Guards.Names<HealthReferralRejected, HealthReferralMade>("referral", f => f.Referral),
        Guards.NotEnded<HealthReferralRejected>("referral", f => f.Referral),
        Guards.NotBefore<HealthReferralRejected>("referral", f => f.Referral),
        Guards.Said<HealthReferralRejected>("reason", f => f.Reason),
    ];

    /// <inheritdoc/>
    public static HealthReferralRejected Example => new(
        Guid.Parse("019a0000-0000-7000-8000-000000000001"), "Below the threshold of the service.", new DateOnly(2025, 9, 30));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [];

    /// <inheritdoc/>
    public IEnumerable<Ending> Endings() => [new(Referral, On, new HealthReferralAnswer("rejected", Reason))];

    /// <inheritdoc/>
    public string HowItEnds() => "Answered";

    /// <inheritdoc/>
    public string Sentence() => $"The referral was rejected on {Words.Date(On)}{Words.Saying(Reason)}.";
}
