using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;

namespace Journey.Record.Facts.Family;

/// <summary>Somebody belongs to the child's life. When the person is a child with a record, the same is recorded there.</summary>
public sealed record RelationshipRecorded(Guid Person, string Called, string Relation, int? Significance, DateOnly From) : IFact<RelationshipRecorded>
{
    /// <inheritdoc/>
    public static string Name => "relationship_recorded.v1";

    /// <inheritdoc/>
    public static string Noun => "relationships";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [NetworkLanes.Relationships];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<RelationshipRecorded>> Rules { get; } =
    [
        Guards.Known<RelationshipRecorded>(FamilyCodes.Relation, "unknown-code", f => f.Relation),
        new("self", "A child has no relationship with itself. Name the other person.", q => q.Fact.Person == q.Record.Id),
        new("significance", "Significance runs from 0 to 3. Check it.", q => q.Fact.Significance is < 0 or > 3),
        new("relationship-twice", "This person already has this relation to the child. Correct it, or end it first.", q =>
            q.Record.On(NetworkLanes.Relationships, q.Fact.From).Any(i => i.As<Relationship>() is var known
                && known.Person == q.Fact.Person && known.Relation == q.Fact.Relation)),
        Guards.NotAfterDeath<RelationshipRecorded>(),
    ];

    /// <inheritdoc/>
    public static RelationshipRecorded Example => new(
        Guid.Parse("019a0000-0000-7000-8000-000000000002"), "Sam Ashdown", "sibling", 3, new DateOnly(2025, 5, 12));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => From;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(NetworkLanes.Relationships, new Relationship(Person, Called, Relation, Significance), From)];

    /// <inheritdoc/>
    public string Sentence() => $"{Called} is recorded from {Words.Date(From)}: {Words.Label(FamilyCodes.Relation, Relation)}.";
}
