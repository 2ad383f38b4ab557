using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;
using Journey.Record.Facts.FrontDoor;
using Journey.Record.Facts.Plans;

namespace Journey.Record.Facts.Protection;

/// <summary>A child protection plan begins on the day of the conference and takes the place of a child in need plan.</summary>
public sealed record ProtectionPlanStarted(string Category, int PreviousPlans, DateOnly StartOn) : IFact<ProtectionPlanStarted>
{
    /// <inheritdoc/>
    public static string Name => "protection_plan_started.v1";

    /// <inheritdoc/>
    public static string Noun => "protection-plans";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [PlanLanes.Plan, PlanLanes.Category];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<ProtectionPlanStarted>> Rules { get; } =
    [
        new("2885", "A protection plan begins on the day of its conference, or of its transfer in. Record that first, or check the date.", q =>
            !q.Record.Facts<IcpcHeld>().Any(f => f.Fact.HeldOn == q.Fact.StartOn)
            && !q.Record.Facts<CaseTransferredIn>().Any(f => f.Fact.Kind == "CPP" && (f.Fact.AcceptedOn ?? f.Fact.On) == q.Fact.StartOn)),
        new("8935", "A protection plan is already open on that day. End it first, or check the date.", q =>
            q.Record.At(PlanLanes.Plan, q.Fact.StartOn) is { Kind: Plan.Protection }),
        Guards.OpenCase<ProtectionPlanStarted>(),
        Guards.Known<ProtectionPlanStarted>(ProtectionCodes.Category, "unknown-code", f => f.Category),
        new("previous-plans", "The number of earlier plans is 0 or more. Check it.", q => q.Fact.PreviousPlans < 0),
        .. Guards.InLife<ProtectionPlanStarted>(),
    ];

    /// <inheritdoc/>
    public static ProtectionPlanStarted Example => new("NEG", 0, new DateOnly(2025, 9, 19));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => StartOn;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        yield return new Claim(PlanLanes.Plan, new Plan(Plan.Protection, Category, PreviousPlans), StartOn);
        yield return new Claim(PlanLanes.Category, new PlanCategory(Category), StartOn);
    }

    /// <inheritdoc/>
    public string Sentence() => $"A child protection plan began on {Words.Date(StartOn)}: {Words.Label(ProtectionCodes.Category, Category)}.";
}
