using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;

namespace Journey.Record.Facts.Family;

/// <summary>The child belongs to a group of siblings from a day on. Recorded on the record of each.</summary>
public sealed record SiblingGroupFormed(Guid Group, IReadOnlyList<Guid> Members, string Basis, DateOnly On) : IFact<SiblingGroupFormed>
{
    /// <inheritdoc/>
    public static string Name => "sibling_group_formed.v1";

    /// <inheritdoc/>
    public static string Noun => "sibling-groups";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [SiblingLanes.Group];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<SiblingGroupFormed>> Rules { get; } =
    [
        new("not-a-member", "The child itself belongs to the group. Add this record to the members.", q => !q.Fact.Members.Contains(q.Record.Id)),
        new("group-twice", "This group is already recorded. Record how it changed instead.", q =>
            q.Record.Timeline(SiblingLanes.Group).Any(i => i.As<SiblingGroup>().Group == q.Fact.Group)),
        new("group-size", "A sibling group has two members or more, each named once. Check the members.", q =>
            q.Fact.Members.Count < 2 || q.Fact.Members.Distinct().Count() < q.Fact.Members.Count),
        Guards.Known<SiblingGroupFormed>(FamilyCodes.SiblingBasis, "unknown-code", f => f.Basis),
        .. Guards.InLife<SiblingGroupFormed>(),
    ];

    /// <inheritdoc/>
    public static SiblingGroupFormed Example => new(
        Guid.Parse("019a0000-0000-7000-8000-000000000002"),
        [Guid.Parse("019a0000-0000-7000-8000-000000000001"), Guid.Parse("019a0000-0000-7000-8000-000000000002")], "householdAtEntry", new DateOnly(2025, 6, 10));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(SiblingLanes.Group, new SiblingGroup(Group, Members.Count, Basis), On)];

    /// <inheritdoc/>
    public string Sentence() =>
        $"A group of {Words.Count(Members.Count, "sibling")} was formed on {Words.Date(On)}: {Words.Label(FamilyCodes.SiblingBasis, Basis)}.";
}
