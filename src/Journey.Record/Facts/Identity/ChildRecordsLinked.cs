using Journey.Record.Bitemporal;
using Journey.Record.Children;

namespace Journey.Record.Facts.Identity;

/// <summary>
/// Two records are of one child. It stands in both streams; only the verb link records it, in both at once, and unlink withdraws it from both.
/// From its position on the two are read as one record under the survivor's id; both streams stay as they are.
/// </summary>
public sealed record ChildRecordsLinked(Guid Survivor, Guid Absorbed, string Evidence, DateOnly On) : IFact<ChildRecordsLinked>
{
    /// <inheritdoc/>
    public static string Name => "child_records_linked.v1";

    /// <inheritdoc/>
    public static string Noun => "links";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [IdentityLanes.Links];

    /// <inheritdoc/>
    public static bool HasOwnVerb => true;

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<ChildRecordsLinked>> Rules { get; } =
    [
        new("linked-self", "A record cannot be linked with itself. Name the other record.", q => q.Fact.Survivor == q.Fact.Absorbed),
        new("link-elsewhere", "The link names two other records. It stands in the records that it names.", q =>
            q.Record.Id != q.Fact.Survivor && q.Record.Id != q.Fact.Absorbed),
        new("linked-twice", "These records are linked already.", q =>
            q.Record.Facts<ChildRecordsLinked>().Any(l => l.FactId != q.FactId
                && new HashSet<Guid> { l.Fact.Survivor, l.Fact.Absorbed }.SetEquals([q.Fact.Survivor, q.Fact.Absorbed]))),
        Guards.Said<ChildRecordsLinked>("evidence that both are one child", f => f.Evidence),
    ];

    /// <inheritdoc/>
    public static ChildRecordsLinked Example => new(
        Guid.Parse("019a0000-0000-7000-8000-0000000000c1"),
        Guid.Parse("019a0000-0000-7000-8000-0000000000c2"),
        "Same name, date of birth and school; opened twice by two teams",
        new DateOnly(2026, 1, 10));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(IdentityLanes.Links, new RecordLink(Survivor, Absorbed), On)];

    /// <inheritdoc/>
    public string Sentence() => $"Two records were found on {Words.Date(On)} to be of one child{Words.Saying(Evidence)}.";
}
