using Journey.Record.Bitemporal;
using Journey.Record.Children;

namespace Journey.Record.Facts.Education;

/// <summary>The child is suspended from school for some days.</summary>
public sealed record SuspensionRecorded(decimal Days, string Reason, DateOnly From) : IFact<SuspensionRecorded>
{
    /// <inheritdoc/>
    public static string Name => "suspension_recorded.v1";

    /// <inheritdoc/>
    public static string Noun => "suspensions";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [SchoolLanes.Suspensions];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<SuspensionRecorded>> Rules { get; } =
    [
        new("suspension-days", "A suspension lasts half a day or more, and 45 days at most in a school year. Check the days.", q =>
            q.Fact.Days is < 0.5m or > 45),
        Guards.Said<SuspensionRecorded>("reason", f => f.Reason),
        .. Guards.InLife<SuspensionRecorded>(),
    ];

    /// <inheritdoc/>
    public static SuspensionRecorded Example => new(2.5m, "Fight in the playground.", new DateOnly(2025, 10, 7));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => From;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(SchoolLanes.Suspensions, new Suspension(Days), From)];

    /// <inheritdoc/>
    public string Sentence() => $"The child was suspended from school on {Words.Date(From)} for {Words.Number(Days)} "
        + $"{(Days == 1 ? "day" : "days")}{Words.Saying(Reason)}.";
}
