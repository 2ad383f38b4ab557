using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;

namespace Journey.Record.Facts.Tasks;

/// <summary>Something has to be done about the child. People raise tasks, and Journey does when time has passed without an answer or an allocation.</summary>
public sealed record TaskRaised(string Kind, string What, Guid? About, DateOnly On, DateOnly DueOn) : IFact<TaskRaised>
{
    /// <inheritdoc/>
    public static string Name => "task_raised.v1";

    /// <inheritdoc/>
    public static string Noun => "tasks";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [TaskLanes.Tasks];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<TaskRaised>> Rules { get; } =
    [
        Guards.Known<TaskRaised>(TaskCodes.Kind, "unknown-code", f => f.Kind),
        Guards.Said<TaskRaised>("task", f => f.What),
        Guards.NotDueBefore<TaskRaised>(f => f.DueOn),
        Guards.Names<TaskRaised, IFact>("fact that the task is about", f => f.About),
    ];

    /// <inheritdoc/>
    public static TaskRaised Example => new(
        "chaser", "Example Housing has not answered the letter of 13 May 2025.", Guid.Parse("019a0000-0000-7000-8000-000000000001"),
        new DateOnly(2025, 5, 28), new DateOnly(2025, 5, 30));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(TaskLanes.Tasks, new CareTask(Kind, About, DueOn), On)];

    /// <inheritdoc/>
    public string Sentence() => $"A task was raised on {Words.Date(On)}, due by {Words.Date(DueOn)}, {Words.Label(TaskCodes.Kind, Kind)}{Words.Saying(What)}.";
}
