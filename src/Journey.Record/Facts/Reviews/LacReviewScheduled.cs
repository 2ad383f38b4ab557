using Journey.Record.Bitemporal;
using Journey.Record.Children;

namespace Journey.Record.Facts.Reviews;

/// <summary>A review is due by a day.</summary>
public sealed record LacReviewScheduled(DateOnly DueOn) : IFact<LacReviewScheduled>
{
    /// <inheritdoc/>
    public static string Name => "lac_review_scheduled.v1";

    /// <inheritdoc/>
    public static string Noun => "reviews-due";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [ReviewLanes.Due];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<LacReviewScheduled>> Rules { get; } =
    [
        .. Guards.InLife<LacReviewScheduled>(),
    ];

    /// <inheritdoc/>
    public static LacReviewScheduled Example => new(new DateOnly(2025, 7, 8));

    /// <inheritdoc/>
    public static bool MayLieAhead => true;

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => DueOn;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(ReviewLanes.Due, new ReviewDue(), DueOn)];

    /// <inheritdoc/>
    public string Sentence() => $"A review is due on {Words.Date(DueOn)}.";
}
