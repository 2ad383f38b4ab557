using Journey.Record.Bitemporal;
using Journey.Record.Children;

namespace Journey.Record.Facts.Visits;

/// <summary>Somebody speaks for the child from a day on; the next one takes over.</summary>
public sealed record AdvocateAppointed(string Who, DateOnly From) : IFact<AdvocateAppointed>
{
    /// <inheritdoc/>
    public static string Name => "advocate_appointed.v1";

    /// <inheritdoc/>
    public static string Noun => "advocates";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [VoiceLanes.Advocate];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<AdvocateAppointed>> Rules { get; } =
    [
        Guards.Said<AdvocateAppointed>("name of the advocate", f => f.Who),
        .. Guards.InLife<AdvocateAppointed>(),
    ];

    /// <inheritdoc/>
    public static AdvocateAppointed Example => new("A. Advocate, Example Voice", new DateOnly(2025, 6, 20));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => From;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(VoiceLanes.Advocate, new Advocate(Who), From)];

    /// <inheritdoc/>
    public string Sentence() => $"{Who} speaks for the child from {Words.Date(From)}.";
}
