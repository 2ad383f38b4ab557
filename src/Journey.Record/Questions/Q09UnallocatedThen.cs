using Journey.Record.Facts;
using Journey.Record.Facts.Allocations;
using Journey.Record.Facts.Care;
using Journey.Record.Facts.FrontDoor;
using Journey.Record.Measures;

namespace Journey.Record.Questions;

/// <summary>Question 9: who had no allocated worker on a day as known then, and which of those gaps were filled later.</summary>
public static class Q09UnallocatedThen
{
    /// <summary>The question.</summary>
    public static ManyQuestion Question { get; } = new()
    {
        Number = 9,
        Code = "unallocated-then",
        Title = "Which children had no allocated worker on a day, as known then, and how many of those gaps were filled later by back-dated allocation?",
        Explains = "Children with an open referral, or looked after (short breaks left out), and without a social worker at the end of the day, as known at the point "
            + "asked about; beside each, what the record says of the same day as known later: a worker (the gap was filled), still nobody, or no longer open or in care.",
        Lanes = [.. CareEpisodes.Lanes, FrontDoorLanes.Referrals, AllocationLanes.SocialWorker],
        Of = everyone =>
        {
            var day = everyone.Day;
            var compared = Compared.Of(everyone);
            var rows = (from child in compared
                        from gap in child.Then
                        where IsGap(gap, day)
                        select Row(child, gap, day)).ToList();
            var later = compared.Sum(c => c.Now.Count(t => IsGap(t, day)));
            return new Answered(
                $"{Asking.Children(rows.Count)} without a social worker on {Words.Date(day)} as known then; {rows.Count(r => (string?)r.Cells[2] == Filled)} of those gaps were "
                    + $"filled later. As known later, {later} were without one.",
                ["lastWorker", "withoutSince", "now", "workerNow"],
                rows);
        },
    };

    private const string Filled = "filled";

    private static bool IsGap(Timelines child, DateOnly day) => IsOpen(child, day) && !child.On(AllocationLanes.SocialWorker, day).Any();

    private static bool IsOpen(Timelines child, DateOnly day) =>
        child.On(FrontDoorLanes.Referrals, day).Any() || LookedAfter.On(LookedAfter.Episodes(child), day).Any();

    private static AnswerRow Row(Compared child, Timelines gap, DateOnly day)
    {
        var last = gap[AllocationLanes.SocialWorker].LastOrDefault(i => i.To <= day);
        var later = child.Now.SelectMany(t => t.On(AllocationLanes.SocialWorker, day)).FirstOrDefault();
        return new AnswerRow(
            child.Child,
            [
                last?.As<Allocation>().Worker,
                last?.To,
                later is not null ? Filled : child.Now.Any(t => IsOpen(t, day)) ? "still nobody" : "no longer open or in care",
                later?.As<Allocation>().Worker,
            ],
            [.. new[] { last?.FactId, later?.FactId }.OfType<Guid>().Distinct()]);
    }
}
