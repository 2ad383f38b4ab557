using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;

namespace Journey.Record.Facts.FrontDoor;

/// <summary>The person who made the contact or referral was told what came of it.</summary>
public sealed record ReferrerToldOutcome(Guid About, DateOnly On, TimeOnly? At, string Mode) : IFact<ReferrerToldOutcome>
{
    /// <inheritdoc/>
    public static string Name => "referrer_told_outcome.v1";

    /// <inheritdoc/>
    public static string Noun => "referrers-told";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes => [];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<ReferrerToldOutcome>> Rules { get; } =
    [
        new("G3", "Name the contact or referral: its fact id must be in this record.", q =>
            q.Record.Find(q.Fact.About)?.Assertion is not (ContactReceived or ReferralReceived)),
        Guards.NotBeforeStart<ReferrerToldOutcome>("contact or referral", f => f.About, f => f.On),
        Guards.Known<ReferrerToldOutcome>(FrontDoorCodes.Mode, "unknown-code", f => f.Mode),
    ];

    /// <inheritdoc/>
    public static ReferrerToldOutcome Example => new(
        Guid.Parse("019a0000-0000-7000-8000-000000000001"), new DateOnly(2025, 5, 13), new TimeOnly(9, 0), "email");

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [];

    /// <inheritdoc/>
    public string Sentence() => $"The referrer was told the outcome on {Words.Date(On)}{Words.At(At)} {Words.Label(FrontDoorCodes.Mode, Mode)}.";
}
