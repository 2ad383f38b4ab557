using Journey.Record.Facts.Care;
using Journey.Record.Facts.Family;
using Journey.Record.Facts.Reviews;
using Journey.Record.Facts.Visits;
using Journey.Record.Measures;

namespace Journey.Record.Clocks;

/// <summary>A child in care is visited within a week of each placement, then at the intervals of its regime.</summary>
public static class ClaVisitClock
{
    private static readonly Limit FirstWeek = Weeks("cla-visit-first", 1);

    private static readonly Limit FirstYear = Weeks("cla-visit-first-year", 6);

    private static readonly Limit Later = Weeks("cla-visit-later", 6);

    private static readonly Limit LongTerm = new("cla-visit-long-term", 3, LimitUnit.Months, Evidence.Statutory);

    private static readonly Limit Weekly = Weeks("cla-visit-weekly", 1);

    private static readonly Limit WithParents = Weeks("cla-visit-with-parents", 6);

    private static readonly Limit FourWeekly = Weeks("cla-visit-four-weekly", 4);

    /// <summary>The clock.</summary>
    public static Clock Clock { get; } = new()
    {
        Code = "cla-visit",
        InForceFrom = CareRegulations.From,
        Title = "Visit to a looked-after child",
        Rule = "One week from the start of a placement (a change of carer), then from each visit, until the next: six weeks in the first year of "
            + "the placement and after it, three months after it when the placement is meant to last (U1, U4). With parents (P1) or under temporary "
            + "approval (regulation 24): a week until the first review, then four weeks, or six with parents under a full care order. It stops when "
            + "the placement or care ends.",
        Source = $"{CareRegulations.Title}, regulation 28 as made",
        Evidence = Evidence.Statutory,
        Limits = [FirstWeek, FirstYear, Later, LongTerm, Weekly, WithParents, FourWeekly],
        Lanes = [.. CareEpisodes.Lanes, VisitLanes.Visits, ReviewLanes.Reviews, NetworkLanes.Kinship],
        Dues = t =>
            from period in CarePeriod.Of(t.Child)
            let spells = M1PlacementsInYear.Spells(period.Episodes, "S P B")
            from spell in spells
            let ends = spell == spells[^1] ? CarePeriod.Ended : "The child moved to another carer."
            let visits = t.Marks(VisitLanes.Visits, i => i.As<Visit>().Regime == "CLA" && i.From >= spell.From && i.From <= spell.To)
            from due in t.Chain(new Mark(spell.Facts[0], spell.From), visits, (mark, n) => Regime(t, period, spell.From, mark.On, n), spell.To, ends)
            select due,
    };

    private static Limit Regime(Ticking t, CarePeriod period, DateOnly began, DateOnly day, int visits)
    {
        if (visits == 0)
        {
            return FirstWeek;
        }

        var episode = period.Episodes.LastOrDefault(e => e.Period.Contains(day));
        var withParents = episode?.Place == "P1";
        if (withParents || t.Child.On(NetworkLanes.Kinship, day).Any(i => i.As<KinshipArrangement>().Basis == "reg24"))
        {
            var reviewed = LacReviewClock.Held(t, period).Any(r => r.On >= began && r.On <= day);
            return !reviewed ? Weekly : withParents && episode?.LegalStatus != "C1" ? WithParents : FourWeekly;
        }

        return day < began.AddYears(1) ? FirstYear : episode?.Place is "U1" or "U4" ? LongTerm : Later;
    }

    private static Limit Weeks(string name, int weeks) => new(name, weeks, LimitUnit.Weeks, Evidence.Statutory);
}
