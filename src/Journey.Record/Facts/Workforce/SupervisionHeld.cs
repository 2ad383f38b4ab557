using Journey.Record.Bitemporal;
using Journey.Record.Children;

namespace Journey.Record.Facts.Workforce;

/// <summary>A worker was supervised. Names the records of the children who were discussed.</summary>
public sealed record SupervisionHeld(
    string Supervisor,
    IReadOnlyList<Guid> CasesDiscussed,
    bool Reflective,
    DateOnly On,
    TimeOnly? At) : IFact<SupervisionHeld>
{
    /// <inheritdoc/>
    public static string Name => "supervision_held.v1";

    /// <inheritdoc/>
    public static string Noun => "supervisions";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [WorkforceLanes.Supervisions];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<SupervisionHeld>> Rules { get; } =
    [
        new("not-in-post", "The worker is not in post on that day. Record the joining first, or check the date.", q =>
            !q.Record.On(WorkforceLanes.InPost, q.Fact.On).Any()),
        Guards.Said<SupervisionHeld>("supervisor", f => f.Supervisor),
        new("self", "Nobody supervises themselves. Name the supervisor.", q =>
            q.Record.Facts<WorkerJoined>().Any(f => f.Fact.Number == q.Fact.Supervisor)),
        new("case-twice", "A child is named twice. Name each child once.", q =>
            q.Fact.CasesDiscussed.Distinct().Count() < q.Fact.CasesDiscussed.Count),
    ];

    /// <inheritdoc/>
    public static SupervisionHeld Example => new(
        "SW10009", [Guid.Parse("019a0000-0000-7000-8000-000000000002")], true, new DateOnly(2025, 10, 9), new TimeOnly(10, 0));

    /// <inheritdoc/>
    public static StreamKind Stream => StreamKind.Worker;

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(WorkforceLanes.Supervisions, new Supervision(Supervisor, Reflective, CasesDiscussed.Count), On, At: At)];

    /// <inheritdoc/>
    public string Sentence() =>
        $"{Supervisor} supervised the worker on {Words.Date(On)}{Words.At(At)}; {Words.Count(CasesDiscussed.Count, "case")} discussed"
        + $"{(Reflective ? ", with reflection" : "")}.";
}
