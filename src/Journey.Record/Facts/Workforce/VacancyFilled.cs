using Journey.Record.Bitemporal;
using Journey.Record.Children;

namespace Journey.Record.Facts.Workforce;

/// <summary>A vacancy is filled.</summary>
public sealed record VacancyFilled(Guid Vacancy, string? Worker, DateOnly On) : IFact<VacancyFilled>
{
    /// <inheritdoc/>
    public static string Name => "vacancy_filled.v1";

    /// <inheritdoc/>
    public static string Noun => "filled-vacancies";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes => [];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<VacancyFilled>> Rules { get; } =
    [
        Guards.NamesOpen<VacancyFilled, VacancyOpened>("vacancy", f => f.Vacancy),
        Guards.NotBefore<VacancyFilled>("vacancy", f => f.Vacancy),
    ];

    /// <inheritdoc/>
    public static VacancyFilled Example => new(Guid.Parse("019a0000-0000-7000-8000-000000000001"), "SW10011", new DateOnly(2026, 1, 12));

    /// <inheritdoc/>
    public static StreamKind Stream => StreamKind.Team;

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [];

    /// <inheritdoc/>
    public IEnumerable<Ending> Endings() => [new(Vacancy, On, new VacancyClosing(Worker))];

    /// <inheritdoc/>
    public string Sentence() => Sentence(Ended.Nothing);

    /// <inheritdoc/>
    public string Sentence(Ended ended) => $"The vacancy was filled on {Words.Date(On)}{ended.After}{(Worker is { } worker ? $" by {worker}" : "")}.";
}
