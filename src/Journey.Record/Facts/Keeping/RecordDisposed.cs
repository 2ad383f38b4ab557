using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;

namespace Journey.Record.Facts.Keeping;

/// <summary>
/// It is recorded that the record, or part of it, was disposed of once it need not be kept any longer. The statement erases nothing: what it
/// says was done is done by whoever states it.
/// </summary>
public sealed record RecordDisposed(string Scope, string How, string DisposedBy, DateOnly On) : IFact<RecordDisposed>
{
    /// <inheritdoc/>
    public static string Name => "record_disposed.v1";

    /// <inheritdoc/>
    public static string Noun => "disposals";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [KeepingLanes.Disposals];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<RecordDisposed>> Rules { get; } =
    [
        Guards.Known<RecordDisposed>(KeepingCodes.DisposalScope, "unknown-code", f => f.Scope),
        Guards.Known<RecordDisposed>(KeepingCodes.DisposalMethod, "unknown-code", f => f.How),
        Guards.Said<RecordDisposed>("name of who disposed of it", f => f.DisposedBy),
        new("retention-unset", "Nobody has said how long this record is kept. Record that first.", q =>
            q.Record.At(KeepingLanes.Retention, q.Fact.On) is null),
        new("retention-runs", "The record is still to be kept on that day. Check the date, or how long the record is kept.", q =>
            q.Record.At(KeepingLanes.Retention, q.Fact.On) is { } kept && q.Fact.On <= kept.KeepUntil),
        new("retention-hold", "A hold on the record stands on that day. It is kept until the hold is lifted.", q =>
            q.Record.On(KeepingLanes.Holds, q.Fact.On).Any()),
        new("disposed-twice", "The whole record was disposed of before. Check the date, or correct that fact if it is wrong.", q =>
            q.Record.Timeline(KeepingLanes.Disposals).Any(i => i.From <= q.Fact.On && i.As<Disposal>().Scope == Disposal.Whole)),
    ];

    /// <inheritdoc/>
    public static RecordDisposed Example => new(Disposal.Whole, "keyDestroyed", "Records team", new DateOnly(2026, 2, 2));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(KeepingLanes.Disposals, new Disposal(Scope, How), On)];

    /// <inheritdoc/>
    public string Sentence() =>
        $"Disposed of on {Words.Date(On)} by {DisposedBy}: {Words.Label(KeepingCodes.DisposalScope, Scope)}, {Words.Label(KeepingCodes.DisposalMethod, How)}.";
}
