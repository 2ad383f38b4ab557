using Journey.Record.Children;

namespace Journey.Generator;

/// <summary>One fact said of one record.</summary>
public sealed record Said(Guid Record, StreamKind Kind, Guid FactId, IFact Fact);

/// <summary>
/// What happened on a day, as the record should say it: facts that belong together, on one record or several. <paramref name="By"/> is the
/// number of the worker who records it, or the name of an office. What is <paramref name="Aside"/> may be recorded late while later things
/// are recorded before it; nothing that follows may need it. Everything else is recorded in the order in which it happens.
/// </summary>
public sealed record Happening(DateOnly On, TimeOnly At, string By, string Role, IReadOnlyList<Said> Said, bool Aside = false, string? Reason = null)
{
    /// <summary>How many days later it is recorded, where the teller knows; else as people are used to.</summary>
    public int? DaysLate { get; init; }
}

/// <summary>An act as it is appended: at an instant, by somebody, on one record or several, all of it or nothing.</summary>
public sealed record Act(DateTimeOffset At, Actor Actor, string? Reason, string Correlation, IReadOnlyList<RecordSteps> On);
