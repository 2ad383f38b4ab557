using Journey.Record.Bitemporal;
using Journey.Record.Facts.Workforce;

namespace Journey.Record.Measures;

/// <summary>A worker's posts and their terms, as the figures of the workforce read them.</summary>
internal static class InPost
{
    public const string Left = "No post on the last day of the window.";
    public const string OfWorkers = "Social workers in post on the last day of the window";

    public static IReadOnlyList<Lane> Lanes { get; } = [WorkforceLanes.InPost, WorkforceLanes.Terms];

    /// <summary>The post on a day and its terms then; null when there is none.</summary>
    public static (Interval Post, Interval Terms)? On(Timelines worker, DateOnly day) =>
        worker.On(WorkforceLanes.InPost, day).FirstOrDefault() is { } post && worker.On(WorkforceLanes.Terms, day).FirstOrDefault() is { } terms
            ? (post, terms)
            : null;

    /// <summary>
    /// Posts that the worker left on a day of the window, with their last terms: not those left for another post in the authority, and not those
    /// that another follows at once.
    /// </summary>
    public static IEnumerable<(Interval Post, Interval Terms)> LeftIn(Timelines worker, Period window) =>
        from post in worker[WorkforceLanes.InPost]
        where window.Contains(post.To) && post.Closing is PostClosing { Reason: not "7" }
            && !worker[WorkforceLanes.InPost].Any(next => next.FactId != post.FactId && next.From == post.To)
        let terms = worker[WorkforceLanes.Terms].LastOrDefault(t => post.From <= t.From && t.From < post.To)
        where terms is not null
        select (post, terms);

    public static bool IsAgency(Terms terms) => terms.Kind == "agency";

    /// <summary>The contribution of a worker in post on the last day; else it is out.</summary>
    public static IEnumerable<Contribution> Judge(Timelines worker, Period window, Func<Interval, Interval, Contribution> judge) =>
        [On(worker, window.To.AddDays(-1)) is var (post, terms) ? judge(post, terms) : worker.Out(Left)];
}
