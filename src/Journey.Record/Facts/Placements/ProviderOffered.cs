using Journey.Record.Bitemporal;
using Journey.Record.Children;

namespace Journey.Record.Facts.Placements;

/// <summary>A provider offers to take the child, at a price a week where one is named.</summary>
public sealed record ProviderOffered(
    Guid Approach,
    string Agency,
    string? Urn,
    decimal? WeeklyCost,
    DateOnly On,
    TimeOnly? At) : IFact<ProviderOffered>
{
    /// <inheritdoc/>
    public static string Name => "provider_offered.v1";

    /// <inheritdoc/>
    public static string Noun => "provider-offers";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [SearchLanes.Offers];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<ProviderOffered>> Rules { get; } =
    [
        Guards.Names<ProviderOffered, ProviderApproached>("approach", f => f.Approach),
        Guards.NotEnded<ProviderOffered>("approach", f => f.Approach),
        Guards.NotBefore<ProviderOffered>("approach", f => f.Approach),
        new("other-agency", "The offer comes from a provider that was not asked here. Check the approach and the provider.", q =>
            q.Record.Find<ProviderApproached>(q.Fact.Approach) is { } asked && asked.Agency != q.Fact.Agency),
        new("amount", "An amount is £0 or more. Check it.", q => q.Fact.WeeklyCost < 0),
    ];

    /// <inheritdoc/>
    public static ProviderOffered Example => new(
        Guid.Parse("019a0000-0000-7000-8000-000000000001"), "Example Homes", "SC000002", 6950m, new DateOnly(2025, 8, 14), new TimeOnly(16, 0));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(SearchLanes.Offers, new Offer(Approach, Agency, WeeklyCost), On, At: At)];

    /// <inheritdoc/>
    public IEnumerable<Ending> Endings() => [new(Approach, On, new ApproachAnswer(true, null))];

    /// <inheritdoc/>
    public string HowItEnds() => "Answered";

    /// <inheritdoc/>
    public string Sentence() =>
        $"{Agency} offered a placement on {Words.Date(On)}{Words.At(At)}{(WeeklyCost is { } cost ? $" at {Words.Money(cost)} a week" : "")}.";
}
