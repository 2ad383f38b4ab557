using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;

namespace Journey.Record.Facts.FrontDoor;

/// <summary>The main reason for services, from a day on.</summary>
public sealed record PrimaryNeedRecorded(string Code, DateOnly On) : IFact<PrimaryNeedRecorded>
{
    /// <inheritdoc/>
    public static string Name => "primary_need_recorded.v1";

    /// <inheritdoc/>
    public static string Noun => "primary-needs";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [FrontDoorLanes.PrimaryNeed];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<PrimaryNeedRecorded>> Rules { get; } =
    [
        Guards.Known<PrimaryNeedRecorded>(FrontDoorCodes.PrimaryNeed, "8610", f => f.Code),
        Guards.OpenCase<PrimaryNeedRecorded>(),
        .. Guards.InLife<PrimaryNeedRecorded>(),
    ];

    /// <inheritdoc/>
    public static PrimaryNeedRecorded Example => new("N1", new DateOnly(2025, 5, 12));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(FrontDoorLanes.PrimaryNeed, new PrimaryNeed(Code), On)];

    /// <inheritdoc/>
    public string Sentence() => $"The primary need is recorded from {Words.Date(On)}: {Words.Label(FrontDoorCodes.PrimaryNeed, Code)}.";
}
