using Journey.Record.Bitemporal;

namespace Journey.Record.Facts.Tasks;

/// <summary>Something to be done about the child by a day, found by its kind; <paramref name="About"/> is the fact that made it necessary.</summary>
public sealed record CareTask(string Kind, Guid? About, DateOnly DueOn) : IKeyed
{
    /// <inheritdoc/>
    public string Key() => Kind;
}

/// <summary>Lanes of tasks.</summary>
public static class TaskLanes
{
    /// <summary>Tasks, each open until it is done.</summary>
    public static Lane<CareTask> Tasks { get; } = Lane<CareTask>.Overlapping("tasks");
}
