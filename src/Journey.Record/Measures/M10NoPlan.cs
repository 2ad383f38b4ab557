using Journey.Record.Bitemporal;
using Journey.Record.Facts;
using Journey.Record.Facts.Enquiries;
using Journey.Record.Facts.Plans;

namespace Journey.Record.Measures;

/// <summary>M10: enquiries under section 47 that led to no protection plan.</summary>
public static class M10NoPlan
{
    /// <summary>Working days within which a plan is taken to follow an enquiry.</summary>
    private const int Within = 20;

    /// <summary>Enquiries less plans, whoever they were of: the figure that is published.</summary>
    public static Measure Difference { get; } = new()
    {
        Code = "M10",
        Kind = MeasureKind.Count,
        Title = "Enquiries under section 47 with no plan",
        Cohort = "Enquiries begun in the window",
        Numerator = "Enquiries begun in the window, less child protection plans begun in it",
        Policy = "Difference: plans are taken off whichever enquiry they followed",
        Unit = "enquiries",
        Source = "Independent review of children's social care: 201,000 less 66,380 in 2019-20",
        Lanes = [EnquiryLanes.Enquiries, PlanLanes.Plan],
        Of = (child, window, _) => child.Began(EnquiryLanes.Enquiries, window)
            .Select(i => child.In(true, $"An enquiry began on {Words.Date(i.From)}.", null, [i.FactId], i.FactId, i.From))
            .Concat(child.Began(PlanLanes.Plan, window).Where(i => i.As<Plan>().Kind == Plan.Protection)
                .Select(i => new Contribution(
                    child.Subject, 0, -1, null,
                    $"A protection plan began on {Words.Date(i.From)}: one enquiry fewer without a plan.", [i.FactId], i.FactId, i.From)))
            .Or(child, "No enquiry and no protection plan began in the window."),
    };

    /// <summary>Each enquiry followed to a plan of its own child.</summary>
    public static Measure Child { get; } = new()
    {
        Code = "M10-child",
        Title = "Enquiries under section 47 with no plan of the same child",
        Cohort = "Enquiries begun in the window",
        Numerator = "No protection plan of the child began within 20 working days",
        Policy = "Child: a plan counts though it begins after the window; one that is not known yet does not",
        Unit = "working days to the plan",
        Source = "Journey",
        Lanes = [EnquiryLanes.Enquiries, PlanLanes.Plan],
        Of = (child, window, given) => child.Began(EnquiryLanes.Enquiries, window).Select(i => Judge(child, i, given))
            .Or(child, "No enquiry in the window."),
    };

    private static Contribution Judge(Timelines child, Interval enquiry, Given given)
    {
        var latest = given.Calendar.After(enquiry.From, Within);
        var plan = child[PlanLanes.Plan].FirstOrDefault(p => p.As<Plan>().Kind == Plan.Protection && p.From >= enquiry.From && p.From <= latest);
        return plan is null
            ? child.In(
                true, $"Enquiry of {Words.Date(enquiry.From)}: no protection plan began by {Words.Date(latest)}.",
                null, [enquiry.FactId], enquiry.FactId, enquiry.From)
            : child.In(
                false, $"Enquiry of {Words.Date(enquiry.From)}: a protection plan began on {Words.Date(plan.From)}.",
                given.Calendar.Between(enquiry.From, plan.From), [enquiry.FactId, plan.FactId], enquiry.FactId, enquiry.From);
    }
}
