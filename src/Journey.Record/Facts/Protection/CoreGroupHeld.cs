using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Facts.Plans;

namespace Journey.Record.Facts.Protection;

/// <summary>The group that runs a protection plan met.</summary>
public sealed record CoreGroupHeld(DateOnly HeldOn, IReadOnlyList<string> Attendees, IReadOnlyList<string> Actions) : IFact<CoreGroupHeld>
{
    /// <inheritdoc/>
    public static string Name => "core_group_held.v1";

    /// <inheritdoc/>
    public static string Noun => "core-groups";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [ConferenceLanes.CoreGroups];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<CoreGroupHeld>> Rules { get; } =
    [
        new("no-protection-plan", "No protection plan holds on that day. Record the plan first, or check the date.", q =>
            q.Record.At(PlanLanes.Plan, q.Fact.HeldOn) is not { Kind: Plan.Protection }),
        .. Guards.InLife<CoreGroupHeld>(),
    ];

    /// <inheritdoc/>
    public static CoreGroupHeld Example => new(new DateOnly(2025, 10, 3), ["Mother", "School nurse"], ["Breakfast club from Monday"]);

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => HeldOn;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(ConferenceLanes.CoreGroups, new CoreGroup(Attendees.Count), HeldOn)];

    /// <inheritdoc/>
    public string Sentence() => $"A core group met on {Words.Date(HeldOn)}; present: {Words.List(Attendees)}.";
}
