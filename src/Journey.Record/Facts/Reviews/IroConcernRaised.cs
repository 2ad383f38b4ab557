using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;

namespace Journey.Record.Facts.Reviews;

/// <summary>The independent reviewing officer raises a concern, with a day by which it is to be answered.</summary>
public sealed record IroConcernRaised(string Level, string Issue, DateOnly On, DateOnly DueOn) : IFact<IroConcernRaised>
{
    /// <inheritdoc/>
    public static string Name => "iro_concern_raised.v1";

    /// <inheritdoc/>
    public static string Noun => "iro-concerns";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [ReviewLanes.Concerns];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<IroConcernRaised>> Rules { get; } =
    [
        Guards.Known<IroConcernRaised>(ReviewCodes.Concern, "unknown-code", f => f.Level),
        Guards.Said<IroConcernRaised>("issue", f => f.Issue),
        new("due-early", "The answer is due before the concern was raised. Check both dates.", q => q.Fact.DueOn < q.Fact.On),
        Guards.InCare<IroConcernRaised>(),
    ];

    /// <inheritdoc/>
    public static IroConcernRaised Example => new("teamManager", "No visits since May.", new DateOnly(2025, 8, 4), new DateOnly(2025, 8, 18));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(ReviewLanes.Concerns, new Concern(Level, DueOn), On)];

    /// <inheritdoc/>
    public string Sentence() =>
        $"The reviewing officer raised a concern on {Words.Date(On)}, {Words.Label(ReviewCodes.Concern, Level)}{Words.Saying(Issue)}.";
}
