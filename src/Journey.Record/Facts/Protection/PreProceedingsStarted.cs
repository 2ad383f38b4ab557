using Journey.Record.Bitemporal;
using Journey.Record.Children;

namespace Journey.Record.Facts.Protection;

/// <summary>A decision to begin work with the parents before care proceedings.</summary>
public sealed record PreProceedingsStarted(
    DateOnly DecisionOn,
    DateOnly? LetterSentOn,
    string DecidedBy,
    string Rationale) : IFact<PreProceedingsStarted>
{
    /// <inheritdoc/>
    public static string Name => "pre_proceedings_started.v1";

    /// <inheritdoc/>
    public static string Noun => "pre-proceedings";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [CourtLanes.PreProceedings];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<PreProceedingsStarted>> Rules { get; } =
    [
        new("letter-early", "The letter was sent before the decision. Check both dates.", q => q.Fact.LetterSentOn < q.Fact.DecisionOn),
        Guards.OpenCase<PreProceedingsStarted>(),
        .. Guards.Decided<PreProceedingsStarted>(f => f.DecidedBy, f => f.Rationale),
        .. Guards.InLife<PreProceedingsStarted>(),
    ];

    /// <inheritdoc/>
    public static PreProceedingsStarted Example => new(
        new DateOnly(2026, 1, 12), new DateOnly(2026, 1, 14), "A. Manager", "Plan has not reduced the risk.");

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => DecisionOn;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(CourtLanes.PreProceedings, new PreProceedings(LetterSentOn), DecisionOn)];

    /// <inheritdoc/>
    public string Sentence() => $"Pre-proceedings were decided on {Words.Date(DecisionOn)}{Words.Saying(Rationale)}.";
}
