using Journey.Record.Bitemporal;
using Journey.Record.Facts;
using Journey.Record.Facts.Enquiries;
using Journey.Record.Facts.Protection;

namespace Journey.Record.Measures;

/// <summary>
/// M11: from enquiries under section 47 to initial conferences. A conference belongs to the child's last enquiry begun on or before its day,
/// and an enquiry's own conference is the first that does.
/// </summary>
public static class M11Conferences
{
    /// <summary>Working days from the start of an enquiry in which its conference is due.</summary>
    private const int Due = 15;

    /// <summary>Conferences of the window for each enquiry of the window, whatever belongs together.</summary>
    public static Measure Published { get; } = new()
    {
        Code = "M11",
        Kind = MeasureKind.Average,
        Title = "Initial conferences for each enquiry under section 47",
        Cohort = "Enquiries begun in the window",
        Numerator = "Initial conferences held in the window",
        Policy = "Published: both are counted in the window, whichever enquiry a conference followed",
        Unit = "conferences",
        Source = "DfE, characteristics of children in need: 72,100 of 230,590 in 2024-25",
        Lanes = [EnquiryLanes.Enquiries, ConferenceLanes.Held],
        Of = (child, window, _) => child.Began(EnquiryLanes.Enquiries, window)
            .Select(i => new Contribution(child.Subject, 1, 0, null, $"An enquiry began on {Words.Date(i.From)}.", [i.FactId], i.FactId, i.From))
            .Concat(Initial(child).Where(i => window.Contains(i.From)).Select(i => new Contribution(
                child.Subject, 0, 1, null, $"An initial conference was held on {Words.Date(i.From)}.", [i.FactId], i.FactId, i.From)))
            .Or(child, "No enquiry and no initial conference in the window."),
    };

    /// <summary>Each enquiry followed to its own conference.</summary>
    public static Measure Linked { get; } = new()
    {
        Code = "M11-linked",
        Title = "Enquiries under section 47 that led to an initial conference",
        Cohort = "Enquiries begun in the window",
        Numerator = "An initial conference was held before the child's next enquiry",
        Policy = "Linked: a conference counts though it is held after the window",
        Unit = "working days to the conference",
        Source = "Journey",
        Lanes = Published.Lanes,
        Of = (child, window, given) => child.Began(EnquiryLanes.Enquiries, window).Select(enquiry =>
        {
            var own = Initial(child).FirstOrDefault(c => EnquiryOf(child, c)?.FactId == enquiry.FactId);
            return own is null
                ? child.In(
                    false, $"Enquiry of {Words.Date(enquiry.From)}: no initial conference followed.",
                    null, [enquiry.FactId], enquiry.FactId, enquiry.From)
                : child.In(
                    true, $"Enquiry of {Words.Date(enquiry.From)}: an initial conference was held on {Words.Date(own.From)}.",
                    given.Calendar.Between(enquiry.From, own.From), [enquiry.FactId, own.FactId], enquiry.FactId, enquiry.From);
        }).Or(child, "No enquiry in the window."),
    };

    /// <summary>Conferences held within fifteen working days of the start of their enquiry.</summary>
    public static Measure InTime { get; } = new()
    {
        Code = "M11-in-time",
        Title = "Initial conferences within 15 working days",
        Cohort = "Initial conferences held in the window",
        Numerator = "Held within 15 working days of the start of the enquiry",
        Policy = "A conference that no enquiry came before counts as not in time",
        Unit = "working days from the start of the enquiry",
        Source = "Working Together; DfE, characteristics of children in need: 58,670 of 72,100 in 2024-25",
        Lanes = Published.Lanes,
        Of = (child, window, given) => Initial(child).Where(c => window.Contains(c.From)).Select(conference =>
        {
            if (EnquiryOf(child, conference) is not { } enquiry)
            {
                return child.In(
                    false, $"Conference of {Words.Date(conference.From)}: no enquiry is recorded before it.",
                    null, [conference.FactId], conference.FactId, conference.From);
            }

            var days = given.Calendar.Between(enquiry.From, conference.From);
            return child.In(
                days <= Due,
                $"Conference of {Words.Date(conference.From)}, {Words.Count(days, "working day")} after the enquiry of {Words.Date(enquiry.From)}.",
                days, [conference.FactId, enquiry.FactId], conference.FactId, conference.From);
        }).Or(child, "No initial conference in the window."),
    };

    /// <summary>The initial conferences of a child, in order.</summary>
    internal static IEnumerable<Interval> Initial(Timelines child) => child[ConferenceLanes.Held].Where(i => i.As<Conference>().Kind == "initial");

    private static Interval? EnquiryOf(Timelines child, Interval conference) =>
        child[EnquiryLanes.Enquiries].LastOrDefault(e => e.From <= conference.From);
}
