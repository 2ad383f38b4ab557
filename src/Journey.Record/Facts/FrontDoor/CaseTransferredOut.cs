using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;

namespace Journey.Record.Facts.FrontDoor;

/// <summary>The case went to another authority.</summary>
public sealed record CaseTransferredOut(string OtherAuthority, string Kind, DateOnly? AcceptedOn, DateOnly On) : IFact<CaseTransferredOut>
{
    /// <inheritdoc/>
    public static string Name => "case_transferred_out.v1";

    /// <inheritdoc/>
    public static string Noun => "transfers-out";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [FrontDoorLanes.Transfers];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<CaseTransferredOut>> Rules { get; } =
    [
        Guards.Known<CaseTransferredOut>(FrontDoorCodes.Transfer, "unknown-code", f => f.Kind),
        Guards.Said<CaseTransferredOut>("other authority", f => f.OtherAuthority),
        new("accepted-early", "The transfer was accepted before it was made. Check both dates.", q => q.Fact.AcceptedOn < q.Fact.On),
        .. Guards.InLife<CaseTransferredOut>(),
    ];

    /// <inheritdoc/>
    public static CaseTransferredOut Example => new("E07000112", "CPP", new DateOnly(2025, 6, 16), new DateOnly(2025, 6, 2));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(FrontDoorLanes.Transfers, new Transfer(OtherAuthority, Kind, Into: false), On)];

    /// <inheritdoc/>
    public string Sentence() => $"The case went to authority {OtherAuthority} on {Words.Date(On)}: {Words.Label(FrontDoorCodes.Transfer, Kind)}.";
}
