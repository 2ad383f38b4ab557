using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;

namespace Journey.Record.Facts.Visits;

/// <summary>The child's home was visited. Names the visit that was due, if one was.</summary>
public sealed record VisitMade(
    string Regime,
    DateOnly On,
    TimeOnly? At,
    string Worker,
    string Place,
    bool ChildSeen,
    bool SeenAlone,
    bool? BedroomSeen,
    bool Announced,
    Guid? Due) : IFact<VisitMade>
{
    /// <inheritdoc/>
    public static string Name => "visit_made.v1";

    /// <inheritdoc/>
    public static string Noun => "visits";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [VisitLanes.Visits];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<VisitMade>> Rules { get; } =
    [
        Guards.Known<VisitMade>(VisitCodes.Regime, "unknown-code", f => f.Regime),
        Guards.WorkerInPost<VisitMade>(f => f.Worker),
        new("seen-alone", "A child seen alone was seen. Check both answers.", q => q.Fact is { ChildSeen: false, SeenAlone: true }),
        Guards.Names<VisitMade, VisitPlanned>("visit that was due", f => f.Due),
        new("visit-made", "Another visit already names this visit that was due. Check its id.", q =>
            q.Fact.Due is { } due && q.Record.Facts<VisitMade>().Any(f => f.Fact.Due == due)),
        Guards.NotBefore<VisitMade>("day on which the visit was planned", f => f.Due),
        .. Guards.InLife<VisitMade>(),
    ];

    /// <inheritdoc/>
    public static VisitMade Example => new(
        "CLA", new DateOnly(2025, 6, 16), new TimeOnly(16, 30), "SW10001", "Rowan family", true, true, true, true, null);

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<string> Workers() => [Worker];

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(VisitLanes.Visits, new Visit(Worker, Regime, ChildSeen, SeenAlone), On, At: At)];

    /// <inheritdoc/>
    public IEnumerable<Ending> Endings() => Due is { } due ? [new(due, On)] : [];

    /// <inheritdoc/>
    public string HowItEnds() => "Done";

    /// <inheritdoc/>
    public string Sentence() =>
        $"Worker {Worker} visited on {Words.Date(On)}{Words.At(At)}; the child was "
        + $"{(SeenAlone ? "seen alone" : ChildSeen ? "seen" : "not seen")}.";
}
