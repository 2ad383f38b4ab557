using Journey.Record.Bitemporal;
using Journey.Record.Children;

namespace Journey.Record.Facts.Workforce;

/// <summary>A post of the team is vacant; open until it is filled.</summary>
public sealed record VacancyOpened(string Post, decimal Fte, bool CoveredByAgency, DateOnly On) : IFact<VacancyOpened>
{
    /// <inheritdoc/>
    public static string Name => "vacancy_opened.v1";

    /// <inheritdoc/>
    public static string Noun => "vacancies";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [TeamLanes.Vacancies];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<VacancyOpened>> Rules { get; } =
    [
        new("no-team", "The team is not formed by that day. Record how it was formed first, or check the date.", q =>
            !q.Record.On(TeamLanes.Team, q.Fact.On).Any()),
        Guards.Said<VacancyOpened>("number of the post", f => f.Post),
        new("fte", "A full-time equivalent lies above 0 and is at most 1. Check it.", q => q.Fact.Fte is <= 0 or > 1),
        new("vacant-twice", "This post is already vacant on that day. Record who filled it first.", q =>
            q.Record.On(TeamLanes.Vacancies, q.Fact.On).Any(i => i.As<Vacancy>().Post == q.Fact.Post)),
    ];

    /// <inheritdoc/>
    public static VacancyOpened Example => new("N-014", 1m, true, new DateOnly(2025, 10, 1));

    /// <inheritdoc/>
    public static StreamKind Stream => StreamKind.Team;

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(TeamLanes.Vacancies, new Vacancy(Post, Fte, CoveredByAgency), On)];

    /// <inheritdoc/>
    public string Sentence() =>
        $"Post {Post} is vacant from {Words.Date(On)}, {Words.Number(Fte)} of full time{(CoveredByAgency ? ", covered by an agency worker" : "")}.";
}
