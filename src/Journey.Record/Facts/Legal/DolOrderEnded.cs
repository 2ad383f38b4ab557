using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Facts.Care;

namespace Journey.Record.Facts.Legal;

/// <summary>A deprivation of liberty order ends.</summary>
public sealed record DolOrderEnded(Guid Order, DateOnly On) : IFact<DolOrderEnded>
{
    /// <inheritdoc/>
    public static string Name => "dol_order_ended.v1";

    /// <inheritdoc/>
    public static string Noun => "deprivation-of-liberty-ends";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes => [];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<DolOrderEnded>> Rules { get; } =
    [
        Guards.NamesOpen<DolOrderEnded, DolOrderStarted>("deprivation of liberty order", f => f.Order),
        Guards.NotBeforeStart<DolOrderEnded>("deprivation of liberty order", f => f.Order, f => f.On),
        new("707", "The order ends with the period of care at the latest. Check both dates.", q =>
            q.Record.Find<DolOrderStarted>(q.Fact.Order) is { } order
            && q.Record.On(CareLanes.Care, order.From).FirstOrDefault() is { } care
            && q.Fact.On > care.To),
    ];

    /// <inheritdoc/>
    public static DolOrderEnded Example => new(Guid.Parse("019a0000-0000-7000-8000-000000000001"), new DateOnly(2026, 3, 2));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [];

    /// <inheritdoc/>
    public IEnumerable<Ending> Endings() => [new(Order, On)];

    /// <inheritdoc/>
    public string Sentence() => Sentence(Ended.Nothing);

    /// <inheritdoc/>
    public string Sentence(Ended ended) => $"The deprivation of liberty order ended on {Words.Date(On)}{ended.After}.";
}
