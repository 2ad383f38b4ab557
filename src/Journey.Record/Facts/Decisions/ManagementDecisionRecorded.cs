using Journey.Record.Bitemporal;
using Journey.Record.Children;

namespace Journey.Record.Facts.Decisions;

/// <summary>A manager decided a question about the child, having weighed options.</summary>
public sealed record ManagementDecisionRecorded(
    string Question,
    string Decision,
    IReadOnlyList<string> Options,
    string DecidedBy,
    string Rationale,
    DateOnly DecidedOn,
    TimeOnly? DecidedAt,
    DateOnly? ReviewBy) : IFact<ManagementDecisionRecorded>
{
    /// <inheritdoc/>
    public static string Name => "management_decision_recorded.v1";

    /// <inheritdoc/>
    public static string Noun => "management-decisions";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [DecisionLanes.Decisions];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<ManagementDecisionRecorded>> Rules { get; } =
    [
        Guards.Said<ManagementDecisionRecorded>("question", f => f.Question),
        Guards.Said<ManagementDecisionRecorded>("decision", f => f.Decision),
        .. Guards.Decided<ManagementDecisionRecorded>(f => f.DecidedBy, f => f.Rationale),
        new("one-option", "Name the options that were weighed: two or more, or none.", q => q.Fact.Options.Count == 1),
        Guards.NotDueBefore<ManagementDecisionRecorded>(f => f.ReviewBy),
        Guards.NotBeforeBirth<ManagementDecisionRecorded>(),
    ];

    /// <inheritdoc/>
    public static ManagementDecisionRecorded Example => new(
        "Should the young person be accommodated tonight?", "Stay with a friend of the family, checked tomorrow.", ["Accommodate", "Stay with a friend of the family"],
        "A. Manager", "Knows the friend well.", new DateOnly(2025, 5, 16), new TimeOnly(18, 20), new DateOnly(2025, 5, 20));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => DecidedOn;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() =>
    [
        new(DecisionLanes.Decisions, new ManagementDecision(Question, Decision, DecidedBy, ReviewBy), DecidedOn, At: DecidedAt),
    ];

    /// <inheritdoc/>
    public string Sentence() =>
        $"{DecidedBy} decided on {Words.Date(DecidedOn)}{Words.At(DecidedAt)}: {Decision.Trim().TrimEnd('.')}; reasons"
        + $"{Words.Saying(Rationale)}.";
}
