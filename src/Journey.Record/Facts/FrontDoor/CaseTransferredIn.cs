using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;

namespace Journey.Record.Facts.FrontDoor;

/// <summary>The case came from another authority.</summary>
public sealed record CaseTransferredIn(string OtherAuthority, string Kind, DateOnly? AcceptedOn, DateOnly On) : IFact<CaseTransferredIn>
{
    /// <inheritdoc/>
    public static string Name => "case_transferred_in.v1";

    /// <inheritdoc/>
    public static string Noun => "transfers-in";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [FrontDoorLanes.Transfers];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<CaseTransferredIn>> Rules { get; } =
    [
        Guards.Known<CaseTransferredIn>(FrontDoorCodes.Transfer, "unknown-code", f => f.Kind),
        Guards.Said<CaseTransferredIn>("other authority", f => f.OtherAuthority),
        new("accepted-early", "The transfer was accepted before it was made. Check both dates.", q => q.Fact.AcceptedOn < q.Fact.On),
        .. Guards.InLife<CaseTransferredIn>(),
    ];

    /// <inheritdoc/>
    public static CaseTransferredIn Example => new("E07000112", "CPP", new DateOnly(2025, 6, 16), new DateOnly(2025, 6, 2));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(FrontDoorLanes.Transfers, new Transfer(OtherAuthority, Kind, Into: true), On)];

    /// <inheritdoc/>
    public string Sentence() => $"The case came from authority {OtherAuthority} on {Words.Date(On)}: {Words.Label(FrontDoorCodes.Transfer, Kind)}.";
}
