using Journey.Record.Bitemporal;
using Journey.Record.Children;

namespace Journey.Record.Facts.Visits;

/// <summary>Somebody visits the child independently from a day on; the next one takes over.</summary>
public sealed record IndependentVisitorAppointed(string Who, DateOnly From) : IFact<IndependentVisitorAppointed>
{
    /// <inheritdoc/>
    public static string Name => "independent_visitor_appointed.v1";

    /// <inheritdoc/>
    public static string Noun => "independent-visitors";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [VoiceLanes.IndependentVisitor];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<IndependentVisitorAppointed>> Rules { get; } =
    [
        Guards.Said<IndependentVisitorAppointed>("name of the visitor", f => f.Who),
        Guards.InCare<IndependentVisitorAppointed>(),
        .. Guards.InLife<IndependentVisitorAppointed>(),
    ];

    /// <inheritdoc/>
    public static IndependentVisitorAppointed Example => new("A. Visitor", new DateOnly(2025, 9, 15));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => From;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(VoiceLanes.IndependentVisitor, new IndependentVisitor(Who), From)];

    /// <inheritdoc/>
    public string Sentence() => $"{Who} is the independent visitor from {Words.Date(From)}.";
}
