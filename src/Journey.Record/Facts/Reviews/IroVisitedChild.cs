using Journey.Record.Bitemporal;
using Journey.Record.Children;

namespace Journey.Record.Facts.Reviews;

/// <summary>The independent reviewing officer saw the child.</summary>
public sealed record IroVisitedChild(string Iro, DateOnly On) : IFact<IroVisitedChild>
{
    /// <inheritdoc/>
    public static string Name => "iro_visited_child.v1";

    /// <inheritdoc/>
    public static string Noun => "iro-visits";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [ReviewLanes.IroVisits];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<IroVisitedChild>> Rules { get; } =
    [
        Guards.Said<IroVisitedChild>("reviewing officer", f => f.Iro),
        Guards.InCare<IroVisitedChild>(),
    ];

    /// <inheritdoc/>
    public static IroVisitedChild Example => new("IRO10001", new DateOnly(2025, 6, 27));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(ReviewLanes.IroVisits, new IroVisit(Iro), On)];

    /// <inheritdoc/>
    public string Sentence() => $"The reviewing officer saw the child on {Words.Date(On)}.";
}
