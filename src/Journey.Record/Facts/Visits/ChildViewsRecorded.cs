using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;

namespace Journey.Record.Facts.Visits;

/// <summary>What the child had to say, in its own words.</summary>
public sealed record ChildViewsRecorded(string How, string InWords, string About, DateOnly On) : IFact<ChildViewsRecorded>
{
    /// <inheritdoc/>
    public static string Name => "child_views_recorded.v1";

    /// <inheritdoc/>
    public static string Noun => "child-views";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [VoiceLanes.Views];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<ChildViewsRecorded>> Rules { get; } =
    [
        Guards.Known<ChildViewsRecorded>(VisitCodes.How, "unknown-code", f => f.How),
        Guards.Said<ChildViewsRecorded>("child's own words", f => f.InWords),
        Guards.Said<ChildViewsRecorded>("subject", f => f.About),
        .. Guards.InLife<ChildViewsRecorded>(),
    ];

    /// <inheritdoc/>
    public static ChildViewsRecorded Example => new("said", "I want to stay with my brother.", "where to live", new DateOnly(2025, 6, 16));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(VoiceLanes.Views, new Views(About), On)];

    /// <inheritdoc/>
    public string Sentence() => $"The child gave its views of {About} on {Words.Date(On)}, {Words.Label(VisitCodes.How, How)}{Words.Saying(InWords)}.";
}
