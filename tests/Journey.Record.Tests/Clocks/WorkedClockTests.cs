using Journey.Record.Clocks;
using Journey.Record.Facts.Assessments;
using Journey.Record.Facts.Care;
using Journey.Record.Facts.Enquiries;
using Journey.Record.Facts.FrontDoor;
using Journey.Record.Facts.Missing;
using Journey.Record.Facts.Placements;
using Journey.Record.Facts.Protection;
using Journey.Record.Facts.Reviews;
using Journey.Record.Facts.Visits;
using static Journey.Record.Tests.Clocks.Ticks;

namespace Journey.Record.Tests.Clocks;

/// <summary>The worked examples E7 to E13 of the field's clocks, answer by answer.</summary>
public sealed class WorkedClockTests
{
    [Fact]
    public void E7_a_referral_before_a_bank_holiday_is_decided_by_the_Tuesday() =>
        Of(ReferralReceived.Example with { On = On(2025, 5, 23), Contacts = [] }).Due("referral-decision").Single().DueOn.ShouldBe(On(2025, 5, 27));

    [Fact]
    public void E8_an_assessment_is_due_45_working_days_after_the_referral_and_after_its_own_start()
    {
        var child = Of(
            ReferralReceived.Example with { On = On(2025, 5, 12), Contacts = [] },
            AssessmentStarted.Example with { Referral = Id(1), StartOn = On(2025, 5, 13) },
            AssessmentCompleted.Example with { Assessment = Id(2), AuthorisedOn = On(2025, 6, 30) });

        var due = child.Due("assessment").Single();
        due.DueOn.ShouldBe(On(2025, 7, 15));
        due.ClosedOn.ShouldBe(On(2025, 6, 30));
        due.StatusOn(On(2025, 6, 30)).ShouldBe(new Standing(DueStatus.Met, 0, LimitUnit.WorkingDays));
        WorkingCalendar.Latest.Between(due.StartedOn, due.ClosedOn!.Value).ShouldBe(34);
        var fromStart = child.Due("assessment-from-start").Single();
        WorkingCalendar.Latest.Between(fromStart.StartedOn, fromStart.ClosedOn!.Value).ShouldBe(33);
        fromStart.DueOn.ShouldBe(On(2025, 7, 16));
    }

    [Fact]
    public void E9_a_conference_a_day_after_it_was_due_is_late_by_one_working_day()
    {
        var due = Of(
            Section47Started.Example with { StartOn = On(2025, 12, 15), IcpcTargetOn = On(2026, 1, 8) },
            IcpcHeld.Example with { HeldOn = On(2026, 1, 9) }).Due("icpc").Single();
        due.DueOn.ShouldBe(On(2026, 1, 8));
        due.ClosedBy.ShouldBe(Id(2));
        due.StatusOn(On(2026, 1, 8))!.Status.ShouldBe(DueStatus.Open);
        due.StatusOn(On(2026, 1, 9)).ShouldBe(new Standing(DueStatus.Late, 1, LimitUnit.WorkingDays));
    }

    [Fact]
    public void E10_reviews_are_due_from_the_start_of_care_and_from_the_last_one_held()
    {
        var child = Of(
            PeriodOfCareStarted.Example with { StartOn = On(2025, 6, 10) },
            PlacementStarted.Example with { StartOn = On(2025, 6, 10) },
            LacReviewHeld.Example with { HeldOn = On(2025, 7, 4) },
            LacReviewHeld.Example with { HeldOn = On(2025, 9, 30) },
            LacReviewHeld.Example with { HeldOn = On(2026, 3, 24) });
        var (first, second, next) = (child.Due("first-lac-review").Single(), child.Due("second-lac-review").Single(), child.Due("next-lac-review"));
        (first.DueOn, first.StartedBy, first.ClosedBy).ShouldBe((On(2025, 7, 8), Id(1), Id(3)));
        (second.DueOn, second.StartedBy, second.ClosedBy).ShouldBe((On(2025, 10, 4), Id(3), Id(4)));
        next.Select(d => (d.DueOn, d.ClosedOn)).ShouldBe([(On(2026, 3, 30), On(2026, 3, 24)), (On(2026, 9, 24), null)]);
        new[] { first, second, next[0] }.StatusOn(On(2026, 3, 31)).ShouldBe([(DueStatus.Met, 0), (DueStatus.Met, 0), (DueStatus.Met, 0)]);
    }

