using Journey.Record.Bitemporal;
using Journey.Record.Children;

namespace Journey.Record.Facts.Placements;

/// <summary>People met to learn why a placement broke down.</summary>
public sealed record PlacementDisruptionMeetingHeld(
    IReadOnlyList<string> Causes,
    string Learning,
    DateOnly On) : IFact<PlacementDisruptionMeetingHeld>
{
    /// <inheritdoc/>
    public static string Name => "placement_disruption_meeting_held.v1";

    /// <inheritdoc/>
    public static string Noun => "disruption-meetings";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [SettingLanes.Disruptions];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<PlacementDisruptionMeetingHeld>> Rules { get; } =
    [
        Guards.Said<PlacementDisruptionMeetingHeld>("learning", f => f.Learning),
        .. Guards.InLife<PlacementDisruptionMeetingHeld>(),
    ];

    /// <inheritdoc/>
    public static PlacementDisruptionMeetingHeld Example => new(
        ["Carer was not told of the night terrors"], "Share the full history first.", new DateOnly(2025, 9, 15));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(SettingLanes.Disruptions, new Disruption(string.Join("; ", Causes)), On)];

    /// <inheritdoc/>
    public string Sentence() => $"A disruption meeting was held on {Words.Date(On)}; causes: {Words.List(Causes)}.";
}
