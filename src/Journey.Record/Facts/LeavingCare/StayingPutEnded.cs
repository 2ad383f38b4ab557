using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;

namespace Journey.Record.Facts.LeavingCare;

/// <summary>Staying put ends.</summary>
public sealed record StayingPutEnded(Guid StayingPut, string Reason, DateOnly On) : IFact<StayingPutEnded>
{
    /// <inheritdoc/>
    public static string Name => "staying_put_ended.v1";

    /// <inheritdoc/>
    public static string Noun => "staying-put-ends";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes => [];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<StayingPutEnded>> Rules { get; } =
    [
        Guards.NamesOpen<StayingPutEnded, StayingPutStarted>("staying put", f => f.StayingPut),
        Guards.NotBefore<StayingPutEnded>("staying put", f => f.StayingPut),
        Guards.Known<StayingPutEnded>(LeavingCareCodes.StayingPutEnd, "unknown-code", f => f.Reason),
    ];

    /// <inheritdoc/>
    public static StayingPutEnded Example => new(Guid.Parse("019a0000-0000-7000-8000-000000000001"), "movedOn", new DateOnly(2026, 5, 4));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [];

    /// <inheritdoc/>
    public IEnumerable<Ending> Endings() => [new(StayingPut, On, new StayingPutClosing(Reason))];

    /// <inheritdoc/>
    public string Sentence() => Sentence(Ended.Nothing);

    /// <inheritdoc/>
    public string Sentence(Ended ended) => $"Staying put ended on {Words.Date(On)}{ended.After}: {Words.Label(LeavingCareCodes.StayingPutEnd, Reason)}.";
}
