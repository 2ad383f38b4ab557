using Journey.Record.Bitemporal;
using Journey.Record.Facts;
using Journey.Record.Facts.Allocations;
using Journey.Record.Measures;

namespace Journey.Record.Questions;

/// <summary>Question 15: the caseload of a worker on the day of an incident, as known then and later.</summary>
public static class Q15CaseloadThen
{
    /// <summary>The question.</summary>
    public static ManyQuestion Question { get; } = new()
    {
        Number = 15,
        Code = "caseload-then",
        Title = "What caseload did a worker hold on the day of an incident, as known then, and as known after late allocations?",
        Explains = "Children whose allocated social worker it was at the end of the day, at the point asked about and at the later one; cases in another part (second worker, "
            + "personal adviser) are listed and not counted.",
        Parameters = [new("worker", "The worker's number.")],
        Lanes = [AllocationLanes.SocialWorker, AllocationLanes.OtherWorkers],
        Of = everyone =>
        {
            var (day, worker) = (everyone.Day, everyone.Said.Text("worker") ?? "");
            var rows = new List<AnswerRow>();
            var (then, now) = (0, 0);
            foreach (var child in Compared.Of(everyone))
            {
                var (held, holds) = (Held(child.Then, worker, day), Held(child.Now, worker, day));
                then += held.Count(IsCase);
                now += holds.Count(IsCase);
                rows.AddRange(held.Select(h => h.FactId).Union(holds.Select(h => h.FactId)).Order()
                    .Select(fact => Row(child.Child, held.Find(h => h.FactId == fact), holds.Find(h => h.FactId == fact))));
            }

            return new Answered(
                $"{worker} held {Asking.Counted(then, "case", "cases")} on {Words.Date(day)} as known then, {now} as known later.",
                ["part", "team", "since", "then", "now"],
                rows);
        },
    };

    private static bool IsCase(Interval held) => held.As<Allocation>().Role == Allocation.SocialWorker;

    private static List<Interval> Held(IEnumerable<Timelines> children, string worker, DateOnly day) =>
    [
        .. children.SelectMany(c => c.On(AllocationLanes.SocialWorker, day).Concat(c.On(AllocationLanes.OtherWorkers, day))).Where(i => i.As<Allocation>().Worker == worker),
    ];

    private static AnswerRow Row(Guid child, Interval? then, Interval? now)
    {
        var held = (now ?? then)!;
        var allocation = held.As<Allocation>();
        return new AnswerRow(child, [allocation.Role, allocation.Team, held.From, then is not null, now is not null], [held.FactId]);
    }
}
