using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;

namespace Journey.Record.Facts.Protection;

/// <summary>Pre-proceedings end with a decision to step up or down.</summary>
public sealed record PreProceedingsEnded(Guid PreProceedings, string Outcome, DateOnly StepDecisionOn) : IFact<PreProceedingsEnded>
{
    /// <inheritdoc/>
    public static string Name => "pre_proceedings_ended.v1";

    /// <inheritdoc/>
    public static string Noun => "pre-proceedings-ends";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes => [];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<PreProceedingsEnded>> Rules { get; } =
    [
        Guards.NamesOpen<PreProceedingsEnded, PreProceedingsStarted>("pre-proceedings", f => f.PreProceedings),
        Guards.NotBeforeStart<PreProceedingsEnded>("pre-proceedings", f => f.PreProceedings, f => f.StepDecisionOn),
        Guards.Known<PreProceedingsEnded>(ProtectionCodes.PreProceedingsEnd, "unknown-code", f => f.Outcome),
    ];

    /// <inheritdoc/>
    public static PreProceedingsEnded Example => new(
        Guid.Parse("019a0000-0000-7000-8000-000000000001"), "proceedings", new DateOnly(2026, 3, 16));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => StepDecisionOn;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [];

    /// <inheritdoc/>
    public IEnumerable<Ending> Endings() => [new(PreProceedings, StepDecisionOn, new PreProceedingsClosing(Outcome))];

    /// <inheritdoc/>
    public string Sentence() => Sentence(Ended.Nothing);

    /// <inheritdoc/>
    public string Sentence(Ended ended) => $"Pre-proceedings ended on {Words.Date(StepDecisionOn)}{ended.After}: {Words.Label(ProtectionCodes.PreProceedingsEnd, Outcome)}.";
}
