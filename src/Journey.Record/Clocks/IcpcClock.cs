using Journey.Record.Facts.Enquiries;
using Journey.Record.Facts.FrontDoor;
using Journey.Record.Facts.Protection;

namespace Journey.Record.Clocks;

/// <summary>An initial child protection conference is held within 15 working days of the enquiry.</summary>
public static class IcpcClock
{
    private static readonly Limit Limit = new("icpc", 15, LimitUnit.WorkingDays, Evidence.Statutory);

    /// <summary>The clock.</summary>
    public static Clock Clock { get; } = new()
    {
        Code = "icpc",
        Title = "Initial child protection conference",
        Rule = "15 working days from the start of an enquiry under section 47 (its strategy discussion), until an initial conference is held or the "
            + "enquiry finds that none is required. It stops when the case closes.",
        Source = "Working Together; target date of the children in need census",
        Evidence = Evidence.Statutory,
        Limits = [Limit],
        Lanes = [EnquiryLanes.Enquiries, ConferenceLanes.Held, FrontDoorLanes.Referrals],
        Dues = t =>
            from enquiry in t[EnquiryLanes.Enquiries]
            let start = Mark.Of(enquiry)
            let held = Ticking.First(t.Marks(ConferenceLanes.Held, i => i.As<Conference>().Kind == Initial), start)
            let without = enquiry is { IsOpen: false, Closing: EnquiryClosing { IcpcNotRequired: true } } ? new Mark(null, enquiry.To) : (Mark?)null
            select t.Start(Limit, start)
                .ClosedWith(held is null || without?.On < held.Value.On ? without ?? held : held)
                .StoppedFrom(t.CaseEnd(enquiry.From), Cases.CaseClosed),
    };

    /// <summary>The kind of an initial conference.</summary>
    internal const string Initial = "initial";
}
