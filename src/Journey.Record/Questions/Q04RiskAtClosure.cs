using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Facts;
using Journey.Record.Facts.Closure;
using Journey.Record.Facts.Enquiries;
using Journey.Record.Facts.FrontDoor;
using Journey.Record.Facts.Health;
using Journey.Record.Facts.Identity;
using Journey.Record.Facts.Missing;
using Journey.Record.Facts.Partners;
using Journey.Record.Facts.Plans;

namespace Journey.Record.Questions;

/// <summary>Question 4.</summary>
public static class Q04RiskAtClosure
{
    /// <summary>Lanes that speak of risk to the child.</summary>
    private static readonly Lane[] Risk =
    [
        IdentityLanes.Alerts, FrontDoorLanes.Contacts, FrontDoorLanes.ContactDecisions, FrontDoorLanes.PrimaryNeed, FrontDoorLanes.Tier, EnquiryLanes.Strategies, EnquiryLanes.Enquiries,
        PlanLanes.Plan, PlanLanes.Category, MissingLanes.Missing, MissingLanes.Exploitation, MissingLanes.Trafficking, SharingLanes.Received, SharingLanes.Incidents,
        ReferralLanes.Crises, CheckLanes.SubstanceMisuse,
    ];

    /// <summary>What was said of risk when the case closed, and what would have changed it.</summary>
    public static ChildQuestion Question { get; } = new()
    {
        Number = 4,
        Code = "risk-at-closure",
        Title = "What did the record say about risk on the day of closure, and which facts later recorded as earlier would have changed it?",
        Explains = "What holds at the end of the day of closure, or happened by then, on every lane that speaks of risk: as known by the end of that day and as known at the point compared "
            + "with. A row in one of the two only is the finding; its recordedAt says when that became known.",
        Parameters = [new("fact", "the id of a closure; the last one when left out.", false, ParameterKind.Id)],
        Of = Answer,
    };

    private static Answered Answer(OneChild child)
    {
        string[] columns = [Telling.AsKnown, "lane", "says", "from", "to", "recordedAt", "closedOn"];
        var closed = child.Then.Facts<CaseClosed>().Where(c => child.Said.Id("fact") is not { } one || c.FactId == one).OrderBy(c => c.Fact.On).LastOrDefault();
        if (closed.Fact is null)
        {
            return new Answered("The record knows no such closure of the case.", columns, []);
        }

        var day = closed.Fact.On;
        var (then, now) = (child.KnownOn(day), child.Now);
        var rows = new List<AnswerRow>();
        foreach (var lane in Risk)
        {
            var (before, after) = (Said(then, lane, day), Said(now, lane, day));
            rows.AddRange(before.Where(after.Contains).Select(i => Row("both", lane, i, then)));
            rows.AddRange(before.Where(i => !after.Contains(i)).Select(i => Row(Telling.ThatDay, lane, i, then)));
            rows.AddRange(after.Where(i => !before.Contains(i)).Select(i => Row(Telling.Now, lane, i, now)));
        }

        var (unknown, otherwise) = (rows.Count(r => (string)r.Cells[0]! == Telling.Now), rows.Count(r => (string)r.Cells[0]! == Telling.ThatDay));
        return new Answered(
            $"The case closed on {Words.Date(day)}. Of what is known now about risk by that day, {unknown} {(unknown == 1 ? "statement was" : "statements were")} not in the record when it closed; "
            + $"{otherwise} that stood there {(otherwise == 1 ? "is" : "are")} no longer believed as then.",
            columns,
            rows);

        AnswerRow Row(string asKnown, Lane lane, Interval said, ChildRecord record) => child.Row(
            [said.FactId, closed.FactId], asKnown, lane.Name, Telling.Value(said.Value), said.From, lane.Kind == LaneKind.Point ? null : said.Until(), record.RecordedAt(said.FactId), day);
    }

    /// <summary>What holds on the day; of points those that lie up to it. An end that lies after the day is not told.</summary>
    private static List<Interval> Said(ChildRecord record, Lane lane, DateOnly day) =>
    [
        .. (lane.Kind == LaneKind.Point ? record.Timeline(lane).Where(i => i.From <= day) : record.On(lane, day).Select(i => i with { To = Period.Open, Closing = null }))
            .Select(i => i with { Ordinal = 0 }),
    ];
}
