using Journey.Record.Bitemporal;
using Journey.Record.Children;

namespace Journey.Record.Facts.Family;

/// <summary>The child names an adult to trust.</summary>
public sealed record TrustedAdultNamedByChild(string Who, string Role, string ChildsWords, DateOnly On) : IFact<TrustedAdultNamedByChild>
{
    /// <inheritdoc/>
    public static string Name => "trusted_adult_named_by_child.v1";

    /// <inheritdoc/>
    public static string Noun => "trusted-adults";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [NetworkLanes.TrustedAdults];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<TrustedAdultNamedByChild>> Rules { get; } =
    [
        Guards.Said<TrustedAdultNamedByChild>("name", f => f.Who),
        Guards.Said<TrustedAdultNamedByChild>("child's own words", f => f.ChildsWords),
        .. Guards.InLife<TrustedAdultNamedByChild>(),
    ];

    /// <inheritdoc/>
    public static TrustedAdultNamedByChild Example => new("Ms Elder", "Teaching assistant", "She listens.", new DateOnly(2025, 6, 18));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(NetworkLanes.TrustedAdults, new TrustedAdult(Who, Role), On)];

    /// <inheritdoc/>
    public string Sentence() => $"The child named {Who} ({Role}) as an adult to trust on {Words.Date(On)}{Words.Saying(ChildsWords)}.";
}
