using Journey.Record.Bitemporal;
using Journey.Record.Children;

namespace Journey.Record.Facts.Keeping;

/// <summary>Somebody disputes a fact; the statement is shown beside it, and the fact stays as it is.</summary>
public sealed record DisputeRecorded(Guid Disputed, string ByWhom, string Statement, DateOnly On) : IFact<DisputeRecorded>
{
    /// <inheritdoc/>
    public static string Name => "dispute_recorded.v1";

    /// <inheritdoc/>
    public static string Noun => "disputes";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [KeepingLanes.Disputes];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<DisputeRecorded>> Rules { get; } =
    [
        new("G3", "Name the fact that is disputed: its id must be in this record.", q => q.Record.Find(q.Fact.Disputed) is null),
        Guards.Said<DisputeRecorded>("name of who disputes it", f => f.ByWhom),
        Guards.Said<DisputeRecorded>("statement", f => f.Statement),
    ];

    /// <inheritdoc/>
    public static DisputeRecorded Example => new(
        Guid.Parse("019a0000-0000-7000-8000-000000000001"), "Mother", "I was at the meeting.", new DateOnly(2025, 10, 1));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(KeepingLanes.Disputes, new Dispute(Disputed), On)];

    /// <inheritdoc/>
    public string Sentence() => $"{ByWhom} disputed a fact of this record on {Words.Date(On)}{Words.Saying(Statement)}.";
}
