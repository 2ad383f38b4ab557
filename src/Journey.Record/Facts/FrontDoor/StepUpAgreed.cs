using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;

namespace Journey.Record.Facts.FrontDoor;

/// <summary>Help moves up a tier.</summary>
public sealed record StepUpAgreed(
    string FromTier,
    string ToTier,
    string? LeadPractitioner,
    string DecidedBy,
    string Rationale,
    DateOnly On) : IFact<StepUpAgreed>
{
    /// <inheritdoc/>
    public static string Name => "step_up_agreed.v1";

    /// <inheritdoc/>
    public static string Noun => "step-ups";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [FrontDoorLanes.Tier];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<StepUpAgreed>> Rules { get; } =
    [
        Guards.Known<StepUpAgreed>(FrontDoorCodes.Tier, "unknown-code", f => f.FromTier),
        Guards.Known<StepUpAgreed>(FrontDoorCodes.Tier, "unknown-code", f => f.ToTier),
        new("tier-order", "A step up leads to a higher tier. Check both tiers.", q => Rank(q.Fact.ToTier) <= Rank(q.Fact.FromTier)),
        .. Guards.Decided<StepUpAgreed>(f => f.DecidedBy, f => f.Rationale),
        .. Guards.InLife<StepUpAgreed>(),
    ];

    /// <inheritdoc/>
    public static StepUpAgreed Example => new(
        "earlyHelp", "childInNeed", "B. Worker", "A. Manager", "Needs have grown.", new DateOnly(2025, 6, 2));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(FrontDoorLanes.Tier, new Tier(ToTier), On)];

    /// <inheritdoc/>
    public string Sentence() =>
        $"Help was stepped up on {Words.Date(On)} from {Words.Label(FrontDoorCodes.Tier, FromTier)} to "
        + $"{Words.Label(FrontDoorCodes.Tier, ToTier)}{Words.Saying(Rationale)}.";

    private static int Rank(string tier) => FrontDoorCodes.Tier.Codes.TakeWhile(c => c.Value != tier).Count();
}
