using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;

namespace Journey.Record.Facts.Placements;

/// <summary>A provider will not take the child.</summary>
public sealed record ProviderDeclined(Guid Approach, string Reason, string? Details, DateOnly On, TimeOnly? At) : IFact<ProviderDeclined>
{
    /// <inheritdoc/>
    public static string Name => "provider_declined.v1";

    /// <inheritdoc/>
    public static string Noun => "provider-refusals";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes => [];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<ProviderDeclined>> Rules { get; } =
    [
        Guards.Names<ProviderDeclined, ProviderApproached>("approach", f => f.Approach),
        Guards.NotEnded<ProviderDeclined>("approach", f => f.Approach),
        Guards.NotBefore<ProviderDeclined>("approach", f => f.Approach),
        Guards.Known<ProviderDeclined>(SearchCodes.Refusal, "unknown-code", f => f.Reason),
    ];

    /// <inheritdoc/>
    public static ProviderDeclined Example => new(
        Guid.Parse("019a0000-0000-7000-8000-000000000001"), "matching",
        "Two boys of his age live there.", new DateOnly(2025, 8, 13), new TimeOnly(11, 0));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [];

    /// <inheritdoc/>
    public IEnumerable<Ending> Endings() => [new(Approach, On, new ApproachAnswer(false, Reason))];

    /// <inheritdoc/>
    public string HowItEnds() => "Answered";

    /// <inheritdoc/>
    public string Sentence() =>
        $"The provider declined on {Words.Date(On)}{Words.At(At)}, {Words.Label(SearchCodes.Refusal, Reason)}"
        + $"{Words.Saying(Details)}.";
}
