using Journey.Record.Bitemporal;
using Journey.Record.Children;

namespace Journey.Record.Facts.Legal;

/// <summary>The child is sentenced to custody. Accommodation by agreement ends with it, a care order does not.</summary>
public sealed record SentencedToCustody(string Place, string? Court, DateOnly From, DateOnly? To) : IFact<SentencedToCustody>
{
    /// <inheritdoc/>
    public static string Name => "sentenced_to_custody.v1";

    /// <inheritdoc/>
    public static string Noun => "custodial-sentences";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [LibertyLanes.Custody];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<SentencedToCustody>> Rules { get; } =
    [
        new("custody-age", "A child under 10 is not sentenced. Check the date of birth.", q => Guards.AgeOn(q.Record, q.Fact.From) < 10),
        Guards.EndNotBeforeStart<SentencedToCustody>(f => f.To),
        Guards.Said<SentencedToCustody>("place", f => f.Place),
        .. Guards.InLife<SentencedToCustody>(),
    ];

    /// <inheritdoc/>
    public static SentencedToCustody Example => new(
        "Example Young Offender Institution", "Example Youth Court", new DateOnly(2026, 2, 2), null);

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => From;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(LibertyLanes.Custody, new Custody("sentence", Place), From, To)];

    /// <inheritdoc/>
    public string Sentence() => $"The child was sentenced to custody from {Words.Date(From)}{Words.To(To)}{Words.Saying(Place)}.";
}
