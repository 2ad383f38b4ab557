using Journey.Record.Bitemporal;
using Journey.Record.Children;

namespace Journey.Record.Facts.Reviews;

/// <summary>A concern of the reviewing officer is resolved.</summary>
public sealed record IroConcernResolved(Guid Concern, string Outcome, DateOnly On) : IFact<IroConcernResolved>
{
    /// <inheritdoc/>
    public static string Name => "iro_concern_resolved.v1";

    /// <inheritdoc/>
    public static string Noun => "iro-concern-resolutions";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes => [];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<IroConcernResolved>> Rules { get; } =
    [
        Guards.NamesOpen<IroConcernResolved, IroConcernRaised>("concern", f => f.Concern),
        Guards.NotBeforeStart<IroConcernResolved>("concern", f => f.Concern, f => f.On),
        Guards.Said<IroConcernResolved>("outcome", f => f.Outcome),
    ];

    /// <inheritdoc/>
    public static IroConcernResolved Example => new(
        Guid.Parse("019a0000-0000-7000-8000-000000000001"), "Visits every fortnight.", new DateOnly(2025, 8, 15));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [];

    /// <inheritdoc/>
    public IEnumerable<Ending> Endings() => [new(Concern, On, new ConcernClosing(Outcome))];

    /// <inheritdoc/>
    public string Sentence() => Sentence(Ended.Nothing);

    /// <inheritdoc/>
    public string Sentence(Ended ended) => $"The reviewing officer's concern was resolved on {Words.Date(On)}{ended.After}{Words.Saying(Outcome)}.";
}
