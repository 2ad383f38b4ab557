using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Facts;
using Journey.Record.Facts.Allocations;
using Journey.Record.Facts.Care;
using Journey.Record.Facts.Family;
using Journey.Record.Facts.LeavingCare;
using Journey.Record.Facts.Placements;
using Journey.Record.Facts.Plans;
using Journey.Record.Facts.Visits;

namespace Journey.Record.Questions;

/// <summary>Question 21.</summary>
public static class Q21PlanOnMove
{
    private const int Usual = 28;

    private static readonly Lane[] Plans =
        [PlanLanes.Plan, PlanLanes.Category, PermanenceLanes.CarePlan, PermanenceLanes.Permanence, LeavingCareLanes.Plan, FamilyTimeLanes.SiblingPlan, FamilyTimeLanes.FamilyPlan];

    private static readonly Lane[] Talks = [VoiceLanes.Views, VoiceLanes.DirectWork, HandoverLanes.ChildTold];

    /// <summary>The plan on the day of a move, and what the child had been told.</summary>
    public static ChildQuestion Question { get; } = new()
    {
        Number = 21,
        Code = "plan-on-move",
        Title = "What did the child's plan say on the day of the move, and had the child been told?",
        Explains = "Every plan that held at the end of the day, the move itself when there was one, and the talks with the child in the days before it: views asked for, direct work, and what it was told of "
            + "a change of worker. As known by the end of that day and as known at the point compared with. No fact of the record says that a child was told of a move by itself.",
        Parameters = [new("days", "how many days before the day talks are looked for; 28 when left out.", false, ParameterKind.Number)],
        Of = Answer,
    };

    private static Answered Answer(OneChild child)
    {
        var thatDay = child.KnownOn(child.Day);
        var since = child.Day.AddDays(-Math.Min(child.Said.Number("days") ?? Usual, Math.Min(child.Day.DayNumber, 36500)));
        List<AnswerRow> rows = [.. Rows(child, Telling.ThatDay, thatDay, since), .. Rows(child, Telling.Now, child.Now, since)];
        int Count(string what) => rows.Count(r => (string)r.Cells[0]! == Telling.ThatDay && (string)r.Cells[1]! == what);
        return new Answered(
            $"On {Words.Date(child.Day)}, as known that day, {Words.Count(Count("plan"), "plan")} held, "
            + $"{(Count("move") > 0 ? "the child moved" : "no move was known")}, and {Words.Count(Count("talk"), "talk")} with the child since {Words.Date(since)} stood in the record.",
            [Telling.AsKnown, "what", "lane", "says", "from", "to", "recordedAt"],
            rows);
    }

    private static IEnumerable<AnswerRow> Rows(OneChild child, string asKnown, ChildRecord record, DateOnly since)
    {
        var plans = Plans.SelectMany(l => record.On(l, child.Day).Select(i => (What: "plan", Lane: l, Said: i)));
        var moves = record.Timeline(PlacementLanes.Placement).Where(i => i.From == child.Day).Select(i => (What: "move", Lane: (Lane)PlacementLanes.Placement, Said: i));
        var talks = Talks.SelectMany(l => record.Timeline(l).Where(i => i.From >= since && i.From <= child.Day).Select(i => (What: "talk", Lane: l, Said: i)));
        return plans.Concat(moves).Concat(talks).Select(x => child.Row(
            [x.Said.FactId],
            asKnown, x.What, x.Lane.Name, record.Find(x.Said.FactId) is { } belief ? record.Sentence(belief) : Telling.Value(x.Said.Value), x.Said.From,
            x.Lane.Kind == LaneKind.Point ? null : x.Said.Until(), record.RecordedAt(x.Said.FactId)));
    }
}
