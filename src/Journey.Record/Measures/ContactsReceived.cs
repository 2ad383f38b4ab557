using Journey.Record.Bitemporal;
using Journey.Record.Facts;
using Journey.Record.Facts.FrontDoor;

namespace Journey.Record.Measures;

/// <summary>Contacts received, and those that were passed on.</summary>
public static class ContactsReceived
{
    /// <summary>Contacts received in the window.</summary>
    public static Measure All { get; } = new()
    {
        Code = "CONTACTS",
        Kind = MeasureKind.Count,
        Title = "Contacts received in the window",
        Cohort = "Contacts received in the window",
        Numerator = "All of them",
        Unit = "contacts",
        Source = "Ofsted, Annex A list 1",
        Lanes = [FrontDoorLanes.Contacts],
        Of = Counting.Begun(FrontDoorLanes.Contacts, _ => true, "A contact was received", "No contact in the window."),
    };

    /// <summary>Contacts that became a referral or an enquiry.</summary>
    public static Measure PassedOn { get; } = new()
    {
        Code = "CONTACTS-PASSED-ON",
        Title = "Contacts that became a referral or an enquiry",
        Cohort = "Contacts received in the window",
        Numerator = "Decided to be a referral or a child protection enquiry",
        Policy = "A decision counts though it was made after the window",
        Unit = "contacts",
        Source = "Journey",
        Lanes = [FrontDoorLanes.Contacts, FrontDoorLanes.ContactDecisions],
        Of = (child, window, _) => child.Began(FrontDoorLanes.Contacts, window).Select(contact =>
        {
            var decision = DecisionOn(child, contact);
            var outcome = decision?.As<ContactDecision>().Outcome;
            return child.In(
                outcome is "Referral" or "CpEnquiry",
                $"A contact was received on {Words.Date(contact.From)}: "
                    + $"{(decision is null ? "not decided" : Words.Label(Codes.FrontDoorCodes.ContactOutcome, outcome))}.",
                null, decision is null ? [contact.FactId] : [contact.FactId, decision.FactId], contact.FactId, contact.From);
        }).Or(child, "No contact in the window."),
    };

    /// <summary>The decision on a contact, or null.</summary>
    internal static Interval? DecisionOn(Timelines child, Interval contact) =>
        child[FrontDoorLanes.ContactDecisions].FirstOrDefault(d => d.As<ContactDecision>().Contact == contact.FactId);
}
