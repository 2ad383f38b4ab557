using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Facts;
using Journey.Record.Facts.Workforce;

namespace Journey.Record.Measures;

/// <summary>
/// Turnover: full-time equivalents (FTE) of those who left in the window to those in post on its last day. Who leaves and comes back in one window
/// is counted on both sides.
/// </summary>
public static class WorkforceTurnover
{
    /// <summary>Of all social workers.</summary>
    public static Measure Measure { get; } = Define("SW-turnover", "Turnover of social workers", InPost.OfWorkers, _ => true);

    /// <summary>Of senior managers.</summary>
    public static Measure Leaders { get; } = Define(
        "SW-turnover-leaders", "Turnover of leaders", "Senior managers in post on the last day of the window", t => t.Role == "seniorManager");

    private static Measure Define(string code, string title, string cohort, Func<Terms, bool> which) => new()
    {
        Code = code,
        Title = title,
        Cohort = cohort + ", by their full-time equivalents",
        Numerator = "Full-time equivalents of those who left on a day of the window, by their last terms",
        Exclusions = "Agency workers; moves to another role or post in the authority",
        Policy = "A year of the census ends on 30 September: ask for the window from 1 October to 1 October",
        Unit = "full-time equivalents",
        Source = "DfE, children's social work workforce census",
        Subject = StreamKind.Worker,
        Lanes = InPost.Lanes,
        Of = (worker, window, _) => Contributions(worker, window, which)
            .DefaultIfEmpty(worker.Out("Neither in post on the last day, under these terms, nor left in the window.")),
    };

    private static IEnumerable<Contribution> Contributions(Timelines worker, Period window, Func<Terms, bool> which)
    {
        foreach (var (post, terms) in InPost.LeftIn(worker, window))
        {
            if (terms.As<Terms>() is var last && which(last) && !InPost.IsAgency(last))
            {
                yield return new Contribution(
                    worker.Subject, 0, last.Fte, last.Fte, $"Left on {Words.Date(post.To)}, {Words.Number(last.Fte)} of full time.",
                    [.. new[] { post.FactId, terms.FactId }.Distinct()], post.FactId, post.To);
            }
        }

        if (InPost.On(worker, window.To.AddDays(-1)) is var (own, held) && held.As<Terms>() is var now && which(now) && !InPost.IsAgency(now))
        {
            yield return new Contribution(
                worker.Subject, now.Fte, 0, now.Fte, $"In post, {Words.Number(now.Fte)} of full time.", [.. new[] { own.FactId, held.FactId }.Distinct()]);
        }
    }
}
