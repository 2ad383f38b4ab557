using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Facts.Care;

namespace Journey.Record.Facts.Family;

/// <summary>The child stays a few nights with people the family knows. The child is not looked after; a worker has checked the host.</summary>
public sealed record FamilyNetworkStayAgreed(
    string Host,
    int Nights,
    string AgreedBy,
    string CheckedBy,
    DateOnly From) : IFact<FamilyNetworkStayAgreed>
{
    /// <inheritdoc/>
    public static string Name => "family_network_stay_agreed.v1";

    /// <inheritdoc/>
    public static string Noun => "network-stays";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [NetworkLanes.Stays];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<FamilyNetworkStayAgreed>> Rules { get; } =
    [
        Guards.Said<FamilyNetworkStayAgreed>("name of the host", f => f.Host),
        Guards.Said<FamilyNetworkStayAgreed>("name of who agreed", f => f.AgreedBy),
        Guards.Said<FamilyNetworkStayAgreed>("worker who checked the host", f => f.CheckedBy),
        new("nights", "A stay lasts one night or more. Check the number.", q => q.Fact.Nights < 1),
        new("looked-after", "The child is looked after on that day. Record a placement or a temporary move instead.", q =>
            q.Record.On(CareLanes.Care, q.Fact.From).Any()),
        .. Guards.InLife<FamilyNetworkStayAgreed>(),
    ];

    /// <inheritdoc/>
    public static FamilyNetworkStayAgreed Example => new("Mr Hale, friend of the family", 4, "Mother", "SW10001", new DateOnly(2025, 5, 16));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => From;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(NetworkLanes.Stays, new NetworkStay(Host, CheckedBy), From, Days.Shift(From, Math.Max(Nights, 0)))];

    /// <inheritdoc/>
    public string Sentence() => $"The child stays for {Words.Count(Nights, "night")} from {Words.Date(From)} with {Host}, agreed by {AgreedBy}.";
}
