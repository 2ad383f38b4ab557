using Journey.Record.Bitemporal;
using Journey.Record.Clocks;
using Journey.Record.Facts.Assessments;
using Journey.Record.Measures;
using static Journey.Record.Tests.Measures.Told;

namespace Journey.Record.Tests.Measures;

/// <summary>Contacts, referrals and assessments, counted and not counted, on either side of each boundary.</summary>
public sealed class FrontDoorMeasureTests
{
    private static readonly Period Year = Period.Year(2026);

    [Fact]
    public void E14_twelve_months_count_on_the_boundary_or_not()
    {
        var child = new Told();
        child.Referral(On(2024, 5, 12));
        child.Referral(On(2025, 5, 12));
        child.Referral(On(2025, 5, 13));
        child.Referral(On(2026, 6, 1));
        var ever = new Period(On(2024, 1, 1), On(2027, 1, 1));
        child.Of(M9ReReferral.Inclusive, ever).ShouldBe((2, 4));
        child.Of(M9ReReferral.Exclusive, ever).ShouldBe((1, 4));
        child.Of(M9ReReferral.Inclusive, Period.Year(2025)).ShouldBe((0, 1));
        child.Of(M9ReReferral.Inclusive, Year).ShouldBe((2, 2));
        child.Figure(M9ReReferral.Inclusive, Year).Contributions.Select(c => c.Value).ShouldBe([365m, 1m], ignoreOrder: true);
    }

    [Fact]
    public void Two_referrals_of_one_day_do_not_make_each_other_a_re_referral()
    {
        var child = new Told();
        child.Referral(On(2025, 5, 12));
        child.Referral(On(2025, 5, 12));
        child.Of(M9ReReferral.Inclusive, Year).ShouldBe((0, 2));
    }

    [Fact]
    public void Referrals_are_counted_for_each_child_referred()
    {
        var (twice, never) = (new Told(), new Told());
        twice.Referral(On(2025, 4, 1));
        twice.Referral(On(2026, 3, 31));
        twice.Referral(On(2026, 4, 1));
        never.Contact(On(2025, 5, 1));
        var figure = Figure.Over(ReferralsReceived.PerChild, [twice.Timelines, never.Timelines], Year);
        (figure.Result, figure.Denominator).ShouldBe((2m, 1m));
    }

    [Theory]
    [InlineData(23, 1)]
    [InlineData(27, 1)]
    [InlineData(28, 0)]
    public void A_decision_is_due_on_the_next_working_day_after_a_bank_holiday(int day, int inTime)
    {
        var child = new Told();
        child.Decided(child.Contact(On(2025, 5, 23)), On(2025, 5, day));
        child.ReferralDecided(child.Referral(On(2025, 5, 23)), On(2025, 5, day), "Assess");
        foreach (var measure in new[] { DecidedInTime.Contact, DecidedInTime.Referral })
        {
            child.Of(measure, Through(On(2025, 5, 27), On(2025, 5, 27))).ShouldBe((inTime, 1));
            child.Of(measure, Through(On(2025, 5, 1), On(2025, 5, 26))).ShouldBe((0, 0), "due on the 27th only");
        }
    }

    [Fact]
    public void A_decision_on_another_contact_decides_nothing_and_silence_counts_as_late()
    {
        var child = new Told();
        child.Contact(On(2025, 6, 2));
        child.Decided(child.Contact(On(2025, 6, 2)), On(2025, 6, 2), "NFA");
        child.Of(DecidedInTime.Contact, Year).ShouldBe((1, 2));
        child.Of(ContactsReceived.All, Year).ShouldBe((2, 2));
        child.Of(ContactsReceived.PassedOn, Year).ShouldBe((0, 2));
        child.Decided(child.Contact(On(2025, 6, 3)), On(2025, 6, 3));
        child.Of(ContactsReceived.PassedOn, Year).ShouldBe((1, 3));
    }

    [Fact]
    public void Working_days_are_those_of_the_calendar_given()
    {
        var child = new Told();
        child.Decided(child.Contact(On(2022, 9, 16)), On(2022, 9, 20));
        var window = Period.Year(2023);
        Figure.Over(DecidedInTime.Contact, [child.Timelines], window, WorkingCalendar.Find(1)!, []).Numerator.ShouldBe(0);
        Figure.Over(DecidedInTime.Contact, [child.Timelines], window, WorkingCalendar.Find(2)!, []).Numerator.ShouldBe(1);
    }

