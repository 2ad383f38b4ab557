using Journey.Record.Bitemporal;
using Journey.Record.Children;

namespace Journey.Record.Facts.Health;

/// <summary>The child was convicted, or given a final warning or reprimand.</summary>
public sealed record ConvictionRecorded(string? Offence, DateOnly On) : IFact<ConvictionRecorded>
{
    /// <inheritdoc/>
    public static string Name => "conviction_recorded.v1";

    /// <inheritdoc/>
    public static string Noun => "convictions";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [CheckLanes.Convictions];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<ConvictionRecorded>> Rules { get; } =
    [
        new("542", "A child under 10 cannot be convicted. Check both dates.", q => Guards.AgeOn(q.Record, q.Fact.On) < 10),
        .. Guards.InLife<ConvictionRecorded>(),
    ];

    /// <inheritdoc/>
    public static ConvictionRecorded Example => new("Criminal damage", new DateOnly(2026, 2, 16));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(CheckLanes.Convictions, new Conviction(Offence), On)];

    /// <inheritdoc/>
    public string Sentence() => $"A conviction is recorded on {Words.Date(On)}{Words.Saying(Offence is null ? null : Words.Lower(Offence))}.";
}
