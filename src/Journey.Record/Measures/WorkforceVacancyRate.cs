using Journey.Record.Children;
using Journey.Record.Facts;
using Journey.Record.Facts.Workforce;

namespace Journey.Record.Measures;

/// <summary>
/// Vacancies on the last day of the window, by full-time equivalents (FTE). Teams contribute their vacancies, workers themselves: both are asked.
/// </summary>
public static class WorkforceVacancyRate
{
    private const string None = "No vacancy on the last day of the window.";

    /// <summary>Vacancies to vacancies and workers in post.</summary>
    public static Measure Measure { get; } = new()
    {
        Code = "SW-vacancy",
        Title = "Vacancies of social workers",
        Cohort = "Vacancies and social workers in post on the last day of the window, by their full-time equivalents",
        Numerator = "Full-time equivalents of vacancies",
        Exclusions = "Agency workers",
        Policy = "A vacancy covered by an agency worker is a vacancy",
        Unit = "full-time equivalents",
        Source = "DfE, children's social work workforce census",
        Subject = StreamKind.Team,
        IsAtEnd = true,
        Lanes = [TeamLanes.Vacancies, .. InPost.Lanes],
        Of = (subject, window, _) => subject[TeamLanes.Vacancies].Count > 0
            ? Vacancies(subject, window.To.AddDays(-1), _ => true)
            : InPost.Judge(subject, window, (post, held) => InPost.IsAgency(held.As<Terms>())
                ? subject.Out("An agency worker.")
                : new Contribution(
                    subject.Subject, held.As<Terms>().Fte, 0, null, $"In post, {Words.Number(held.As<Terms>().Fte)} of full time.",
                    [.. new[] { post.FactId, held.FactId }.Distinct()])),
    };

    /// <summary>Vacancies that an agency worker covers, of all vacancies.</summary>
    public static Measure Covered { get; } = Measure with
    {
        Code = "SW-vacancy-covered",
        Title = "Vacancies covered by agency workers",
        Cohort = "Vacancies on the last day of the window, by their full-time equivalents",
        Numerator = "Full-time equivalents of those an agency worker covers",
        Exclusions = null,
        Policy = "As said when the vacancy was opened",
        Lanes = [TeamLanes.Vacancies],
        Of = (team, window, _) => Vacancies(team, window.To.AddDays(-1), v => v.CoveredByAgency),
    };

    private static IEnumerable<Contribution> Vacancies(Timelines team, DateOnly day, Func<Vacancy, bool> counts) =>
        team.On(TeamLanes.Vacancies, day)
            .Select(i => (Fact: i.FactId, Vacancy: i.As<Vacancy>()))
            .Select(v => new Contribution(
                team.Subject, v.Vacancy.Fte, counts(v.Vacancy) ? v.Vacancy.Fte : 0, v.Vacancy.Fte,
                $"Post {v.Vacancy.Post} is vacant, {Words.Number(v.Vacancy.Fte)} of full time"
                    + $"{(v.Vacancy.CoveredByAgency ? ", covered by an agency worker" : "")}.",
                [v.Fact], v.Fact))
            .DefaultIfEmpty(team.Out(None));
}
