using Journey.Record.Bitemporal;

namespace Journey.Record.Measures;

/// <summary>Changes of what an exclusive lane says.</summary>
internal static class LaneChanges
{
    /// <summary>
    /// The intervals with which another value than before began on a day of the window: one for a day, however often it changed on it. A gap is
    /// no change, another value after it is one, and the first value is none.
    /// </summary>
    public static List<Interval> In(Period window, IEnumerable<Interval> intervals, Func<Interval, string> key)
    {
        var changes = new List<Interval>();
        string? before = null;
        foreach (var day in intervals.GroupBy(i => i.From))
        {
            var last = day.Last();
            var value = key(last);
            if (before is not null && value != before && window.Contains(last.From))
            {
                changes.Add(last);
            }

            before = value;
        }

        return changes;
    }
}
