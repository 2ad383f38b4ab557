using Journey.Record.Bitemporal;
using Journey.Record.Children;

namespace Journey.Record.Facts.LeavingCare;

/// <summary>How many people the young person can turn to, and who they are.</summary>
public sealed record SupportNetworkRecorded(int People, string Notes, DateOnly On) : IFact<SupportNetworkRecorded>
{
    /// <inheritdoc/>
    public static string Name => "support_network_recorded.v1";

    /// <inheritdoc/>
    public static string Noun => "support-networks";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [LeavingCareLanes.Networks];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<SupportNetworkRecorded>> Rules { get; } =
    [
        new("people", "The number of people is 0 or more. Check it.", q => q.Fact.People < 0),
        Guards.Said<SupportNetworkRecorded>("notes", f => f.Notes),
        .. Guards.InLife<SupportNetworkRecorded>(),
    ];

    /// <inheritdoc/>
    public static SupportNetworkRecorded Example => new(3, "Former carer, football coach, aunt.", new DateOnly(2026, 1, 15));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(LeavingCareLanes.Networks, new SupportNetwork(People), On)];

    /// <inheritdoc/>
    public string Sentence() => $"The young person can turn to {(People == 1 ? "1 person" : $"{People} people")} on {Words.Date(On)}{Words.Saying(Notes)}.";
}
