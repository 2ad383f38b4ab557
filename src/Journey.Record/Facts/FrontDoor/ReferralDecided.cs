using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;

namespace Journey.Record.Facts.FrontDoor;

/// <summary>What was decided about a referral. Unless it leads to an assessment or a strategy discussion, the referral ends with it.</summary>
public sealed record ReferralDecided(
    Guid Referral,
    DateOnly On,
    TimeOnly? At,
    string Decision,
    string DecidedBy,
    string Rationale) : IFact<ReferralDecided>
{
    /// <inheritdoc/>
    public static string Name => "referral_decided.v1";

    /// <inheritdoc/>
    public static string Noun => "referral-decisions";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [FrontDoorLanes.Decisions];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<ReferralDecided>> Rules { get; } =
    [
        Guards.Names<ReferralDecided, ReferralReceived>("referral", f => f.Referral),
        Guards.NotBeforeStart<ReferralDecided>("referral", f => f.Referral, f => f.On),
        Guards.NotEnded<ReferralDecided>("referral", f => f.Referral),
        Guards.Known<ReferralDecided>(FrontDoorCodes.ReferralDecision, "unknown-code", f => f.Decision),
        new("8610", "Record the primary need first: a referral that leads to action has one.", q =>
            q.Fact.Continues() && q.Record.At(FrontDoorLanes.PrimaryNeed, q.Fact.On) is null),
        .. Guards.Decided<ReferralDecided>(f => f.DecidedBy, f => f.Rationale),
    ];

    /// <inheritdoc/>
    public static ReferralDecided Example => new(
        Guid.Parse("019a0000-0000-7000-8000-000000000001"), new DateOnly(2025, 5, 12), new TimeOnly(16, 30), "Assess",
        "A. Manager", "Neglect over several months.");

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(FrontDoorLanes.Decisions, new ReferralDecision(Decision, Referral), On, At: At)];

    /// <inheritdoc/>
    public IEnumerable<Ending> Endings() => Continues() ? [] : [new(Referral, On, new ReferralClosing(Decision))];

    /// <inheritdoc/>
    public string HowItEnds() => "Decided";

    /// <inheritdoc/>
    public string Sentence() =>
        $"The referral was decided on {Words.Date(On)}{Words.At(At)}, "
        + $"{Words.Label(FrontDoorCodes.ReferralDecision, Decision)}{Words.Saying(Rationale)}.";

    private bool Continues() => Decision is "Assess" or "Strategy";
}
