using Journey.Record.Bitemporal;
using Journey.Record.Children;

namespace Journey.Record.Facts.Education;

/// <summary>The authority will not issue an education, health and care plan.</summary>
public sealed record EhcpRefused(Guid Request, string DecidedBy, string Rationale, DateOnly On) : IFact<EhcpRefused>
{
    /// <inheritdoc/>
    public static string Name => "ehcp_refused.v1";

    /// <inheritdoc/>
    public static string Noun => "ehcp-refusals";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes => [];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<EhcpRefused>> Rules { get; } =
    [
        Guards.Names<EhcpRefused, EhcpRequested>("request", f => f.Request),
        Guards.NotEnded<EhcpRefused>("request", f => f.Request),
        Guards.NotBefore<EhcpRefused>("request", f => f.Request),
        .. Guards.Decided<EhcpRefused>(f => f.DecidedBy, f => f.Rationale),
    ];

    /// <inheritdoc/>
    public static EhcpRefused Example => new(
        Guid.Parse("019a0000-0000-7000-8000-000000000001"), "A. Manager", "Needs can be met by support in school.", new DateOnly(2025, 11, 3));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [];

    /// <inheritdoc/>
    public IEnumerable<Ending> Endings() => [new(Request, On, new EhcpAnswer(false, Rationale))];

    /// <inheritdoc/>
    public string HowItEnds() => "Answered";

    /// <inheritdoc/>
    public string Sentence() => $"An education, health and care plan was refused on {Words.Date(On)}{Words.Saying(Rationale)}.";
}
