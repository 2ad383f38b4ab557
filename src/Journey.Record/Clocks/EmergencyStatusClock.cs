using Journey.Record.Bitemporal;
using Journey.Record.Facts.Legal;

namespace Journey.Record.Clocks;

/// <summary>Police protection, an emergency protection order and a child assessment order run out.</summary>
public static class EmergencyStatusClock
{
    private static readonly Limit Police = new("police-protection", 72, LimitUnit.Hours, Evidence.Statutory);

    private static readonly Limit Emergency = new("emergency-protection-order", 21, LimitUnit.Days, Evidence.Statutory);

    private static readonly Limit Assessment = new("child-assessment-order", 7, LimitUnit.Days, Evidence.Statutory);

    /// <summary>Police protection.</summary>
    public static Clock PoliceProtection { get; } = Define(
        "L1",
        Police,
        "Police protection",
        "72 hours under police protection (L1); three days where no time of day is known. Closed when the legal status changes or ends.",
        "Children Act 1989, section 46; SSDA903 rule 361");

    /// <summary>An emergency protection order.</summary>
    public static Clock EmergencyProtectionOrder { get; } = Define(
        "L2",
        Emergency,
        "Emergency protection order",
        "21 days under an emergency protection order (L2), when the return's checks stop it. Closed when the legal status changes or ends.",
        "SSDA903 rule 362");

    /// <summary>A child assessment order.</summary>
    public static Clock ChildAssessmentOrder { get; } = Define(
        "L3",
        Assessment,
        "Child assessment order",
        "Seven days under a child assessment order (L3). Closed when the legal status changes or ends.",
        "Children Act 1989, section 43; SSDA903 rule 363");

    private static Clock Define(string status, Limit limit, string title, string rule, string source) => new()
    {
        Code = limit.Name,
        Title = title,
        Rule = rule,
        Source = source,
        Evidence = Evidence.Statutory,
        Limits = [limit],
        Lanes = [Facts.Care.CareLanes.Care, LegalLanes.LegalStatus],
        Dues = t => Stretches(t[LegalLanes.LegalStatus], i => i.As<LegalStatus>().Code == status)
            .Select(s => t.Start(limit, s.Start).ClosedWith(s.End)),
    };

    /// <summary>Unbroken stretches of intervals that satisfy a condition: what starts each, and what comes after it.</summary>
    internal static IEnumerable<(Mark Start, Mark? End)> Stretches(IReadOnlyList<Interval> intervals, Func<Interval, bool> which)
    {
        for (var i = 0; i < intervals.Count; i++)
        {
            if (!which(intervals[i]) || intervals[i].Period.IsEmpty)
            {
                continue;
            }

            var (start, last) = (Mark.Of(intervals[i]), i);
            for (var next = i + 1; next < intervals.Count && intervals[next].From <= intervals[last].To && which(intervals[next]); next++)
            {
                last = next;
            }

            var to = intervals[last].To;

            // What resumes after an interruption began before it, and does not end it.
            var after = intervals.Skip(last + 1).FirstOrDefault(n => n.From == to && !intervals.Take(last).Any(b => b.FactId == n.FactId));
            yield return (start, to == Period.Open ? null : after is null ? new Mark(null, to) : Mark.Of(after));
            i = last;
        }
    }
}
