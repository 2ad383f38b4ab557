using Journey.Record.Facts;
using Journey.Record.Facts.Allocations;
using Journey.Record.Measures;

namespace Journey.Record.Questions;

/// <summary>Question 16: how many of a team's children changed social worker in the year.</summary>
public static class Q16WorkerChanges
{
    /// <summary>The question.</summary>
    public static ManyQuestion Question { get; } = new()
    {
        Number = 16,
        Code = "worker-changes-of-team",
        Title = "How many of the team's children changed social worker in the year, as known at the census date and as known later?",
        Explains = "Children whose social worker on the day is of the team; changed when two or more different workers were allocated in the year that ends with the day. A, "
            + "then B, then A counts two. Asked at the point asked about and at the later one; the rows are those who changed at either.",
        Parameters = [new("team", "The team's name on the allocation; every team when it is left out.", IsRequired: false)],
        Lanes = [AllocationLanes.SocialWorker],
        Of = everyone =>
        {
            var (day, team) = (everyone.Day, everyone.Said.Text("team"));
            var children = Compared.Of(everyone).Select(c => (c.Child, Then: Workers(c.Then, day, team), Now: Workers(c.Now, day, team))).ToList();
            return new Answered(
                $"{children.Sum(c => c.Then.Count(w => w.Changed))} of {Asking.Children(children.Sum(c => c.Then.Count))} changed social worker in the year to {Words.Date(day)} as "
                    + $"known then, {children.Sum(c => c.Now.Count(w => w.Changed))} of {children.Sum(c => c.Now.Count)} as known later.",
                ["workersThen", "workersNow"],
                [
                    .. children.Where(c => c.Then.Concat(c.Now).Any(w => w.Changed)).Select(c => new AnswerRow(
                        c.Child, [c.Then.Max(w => w.Workers), c.Now.Max(w => w.Workers)], [.. c.Then.Concat(c.Now).SelectMany(w => w.Facts).Distinct()])),
                ]);
        },
    };

    private static List<Counted> Workers(IEnumerable<Timelines> children, DateOnly day, string? team) =>
    [
        .. from child in children
           where child.At(AllocationLanes.SocialWorker, day) is { } allocation && (team is null || allocation.Team == team)
           let held = M6SocialWorkersInYear.Held(child[AllocationLanes.SocialWorker], Asking.YearTo(day))
           select new Counted(M6SocialWorkersInYear.Workers(held), [.. held.Select(i => i.FactId)]),
    ];

    private sealed record Counted(int? Workers, IReadOnlyList<Guid> Facts)
    {
        public bool Changed => Workers > 1;
    }
}
