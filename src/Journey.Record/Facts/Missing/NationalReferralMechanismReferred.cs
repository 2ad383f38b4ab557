using Journey.Record.Bitemporal;
using Journey.Record.Children;

namespace Journey.Record.Facts.Missing;

/// <summary>The child was referred to the national mechanism for victims of trafficking.</summary>
public sealed record NationalReferralMechanismReferred(
    string By,
    string Reason,
    string? Reference,
    DateOnly On) : IFact<NationalReferralMechanismReferred>
{
    /// <inheritdoc/>
    public static string Name => "national_referral_mechanism_referred.v1";

    /// <inheritdoc/>
    public static string Noun => "trafficking-referrals";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [MissingLanes.Trafficking];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<NationalReferralMechanismReferred>> Rules { get; } =
    [
        Guards.Said<NationalReferralMechanismReferred>("name of who referred", f => f.By),
        Guards.Said<NationalReferralMechanismReferred>("reason", f => f.Reason),
        .. Guards.InLife<NationalReferralMechanismReferred>(),
    ];

    /// <inheritdoc/>
    public static NationalReferralMechanismReferred Example => new(
        "SW10001", "Found selling drugs in another county.", "NRM-000000", new DateOnly(2025, 10, 22));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(MissingLanes.Trafficking, new TraffickingReferral(By), On)];

    /// <inheritdoc/>
    public string Sentence() => $"The child was referred as a possible victim of trafficking on {Words.Date(On)} by {By}{Words.Saying(Reason)}.";
}
