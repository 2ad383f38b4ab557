using Journey.Record.Bitemporal;
using Journey.Record.Children;

namespace Journey.Record.Facts.Assessments;

/// <summary>What a practitioner of another agency had to say.</summary>
public sealed record PractitionerViewsGathered(
    Guid? Assessment,
    string Agency,
    string Person,
    string Summary,
    DateOnly On) : IFact<PractitionerViewsGathered>
{
    /// <inheritdoc/>
    public static string Name => "practitioner_views_gathered.v1";

    /// <inheritdoc/>
    public static string Noun => "practitioner-views";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes => [];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<PractitionerViewsGathered>> Rules { get; } =
    [
        Guards.Names<PractitionerViewsGathered, AssessmentStarted>("assessment", f => f.Assessment),
        Guards.Said<PractitionerViewsGathered>("views", f => f.Summary),
        .. Guards.InLife<PractitionerViewsGathered>(),
    ];

    /// <inheritdoc/>
    public static PractitionerViewsGathered Example => new(
        Guid.Parse("019a0000-0000-7000-8000-000000000001"), "Example Health Trust", "Health visitor",
        "Weight is below the curve.", new DateOnly(2025, 5, 20));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [];

    /// <inheritdoc/>
    public string Sentence() => $"Views of {Person}, {Agency}, were gathered on {Words.Date(On)}{Words.Saying(Summary)}.";
}
