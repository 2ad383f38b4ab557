using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;

namespace Journey.Record.Facts.Visits;

/// <summary>A visit failed; it does not count as made.</summary>
public sealed record VisitAttempted(string Regime, string Worker, string Reason, DateOnly On, TimeOnly? At) : IFact<VisitAttempted>
{
    /// <inheritdoc/>
    public static string Name => "visit_attempted.v1";

    /// <inheritdoc/>
    public static string Noun => "visit-attempts";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [VisitLanes.Attempts];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<VisitAttempted>> Rules { get; } =
    [
        Guards.Known<VisitAttempted>(VisitCodes.Regime, "unknown-code", f => f.Regime),
        Guards.Known<VisitAttempted>(VisitCodes.NotMade, "unknown-code", f => f.Reason),
        Guards.WorkerInPost<VisitAttempted>(f => f.Worker),
        .. Guards.InLife<VisitAttempted>(),
    ];

    /// <inheritdoc/>
    public static VisitAttempted Example => new("CPP", "SW10001", "noAccess", new DateOnly(2025, 10, 6), new TimeOnly(15, 15));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<string> Workers() => [Worker];

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(VisitLanes.Attempts, new AttemptedVisit(Worker, Reason), On, At: At)];

    /// <inheritdoc/>
    public string Sentence() => $"Worker {Worker} tried to visit on {Words.Date(On)}{Words.At(At)}: {Words.Label(VisitCodes.NotMade, Reason)}.";
}
