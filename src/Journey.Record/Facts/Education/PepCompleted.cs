using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;

namespace Journey.Record.Facts.Education;

/// <summary>A personal education plan of a looked-after child was completed.</summary>
public sealed record PepCompleted(string Quality, string? Next, DateOnly On) : IFact<PepCompleted>
{
    /// <inheritdoc/>
    public static string Name => "pep_completed.v1";

    /// <inheritdoc/>
    public static string Noun => "education-plans";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [SchoolLanes.Plans];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<PepCompleted>> Rules { get; } =
    [
        Guards.Known<PepCompleted>(EducationCodes.Quality, "unknown-code", f => f.Quality),
        Guards.InCare<PepCompleted>(),
        .. Guards.InLife<PepCompleted>(),
    ];

    /// <inheritdoc/>
    public static PepCompleted Example => new("good", "Tutor for mathematics", new DateOnly(2025, 7, 4));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(SchoolLanes.Plans, new EducationPlan(Quality), On)];

    /// <inheritdoc/>
    public string Sentence() =>
        $"A personal education plan was completed on {Words.Date(On)}, rated {Words.Label(EducationCodes.Quality, Quality)}{Words.Saying(Next)}.";
}
