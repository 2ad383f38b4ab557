using Journey.Record.Bitemporal;
using Journey.Record.Children;

namespace Journey.Record.Facts.Workforce;

/// <summary>A team has another name, place or members from a day on; all of it as it now is.</summary>
public sealed record TeamReorganised(
    string Called,
    string? Parent,
    IReadOnlyList<string> Members,
    IReadOnlyList<string> Agencies,
    string Reason,
    DateOnly On) : IFact<TeamReorganised>
{
    /// <inheritdoc/>
    public static string Name => "team_reorganised.v1";

    /// <inheritdoc/>
    public static string Noun => "team-reorganisations";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [TeamLanes.Team];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<TeamReorganised>> Rules { get; } =
    [
        new("no-team", "The team is not formed by that day. Record how it was formed first, or check the date.", q =>
            !q.Record.On(TeamLanes.Team, q.Fact.On).Any()),
        Guards.Said<TeamReorganised>("name of the team", f => f.Called),
        Guards.Said<TeamReorganised>("reason", f => f.Reason),
        new("member-twice", "A worker is named twice. Name each member once.", q => q.Fact.Members.Distinct().Count() < q.Fact.Members.Count),
    ];

    /// <inheritdoc/>
    public static TeamReorganised Example => new(
        "Safeguarding North", "North area", ["SW10001", "SW10003"], [], "Two teams became one.", new DateOnly(2026, 1, 5));

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
    public string Sentence() => $"The team became {Called} on {Words.Date(On)} with {Words.Count(Members.Count, "member")}{Words.Saying(Reason)}.";
}