    [Theory]
    [InlineData("NFA", 1, 0)]
    [InlineData("Signpost", 0, 0)]
    [InlineData("EarlyHelp", 0, 0)]
    [InlineData("Assess", 0, 1)]
    public void A_referral_leads_to_no_further_action_only_when_that_was_decided(string decision, int none, int goneOn)
    {
        var child = new Told();
        child.ReferralDecided(child.Referral(On(2026, 3, 31)), On(2026, 4, 1), decision);
        child.Of(ReferralsReceived.NoFurtherAction, Year).ShouldBe((none, 1), "though decided after the window");
        child.Of(ReferralsReceived.GoneOn, Year).ShouldBe((goneOn, 1));
        child.Of(ReferralsReceived.All, Period.Year(2027)).ShouldBe((0, 0));
    }

    [Theory]
    [InlineData("RC8", 1)]
    [InlineData("RC9", 1)]
    [InlineData("RC7", 0)]
    [InlineData(null, 0)]
    public void Assessed_and_not_in_need_is_told_by_why_the_case_closed(string? reason, int counted)
    {
        var child = new Told();
        var referral = child.Referral(On(2025, 5, 1));
        if (reason is not null)
        {
            child.Closed(referral, On(2025, 7, 1), reason);
        }

        child.Of(ReferralsReceived.NotInNeed, Year).ShouldBe((counted, 1));
    }

    [Fact]
    public void Every_source_of_a_referral_belongs_to_one_group()
    {
        foreach (var source in Codes.FrontDoorCodes.Source.Codes)
        {
            var child = new Told();
            child.Referral(On(2025, 5, 1), source.Value);
            ReferralSources.All.Sum(m => child.Of(m, Year).Counted).ShouldBe(1, source.Value);
            ReferralSources.All.ShouldAllBe(m => child.Of(m, Year).Of == 1);
        }

        var police = new Told();
        police.Referral(On(2025, 5, 1), "6");
        police.Of(ReferralSources.All.Single(m => m.Code == "REFERRAL-SOURCE-police"), Year).Counted.ShouldBe(1);
    }

    [Fact]
    public void E8_an_assessment_is_timed_from_its_start_and_from_its_referral()
    {
        var child = new Told();
        var referral = child.Referral(On(2025, 5, 12));
        Assessed(child, referral, On(2025, 5, 13), On(2025, 6, 30));
        child.Figure(M12AssessmentInTime.FromReferral, Year).Contributions.Single().Value.ShouldBe(34);
        child.Figure(M12AssessmentInTime.FromStart, Year).Contributions.Single().Value.ShouldBe(33);
        child.Of(M12AssessmentInTime.FromReferral, Year).ShouldBe((1, 1));
        child.Of(AssessmentsCompleted.Measure, Year).ShouldBe((1, 1));
    }

    [Theory]
    [InlineData(15, 1, 1)]
    [InlineData(16, 0, 1)]
    [InlineData(17, 0, 0)]
    public void The_forty_fifth_working_day_is_in_time(int july, int fromReferral, int fromStart)
    {
        var child = new Told();
        Assessed(child, child.Referral(On(2025, 5, 12)), On(2025, 5, 13), On(2025, 7, july));
        child.Of(M12AssessmentInTime.FromReferral, Year).ShouldBe((fromReferral, 1));
        child.Of(M12AssessmentInTime.FromStart, Year).ShouldBe((fromStart, 1));
    }

    [Fact]
    public void An_assessment_counts_in_the_window_of_its_authorisation_unless_cancelled_or_of_another_kind()
    {
        var child = new Told();
        Assessed(child, null, On(2025, 3, 3), On(2025, 4, 1));
        Assessed(child, null, On(2025, 3, 3), On(2025, 3, 31));
        Assessed(child, null, On(2025, 6, 2), On(2025, 6, 30), "parenting");
        var broken = child.Say(new AssessmentStarted(null, "CF", "SW1", null, On(2025, 9, 1), On(2025, 11, 3)));
        child.Say(new AssessmentCancelled(broken, On(2025, 9, 5), "Moved away."));
        child.Of(M12AssessmentInTime.FromStart, Year).ShouldBe((1, 1));
        child.Of(M12AssessmentInTime.FromReferral, Year).ShouldBe((0, 0), "no referral is known");
        child.Figure(M12AssessmentInTime.FromReferral, Year).Contributions.Single().Why.ShouldContain("referral is not known");
    }

    [Fact]
    public void An_assessment_that_names_no_referral_is_timed_from_the_one_then_open()
    {
        var child = new Told();
        child.Closed(child.Referral(On(2024, 1, 1)), On(2024, 2, 1));
        child.Referral(On(2025, 5, 12));
        Assessed(child, null, On(2025, 5, 13), On(2025, 6, 30));
        child.Figure(M12AssessmentInTime.FromReferral, Year).Contributions.Single().Value.ShouldBe(34);
    }

