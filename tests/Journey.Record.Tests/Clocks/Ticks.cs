using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Clocks;
using Journey.Record.Facts;
using Journey.Record.Measures;

namespace Journey.Record.Tests.Clocks;

/// <summary>Records made of facts, and what is due on them. The facts have the ids 1, 2, 3 and so on.</summary>
internal static class Ticks
{
    public static Guid Id(int number) => new(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]);

    public static DateOnly On(int year, int month, int day) => new(year, month, day);

    public static Timelines Of(params IEnumerable<IFact> facts)
    {
        var record = ChildRecord.Empty(Id(9999)).With(facts.Select((f, i) => (IStatement)FactCatalogue.Of(f).Asserted(Id(i + 1), f, null)));
        return new Timelines(record.Id, record.Timeline);
    }

    public static IReadOnlyList<Due> Due(this Timelines timelines, string code, WorkingCalendar? calendar = null, ClockTargets? targets = null) =>
        [.. ClockCatalogue.Dues(ClockCatalogue.Find(code), timelines, new Given(calendar ?? WorkingCalendar.Latest), targets)];

    /// <summary>Status and how much over, of each that has started by the end of a day.</summary>
    public static IReadOnlyList<(DueStatus Status, int Over)> StatusOn(this IEnumerable<Due> dues, DateOnly day) =>
        [.. dues.Select(d => d.StatusOn(day)).OfType<Standing>().Select(s => (s.Status, s.Over))];
}
