using Journey.Record.Bitemporal;
using Journey.Record.Facts.Visits;
using Journey.Record.Measures;
using static Journey.Record.Tests.Measures.Told;

namespace Journey.Record.Tests.Measures;

/// <summary>Enquiries, conferences, plans and visits under them, counted and not counted, on either side of each boundary.</summary>
public sealed class ProtectionMeasureTests
{
    private static readonly Period Year = Period.Year(2026);

    [Fact]
    public void Enquiries_without_a_plan_are_enquiries_less_plans_whoever_they_belong_to()
    {
        var child = new Told();
        child.Enquiry(On(2025, 4, 1));
        child.Enquiry(On(2025, 9, 1));
        child.Enquiry(On(2026, 4, 1));
        child.Plan(On(2025, 9, 19));
        child.InNeed(On(2025, 5, 1));
        child.Figure(M10NoPlan.Difference, Year).Result.ShouldBe(1);
        child.Of(M10NoPlan.Difference, Year).ShouldBe((1, 2));
        child.Figure(M10NoPlan.Difference, Period.Year(2025)).Result.ShouldBe(0);
        child.Of(EnquiriesBegun.Measure, Year).ShouldBe((2, 2));
    }

    [Theory]
    [InlineData(29, 0)]
    [InlineData(30, 1)]
    public void A_plan_within_twenty_working_days_belongs_to_the_enquiry(int day, int without)
    {
        var child = new Told();
        child.Enquiry(On(2025, 9, 1));
        child.Plan(On(2025, 9, day));
        child.Of(M10NoPlan.Child, Year).ShouldBe((without, 1));
    }

    [Fact]
    public void A_plan_begun_before_the_enquiry_is_not_its_plan_and_one_after_the_window_is()
    {
        var child = new Told();
        child.Plan(On(2025, 8, 29), On(2025, 12, 1));
        child.Enquiry(On(2025, 9, 1));
        child.Of(M10NoPlan.Child, Year).ShouldBe((1, 1));
        child.Enquiry(On(2026, 3, 23));
        child.Plan(On(2026, 4, 8));
        child.Of(M10NoPlan.Child, Year).ShouldBe((1, 2));
    }

    [Fact]
    public void E9_a_conference_on_the_sixteenth_working_day_is_late_by_one()
    {
        var child = new Told();
        child.Enquiry(On(2025, 12, 15));
        child.Conference(On(2026, 1, 9));
        child.Of(M11Conferences.InTime, Year).ShouldBe((0, 1));
        child.Figure(M11Conferences.InTime, Year).Contributions.Single().Value.ShouldBe(16);

        var intime = new Told();
        intime.Enquiry(On(2025, 12, 15));
        intime.Conference(On(2026, 1, 8));
        intime.Of(M11Conferences.InTime, Year).ShouldBe((1, 1));
    }

    [Fact]
    public void Conferences_are_counted_in_the_window_and_linked_to_the_last_enquiry_before_them()
    {
        var child = new Told();
        child.Conference(On(2025, 4, 2));
        var none = child.Enquiry(On(2025, 5, 1));
        var own = child.Enquiry(On(2025, 9, 1));
        var late = child.Enquiry(On(2026, 3, 30));
        child.Conference(On(2025, 9, 19));
        child.Conference(On(2026, 4, 10));
        child.Review(On(2025, 12, 5));

        child.Of(M11Conferences.Published, Year).ShouldBe((2, 3));
        child.Of(InitialConferences.Measure, Year).ShouldBe((2, 2));
        child.Of(M11Conferences.Linked, Year).ShouldBe((2, 3), "the last one's conference was held after the window");
        child.Figure(M11Conferences.Linked, Year).Contributions.Where(c => c.Counts).Select(c => c.Item).ShouldBe([own, late], ignoreOrder: true);
        child.Figure(M11Conferences.Linked, Year).Contributions.Single(c => !c.Counts).Item.ShouldBe(none);
        child.Of(M11Conferences.InTime, Year).ShouldBe((1, 2), "no enquiry came before the first conference");
    }

    [Theory]
    [InlineData(2023, 9, 18, 1, 0)]
    [InlineData(2023, 9, 19, 1, 1)]
    [InlineData(2025, 9, 1, 1, 1)]
    public void A_plan_is_a_repeat_ever_and_within_twenty_four_months_of_the_end_of_the_one_before(int year, int month, int day, int ever, int recent)
    {
        var child = new Told();
        child.Plan(On(2022, 1, 3), On(year, month, day));
        child.Plan(On(2025, 9, 19));
        child.Of(M13RepeatPlan.Ever, Year).ShouldBe((ever, 1));
        child.Of(M13RepeatPlan.Within24Months, Year).ShouldBe((recent, 1));
        child.Of(M13RepeatPlan.Ever, Period.Year(2022)).ShouldBe((0, 1), "the first is none");
    }

