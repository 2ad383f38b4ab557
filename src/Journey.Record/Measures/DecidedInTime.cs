using Journey.Record.Bitemporal;
using Journey.Record.Facts;
using Journey.Record.Facts.FrontDoor;

namespace Journey.Record.Measures;

/// <summary>Contacts and referrals decided within one working day.</summary>
public static class DecidedInTime
{
    /// <summary>Contacts.</summary>
    public static Measure Contact { get; } = Define(
        "CONTACT-1WD", "Contact", "Local standard, after Working Together",
        FrontDoorLanes.Contacts, FrontDoorLanes.ContactDecisions, ContactsReceived.DecisionOn);

    /// <summary>Referrals.</summary>
    public static Measure Referral { get; } = Define(
        "REFERRAL-1WD", "Referral", "Working Together", FrontDoorLanes.Referrals, FrontDoorLanes.Decisions,
        (child, referral) => child[FrontDoorLanes.Decisions].FirstOrDefault(d => d.As<ReferralDecision>().Referral == referral.FactId));

    private static Measure Define(string code, string what, string source, Lane lane, Lane decisions, Func<Timelines, Interval, Interval?> decided) => new()
    {
        Code = code,
        Title = $"{what}s decided within one working day",
        Cohort = $"{what}s whose decision fell due in the window",
        Numerator = "Decided by the working day after the day it was received",
        Unit = "working days to the decision",
        Source = source,
        Lanes = [lane, decisions],
        Of = (child, window, given) => child[lane].Where(i => i.From < window.To)
            .Select(i => (Received: i, Due: given.Calendar.After(i.From, 1))).Where(x => window.Contains(x.Due))
            .Select(x =>
            {
                var decision = decided(child, x.Received);
                return child.In(
                    decision is not null && decision.From <= x.Due,
                    $"{what} received on {Words.Date(x.Received.From)}, due by {Words.Date(x.Due)}, "
                        + $"{(decision is null ? "not decided" : $"decided on {Words.Date(decision.From)}")}.",
                    decision is null ? null : given.Calendar.Between(x.Received.From, decision.From),
                    decision is null ? [x.Received.FactId] : [x.Received.FactId, decision.FactId], x.Received.FactId, x.Due);
            })
            .Or(child, $"No decision on a {Words.Lower(what)} fell due in the window."),
    };
}
