using Journey.Record.Bitemporal;
using Journey.Record.Children;

namespace Journey.Record.Facts.Tasks;

/// <summary>A task is done.</summary>
public sealed record TaskDone(Guid Task, DateOnly On, string How) : IFact<TaskDone>
{
    /// <inheritdoc/>
    public static string Name => "task_done.v1";

    /// <inheritdoc/>
    public static string Noun => "task-ends";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes => [];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<TaskDone>> Rules { get; } =
    [
        Guards.NamesOpen<TaskDone, TaskRaised>("task", f => f.Task),
        Guards.NotBeforeStart<TaskDone>("task", f => f.Task, f => f.On),
        Guards.Said<TaskDone>("outcome", f => f.How),
    ];

    /// <inheritdoc/>
    public static TaskDone Example => new(Guid.Parse("019a0000-0000-7000-8000-000000000001"), new DateOnly(2025, 5, 29), "Spoke to the duty officer.");

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [];

    /// <inheritdoc/>
    public IEnumerable<Ending> Endings() => [new(Task, On)];

    /// <inheritdoc/>
    public string HowItEnds() => "Done";

    /// <inheritdoc/>
    public string Sentence() => $"The task was done on {Words.Date(On)}{Words.Saying(How)}.";
}
