using Journey.Record.Bitemporal;
using Journey.Record.Codes;
using Journey.Record.Facts;
using Journey.Record.Facts.Care;
using Journey.Record.Facts.Family;
using Journey.Record.Measures;

namespace Journey.Record.Questions;

/// <summary>Question 17: sibling groups placed apart on a day, with the recorded reason.</summary>
public static class Q17SiblingsApart
{
    /// <summary>The question.</summary>
    public static ManyQuestion Question { get; } = new()
    {
        Number = 17,
        Code = "siblings-apart",
        Title = "Which sibling groups were placed apart on a day, with the recorded reason?",
        Explains = "Children looked after at the end of the day (short breaks left out) who do not live with every brother and sister of their sibling group who is looked after "
            + "too, as known at the point asked about; beside each, the decision on separation that stands on that day. Homes are compared as the measure M17 does.",
        Lanes = [.. CareEpisodes.Lanes, SiblingLanes.Group, SiblingLanes.Separations],
        Of = everyone =>
        {
            var day = everyone.Day;
            var rows = new List<AnswerRow>();
            var groups = 0;
            var inCare = everyone.Then.Where(c => c.At(SiblingLanes.Group, day) is not null && LookedAfter.On(LookedAfter.Episodes(c), day).Any());
            foreach (var group in inCare.GroupBy(c => c.At(SiblingLanes.Group, day)!.Group).OrderBy(g => g.Key))
            {
                var homes = group.OrderBy(c => c.Subject).Select(c => (Child: c, Home: M17SiblingsTogether.Home(c, day))).ToList();
                var apart = homes.Where(h => homes.Exists(o => o.Child != h.Child && !M17SiblingsTogether.IsOne(h.Home, o.Home))).ToList();
                groups += apart.Count > 0 ? 1 : 0;
                rows.AddRange(apart.Select(h => Row(
                    group.Key, h.Child, h.Home, homes.Count - 1, homes.Count(o => o.Child != h.Child && M17SiblingsTogether.IsOne(h.Home, o.Home)), day)));
            }

            return new Answered(
                $"{Asking.Counted(groups, "sibling group", "sibling groups")} placed apart on {Words.Date(day)}, {Asking.Children(rows.Count)}; a reason is recorded for "
                    + $"{rows.Count(r => r.Cells[3] is not null)}.",
                ["group", "siblingsInCare", "livesWith", "reason", "decidedOn", "reviewBy"],
                rows);
        },
    };

    private static AnswerRow Row(Guid group, Timelines child, Interval? home, int siblings, int together, DateOnly day)
    {
        var decided = child.On(SiblingLanes.Separations, day).LastOrDefault();
        var separation = decided?.As<SiblingSeparation>();
        var member = child.On(SiblingLanes.Group, day).First();
        return new AnswerRow(
            child.Subject,
            [group, siblings, together, separation is null ? null : FamilyCodes.Apart.Label(separation.Reason), decided?.From, separation?.ReviewBy],
            [.. new[] { member.FactId, home?.FactId, decided?.FactId }.OfType<Guid>()]);
    }
}
