using Journey.Record.Bitemporal;
using Journey.Record.Children;

namespace Journey.Record.Facts.Education;

/// <summary>An education, health and care plan ceases.</summary>
public sealed record EhcpCeased(Guid Ehcp, string Reason, DateOnly On) : IFact<EhcpCeased>
{
    /// <inheritdoc/>
    public static string Name => "ehcp_ceased.v1";

    /// <inheritdoc/>
    public static string Noun => "ehcp-ends";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes => [];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<EhcpCeased>> Rules { get; } =
    [
        Guards.NamesOpen<EhcpCeased, EhcpIssued>("plan", f => f.Ehcp),
        Guards.NotBefore<EhcpCeased>("plan", f => f.Ehcp),
        Guards.Said<EhcpCeased>("reason", f => f.Reason),
    ];

    /// <inheritdoc/>
    public static EhcpCeased Example => new(
        Guid.Parse("019a0000-0000-7000-8000-000000000001"), "Has left education for work.", new DateOnly(2026, 5, 18));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [];

    /// <inheritdoc/>
    public IEnumerable<Ending> Endings() => [new(Ehcp, On, new EhcpClosing(Reason))];

    /// <inheritdoc/>
    public string Sentence() => Sentence(Ended.Nothing);

    /// <inheritdoc/>
    public string Sentence(Ended ended) => $"The education, health and care plan ceased on {Words.Date(On)}{ended.After}{Words.Saying(Reason)}.";
}
