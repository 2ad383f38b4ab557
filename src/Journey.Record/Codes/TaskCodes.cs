namespace Journey.Record.Codes;

/// <summary>Codes of tasks.</summary>
public static class TaskCodes
{
    /// <summary>What has to be done.</summary>
    public static CodeSet Kind { get; } = new(
        "task",
        "the kinds of task",
        new("reallocation", "Allocate a social worker"),
        new("chaser", "Chase an unanswered request"),
        new("other", "Other"));
}