    [Fact]
    public void Earlier_plans_known_by_their_number_are_a_repeat_ever_only()
    {
        var child = new Told();
        child.InNeed(On(2025, 5, 1));
        child.Plan(On(2025, 9, 19), previous: 1);
        child.Of(M13RepeatPlan.Ever, Year).ShouldBe((1, 1));
        child.Of(M13RepeatPlan.Within24Months, Year).ShouldBe((0, 1));

        var first = new Told();
        first.InNeed(On(2025, 5, 1));
        first.Plan(On(2025, 9, 19));
        first.Of(M13RepeatPlan.Ever, Year).ShouldBe((0, 1), "a child in need plan is no protection plan");
    }

    [Theory]
    [InlineData("2025-12-19 2026-03-20", 1)]
    [InlineData("2025-12-20", 0)]
    [InlineData("2025-12-05", 1)]
    [InlineData("", 0)]
    public void A_plan_is_reviewed_in_time_when_every_review_due_was(string reviews, int inTime)
    {
        var child = new Told();
        child.Plan(On(2025, 9, 19));
        Reviews(child, reviews);
        child.Of(M14PlanReviews.Measure, Year).ShouldBe((inTime, 1));
    }

    [Theory]
    [InlineData("2025-07-01 2026-01-01", 1)]
    [InlineData("2025-07-01 2026-01-02", 0)]
    [InlineData("2025-07-01", 0)]
    [InlineData("2025-06-20 2025-12-20", 1)]
    public void Reviews_after_the_first_are_due_six_months_after_the_last_one_held(string reviews, int inTime)
    {
        var child = new Told();
        child.Plan(On(2025, 4, 1));
        Reviews(child, reviews);
        child.Of(M14PlanReviews.Measure, Year).ShouldBe((inTime, 1));
    }

    [Fact]
    public void A_plan_open_for_less_than_three_months_or_ended_is_not_asked()
    {
        var child = new Told();
        child.Plan(On(2025, 4, 1), On(2026, 1, 1));
        child.Plan(On(2026, 1, 1));
        child.Of(M14PlanReviews.Measure, Year).ShouldBe((0, 0));
        child.Of(M14PlanReviews.Measure, Through(On(2025, 4, 1), On(2026, 4, 1))).ShouldBe((0, 1), "three months old on that day, and not reviewed");
    }

    [Fact]
    public void Plans_open_begun_and_in_need_are_counted_each_on_its_own()
    {
        var child = new Told();
        child.InNeed(On(2025, 7, 1));
        child.Plan(On(2025, 9, 19), On(2026, 3, 31));
        child.Of(ProtectionPlans.AtEnd, Year).ShouldBe((0, 0), "it ended on the last day");
        child.Of(ProtectionPlans.AtEnd, Through(Year.From, On(2026, 3, 30))).ShouldBe((1, 1));
        child.Of(ProtectionPlans.Begun, Year).ShouldBe((1, 1));
        child.Of(ProtectionPlans.Begun, Through(Year.From, On(2025, 9, 18))).ShouldBe((0, 0));
        child.Of(InNeedPlans.AtEnd, Through(Year.From, On(2025, 9, 18))).ShouldBe((1, 1));
        child.Of(InNeedPlans.AtEnd, Year).ShouldBe((0, 0));
        child.Of(InNeedPlans.Begun, Year).ShouldBe((1, 1));
    }

    [Theory]
    [InlineData(2025, 12, 18, "0-3")]
    [InlineData(2025, 12, 19, "3-6")]
    [InlineData(2026, 9, 19, "12-24")]
    public void A_plan_that_ended_has_one_length(int year, int month, int day, string length)
    {
        var child = new Told();
        child.Plan(On(2025, 9, 19), On(year, month, day));
        var window = new Period(On(2025, 4, 1), On(2027, 4, 1));
        ProtectionPlansEnded.ByLength.Where(m => child.Of(m, window).Counted == 1).Select(m => m.Code).ShouldBe([$"CPP-ENDED-{length}"]);
        child.Of(ProtectionPlansEnded.All, window).ShouldBe((1, 1));
        child.Of(ProtectionPlansEnded.All, Through(window.From, On(year, month, day).AddDays(-1))).ShouldBe((0, 0));
    }

    [Fact]
    public void Visits_under_a_plan_are_due_every_ten_working_days_and_the_child_must_be_seen()
    {
        var child = new Told();
        child.Plan(On(2025, 9, 19), On(2025, 11, 20));
        Visited(child, On(2025, 10, 3), seen: true);
        Visited(child, On(2025, 10, 16), seen: false);
        Visited(child, On(2025, 10, 20), seen: true);

        // Due 3 October, met; 17 October, met late; then 3 November and 17 November, missed. The next falls after the end of the plan.
        child.Of(M20Visits.ProtectionPlan, Year).ShouldBe((1, 4));
        child.Of(M20Visits.ProtectionPlan, Through(Year.From, On(2025, 10, 16))).ShouldBe((1, 1));

        // Due 10 October, met on the third; 24 October, met on the twentieth; 10 November, missed.
        child.Of(M20Visits.ProtectionPlan15, Year).ShouldBe((2, 3));
    }

    private static void Visited(Told child, DateOnly on, bool seen) => child.Say(new VisitMade("CPP", on, null, "SW1", "Home", seen, false, null, true, null));

    private static void Reviews(Told child, string days)
    {
        foreach (var day in days.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            child.Review(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture));
        }
    }
}
