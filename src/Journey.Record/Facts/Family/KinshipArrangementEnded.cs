using Journey.Record.Bitemporal;
using Journey.Record.Children;

namespace Journey.Record.Facts.Family;

/// <summary>Care by family or friends ends.</summary>
public sealed record KinshipArrangementEnded(Guid Arrangement, DateOnly On, string Reason) : IFact<KinshipArrangementEnded>
{
    /// <inheritdoc/>
    public static string Name => "kinship_arrangement_ended.v1";

    /// <inheritdoc/>
    public static string Noun => "kinship-ends";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes => [];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<KinshipArrangementEnded>> Rules { get; } =
    [
        Guards.NamesOpen<KinshipArrangementEnded, KinshipArrangementMade>("kinship arrangement", f => f.Arrangement),
        Guards.NotBefore<KinshipArrangementEnded>("kinship arrangement", f => f.Arrangement),
        Guards.Said<KinshipArrangementEnded>("reason", f => f.Reason),
    ];

    /// <inheritdoc/>
    public static KinshipArrangementEnded Example => new(
        Guid.Parse("019a0000-0000-7000-8000-000000000001"), new DateOnly(2026, 3, 2), "Grandmother is ill.");

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [];

    /// <inheritdoc/>
    public IEnumerable<Ending> Endings() => [new(Arrangement, On)];

    /// <inheritdoc/>
    public string Sentence() => Sentence(Ended.Nothing);

    /// <inheritdoc/>
    public string Sentence(Ended ended) => $"The kinship arrangement ended on {Words.Date(On)}{ended.After}{Words.Saying(Reason)}.";
}
