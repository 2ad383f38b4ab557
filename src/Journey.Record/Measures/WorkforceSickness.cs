using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Clocks;
using Journey.Record.Facts;
using Journey.Record.Facts.Workforce;

namespace Journey.Record.Measures;

/// <summary>
/// Sickness absence of social workers in post on the last day of the window: working days lost in it, by the worker's full-time equivalent (FTE),
/// of all its working days, and for each full-time equivalent.
/// </summary>
public static class WorkforceSickness
{
    /// <summary>Days lost of all working days.</summary>
    public static Measure Rate { get; } = new()
    {
        Code = "SW-sickness",
        Title = "Sickness absence of social workers",
        Cohort = InPost.OfWorkers + ": working days of the window by their full-time equivalents",
        Numerator = "Working days lost to sickness (SIC) in the window by their full-time equivalents",
        Exclusions = "Agency workers; those who left",
        Policy = "The working days are those of the calendar, for who joined in the window too, as the census counts 253 for everybody",
        Unit = "working days lost",
        Source = "DfE, children's social work workforce census",
        Subject = StreamKind.Worker,
        Lanes = [.. InPost.Lanes, WorkforceLanes.Absences],
        Of = (worker, window, given) => Judge(worker, window, given, (fte, all) => fte * all),
    };

    /// <summary>Days lost for each full-time equivalent.</summary>
    public static Measure Days { get; } = Rate with
    {
        Code = "SW-sickness-days",
        Kind = MeasureKind.Average,
        Title = "Working days lost to sickness for each full-time social worker",
        Cohort = InPost.OfWorkers + ", by their full-time equivalents",
        Policy = null,
        Of = (worker, window, given) => Judge(worker, window, given, (fte, _) => fte),
    };

    private static IEnumerable<Contribution> Judge(Timelines worker, Period window, Given given, Func<decimal, int, decimal> denominator) =>
        InPost.Judge(worker, window, (post, held) =>
        {
            var terms = held.As<Terms>();
            if (InPost.IsAgency(terms))
            {
                return worker.Out("An agency worker.");
            }

            var sick = worker[WorkforceLanes.Absences]
                .Where(i => i.As<Absence>().Kind == "SIC" && i.Period.Touches(window))
                .ToList();
            var lost = sick.Sum(i => WorkingDays(i.Period.Clip(window)!.Value, given.Calendar)) * terms.Fte;
            return new Contribution(
                worker.Subject, denominator(terms.Fte, WorkingDays(window, given.Calendar)), lost, lost, $"{Words.Number(lost)} working days lost.",
                [.. new[] { post.FactId, held.FactId }.Distinct(), .. sick.Select(i => i.FactId)]);
        });

    private static int WorkingDays(Period days, WorkingCalendar calendar) => calendar.Between(days.From.AddDays(-1), days.To.AddDays(-1));
}
