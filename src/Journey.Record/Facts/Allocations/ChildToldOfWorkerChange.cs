using Journey.Record.Bitemporal;
using Journey.Record.Children;

namespace Journey.Record.Facts.Allocations;

/// <summary>The child was told of a change of worker.</summary>
public sealed record ChildToldOfWorkerChange(string By, string? ChildsView, DateOnly On, TimeOnly? At) : IFact<ChildToldOfWorkerChange>
{
    /// <inheritdoc/>
    public static string Name => "child_told_of_worker_change.v1";

    /// <inheritdoc/>
    public static string Noun => "worker-change-talks";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [HandoverLanes.ChildTold];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<ChildToldOfWorkerChange>> Rules { get; } =
    [
        Guards.Said<ChildToldOfWorkerChange>("name of who told the child", f => f.By),
        .. Guards.InLife<ChildToldOfWorkerChange>(),
    ];

    /// <inheritdoc/>
    public static ChildToldOfWorkerChange Example => new(
        "SW10001", "Wants to say goodbye first.", new DateOnly(2025, 9, 24), new TimeOnly(16, 0));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(HandoverLanes.ChildTold, new ChildTold(By), On, At: At)];

    /// <inheritdoc/>
    public string Sentence() => $"The child was told of the change of worker on {Words.Date(On)}{Words.At(At)}{Words.Saying(ChildsView)}.";
}
