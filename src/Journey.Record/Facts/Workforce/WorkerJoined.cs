using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;

namespace Journey.Record.Facts.Workforce;

/// <summary>A worker takes up a post.</summary>
public sealed record WorkerJoined(
    string Number,
    string Kind,
    decimal Fte,
    string Role,
    string? Team,
    string? Origin,
    string? Stage,
    DateOnly StartOn) : IFact<WorkerJoined>
{
    /// <inheritdoc/>
    public static string Name => "worker_joined.v1";

    /// <inheritdoc/>
    public static string Noun => "posts";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [WorkforceLanes.InPost, WorkforceLanes.Terms];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<WorkerJoined>> Rules { get; } =
    [
        new("SW02", "A worker's number begins with SW, or with XX while there is none, and goes on in digits or letters. Check it.", q =>
            q.Fact.Number is not ['S', 'W', _, ..] and not ['X', 'X', _, ..] || !q.Fact.Number.All(char.IsAsciiLetterOrDigit)),
        new("in-post", "The worker is already in post on that day. Record the leaving first, or check the date.", q =>
            q.Record.On(WorkforceLanes.InPost, q.Fact.StartOn).Any()),
        new("other-number", "This record belongs to a worker with another number. Check it.", q =>
            q.Record.Facts<WorkerJoined>().Any(f => f.Fact.Number != q.Fact.Number)),
        Guards.Known<WorkerJoined>(WorkforceCodes.Kind, "unknown-code", f => f.Kind),
        Guards.Known<WorkerJoined>(WorkforceCodes.Role, "unknown-code", f => f.Role),
        new("fte", "A full-time equivalent lies above 0 and is at most 1. Check it.", q => q.Fact.Fte is <= 0 or > 1),
        Guards.Known<WorkerJoined>(WorkforceCodes.Origin, "unknown-code", f => f.Origin),
        Guards.Known<WorkerJoined>(WorkforceCodes.Stage, "unknown-code", f => f.Stage),
    ];

    /// <inheritdoc/>
    public static WorkerJoined Example => new(
        "SW10001", "permanent", 1.0m, "caseHolder", "Assessment North", "1", "ASYE", new DateOnly(2025, 9, 1));

    /// <inheritdoc/>
    public static StreamKind Stream => StreamKind.Worker;

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => StartOn;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        yield return new Claim(WorkforceLanes.InPost, new Post(Number), StartOn);
        yield return new Claim(WorkforceLanes.Terms, new Terms(Kind, Fte, Role, Team), StartOn);
    }

    /// <inheritdoc/>
    public string Sentence() =>
        $"Worker {Number} joined on {Words.Date(StartOn)}: {Words.Label(WorkforceCodes.Kind, Kind)}, {Words.Label(WorkforceCodes.Role, Role)}.";
}
