using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;
using Journey.Record.Facts.Legal;

namespace Journey.Record.Facts.Reviews;

/// <summary>A review was held.</summary>
public sealed record LacReviewHeld(
    DateOnly HeldOn,
    string? Participation,
    string? Iro,
    string? ChairedBy,
    IReadOnlyList<string> Decisions) : IFact<LacReviewHeld>
{
    /// <inheritdoc/>
    public static string Name => "lac_review_held.v1";

    /// <inheritdoc/>
    public static string Noun => "reviews";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [ReviewLanes.Reviews];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<LacReviewHeld>> Rules { get; } =
    [
        Guards.Known<LacReviewHeld>(ReviewCodes.Participation, "unknown-code", f => f.Participation),
        new("440", "PN0 is for children under 4. Say how the child took part.", q =>
            q.Fact.Participation == "PN0" && Guards.AgeOn(q.Record, q.Fact.HeldOn) >= 4),
        new("441", "A child under 4 is PN0. Check the code and the date of birth.", q =>
            q.Fact.Participation is not (null or "PN0") && Guards.AgeOn(q.Record, q.Fact.HeldOn) < 4),
        new("399", "A child in short breaks has no such review. Check the legal status.", q =>
            CareCodes.IsShortBreak(q.Record.At(LegalLanes.LegalStatus, q.Fact.HeldOn)?.Code)),
        new("review-twice", "A review is already recorded on that day. Record it once.", q =>
            q.Record.Facts<LacReviewHeld>().Any(f => f.Fact.HeldOn == q.Fact.HeldOn)),
        Guards.InCare<LacReviewHeld>(),
        .. Guards.InLife<LacReviewHeld>(),
    ];

    /// <inheritdoc/>
    public static LacReviewHeld Example => new(new DateOnly(2025, 7, 4), "PN1", "IRO10001", null, ["School stays the same"]);

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => HeldOn;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(ReviewLanes.Reviews, new Review(Participation), HeldOn)];

    /// <inheritdoc/>
    public string Sentence() => $"A review was held on {Words.Date(HeldOn)}: {Words.Label(ReviewCodes.Participation, Participation)}.";
}