    [Theory]
    [InlineData(2025, 7, 31, "0-3")]
    [InlineData(2025, 8, 1, "3-6")]
    [InlineData(2025, 10, 31, "3-6")]
    [InlineData(2025, 11, 1, "6-12")]
    [InlineData(2026, 5, 1, "12-24")]
    [InlineData(2027, 5, 1, "24")]
    public void A_case_that_closed_has_one_length(int year, int month, int day, string length)
    {
        var child = new Told();
        child.Closed(child.Referral(On(2025, 5, 1)), On(year, month, day));
        var window = new Period(On(2025, 4, 1), On(2028, 4, 1));
        CasesClosed.ByLength.Where(m => child.Of(m, window).Counted == 1).Select(m => m.Code).ShouldBe([$"CASES-CLOSED-{length}"]);
        CasesClosed.ByLength.ShouldAllBe(m => child.Of(m, window).Of == 1);
        child.Of(CasesClosed.All, window).ShouldBe((1, 1));
        child.Of(CasesClosed.All, Through(window.From, On(year, month, day).AddDays(-1))).ShouldBe((0, 0));
    }

    [Fact]
    public void A_referral_decided_against_is_no_case_that_closed()
    {
        var child = new Told();
        child.ReferralDecided(child.Referral(On(2025, 5, 1)), On(2025, 5, 2), "NFA");
        child.Of(CasesClosed.All, Year).ShouldBe((0, 0));
    }

    [Theory]
    [InlineData(2024, 12, 31, 0)]
    [InlineData(2025, 1, 1, 1)]
    [InlineData(2025, 6, 1, 1)]
    [InlineData(2025, 9, 1, 0)]
    public void Open_again_when_the_case_before_was_open_in_the_year_and_closed_between(int year, int month, int day, int again)
    {
        var child = new Told();
        child.Closed(child.Referral(On(2024, 2, 1)), On(year, month, day));
        child.Referral(On(2025, 9, 1));
        var end = Through(On(2025, 1, 1), On(2025, 12, 31));
        child.Of(CasesOpenAgain.Measure, end).ShouldBe((again, 1));
    }

    [Fact]
    public void A_referral_decided_against_opens_nothing_and_a_closed_case_is_out()
    {
        var child = new Told();
        child.ReferralDecided(child.Referral(On(2025, 3, 1)), On(2025, 3, 4), "NFA");
        var end = Through(On(2025, 1, 1), On(2025, 12, 31));
        child.Of(CasesOpenAgain.Measure, end).ShouldBe((0, 0));
        var open = child.Referral(On(2025, 9, 1));
        child.Of(CasesOpenAgain.Measure, end).ShouldBe((0, 1));
        child.Closed(open, On(2025, 12, 31));
        child.Of(CasesOpenAgain.Measure, end).ShouldBe((0, 0));
    }

    [Fact]
    public void A_funnel_counts_each_step_and_shares_it_of_the_first_and_of_the_one_before()
    {
        var child = new Told();
        child.Decided(child.Contact(On(2025, 5, 1)), On(2025, 5, 1), "NFA");
        child.Contact(On(2025, 5, 2));
        child.Contact(On(2025, 5, 3));
        child.Decided(child.Contact(On(2025, 5, 9)), On(2025, 5, 9));
        var referral = child.Referral(On(2025, 5, 12));
        Assessed(child, referral, On(2025, 5, 13), On(2025, 6, 30));
        child.Enquiry(On(2025, 7, 1));
        child.Enquiry(On(2025, 9, 1));
        child.Conference(On(2025, 9, 19));

        var door = Funnel.FrontDoor.Over([child.Timelines], Year, WorkingCalendar.Latest);
        door.Select(r => r.Count).ShouldBe([4m, 1m, 1m, 1m, 1m]);
        door.Select(r => r.OfFirst).ShouldBe([null, 0.25m, 0.25m, 0.25m, 0.25m]);
        var protection = Funnel.Protection.Over([child.Timelines], Year, WorkingCalendar.Latest);
        protection.Select(r => r.Count).ShouldBe([1m, 1m, 2m, 1m, 0m]);
        protection.Select(r => r.OfBefore).ShouldBe([null, 1m, 2m, 0.5m, 0m]);
        Funnel.FrontDoor.Lanes.Count.ShouldBe(5);
        Funnel.Protection.Over([], Year, WorkingCalendar.Latest).Select(r => r.OfBefore).ShouldAllBe(s => s == null);
    }

    private static void Assessed(Told child, Guid? referral, DateOnly start, DateOnly authorised, string kind = "CF")
    {
        var assessment = child.Say(new AssessmentStarted(referral, kind, "SW1", null, start, start.AddDays(63)));
        child.Say(new AssessmentCompleted(assessment, authorised, authorised, "A. Manager", "CIN", true, [], [], true, true));
    }
}
