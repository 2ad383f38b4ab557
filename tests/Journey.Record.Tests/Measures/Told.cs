using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Facts.Closure;
using Journey.Record.Facts.Enquiries;
using Journey.Record.Facts.FrontDoor;
using Journey.Record.Facts.Plans;
using Journey.Record.Facts.Protection;
using Journey.Record.Measures;

namespace Journey.Record.Tests.Measures;

/// <summary>A child's facts told in a few words, and what measures make of them.</summary>
internal sealed class Told
{
    private readonly List<(Guid Id, IFact Fact)> _facts = [];

    public ChildRecord Record => ChildRecord.Empty(Guid.Parse("019a0000-0000-7000-8000-00000000c1d0"))
        .With(_facts.Select(f => Journey.Record.Facts.FactCatalogue.Of(f.Fact).Asserted(f.Id, f.Fact, null)));

    public Timelines Timelines => Record is var record ? new Timelines(record.Id, record.Timeline) : null!;

    public static DateOnly On(int year, int month, int day) => new(year, month, day);

    /// <summary>From a day up to and with another.</summary>
    public static Period Through(DateOnly from, DateOnly last) => new(from, last.AddDays(1));

    public Guid Say(IFact fact)
    {
        _facts.Add((Guid.CreateVersion7(), fact));
        return _facts[^1].Id;
    }

    public Guid Contact(DateOnly on) => Say(new ContactReceived(on, null, "2A", null, "phone", "Hungry.", []));

    public Guid Decided(Guid contact, DateOnly on, string outcome = "Referral") =>
        Say(new ContactDecided(contact, on, null, outcome, 3, "A. Manager", "Because."));

    public Guid Referral(DateOnly on, string source = "2A") => Say(new ReferralReceived(on, null, source, [], "N1"));

    public Guid ReferralDecided(Guid referral, DateOnly on, string decision) =>
        Say(new ReferralDecided(referral, on, null, decision, "A. Manager", "Because."));

    public Guid Closed(Guid referral, DateOnly on, string reason = "RC7") => Say(new CaseClosed(referral, on, reason, "A. Manager", "Because.", null));

    public Guid Enquiry(DateOnly on) => Say(new Section47Started(null, null, on, on.AddDays(21)));

    public Guid Conference(DateOnly on) => Say(new IcpcHeld(on, "CPP", true, [], null));

    public Guid Review(DateOnly on) => Say(new RcpcHeld(on, true, true, [], null));

    public Guid Plan(DateOnly from, DateOnly? to = null, int previous = 0)
    {
        var plan = Say(new ProtectionPlanStarted("NEG", previous, from));
        if (to is { } end)
        {
            Say(new ProtectionPlanEnded(plan, "risksReduced", null, end));
        }

        return plan;
    }

    public Guid InNeed(DateOnly from) => Say(new CinPlanStarted(from, []));

    public Figure Figure(Measure measure, Period window) => Journey.Record.Measures.Figure.Over(measure, [Timelines], window);

    /// <summary>Numerator of denominator.</summary>
    public (decimal Counted, decimal Of) Of(Measure measure, Period window) =>
        Figure(measure, window) is var figure ? (figure.Numerator, figure.Denominator) : default;
}
