using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;

namespace Journey.Record.Facts.LeavingCare;

/// <summary>What is known of a care leaver around a birthday (OC3).</summary>
public sealed record CareLeaverStatusRecorded(
    string? InTouch,
    string? Activity,
    string? Accommodation,
    DateOnly On) : IFact<CareLeaverStatusRecorded>
{
    /// <inheritdoc/>
    public static string Name => "care_leaver_status_recorded.v1";

    /// <inheritdoc/>
    public static string Noun => "care-leaver-statuses";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [LeavingCareLanes.Statuses];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<CareLeaverStatusRecorded>> Rules { get; } =
    [
        Guards.Known<CareLeaverStatusRecorded>(LeavingCareCodes.InTouch, "131", f => f.InTouch),
        Guards.Known<CareLeaverStatusRecorded>(LeavingCareCodes.Activity, "132", f => f.Activity),
        Guards.Known<CareLeaverStatusRecorded>(LeavingCareCodes.Accommodation, "133", f => f.Accommodation),
        new("leaver-age", "Care leavers are asked about from their 17th birthday to their 21st. Check the date.", q =>
            Guards.AgeOn(q.Record, q.Fact.On) is < 17 or > 21),
    ];

    /// <inheritdoc/>
    public static CareLeaverStatusRecorded Example => new("YES", "F2", "U1", new DateOnly(2025, 6, 12));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public DatePrecision Precision() => DatePrecision.Birthday;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(LeavingCareLanes.Statuses, new CareLeaverStatus(InTouch, Activity, Accommodation), On)];

    /// <inheritdoc/>
    public string Sentence() =>
        $"Around {Words.Date(On)}: {Words.Label(LeavingCareCodes.InTouch, InTouch)}; {Words.Label(LeavingCareCodes.Activity, Activity)}; "
        + $"{Words.Label(LeavingCareCodes.Accommodation, Accommodation)}.";
}
