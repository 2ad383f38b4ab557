using Journey.Record.Bitemporal;
using Journey.Record.Facts.Identity;
using Journey.Record.Facts.LeavingCare;

namespace Journey.Record.Clocks;

/// <summary>A personal adviser visits a care leaver within a week of a move, and every two months.</summary>
public static class PaVisitClock
{
    private static readonly Limit MoveLimit = new("pa-visit-after-move", 7, LimitUnit.Days, Evidence.Target);

    private static readonly Limit NextLimit = new("pa-visit", 2, LimitUnit.Months, Evidence.Target);

    /// <summary>After the young person moves.</summary>
    public static Clock AfterMove { get; } = new()
    {
        Code = MoveLimit.Name,
        InForceFrom = CareRegulations.From,
        Title = "Visit of the personal adviser after a move",
        Rule = "Seven days from the day a relevant or former relevant young person's home changes, until the authority is in touch. It stops when "
            + "the young person moves again, refuses or no longer needs contact, or has no claim as a care leaver.",
        Source = "Care Leavers (England) Regulations 2010, regulation 8",
        Evidence = Evidence.Target,
        Limits = [MoveLimit],
        Lanes = [LeavingCareLanes.Category, LeavingCareLanes.Contacts, IdentityLanes.Home],
        Dues = t =>
            from leaver in Leavers(t)
            let homes = t[IdentityLanes.Home].Where(i => !i.Period.IsEmpty).ToList()
            from move in homes.Where((h, n) => n > 0 && leaver.Contains(h.From) && !h.Value.Equals(homes[n - 1].Value))
            let end = Earlier(move.To, Earlier(leaver.To, Refused(t, move.From)))
            select t.Start(MoveLimit, Mark.Of(move)).ClosedWith(Ticking.First(InTouch(t), Mark.Of(move))).StoppedFrom(end, Stopped),
    };

    /// <summary>While nothing changes.</summary>
    public static Clock Next { get; } = new()
    {
        Code = NextLimit.Name,
        InForceFrom = CareRegulations.From,
        Title = "Visit of the personal adviser",
        Rule = "Two months from the day a young person becomes relevant or former relevant and from each contact, until the next. It stops when the "
            + "young person refuses or no longer needs contact, or has no claim as a care leaver; the next contact starts it again.",
        Source = "Care Leavers (England) Regulations 2010, regulation 8",
        Evidence = Evidence.Target,
        Limits = [NextLimit],
        Lanes = [LeavingCareLanes.Category, LeavingCareLanes.Contacts],
        Dues = t =>
            from leaver in Leavers(t)
            let became = t[LeavingCareLanes.Category].First(i => i.From == leaver.From && i.To > i.From)
            let contacts = InTouch(t).Where(c => c.On >= leaver.From && c.On <= leaver.To).DistinctBy(c => c.On).ToList()
            from start in contacts.Where(c => c.On < leaver.To).Prepend(Mark.Of(became))
            let next = contacts.Where(c => c.On > start.On || (start.Fact == became.FactId && c.On == start.On)).Cast<Mark?>().FirstOrDefault()
            select t.Start(NextLimit, start).ClosedWith(next).StoppedFrom(Earlier(leaver.To, Refused(t, start.On)), Stopped),
    };

    private const string Stopped = "Contact is not owed any more.";

    /// <summary>Unbroken stretches as a relevant or former relevant young person.</summary>
    private static List<Period> Leavers(Ticking t)
    {
        var periods = new List<Period>();
        foreach (var interval in t[LeavingCareLanes.Category].Where(i => !i.Period.IsEmpty && i.As<LeavingCare>().Category is "relevant" or "formerRelevant"))
        {
            if (periods.Count > 0 && periods[^1].To >= interval.From)
            {
                periods[^1] = new Period(periods[^1].From, interval.To > periods[^1].To ? interval.To : periods[^1].To);
            }
            else
            {
                periods.Add(interval.Period);
            }
        }

        return periods;
    }

    private static IEnumerable<Mark> InTouch(Ticking t) => t.Marks(LeavingCareLanes.Contacts, i => i.As<LeaverContact>().InTouch == "YES");

    private static DateOnly Refused(Ticking t, DateOnly after) =>
        t.Marks(LeavingCareLanes.Contacts, i => i.As<LeaverContact>().InTouch is "REFU" or "NREQ" or "DIED" or "RHOM" && i.From > after)
            .Select(m => m.On).DefaultIfEmpty(Period.Open).First();

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;
}
