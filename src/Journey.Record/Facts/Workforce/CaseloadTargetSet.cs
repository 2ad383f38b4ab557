using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;

namespace Journey.Record.Facts.Workforce;

/// <summary>The highest caseload for a role in the team; names the target whose place it takes, if there is one.</summary>
public sealed record CaseloadTargetSet(string Role, decimal Limit, Guid? Replaces, DateOnly From) : IFact<CaseloadTargetSet>
{
    /// <inheritdoc/>
    public static string Name => "caseload_target_set.v1";

    /// <inheritdoc/>
    public static string Noun => "caseload-targets";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [TeamLanes.CaseloadTargets];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<CaseloadTargetSet>> Rules { get; } =
    [
        new("no-team", "The team is not formed by that day. Record how it was formed first, or check the date.", q =>
            !q.Record.On(TeamLanes.Team, q.Fact.From).Any()),
        Guards.Known<CaseloadTargetSet>(WorkforceCodes.Role, "unknown-code", f => f.Role),
        new("limit", "A caseload target is more than 0. Check it.", q => q.Fact.Limit <= 0),
        Guards.Names<CaseloadTargetSet, CaseloadTargetSet>("target it replaces", f => f.Replaces),
        Guards.NotBefore<CaseloadTargetSet>("target it replaces", f => f.Replaces),
        new("target-twice", "A target for this role holds on that day. Name it as the one replaced.", q =>
            q.Record.On(TeamLanes.CaseloadTargets, q.Fact.From)
                .Any(i => i.As<CaseloadTarget>().Role == q.Fact.Role && i.FactId != q.Fact.Replaces)),
    ];

    /// <inheritdoc/>
    public static CaseloadTargetSet Example => new("caseHolder", 16m, null, new DateOnly(2025, 4, 1));

    /// <inheritdoc/>
    public static StreamKind Stream => StreamKind.Team;

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => From;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(TeamLanes.CaseloadTargets, new CaseloadTarget(Role, Limit), From)];

    /// <inheritdoc/>
    public IEnumerable<Ending> Endings() => Replaces is { } earlier ? [new(earlier, From)] : [];

    /// <inheritdoc/>
    public string HowItEnds() => "Replaced";

    /// <inheritdoc/>
    public string Sentence() => $"From {Words.Date(From)} the caseload target is {Words.Number(Limit)}: {Words.Label(WorkforceCodes.Role, Role)}.";
}
