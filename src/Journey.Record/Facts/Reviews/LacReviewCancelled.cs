using Journey.Record.Bitemporal;
using Journey.Record.Children;

namespace Journey.Record.Facts.Reviews;

/// <summary>A review that was due did not take place; it stays due.</summary>
public sealed record LacReviewCancelled(Guid Review, string Reason, DateOnly On) : IFact<LacReviewCancelled>
{
    /// <inheritdoc/>
    public static string Name => "lac_review_cancelled.v1";

    /// <inheritdoc/>
    public static string Noun => "review-cancellations";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes => [];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<LacReviewCancelled>> Rules { get; } =
    [
        Guards.Names<LacReviewCancelled, LacReviewScheduled>("review due", f => f.Review),
        Guards.Said<LacReviewCancelled>("reason", f => f.Reason),
    ];

    /// <inheritdoc/>
    public static LacReviewCancelled Example => new(
        Guid.Parse("019a0000-0000-7000-8000-000000000001"), "Chair was ill", new DateOnly(2025, 7, 8));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [];

    /// <inheritdoc/>
    public string Sentence() => $"The review was cancelled on {Words.Date(On)}{Words.Saying(Reason)}.";
}
