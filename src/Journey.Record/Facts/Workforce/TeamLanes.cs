using Journey.Record.Bitemporal;

namespace Journey.Record.Facts.Workforce;

/// <summary>A team with its members, found by its name.</summary>
public sealed record Team(string Called, string? Parent, int Members, string? Agencies) : IKeyed
{
    /// <inheritdoc/>
    public string Key() => Called;
}

/// <summary>A post that nobody holds, found by its number.</summary>
public sealed record Vacancy(string Post, decimal Fte, bool CoveredByAgency) : IKeyed
{
    /// <inheritdoc/>
    public string Key() => Post;
}

/// <summary>Who fills a vacancy.</summary>
public sealed record VacancyClosing(string? Worker);

/// <summary>The highest caseload a team sets for a role, found by the role.</summary>
public sealed record CaseloadTarget(string Role, decimal Limit) : IKeyed
{
    /// <inheritdoc/>
    public string Key() => Role;
}

/// <summary>Lanes of a team's own record.</summary>
public static class TeamLanes
{
    /// <summary>The team as it is.</summary>
    public static Lane<Team> Team { get; } = Lane<Team>.Exclusive("team");

    /// <summary>Vacancies, each until it is filled.</summary>
    public static Lane<Vacancy> Vacancies { get; } = Lane<Vacancy>.Overlapping("vacancies", typeof(VacancyClosing));

    /// <summary>Caseload targets, each until the next one for its role.</summary>
    public static Lane<CaseloadTarget> CaseloadTargets { get; } = Lane<CaseloadTarget>.Overlapping("caseload-targets");
}
