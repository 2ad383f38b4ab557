using Journey.Record.Bitemporal;
using Journey.Record.Children;

namespace Journey.Record.Facts.Allocations;

/// <summary>One worker handed the child's case to another.</summary>
public sealed record HandoverHeld(
    string FromWorker,
    string ToWorker,
    bool ChildPresent,
    string Summary,
    IReadOnlyList<string> OpenRisks,
    int UnreadDocuments,
    DateOnly On,
    TimeOnly? At) : IFact<HandoverHeld>
{
    /// <inheritdoc/>
    public static string Name => "handover_held.v1";

    /// <inheritdoc/>
    public static string Noun => "handovers";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [HandoverLanes.Handovers];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<HandoverHeld>> Rules { get; } =
    [
        new("not-in-post", "The worker who takes over is not in post on that day. Check the worker and the date.", q =>
            !q.Beside.InPost(q.Fact.ToWorker, q.Fact.On)),
        new("same-worker", "A handover is between two workers. Check both.", q => q.Fact.FromWorker == q.Fact.ToWorker),
        Guards.Said<HandoverHeld>("summary", f => f.Summary),
        new("unread", "The number of unread documents is 0 or more. Check it.", q => q.Fact.UnreadDocuments < 0),
        .. Guards.InLife<HandoverHeld>(),
    ];

    /// <inheritdoc/>
    public static HandoverHeld Example => new(
        "SW10001", "SW10002", true, "Went through the plan together.", ["Contact with an older friend"], 4,
        new DateOnly(2025, 10, 1), new TimeOnly(14, 0));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<string> Workers() => [FromWorker, ToWorker];

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(HandoverLanes.Handovers, new Handover(FromWorker, ToWorker, ChildPresent, UnreadDocuments), On, At: At)];

    /// <inheritdoc/>
    public string Sentence() =>
        $"Worker {FromWorker} handed over to {ToWorker} on {Words.Date(On)}{Words.At(At)}, "
        + $"{(ChildPresent ? "with the child present" : "without the child")}; open risks: {Words.List(OpenRisks)}.";
}
