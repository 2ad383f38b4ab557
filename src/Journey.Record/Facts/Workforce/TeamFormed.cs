using Journey.Record.Bitemporal;
using Journey.Record.Children;

namespace Journey.Record.Facts.Workforce;

/// <summary>A team is formed, with its members by worker number, and the agencies that sit in it.</summary>
public sealed record TeamFormed(
    string Called,
    string? Parent,
    IReadOnlyList<string> Members,
    IReadOnlyList<string> Agencies,
    DateOnly On) : IFact<TeamFormed>
{
    /// <inheritdoc/>
    public static string Name => "team_formed.v1";

    /// <inheritdoc/>
    public static string Noun => "team-foundations";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [TeamLanes.Team];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<TeamFormed>> Rules { get; } =
    [
        Guards.Said<TeamFormed>("name of the team", f => f.Called),
        new("formed-twice", "This team is already formed. Record how it was reorganised instead.", q => q.Record.Timeline(TeamLanes.Team).Count > 0),
        new("member-twice", "A worker is named twice. Name each member once.", q => q.Fact.Members.Distinct().Count() < q.Fact.Members.Count),
    ];

    /// <inheritdoc/>
    public static TeamFormed Example => new("Assessment North", "North area", ["SW10001", "SW10002"], ["Police", "Health"], new DateOnly(2025, 4, 1));

    /// <inheritdoc/>
    public static StreamKind Stream => StreamKind.Team;

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() =>
    [
        new(TeamLanes.Team, new Team(Called, Parent, Members.Count, Agencies.Count == 0 ? null : string.Join("; ", Agencies)), On),
    ];

    /// <inheritdoc/>
    public string Sentence() => $"Team {Called} was formed on {Words.Date(On)} with {Words.Count(Members.Count, "member")}.";
}
