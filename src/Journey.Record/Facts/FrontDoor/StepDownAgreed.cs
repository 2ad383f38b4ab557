using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;

namespace Journey.Record.Facts.FrontDoor;

/// <summary>Help moves down a tier.</summary>
public sealed record StepDownAgreed(
    string FromTier,
    string ToTier,
    string? LeadPractitioner,
    string DecidedBy,
    string Rationale,
    DateOnly On) : IFact<StepDownAgreed>
{
    /// <inheritdoc/>
    public static string Name => "step_down_agreed.v1";

    /// <inheritdoc/>
    public static string Noun => "step-downs";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [FrontDoorLanes.Tier];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<StepDownAgreed>> Rules { get; } =
    [
        Guards.Known<StepDownAgreed>(FrontDoorCodes.Tier, "unknown-code", f => f.FromTier),
        Guards.Known<StepDownAgreed>(FrontDoorCodes.Tier, "unknown-code", f => f.ToTier),
        new("tier-order", "A step down leads to a lower tier. Check both tiers.", q => Rank(q.Fact.ToTier) >= Rank(q.Fact.FromTier)),
        .. Guards.Decided<StepDownAgreed>(f => f.DecidedBy, f => f.Rationale),
        .. Guards.InLife<StepDownAgreed>(),
    ];

    /// <inheritdoc/>
    public static StepDownAgreed Example => new(
        "childInNeed", "earlyHelp", "B. Worker", "A. Manager", "Needs have eased.", new DateOnly(2025, 6, 2));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(FrontDoorLanes.Tier, new Tier(ToTier), On)];

    /// <inheritdoc/>
    public string Sentence() =>
        $"Help was stepped down on {Words.Date(On)} from {Words.Label(FrontDoorCodes.Tier, FromTier)} to "
        + $"{Words.Label(FrontDoorCodes.Tier, ToTier)}{Words.Saying(Rationale)}.";

    private static int Rank(string tier) => FrontDoorCodes.Tier.Codes.TakeWhile(c => c.Value != tier).Count();
}
