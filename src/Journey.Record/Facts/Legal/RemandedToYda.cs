using Journey.Record.Bitemporal;
using Journey.Record.Children;

namespace Journey.Record.Facts.Legal;

/// <summary>The child is remanded to youth detention; a child remanded is looked after.</summary>
public sealed record RemandedToYda(string Place, string? Court, DateOnly From, DateOnly? To) : IFact<RemandedToYda>
{
    /// <inheritdoc/>
    public static string Name => "remanded_to_yda.v1";

    /// <inheritdoc/>
    public static string Noun => "remands";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [LibertyLanes.Custody];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<RemandedToYda>> Rules { get; } =
    [
        new("custody-age", "A child under 10 is not remanded. Check the date of birth.", q => Guards.AgeOn(q.Record, q.Fact.From) < 10),
        Guards.EndNotBeforeStart<RemandedToYda>(f => f.To),
        Guards.Said<RemandedToYda>("place", f => f.Place),
        .. Guards.InLife<RemandedToYda>(),
    ];

    /// <inheritdoc/>
    public static RemandedToYda Example => new("Example Young Offender Institution", "Example Youth Court", new DateOnly(2026, 2, 2), null);

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => From;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(LibertyLanes.Custody, new Custody("remand", Place), From, To)];

    /// <inheritdoc/>
    public string Sentence() => $"The child was remanded to youth detention from {Words.Date(From)}{Words.To(To)}{Words.Saying(Place)}.";
}
