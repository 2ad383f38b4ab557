using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;

namespace Journey.Record.Facts.Enquiries;

/// <summary>Agencies discuss whether the child may suffer significant harm, and decide about an enquiry.</summary>
public sealed record StrategyDiscussionHeld(
    DateOnly HeldOn,
    TimeOnly? HeldAt,
    IReadOnlyList<string> Agencies,
    string? AbsentBecause,
    string Decision,
    string? Kind,
    string DecidedBy,
    string Rationale) : IFact<StrategyDiscussionHeld>
{
    /// <inheritdoc/>
    public static string Name => "strategy_discussion_held.v1";

    /// <inheritdoc/>
    public static string Noun => "strategy-discussions";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [EnquiryLanes.Strategies];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<StrategyDiscussionHeld>> Rules { get; } =
    [
        Guards.KnownAll<StrategyDiscussionHeld>(EnquiryCodes.Agency, "unknown-code", f => f.Agencies),
        new("strategy-agencies", "Police, health and the local authority take part. Name them, or say why one was absent.", q =>
            string.IsNullOrWhiteSpace(q.Fact.AbsentBecause) && new[] { "la", "police", "health" }.Except(q.Fact.Agencies).Any()),
        Guards.Known<StrategyDiscussionHeld>(EnquiryCodes.Decision, "unknown-code", f => f.Decision),
        Guards.Known<StrategyDiscussionHeld>(EnquiryCodes.Kind, "unknown-code", f => f.Kind),
        new("enquiry-kind", "Say who leads the enquiry; leave it out when there is none.", q =>
            q.Fact.Decision == "s47" == string.IsNullOrEmpty(q.Fact.Kind)),
        .. Guards.Decided<StrategyDiscussionHeld>(f => f.DecidedBy, f => f.Rationale),
        Guards.OpenCase<StrategyDiscussionHeld>(),
        .. Guards.InLife<StrategyDiscussionHeld>(),
    ];

    /// <inheritdoc/>
    public static StrategyDiscussionHeld Example => new(
        new DateOnly(2025, 9, 1), new TimeOnly(11, 30), ["la", "police", "health", "school"],
        null, "s47", "joint", "A. Manager", "Injury does not fit the account.");

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => HeldOn;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(EnquiryLanes.Strategies, new StrategyDiscussion(Decision, Kind), HeldOn, At: HeldAt)];

    /// <inheritdoc/>
    public string Sentence() =>
        $"A strategy discussion was held on {Words.Date(HeldOn)}{Words.At(HeldAt)}, {Words.Label(EnquiryCodes.Decision, Decision)}"
        + $"{Words.Saying(Rationale)}.";
}
