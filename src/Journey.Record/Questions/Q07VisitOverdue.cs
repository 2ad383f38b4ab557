using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Clocks;
using Journey.Record.Facts;
using Journey.Record.Facts.Care;
using Journey.Record.Facts.FrontDoor;
using Journey.Record.Facts.LeavingCare;
using Journey.Record.Facts.Plans;
using Journey.Record.Facts.Visits;
using Journey.Record.Measures;

namespace Journey.Record.Questions;

/// <summary>Questions 7 and 8: the same visits at two points of knowledge.</summary>
public static class Q07VisitOverdue
{
    private const string Planned = "planned";

    private static readonly Clock[] Clocks = [.. ClockCatalogue.All.Where(c => c.Code is "cla-visit" or "cpp-visit" or "pa-visit")];

    /// <summary>Question 7: as known on the day.</summary>
    public static ChildQuestion AsKnownThen { get; } = new()
    {
        Number = 7,
        Code = "visit-overdue",
        Title = "Was a visit overdue on a day, as known that day?",
        Explains = "Visits not made and due, or not yet due, at the end of the day: by the clocks of visits to children in care, with a protection plan and leaving care, and those planned for "
            + "a day of their own, until the case closes. Read from what was known by the end of that day and never later: a visit recorded afterwards is not counted, whenever it was made.",
        Of = child =>
        {
            var rows = Running(child, child.KnownOn(child.Day)).ToList();
            return new Answered(
                Sentence(child, rows, "as known that day"),
                ["visit", "started", "due", "status", "over", "unit"],
                [.. rows.Select(r => child.Row([r.StartedBy], r.Visit, r.Started, r.Due, r.Standing.Status, r.Standing.Over, r.Standing.Unit))]);
        },
    };

    /// <summary>Question 8: as known now, beside what was known on the day.</summary>
    public static ChildQuestion AsKnownNow { get; } = new()
    {
        Number = 8,
        Code = "visit-overdue-now",
        Title = "Was the same visit overdue on that day, as known now?",
        Explains = "Each visit that was overdue at the end of the day as known by the end of that day or as known at the point compared with: where it stood by each, and the visit that closes "
            + "it, with the day it was made and when it was recorded.",
        Of = child =>
        {
            var (then, now) = (All(child, child.KnownOn(child.Day)).ToList(), All(child, child.Now).ToList());
            var either = then.Concat(now).Where(v => v.Standing.Status == DueStatus.Overdue).Select(v => v.Key).Distinct().ToList();
            var rows = either.Select(key =>
            {
                var (before, after) = (then.FirstOrDefault(v => v.Key == key), now.FirstOrDefault(v => v.Key == key));
                var made = after is { Standing.Status: DueStatus.Met or DueStatus.Late } ? after : null;
                return child.Row(
                    new[] { key.StartedBy, made?.ClosedBy }.OfType<Guid>(),
                    key.Visit, (after ?? before)!.Started, (after ?? before)!.Due, before?.Standing.Status, before?.Standing.Over, after?.Standing.Status, after?.Standing.Over,
                    (after ?? before)!.Standing.Unit, made?.ClosedOn, made?.ClosedBy is { } visit ? child.Now.RecordedAt(visit) : null);
            }).ToList();
            return new Answered(
                $"{Sentence(child, then, "as known that day")} {Sentence(child, now, "as known now")}",
                ["visit", "started", "due", "statusThatDay", "overThatDay", "statusNow", "overNow", "unit", "madeOn", "recordedAt"],
                rows);
        },
    };

    private static string Sentence(OneChild child, IEnumerable<DueVisit> visits, string known) => visits.Where(v => v.Standing.Status == DueStatus.Overdue).ToList() switch
    {
        [] => $"No visit was overdue on {Words.Date(child.Day)}, {known}.",
        var overdue => $"{Words.Count(overdue.Count, "visit")} {(overdue.Count == 1 ? "was" : "were")} overdue on {Words.Date(child.Day)}, {known}.",
    };

    private static IEnumerable<DueVisit> Running(OneChild child, ChildRecord record) => All(child, record).Where(v => v.Standing.Status is DueStatus.Open or DueStatus.Overdue);

    private static IEnumerable<DueVisit> All(OneChild child, ChildRecord record)
    {
        var timelines = Timelines.Of(record);
        foreach (var due in ClockCatalogue.Dues(Clocks, timelines, new Given(child.Calendar), child.Targets))
        {
            var standing = child.KnownAt is { } known && London.DateOf(known) == child.Day ? due.StatusOn(known) : due.StatusOn(child.Day);
            if (standing is not null)
            {
                yield return new DueVisit(due.Clock.Code, due.StartedBy, due.StartedOn, due.DueOn, standing, due.ClosedBy, due.ClosedOn);
            }
        }

        foreach (var planned in record.Timeline(VisitLanes.Due).Where(i => i.From <= child.Day))
        {
            var dueOn = planned.As<PlannedVisit>().DueOn;
            var isMade = planned.To <= child.Day;
            if (!isMade && HasClosed(timelines, planned.From, child.Day))
            {
                continue;
            }

            var late = Math.Max(0, (isMade ? planned.To : child.Day).DayNumber - dueOn.DayNumber);
            var status = (isMade, late > 0) switch
            {
                (true, false) => DueStatus.Met,
                (true, true) => DueStatus.Late,
                (false, false) => DueStatus.Open,
                (false, true) => DueStatus.Overdue,
            };
            var visit = record.Facts<VisitMade>().Where(v => v.Fact.Due == planned.FactId).OrderBy(v => v.Fact.On).Select(v => (Guid?)v.FactId).FirstOrDefault();
            yield return new DueVisit(Planned, planned.FactId, planned.From, dueOn, new Standing(status, late, LimitUnit.Days), visit, planned.Until());
        }
    }

    /// <summary>The case that was open when the visit was planned has closed by the day: nobody must make it.</summary>
    private static bool HasClosed(Timelines child, DateOnly planned, DateOnly day)
    {
        var end = planned;
        foreach (var period in new Lane[] { CareLanes.Care, CareLanes.StatedEpisodes, PlanLanes.Plan, FrontDoorLanes.Referrals, LeavingCareLanes.Category }
            .SelectMany(l => child[l]).Select(i => i.Period).OrderBy(p => p.From))
        {
            end = period.From <= end && period.To > end ? period.To : end;
        }

        return end > planned && end <= day;
    }

    /// <summary>A visit due, and where it stood at the end of the day.</summary>
    private sealed record DueVisit(string Visit, Guid StartedBy, DateOnly Started, DateOnly Due, Standing Standing, Guid? ClosedBy, DateOnly? ClosedOn)
    {
        /// <summary>What makes it the same at two points of knowledge.</summary>
        public (string Visit, Guid StartedBy, DateOnly Started) Key => (Visit, StartedBy, Started);
    }
}
