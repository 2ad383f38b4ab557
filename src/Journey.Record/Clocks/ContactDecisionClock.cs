using Journey.Record.Facts.FrontDoor;

namespace Journey.Record.Clocks;

/// <summary>A contact is decided within a working day.</summary>
public static class ContactDecisionClock
{
    private static readonly Limit Limit = new("contact-decision", 1, LimitUnit.WorkingDays, Evidence.Target);

    /// <summary>The clock.</summary>
    public static Clock Clock { get; } = new()
    {
        Code = "contact-decision",
        Title = "Decision on a contact",
        Rule = "One working day from the day a contact is received, until it is decided.",
        Source = "Local practice after Working Together",
        Evidence = Evidence.Target,
        Limits = [Limit],
        Lanes = [FrontDoorLanes.Contacts, FrontDoorLanes.ContactDecisions],
        Dues = t =>
            from contact in t.Marks(FrontDoorLanes.Contacts)
            select t.Start(Limit, contact).ClosedWith(Ticking.First(
                t.Marks(FrontDoorLanes.ContactDecisions, i => i.As<ContactDecision>().Contact == contact.Fact), contact)),
    };
}
