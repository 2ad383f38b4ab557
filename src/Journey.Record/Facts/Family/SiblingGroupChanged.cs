using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;

namespace Journey.Record.Facts.Family;

/// <summary>A group of siblings has other members from a day on. Recorded on the record of each.</summary>
public sealed record SiblingGroupChanged(Guid Group, IReadOnlyList<Guid> Members, string Basis, DateOnly On) : IFact<SiblingGroupChanged>
{
    /// <inheritdoc/>
    public static string Name => "sibling_group_changed.v1";

    /// <inheritdoc/>
    public static string Noun => "sibling-group-changes";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [SiblingLanes.Group];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<SiblingGroupChanged>> Rules { get; } =
    [
        new("G3", "Name a sibling group that is in this record.", q =>
            !q.Record.Timeline(SiblingLanes.Group).Any(i => i.As<SiblingGroup>().Group == q.Fact.Group)),
        new("group-size", "A sibling group has two members or more, each named once. Check the members.", q =>
            q.Fact.Members.Count < 2 || q.Fact.Members.Distinct().Count() < q.Fact.Members.Count),
        Guards.Known<SiblingGroupChanged>(FamilyCodes.SiblingBasis, "unknown-code", f => f.Basis),
        .. Guards.InLife<SiblingGroupChanged>(),
    ];

    /// <inheritdoc/>
    public static SiblingGroupChanged Example => new(
        Guid.Parse("019a0000-0000-7000-8000-000000000002"),
        [Guid.Parse("019a0000-0000-7000-8000-000000000001"), Guid.Parse("019a0000-0000-7000-8000-000000000002")], "householdAtEntry", new DateOnly(2025, 11, 3));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(SiblingLanes.Group, new SiblingGroup(Group, Members.Count, Basis), On)];

    /// <inheritdoc/>
    public string Sentence() =>
        $"A group of {Words.Count(Members.Count, "sibling")} changed on {Words.Date(On)}: {Words.Label(FamilyCodes.SiblingBasis, Basis)}.";
}
