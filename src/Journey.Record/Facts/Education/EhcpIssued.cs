using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;

namespace Journey.Record.Facts.Education;

/// <summary>An education, health and care plan is issued. Names the request it answers, if that is in this record.</summary>
public sealed record EhcpIssued(Guid? Request, string PrimaryNeed, DateOnly On) : IFact<EhcpIssued>
{
    /// <inheritdoc/>
    public static string Name => "ehcp_issued.v1";

    /// <inheritdoc/>
    public static string Noun => "ehcps";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [EhcpLanes.Plan];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<EhcpIssued>> Rules { get; } =
    [
        Guards.Names<EhcpIssued, EhcpRequested>("request", f => f.Request),
        new("ehcp-answered", "This request is already answered. Check its id.", q =>
            q.Fact.Request is { } request && q.Record.Beliefs.Any(b => b.Assertion.Endings().Any(e => e.Of == request))),
        Guards.NotBefore<EhcpIssued>("request", f => f.Request),
        Guards.Known<EhcpIssued>(EducationCodes.Need, "unknown-code", f => f.PrimaryNeed),
        .. Guards.InLife<EhcpIssued>(),
    ];

    /// <inheritdoc/>
    public static EhcpIssued Example => new(null, "SEMH", new DateOnly(2026, 2, 2));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(EhcpLanes.Plan, new Ehcp(PrimaryNeed), On)];

    /// <inheritdoc/>
    public IEnumerable<Ending> Endings() => Request is { } request ? [new(request, On, new EhcpAnswer(true, null))] : [];

    /// <inheritdoc/>
    public string HowItEnds() => "Answered";

    /// <inheritdoc/>
    public string Sentence() => $"An education, health and care plan was issued on {Words.Date(On)}: {Words.Label(EducationCodes.Need, PrimaryNeed)}.";
}
