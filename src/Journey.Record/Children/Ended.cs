using Journey.Record.Bitemporal;
using Journey.Record.Facts;

namespace Journey.Record.Children;

/// <summary>What a fact ended, as a record believes it: for sentences that say how long it had lasted.</summary>
public sealed class Ended
{
    private readonly ChildRecord? _record;
    private readonly Guid _factId;
    private readonly DateOnly _on;

    private Ended(ChildRecord? record, Guid factId, IFact? fact, DateOnly on) => (_record, _factId, Fact, _on) = (record, factId, fact, on);

    /// <summary>Nothing is known of what was ended.</summary>
    public static Ended Nothing { get; } = new(null, Guid.Empty, null, default);

    /// <summary>The fact that was ended; null when nothing is known of it.</summary>
    public IFact? Fact { get; }

    /// <summary>" after 5 months", ", on the day it began", or nothing where it is not known since when it held, or it ended before it began.</summary>
    public string After => Since(Fact) is { } since ? Lasted(since) : "";

    /// <summary>" after 5 months", " on the same day", or nothing where it is not known since when it held, or it ended before it began.</summary>
    public string Within => Since(Fact) is not { } since || since > _on ? "" : since == _on ? " on the same day" : $" after {Words.Lasting(since, _on)}";

    /// <summary>What a fact ends in a record: the first of the facts it names that the record believes.</summary>
    public static Ended By(ChildRecord record, IFact end) => end.Endings()
        .Select(e => (Ending: e, Fact: record.Find<IFact>(e.Of)))
        .Where(e => e.Fact is not null && !ReferenceEquals(e.Fact, end))
        .Select(e => new Ended(record, e.Ending.Of, e.Fact, e.Ending.On))
        .FirstOrDefault() ?? Nothing;

    /// <summary>
    /// As <see cref="After"/>, counted from the first of the intervals of a lane that touch one another up to the fact ended, each going on
    /// from the one before it.
    /// </summary>
    public string AfterAll(Lane lane, Func<Interval, Interval, bool> goesOn)
    {
        var intervals = _record?.Timeline(lane) ?? [];
        var first = -1;
        for (var i = 0; i < intervals.Count && first < 0; i++)
        {
            first = intervals[i].FactId == _factId ? i : -1;
        }

        if (first < 0)
        {
            return After;
        }

        while (first > 0 && intervals[first - 1].To == intervals[first].From && goesOn(intervals[first - 1], intervals[first]))
        {
            first--;
        }

        return Since(_record!.Find<IFact>(intervals[first].FactId)) is null ? "" : Lasted(intervals[first].From);
    }

    private string Lasted(DateOnly since) => since > _on ? "" : since == _on ? ", on the day it began" : $" after {Words.Lasting(since, _on)}";

    private static DateOnly? Since(IFact? fact) => fact?.Precision() == DatePrecision.Day ? fact.EffectiveFrom() : null;
}
