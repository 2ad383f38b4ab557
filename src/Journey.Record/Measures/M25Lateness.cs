using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Clocks;
using Journey.Record.Facts;

namespace Journey.Record.Measures;

/// <summary>How late facts of one kind were recorded. Days are calendar days from the fact's day to the London day it became known.</summary>
public sealed record Lateness(string Kind, int Facts, decimal MedianDays, decimal Days90, decimal Days95, int OverFiveWorkingDays);

/// <summary>One fact and the days until it was known; negative when it was recorded ahead.</summary>
public sealed record Recorded(Guid Child, Guid FactId, string Kind, DateOnly EffectiveFrom, DateOnly KnownOn, int Days);

/// <summary>M25: days between the day a fact took effect and the day it was first recorded, by kind of fact.</summary>
public static class M25Lateness
{
    /// <summary>The facts of a record first recorded within a window of knowledge, dated ones only (undated items have no day to be late from).</summary>
    public static IEnumerable<Recorded> Of(ChildRecord record, Period known) =>
        from belief in record.Beliefs
        let fact = belief.Assertion as IFact
        where fact is not null && fact.Precision() == DatePrecision.Day
        let day = London.DateOf(belief.Recorded.KnownAt)
        where known.Contains(day)
        select new Recorded(
            record.Id, belief.FactId, FactCatalogue.Of(fact).Name, fact.EffectiveFrom(), day, day.DayNumber - fact.EffectiveFrom().DayNumber);

    /// <summary>The figure by kind, in order of kind.</summary>
    public static IReadOnlyList<Lateness> Figure(IEnumerable<Recorded> recorded) =>
    [
        .. recorded.GroupBy(r => r.Kind).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g =>
        {
            var days = g.Select(r => (decimal)r.Days).Order().ToList();
            return new Lateness(
                g.Key, days.Count, Spread.Rank(days, 0.5m), Spread.Rank(days, 0.9m), Spread.Rank(days, 0.95m),
                g.Count(r => WorkingDays.Between(r.EffectiveFrom, r.KnownOn) > 5));
        }),
    ];
}
