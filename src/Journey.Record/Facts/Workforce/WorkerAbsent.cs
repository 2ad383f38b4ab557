using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;

namespace Journey.Record.Facts.Workforce;

/// <summary>A worker is away. An end is given only where it is known when the absence is recorded.</summary>
public sealed record WorkerAbsent(string Kind, DateOnly From, DateOnly? To) : IFact<WorkerAbsent>
{
    /// <inheritdoc/>
    public static string Name => "worker_absent.v1";

    /// <inheritdoc/>
    public static string Noun => "absences";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [WorkforceLanes.Absences];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<WorkerAbsent>> Rules { get; } =
    [
        Guards.Known<WorkerAbsent>(WorkforceCodes.Absence, "unknown-code", f => f.Kind),
        new("not-in-post", "The worker is not in post on that day. Record the joining first, or check the date.", q =>
            !q.Record.On(WorkforceLanes.InPost, q.Fact.From).Any()),
        Guards.EndNotBeforeStart<WorkerAbsent>(f => f.To),
        new("absent-twice", "The worker is already absent on that day. Record the return first, or check the date.", q =>
            q.Record.On(WorkforceLanes.Absences, q.Fact.From).Any()),
    ];

    /// <inheritdoc/>
    public static WorkerAbsent Example => new("SIC", new DateOnly(2025, 11, 3), null);

    /// <inheritdoc/>
    public static StreamKind Stream => StreamKind.Worker;

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => From;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(WorkforceLanes.Absences, new Absence(Kind), From, To)];

    /// <inheritdoc/>
    public string Sentence() => $"The worker is absent from {Words.Date(From)}{Words.To(To)}: {Words.Label(WorkforceCodes.Absence, Kind)}.";
}
