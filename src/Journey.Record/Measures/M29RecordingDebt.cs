using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Clocks;

namespace Journey.Record.Measures;

/// <summary>Facts of one kind that took effect in a window: all, those recorded more than five working days late, and their share.</summary>
public sealed record RecordingDebt(string Kind, int Facts, int Late, decimal Share);

/// <summary>
/// M29: of the facts that took effect in a window, those recorded more than five working days later. M25 asks of what was recorded in a window,
/// this of what happened in it.
/// </summary>
public static class M29RecordingDebt
{
    /// <summary>Working days after the fact's day within which it is not late.</summary>
    private const int Allowed = 5;

    /// <summary>The dated facts of a record that took effect in the window, whenever they were recorded.</summary>
    public static IEnumerable<Recorded> Of(ChildRecord record, Period window) =>
        M25Lateness.Of(record, new Period(DateOnly.MinValue, Period.Open)).Where(r => window.Contains(r.EffectiveFrom));

    /// <summary>The figure by kind, in order of kind.</summary>
    public static IReadOnlyList<RecordingDebt> Figure(IEnumerable<Recorded> recorded, WorkingCalendar calendar) =>
    [
        .. recorded.GroupBy(r => r.Kind, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g =>
        {
            var (facts, late) = (g.Count(), g.Count(r => IsLate(r, calendar)));
            return new RecordingDebt(g.Key, facts, late, (decimal)late / facts);
        }),
    ];

    /// <summary>Recorded more than five working days after its day.</summary>
    internal static bool IsLate(Recorded recorded, WorkingCalendar calendar) => calendar.Between(recorded.EffectiveFrom, recorded.KnownOn) > Allowed;
}
