using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Facts;
using Journey.Record.Facts.Allocations;
using Journey.Record.Facts.Workforce;

namespace Journey.Record.Measures;

/// <summary>
/// Average caseload: children allocated to a social worker on the last day of the window, for each full-time equivalent (FTE) of those who hold at
/// least one case, agency workers included.
/// </summary>
public static class WorkforceCaseload
{
    /// <summary>The measure; only the end of the window is read.</summary>
    public static Measure Measure { get; } = new()
    {
        Code = "SW-caseload",
        Kind = MeasureKind.Average,
        Title = "Average caseload",
        Cohort = InPost.OfWorkers + " who hold a case, agency workers included, by their full-time equivalents",
        Numerator = "Children whose allocated social worker they are on that day",
        Exclusions = "Workers without a case; cases of a number that is not in post on that day",
        Policy = "A case is a child, however many brothers and sisters it has",
        Unit = "cases",
        Source = "DfE, children's social work workforce census",
        Subject = StreamKind.Worker,
        IsAtEnd = true,
        Lanes = InPost.Lanes,
        Neighbours = new()
        {
            Lanes = [AllocationLanes.SocialWorker],
            Speaks = child => child[AllocationLanes.SocialWorker].Select(i => Neighbours.Worker(i.As<Allocation>().Worker)),
            Reads = worker => worker[WorkforceLanes.InPost].Select(i => Neighbours.Worker(i.As<Post>().Number)),
        },
        Of = (worker, window, given) => InPost.Judge(worker, window, (post, held) =>
        {
            var (day, number, fte) = (window.To.AddDays(-1), post.As<Post>().Number, held.As<Terms>().Fte);
            var cases = given.About(Neighbours.Worker(number))
                .Select(child => child.On(AllocationLanes.SocialWorker, day).FirstOrDefault(i => i.As<Allocation>().Worker == number))
                .OfType<Interval>()
                .ToList();
            return cases.Count == 0
                ? worker.Out("No case.")
                : new Contribution(
                    worker.Subject, fte, cases.Count, cases.Count, $"Holds {Words.Count(cases.Count, "case")} in {Words.Number(fte)} of full time.",
                    [.. new[] { post.FactId, held.FactId }.Distinct(), .. cases.Select(c => c.FactId)]);
        }),
    };
}
