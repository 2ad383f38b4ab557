using Journey.Record.Bitemporal;
using Journey.Record.Children;

namespace Journey.Record.Facts.Family;

/// <summary>A relationship no longer holds.</summary>
public sealed record RelationshipEnded(Guid Relationship, DateOnly On, string? Reason) : IFact<RelationshipEnded>
{
    /// <inheritdoc/>
    public static string Name => "relationship_ended.v1";

    /// <inheritdoc/>
    public static string Noun => "relationship-ends";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes => [];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<RelationshipEnded>> Rules { get; } =
    [
        Guards.NamesOpen<RelationshipEnded, RelationshipRecorded>("relationship", f => f.Relationship),
        Guards.NotBefore<RelationshipEnded>("relationship", f => f.Relationship),
    ];

    /// <inheritdoc/>
    public static RelationshipEnded Example => new(
        Guid.Parse("019a0000-0000-7000-8000-000000000001"), new DateOnly(2026, 2, 2), "Has moved abroad and lost touch");

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [];

    /// <inheritdoc/>
    public IEnumerable<Ending> Endings() => [new(Relationship, On)];

    /// <inheritdoc/>
    public string Sentence() => Sentence(Ended.Nothing);

    /// <inheritdoc/>
    public string Sentence(Ended ended) => $"The relationship ended on {Words.Date(On)}{ended.After}{Words.Saying(Reason)}.";
}