    [Fact]
    public void E10_a_first_review_after_Christmas_is_due_on_20_January()
    {
        var child = Of(
            PeriodOfCareStarted.Example with { StartOn = On(2025, 12, 18) }, PlacementStarted.Example with { StartOn = On(2025, 12, 18) });
        child.Due("first-lac-review").Single().DueOn.ShouldBe(On(2026, 1, 20));
        child.Due("second-lac-review").ShouldBeEmpty();
    }

    [Fact]
    public void E11_a_plan_has_a_core_group_in_ten_working_days_and_a_review_in_three_months()
    {
        var child = Of(IcpcHeld.Example with { HeldOn = On(2025, 9, 19) }, ProtectionPlanStarted.Example with { StartOn = On(2025, 9, 19) });
        child.Due("first-core-group").Single().DueOn.ShouldBe(On(2025, 10, 3));
        child.Due("first-rcpc").Single().DueOn.ShouldBe(On(2025, 12, 19));
        child.Due("next-rcpc").ShouldBeEmpty();
    }

    [Fact]
    public void E12_visits_are_due_a_week_after_the_placement_and_six_weeks_after_each_visit()
    {
        var dues = Of(
            PeriodOfCareStarted.Example with { StartOn = On(2025, 6, 10) },
            PlacementStarted.Example with { StartOn = On(2025, 6, 10) },
            VisitMade.Example with { On = On(2025, 6, 16) },
            VisitMade.Example with { On = On(2025, 7, 30) }).Due("cla-visit");
        dues.Select(d => d.DueOn).ShouldBe([On(2025, 6, 17), On(2025, 7, 28), On(2025, 9, 10)]);
        dues.StatusOn(On(2025, 9, 1)).ShouldBe([(DueStatus.Met, 0), (DueStatus.Late, 2), (DueStatus.Open, 0)]);
        dues.Count(d => d.DueOn <= On(2025, 9, 1)).ShouldBe(2, "required");
        dues.Select(d => d.StartedBy).ShouldBe([Id(2), Id(3), Id(4)]);
    }

    [Fact]
    public void E13_a_return_interview_three_hours_after_the_72nd_is_late_by_three_hours()
    {
        var due = Of(
            WentMissing.Example with { FromDate = On(2025, 10, 17), To = null },
            new MissingEnded(Id(1), On(2025, 10, 18), new TimeOnly(18, 0), null),
            new ReturnInterviewOffered(Id(1), On(2025, 10, 19), null),
            ReturnInterviewHeld.Example with { Offer = Id(3), On = On(2025, 10, 21), At = new TimeOnly(21, 0) }).Due("return-interview").Single();
        (due.DueOn, due.DueTime, due.ClosedBy).ShouldBe((On(2025, 10, 21), new TimeOnly(18, 0), Id(4)));
        due.StatusOn(On(2025, 10, 21)).ShouldBe(new Standing(DueStatus.Late, 3, LimitUnit.Hours));
        due.StatusOn(new DateTimeOffset(2025, 10, 21, 17, 0, 0, TimeSpan.Zero)).ShouldBe(new Standing(DueStatus.Open, 0, LimitUnit.Hours));
        due.StatusOn(new DateTimeOffset(2025, 10, 21, 17, 30, 0, TimeSpan.Zero)).ShouldBe(new Standing(DueStatus.Overdue, 1, LimitUnit.Hours));
    }
}
