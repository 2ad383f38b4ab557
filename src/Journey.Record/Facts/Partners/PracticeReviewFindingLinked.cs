using Journey.Record.Bitemporal;
using Journey.Record.Children;

namespace Journey.Record.Facts.Partners;

/// <summary>A finding of a practice review bears on the child.</summary>
public sealed record PracticeReviewFindingLinked(string Review, string Finding, DateOnly On) : IFact<PracticeReviewFindingLinked>
{
    /// <inheritdoc/>
    public static string Name => "practice_review_finding_linked.v1";

    /// <inheritdoc/>
    public static string Noun => "review-findings";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [SharingLanes.Findings];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<PracticeReviewFindingLinked>> Rules { get; } =
    [
        Guards.Said<PracticeReviewFindingLinked>("review", f => f.Review),
        Guards.Said<PracticeReviewFindingLinked>("finding", f => f.Finding),
        Guards.NotBeforeBirth<PracticeReviewFindingLinked>(),
    ];

    /// <inheritdoc/>
    public static PracticeReviewFindingLinked Example => new("Local review 2025-02", "Three agencies each held a part.", new DateOnly(2026, 3, 30));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(SharingLanes.Findings, new ReviewFinding(Review), On)];

    /// <inheritdoc/>
    public string Sentence() => $"A finding of {Review} was linked on {Words.Date(On)}{Words.Saying(Finding)}.";
}
