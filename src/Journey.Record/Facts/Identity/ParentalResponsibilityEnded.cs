using Journey.Record.Bitemporal;
using Journey.Record.Children;

namespace Journey.Record.Facts.Identity;

/// <summary>Somebody no longer holds parental responsibility.</summary>
public sealed record ParentalResponsibilityEnded(Guid Responsibility, DateOnly On, string? Reason) : IFact<ParentalResponsibilityEnded>
{
    /// <inheritdoc/>
    public static string Name => "parental_responsibility_ended.v1";

    /// <inheritdoc/>
    public static string Noun => "parental-responsibility-ends";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes => [];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<ParentalResponsibilityEnded>> Rules { get; } =
    [
        Guards.NamesOpen<ParentalResponsibilityEnded, ParentalResponsibilityRecorded>("parental responsibility", f => f.Responsibility),
        Guards.NotBeforeStart<ParentalResponsibilityEnded>("parental responsibility", f => f.Responsibility, f => f.On),
    ];

    /// <inheritdoc/>
    public static ParentalResponsibilityEnded Example => new(
        Guid.Parse("019a0000-0000-7000-8000-000000000001"), new DateOnly(2025, 9, 1), "Adoption order");

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [];

    /// <inheritdoc/>
    public IEnumerable<Ending> Endings() => [new(Responsibility, On)];

    /// <inheritdoc/>
    public string Sentence() => Sentence(Ended.Nothing);

    /// <inheritdoc/>
    public string Sentence(Ended ended) => $"Parental responsibility ended on {Words.Date(On)}{ended.After}{Words.Saying(Reason)}.";
}
