using Journey.Record.Bitemporal;
using Journey.Record.Children;

namespace Journey.Record.Facts.Decisions;

/// <summary>Another manager overrules a decision; the new decision stands in its place and may itself be overruled.</summary>
public sealed record DecisionOverruled(
    Guid Decision,
    string NewDecision,
    string DecidedBy,
    string Rationale,
    DateOnly On,
    TimeOnly? At) : IFact<DecisionOverruled>
{
    /// <inheritdoc/>
    public static string Name => "decision_overruled.v1";

    /// <inheritdoc/>
    public static string Noun => "overruled-decisions";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [DecisionLanes.Decisions];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<DecisionOverruled>> Rules { get; } =
    [
        new("G3", "Name the decision that is overruled: its fact id must be in this record.", q =>
            !q.Record.Timeline(DecisionLanes.Decisions).Any(i => i.FactId == q.Fact.Decision)),
        Guards.NotEnded<DecisionOverruled>("decision", f => f.Decision),
        Guards.NotBefore<DecisionOverruled>("decision", f => f.Decision),
        Guards.Said<DecisionOverruled>("new decision", f => f.NewDecision),
        .. Guards.Decided<DecisionOverruled>(f => f.DecidedBy, f => f.Rationale),
    ];

    /// <inheritdoc/>
    public static DecisionOverruled Example => new(
        Guid.Parse("019a0000-0000-7000-8000-000000000001"), "Accommodate tonight.", "A. Director",
        "The friend has two lodgers nobody has met.", new DateOnly(2025, 5, 16), new TimeOnly(20, 5));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(DecisionLanes.Decisions, new ManagementDecision(null, NewDecision, DecidedBy, null), On, At: At)];

    /// <inheritdoc/>
    public IEnumerable<Ending> Endings() => [new(Decision, On, new Overruling(DecidedBy))];

    /// <inheritdoc/>
    public string HowItEnds() => "Replaced";

    /// <inheritdoc/>
    public string Sentence() =>
        $"{DecidedBy} overruled a decision on {Words.Date(On)}{Words.At(At)}: {NewDecision.Trim().TrimEnd('.')}; reasons"
        + $"{Words.Saying(Rationale)}.";
}
