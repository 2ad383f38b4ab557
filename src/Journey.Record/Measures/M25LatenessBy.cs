using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Clocks;

namespace Journey.Record.Measures;

/// <summary>A fact, the days until it was known, and who recorded it in which role; null when the ledger does not tell.</summary>
public sealed record RecordedBy(Recorded Fact, string? Actor, string? Role);

/// <summary>
/// How late the facts of one group were recorded, in calendar days; <paramref name="OverFiveWorkingDays"/> counts those recorded more than five
/// working days late and <paramref name="ShareOver"/> is their share.
/// </summary>
public sealed record GroupLateness(
    string Group, int Facts, decimal MedianDays, decimal Days90, decimal Days95, int OverFiveWorkingDays, decimal ShareOver);

/// <summary>M25 by whatever facts are grouped by: their kind, who recorded them, or that worker's team.</summary>
public static class M25LatenessBy
{
    /// <summary>The dated facts of a record first recorded within a window of knowledge, with who recorded each.</summary>
    public static IEnumerable<RecordedBy> Of(ChildRecord record, Period known)
    {
        var origins = record.Beliefs.ToDictionary(b => b.FactId, b => b.Recorded.Origin);
        return M25Lateness.Of(record, known).Select(r => new RecordedBy(r, origins[r.FactId]?.Actor, origins[r.FactId]?.Role));
    }

    /// <summary>The figure by group, in order of group; facts whose group is null are left out.</summary>
    public static IReadOnlyList<GroupLateness> Figure(IEnumerable<RecordedBy> recorded, Func<RecordedBy, string?> group, WorkingCalendar calendar) =>
    [
        .. recorded.Select(r => (Group: group(r), r.Fact)).Where(r => r.Group is not null)
            .GroupBy(r => r.Group!, r => r.Fact, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g =>
            {
                var spread = Spread.Of(g.Select(r => (decimal)r.Days))!;
                var (facts, late) = (g.Count(), g.Count(r => M29RecordingDebt.IsLate(r, calendar)));
                return new GroupLateness(g.Key, facts, spread.Median, spread.Ninetieth, spread.NinetyFifth, late, (decimal)late / facts);
            }),
    ];
}
