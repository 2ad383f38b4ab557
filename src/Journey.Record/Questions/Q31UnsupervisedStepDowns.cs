using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Facts;
using Journey.Record.Facts.Plans;
using Journey.Record.Facts.Workforce;
using Journey.Record.Measures;

namespace Journey.Record.Questions;

/// <summary>Question 31: plans that stepped down without recorded supervision in the 30 days before.</summary>
public static class Q31UnsupervisedStepDowns
{
    private const int Days = 30;

    /// <summary>The question.</summary>
    public static ManyQuestion Question { get; } = new()
    {
        Number = 31,
        Code = "unsupervised-step-downs",
        Title = "Which plans had no supervision recorded in the 30 days before they stepped down?",
        Explains = "Protection plans whose risks were reduced or that a child in need plan followed, and child in need plans whose needs were met or that moved to early help, in the year "
            + "that ends with the day. Supervision counts when it discussed the child on one of the 30 days before the step down and was in the record by the end of the day of it: what "
            + "was recorded afterwards is shown and does not count.",
        Lanes = [PlanLanes.Plan],
        ReadsRecords = true,
        Of = everyone =>
        {
            var window = Asking.YearTo(everyone.Day);
            var supervisions = Supervisions(everyone.Workers);
            var steps = (from child in everyone.Then
                         from step in StepDowns(child)
                         where window.Contains(step.To)
                         select (Child: child, Plan: step)).ToList();
            var rows = steps.Select(s => Row(s.Child, s.Plan, [.. s.Child.Streams.SelectMany(c => supervisions[c]).Distinct()])).OfType<AnswerRow>().ToList();
            return new Answered(
                $"{rows.Count} of {Asking.Counted(steps.Count, "plan", "plans")} that stepped down in the year to {Words.Date(everyone.Day)} had no supervision recorded in the {Days} days "
                    + "before.",
                ["plan", "beganOn", "steppedDownOn", "lastSupervision", "recordedAfterwards"],
                [.. rows.OrderBy(r => (DateOnly)r.Cells[2]!).ThenBy(r => r.Child)]);
        },
    };

    /// <summary>The plans of a child that ended in a lower tier of help.</summary>
    private static IEnumerable<Interval> StepDowns(Timelines child)
    {
        var plans = child[PlanLanes.Plan];
        for (var i = 0; i < plans.Count; i++)
        {
            var next = i + 1 < plans.Count && plans[i + 1].From == plans[i].To ? plans[i + 1].As<Plan>().Kind : null;
            if (!plans[i].IsOpen && plans[i].Closing switch
            {
                PlanClosing closing => closing.Reason is "risksReduced" or "needsMet" or "stepDown",
                _ => plans[i].As<Plan>().Kind == Plan.Protection && next == Plan.InNeed,
            })
            {
                yield return plans[i];
            }
        }
    }

    private static AnswerRow? Row(Timelines child, Interval plan, List<Said> supervisions)
    {
        var end = London.EndOf(plan.To);
        var before = supervisions.Select(s => s.On(child, end)).OfType<DateOnly>().Where(d => d < plan.To).ToList();
        bool IsNear(DateOnly day) => day < plan.To && day >= plan.To.AddDays(-Days);
        if (before.Exists(IsNear))
        {
            return null;
        }

        var later = supervisions.Select(s => s.On(child, DateTimeOffset.MaxValue)).OfType<DateOnly>().Where(IsNear).Cast<DateOnly?>().Max();
        return new AnswerRow(
            child.Subject,
            [plan.As<Plan>().Kind == Plan.Protection ? "child protection plan" : "child in need plan", plan.From, plan.To, before.Cast<DateOnly?>().Max(), later],
            [plan.FactId]);
    }

    /// <summary>Everything that was said of each supervision, by the children whom it names.</summary>
    private static ILookup<Guid, Said> Supervisions(IEnumerable<ChildRecord> workers)
    {
        var said = new List<Said>();
        foreach (var worker in workers)
        {
            var held = worker.History.Where(e => e.Statement is Asserted<SupervisionHeld>).Select(e => e.Statement.FactId).ToHashSet();
            said.AddRange(worker.History.Where(e => held.Contains(e.Statement.FactId)).GroupBy(e => e.Statement.FactId)
                .Select(g => new Said([.. g.Select(e => (e.KnownAt, (e.Statement as Asserted<SupervisionHeld>)?.Fact))])));
        }

        return said.SelectMany(s => s.Children.Select(c => (c, s))).ToLookup(x => x.c, x => x.s);
    }

    /// <summary>What was said of one supervision, in order; null when it was withdrawn.</summary>
    private sealed record Said(IReadOnlyList<(DateTimeOffset KnownAt, SupervisionHeld? Fact)> Words)
    {
        public IEnumerable<Guid> Children => Words.SelectMany(w => w.Fact?.CasesDiscussed ?? []).Distinct();

        /// <summary>The day on which it discussed a child, as known before an instant; null when it was not known, or withdrawn, or about others.</summary>
        public DateOnly? On(Timelines child, DateTimeOffset before) =>
            Words.LastOrDefault(w => w.KnownAt < before).Fact is { } held && held.CasesDiscussed.Any(child.Streams.Contains) ? held.On : null;
    }
}
