using Journey.Record.Clocks;

namespace Journey.Record.Measures;

/// <summary>
/// What a measure may look at besides one child's timelines: the working days of a calendar, and the few other streams that its
/// <see cref="Neighbours"/> name.
/// </summary>
public sealed class Given(WorkingCalendar calendar, Func<string, IReadOnlyList<Timelines>>? about = null)
{
    /// <summary>The calendar in force, and no other stream.</summary>
    public static Given Nothing { get; } = new(WorkingCalendar.Latest);

    /// <summary>Working days, in one version of the calendar.</summary>
    public WorkingCalendar Calendar => calendar;

    /// <summary>The streams that speak of a topic, in order of id; empty when none does.</summary>
    public IReadOnlyList<Timelines> About(string topic) => about?.Invoke(topic) ?? [];
}

/// <summary>
/// How a measure that looks beside a child finds whom it needs. A stream <see cref="Speaks"/> of topics (a child of its worker, say) and a
/// subject <see cref="Reads"/> topics; whoever speaks of a topic read is given to the measure. So it is also known whose figure may change
/// when a stream does.
/// </summary>
public sealed record Neighbours
{
    /// <summary>Lanes read of the neighbours.</summary>
    public required IReadOnlyList<Bitemporal.Lane> Lanes { get; init; }

    /// <summary>Topics that a stream speaks of.</summary>
    public required Func<Timelines, IEnumerable<string>> Speaks { get; init; }

    /// <summary>Topics that a subject reads.</summary>
    public required Func<Timelines, IEnumerable<string>> Reads { get; init; }

    /// <summary>The topic of one child.</summary>
    public static string Child(Guid stream) => $"child {stream:D}";

    /// <summary>The topic of one worker's number.</summary>
    public static string Worker(string number) => $"worker {number}";
}
