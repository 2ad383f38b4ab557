using Journey.Record.Bitemporal;
using Journey.Record.Facts.Care;
using Journey.Record.Facts.Legal;
using Journey.Record.Facts.Placements;
using Journey.Record.Facts.Reviews;
using Journey.Record.Facts.Visits;
using Journey.Record.Measures;
using static Journey.Record.Tests.Measures.Told;

namespace Journey.Record.Tests.Measures;

/// <summary>Reviews and visits of looked-after children, due, met and missed.</summary>
public sealed class CareMeasureTests
{
    private static readonly Period Year = Period.Year(2026);

    [Fact]
    public void E10_three_reviews_due_and_all_in_time()
    {
        var child = InCare(On(2025, 6, 10));
        Reviewed(child, On(2025, 7, 4), On(2025, 9, 30), On(2026, 3, 24));
        child.Of(M16CareReviews.Measure, Year).ShouldBe((3, 3));
        child.Figure(M16CareReviews.Measure, Year).Contributions.Select(c => c.On).Order().ShouldBe([On(2025, 7, 8), On(2025, 10, 4), On(2026, 3, 30)]);

        InCare(On(2025, 12, 18)).Figure(M16CareReviews.Measure, Through(Year.From, On(2026, 1, 20))).Contributions.Single().On.ShouldBe(On(2026, 1, 20));
    }

    [Theory]
    [InlineData(8, 1)]
    [InlineData(9, 0)]
    public void The_day_due_is_in_time_and_the_day_after_is_late(int july, int met)
    {
        var child = InCare(On(2025, 6, 10));
        Reviewed(child, On(2025, 7, july));
        child.Of(M16CareReviews.Measure, Through(Year.From, On(2025, 9, 30))).ShouldBe((met, 1));
    }

    [Fact]
    public void Reviews_never_held_are_due_again_and_none_once_care_has_ended()
    {
        var child = InCare(On(2025, 6, 10), On(2025, 10, 8));
        child.Of(M16CareReviews.Measure, Year).ShouldBe((0, 1), "8 July; on 8 October the child had left");
        var longer = InCare(On(2025, 6, 10), On(2025, 10, 9));
        longer.Of(M16CareReviews.Measure, Year).ShouldBe((0, 2));
    }

    [Fact]
    public void Every_period_of_care_is_reviewed_anew_and_short_breaks_never()
    {
        var child = InCare(On(2025, 6, 10), On(2025, 7, 1));
        Begin(child, On(2025, 8, 1), null, "V2", "U6");
        Reviewed(child, On(2025, 8, 29));
        child.Of(M16CareReviews.Measure, Through(Year.From, On(2025, 9, 1))).ShouldBe((1, 1));

        var breaks = new Told();
        Begin(breaks, On(2025, 6, 10), null, "V4", "U6");
        breaks.Of(M16CareReviews.Measure, Year).ShouldBe((0, 0));
        breaks.Of(M20Visits.LookedAfterChildren, Year).ShouldBe((0, 0));
    }

    [Fact]
    public void A_change_of_legal_status_does_not_begin_reviews_or_visits_anew()
    {
        var child = InCare(On(2025, 6, 10));
        child.Say(new LegalStatusChanged(On(2025, 6, 20), "C2"));
        Reviewed(child, On(2025, 7, 4));
        Visited(child, On(2025, 6, 16));
        child.Of(M16CareReviews.Measure, Through(Year.From, On(2025, 9, 30))).ShouldBe((1, 1));
        child.Of(M20Visits.LookedAfterChildren, Through(Year.From, On(2025, 7, 27))).ShouldBe((1, 1));
    }

    [Fact]
    public void E12_a_visit_two_days_late_is_not_met_and_sets_the_next_one_going()
    {
        var child = InCare(On(2025, 6, 10));
        Visited(child, On(2025, 6, 16), On(2025, 7, 30));
        var figure = child.Figure(M20Visits.LookedAfterChildren, Through(Year.From, On(2025, 9, 1)));
        (figure.Numerator, figure.Denominator).ShouldBe((1m, 2m));
        figure.Contributions.Select(c => (c.On, c.Counts)).ShouldBe([(On(2025, 6, 17), true), (On(2025, 7, 28), false)], ignoreOrder: true);
        child.Of(M20Visits.LookedAfterChildren, Through(Year.From, On(2025, 9, 9))).ShouldBe((1, 2));
        child.Of(M20Visits.LookedAfterChildren, Through(Year.From, On(2025, 9, 10))).ShouldBe((1, 3));
    }

