using Journey.Record.Children;
using Journey.Record.Facts;
using Journey.Record.Facts.Workforce;

namespace Journey.Record.Measures;

/// <summary>Agency rate: full-time equivalents (FTE) of agency workers to those of all in post on the last day of the window.</summary>
public static class WorkforceAgencyRate
{
    /// <summary>The measure; only the end of the window is read.</summary>
    public static Measure Measure { get; } = new()
    {
        Code = "SW-agency",
        Title = "Agency social workers",
        Cohort = InPost.OfWorkers + ", agency workers included, by their full-time equivalents",
        Numerator = "Full-time equivalents of agency workers",
        Unit = "full-time equivalents",
        Source = "DfE, children's social work workforce census",
        Subject = StreamKind.Worker,
        IsAtEnd = true,
        Lanes = InPost.Lanes,
        Of = (worker, window, _) => InPost.Judge(worker, window, (post, held) =>
        {
            var terms = held.As<Terms>();
            var agency = InPost.IsAgency(terms);
            return new Contribution(
                worker.Subject, terms.Fte, agency ? terms.Fte : 0, terms.Fte,
                $"In post, {Words.Number(terms.Fte)} of full time{(agency ? ", through an agency" : "")}.", [.. new[] { post.FactId, held.FactId }.Distinct()]);
        }),
    };
}
