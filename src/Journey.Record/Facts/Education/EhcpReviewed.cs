using Journey.Record.Bitemporal;
using Journey.Record.Children;

namespace Journey.Record.Facts.Education;

/// <summary>An education, health and care plan was reviewed.</summary>
public sealed record EhcpReviewed(Guid Ehcp, string Outcome, DateOnly On) : IFact<EhcpReviewed>
{
    /// <inheritdoc/>
    public static string Name => "ehcp_reviewed.v1";

    /// <inheritdoc/>
    public static string Noun => "ehcp-reviews";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [EhcpLanes.Reviews];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<EhcpReviewed>> Rules { get; } =
    [
        Guards.Names<EhcpReviewed, EhcpIssued>("plan", f => f.Ehcp),
        Guards.NotEnded<EhcpReviewed>("plan", f => f.Ehcp),
        Guards.NotBefore<EhcpReviewed>("plan", f => f.Ehcp),
        Guards.Said<EhcpReviewed>("outcome", f => f.Outcome),
    ];

    /// <inheritdoc/>
    public static EhcpReviewed Example => new(
        Guid.Parse("019a0000-0000-7000-8000-000000000001"), "More hours with a mentor.", new DateOnly(2026, 3, 23));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(EhcpLanes.Reviews, new EhcpReview(Outcome), On)];

    /// <inheritdoc/>
    public string Sentence() => $"The education, health and care plan was reviewed on {Words.Date(On)}{Words.Saying(Outcome)}.";
}
