using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;

namespace Journey.Record.Facts.Education;

/// <summary>An education, health and care plan is asked for; open until it is issued or refused.</summary>
public sealed record EhcpRequested(string By, string? PrimaryNeed, DateOnly On, DateOnly DueOn) : IFact<EhcpRequested>
{
    /// <inheritdoc/>
    public static string Name => "ehcp_requested.v1";

    /// <inheritdoc/>
    public static string Noun => "ehcp-requests";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [EhcpLanes.Requests];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<EhcpRequested>> Rules { get; } =
    [
        Guards.Said<EhcpRequested>("name of who asks", f => f.By),
        Guards.Known<EhcpRequested>(EducationCodes.Need, "unknown-code", f => f.PrimaryNeed),
        new("ehcp-open", "A request for a plan is already open. Record its answer first.", q => q.Record.On(EhcpLanes.Requests, q.Fact.On).Any()),
        Guards.NotDueBefore<EhcpRequested>(f => f.DueOn),
        .. Guards.InLife<EhcpRequested>(),
    ];

    /// <inheritdoc/>
    public static EhcpRequested Example => new("Example Primary School", "SEMH", new DateOnly(2025, 9, 22), new DateOnly(2026, 2, 9));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(EhcpLanes.Requests, new EhcpRequest(By, DueOn), On)];

    /// <inheritdoc/>
    public string Sentence() => $"{By} asked for an education, health and care plan on {Words.Date(On)}, due by {Words.Date(DueOn)}.";
}
