using Journey.Record.Facts.FrontDoor;
using Journey.Record.Facts.Protection;

namespace Journey.Record.Clocks;

/// <summary>A plan that comes from another authority has a conference within 15 working days.</summary>
public static class TransferInConferenceClock
{
    private static readonly Limit Limit = new("transfer-in-conference", 15, LimitUnit.WorkingDays, Evidence.Target);

    /// <summary>The clock.</summary>
    public static Clock Clock { get; } = new()
    {
        Code = "transfer-in-conference",
        Title = "Conference after a transfer in",
        Rule = "15 working days from the day a child with a protection plan comes from another authority, until an initial conference is held. It "
            + "stops when the case closes.",
        Source = "Working Together, transfer of a protection plan",
        Evidence = Evidence.Target,
        Limits = [Limit],
        Lanes = [FrontDoorLanes.Transfers, FrontDoorLanes.Referrals, ConferenceLanes.Held],
        Dues = t =>
            from transfer in t.Marks(FrontDoorLanes.Transfers, i => i.As<Transfer>() is { Into: true, Kind: "CPP" })
            select t.Start(Limit, transfer)
                .ClosedWith(Ticking.First(t.Marks(ConferenceLanes.Held, i => i.As<Conference>().Kind == IcpcClock.Initial), transfer))
                .StoppedFrom(t.CaseEnd(transfer.On), Cases.CaseClosed),
    };
}