    [Fact]
    public void A_visit_of_another_kind_does_not_count_and_a_move_begins_anew()
    {
        var child = InCare(On(2025, 6, 10));
        child.Say(new VisitMade("CPP", On(2025, 6, 12), null, "SW1", "Home", true, true, null, true, null));
        child.Say(new PlacementStarted(On(2025, 6, 20), "K2", "PR4", "SC9", "ZZ9 9ZZ", "ZZ1 1AA"));
        Visited(child, On(2025, 6, 27));
        child.Of(M20Visits.LookedAfterChildren, Through(Year.From, On(2025, 6, 30))).ShouldBe((1, 2));
    }

    [Theory]
    [InlineData("U4", 2026, 9, 15)]
    [InlineData("U6", 2026, 7, 27)]
    public void After_a_year_a_placement_meant_to_last_is_visited_every_three_months(string type, int year, int month, int day)
    {
        var child = new Told();
        Begin(child, On(2025, 6, 10), null, "C2", type);
        Visited(child, On(2026, 6, 15));
        var items = child.Figure(M20Visits.LookedAfterChildren, new Period(On(2026, 6, 16), On(2027, 1, 1))).Contributions;
        items.Single(c => c.InCohort).On.ShouldBe(On(year, month, day));
    }

    [Fact]
    public void With_parents_under_an_interim_order_visits_are_weekly_until_the_first_review_then_every_four_weeks()
    {
        var child = new Told();
        Begin(child, On(2025, 6, 10), null, "C1", "P1");
        Visited(child, On(2025, 6, 17), On(2025, 6, 24), On(2025, 7, 1), On(2025, 7, 8));
        Reviewed(child, On(2025, 7, 8));
        child.Of(M20Visits.LookedAfterChildren, Through(Year.From, On(2025, 8, 4))).ShouldBe((4, 4));
        child.Of(M20Visits.LookedAfterChildren, Through(Year.From, On(2025, 8, 5))).ShouldBe((4, 5));
    }

    [Fact]
    public void Episodes_stated_by_returns_are_reviewed_and_visited_as_one_stay()
    {
        var child = new Told();
        child.Say(new EpisodeStated(On(2025, 6, 10), "S", "C1", "N1", "U6", "PR1", On(2025, 6, 20), "X1", null, "ZZ1 1AA", "ZZ1 1AB", "SC1"));
        child.Say(new EpisodeStated(On(2025, 6, 20), "L", "C2", "N1", "U6", "PR1", On(2025, 7, 20), "X1", "CREQB", "ZZ1 1AA", "ZZ1 1AB", "SC1"));
        child.Say(new EpisodeStated(On(2025, 7, 20), "P", "C2", "N1", "U6", "PR1", null, null, null, "ZZ1 1AA", "ZZ1 1AC", "SC2"));
        Reviewed(child, On(2025, 7, 4));
        Visited(child, On(2025, 6, 16), On(2025, 7, 27));
        child.Of(M16CareReviews.Measure, Through(Year.From, On(2025, 9, 30))).ShouldBe((1, 1));
        child.Of(M20Visits.LookedAfterChildren, Through(Year.From, On(2025, 8, 31))).ShouldBe((2, 2));
    }

    private static Told InCare(DateOnly from, DateOnly? to = null)
    {
        var child = new Told();
        Begin(child, from, to, "V2", "U6");
        return child;
    }

    private static void Begin(Told child, DateOnly from, DateOnly? to, string legalStatus, string type)
    {
        var care = child.Say(new PeriodOfCareStarted(from, legalStatus, "N1"));
        child.Say(new PlacementStarted(from, type, "PR1", "SC1", "ZZ1 1AB", "ZZ1 1AA"));
        if (to is { } end)
        {
            child.Say(new PeriodOfCareEnded(care, end, "E4A"));
        }
    }

    private static void Reviewed(Told child, params DateOnly[] days) => days.ToList().ForEach(d => child.Say(new LacReviewHeld(d, "PN1", null, null, [])));

    private static void Visited(Told child, params DateOnly[] days) =>
        days.ToList().ForEach(d => child.Say(new VisitMade("CLA", d, null, "SW1", "Rowan family", true, true, null, true, null)));
}
