using Journey.Record.Bitemporal;
using Journey.Record.Children;

namespace Journey.Record.Facts.Health;

/// <summary>A service accepts a referral; the child goes on waiting.</summary>
public sealed record HealthReferralAccepted(Guid Referral, int? QuotedWeeks, DateOnly On) : IFact<HealthReferralAccepted>
{
    /// <inheritdoc/>
    public static string Name => "health_referral_accepted.v1";

    /// <inheritdoc/>
    public static string Noun => "accepted-health-referrals";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [ReferralLanes.Accepted];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<HealthReferralAccepted>> Rules { get; } =
    [
        Guards.Names<HealthReferralAccepted, HealthReferralMade>("referral", f => f.Referral),
        Guards.NotEnded<HealthReferralAccepted>("referral", f => f.Referral),
        Guards.NotBefore<HealthReferralAccepted>("referral", f => f.Referral),
        new("quoted-weeks", "A wait is 0 weeks or more. Check it.", q => q.Fact.QuotedWeeks < 0),
        new("accepted-twice", "This referral is already accepted. Record it once.", q =>
            q.Record.Facts<HealthReferralAccepted>().Any(f => f.Fact.Referral == q.Fact.Referral)),
    ];

    /// <inheritdoc/>
    public static HealthReferralAccepted Example => new(Guid.Parse("019a0000-0000-7000-8000-000000000001"), 38, new DateOnly(2025, 9, 29));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(ReferralLanes.Accepted, new AcceptedReferral(Referral, QuotedWeeks), On)];

    /// <inheritdoc/>
    public string Sentence() =>
        $"The referral was accepted on {Words.Date(On)}{(QuotedWeeks is { } weeks ? $", with a wait of {Words.Count(weeks, "week")}" : "")}.";
}
