using Journey.Record.Clocks;
using Journey.Record.Facts.Allocations;
using Journey.Record.Facts.Care;
using Journey.Record.Facts.Closure;
using Journey.Record.Facts.Decisions;
using Journey.Record.Facts.Family;
using Journey.Record.Facts.FrontDoor;
using Journey.Record.Facts.Missing;
using Journey.Record.Facts.Partners;
using Journey.Record.Facts.Placements;
using Journey.Record.Facts.Protection;
using Journey.Record.Facts.Reviews;
using Journey.Record.Facts.Workforce;
using Journey.Record.Questions;
using static Journey.Record.Tests.Questions.Story;

namespace Journey.Record.Tests.Questions;

/// <summary>Questions over everyone at two points of knowledge.</summary>
public sealed class ManyQuestionTests
{
    private static readonly int[] Numbers = [5, 6, 9, 14, 15, 16, 17, 18, 20, 23, 27, 29, 30, 31, 33, 35];

    private readonly Story _story = new();

    public static TheoryData<string> Codes { get; } = [.. QuestionCatalogue.All.OfType<ManyQuestion>().Select(q => q.Code)];

    [Fact]
    public void Those_over_everyone_are_in_the_catalogue() =>
        QuestionCatalogue.All.OfType<ManyQuestion>().Select(q => q.Number).ShouldBe(Numbers);

    [Theory]
    [MemberData(nameof(Codes))]
    public void Of_nobody_each_answers_in_a_sentence_and_with_no_row(string code)
    {
        var answer = _story.Ask((ManyQuestion)QuestionCatalogue.Find(code)!, On(2026, 3, 31), At(2026, 3, 31));
        answer.Rows.ShouldBeEmpty();
        answer.Sentence.ShouldEndWith(".");
        answer.Columns.ShouldAllBe(c => char.IsAsciiLetterLower(c[0]) && c.All(char.IsAsciiLetterOrDigit));
    }

    [Fact]
    public void Q5_who_was_recorded_late_is_the_drift_and_a_link_makes_two_of_one()
    {
        _story.Say(1, At(2026, 3, 2), new PeriodOfCareStarted(On(2026, 3, 2), "C2", "N1"));
        _story.Say(2, At(2026, 3, 2), new PeriodOfCareStarted(On(2026, 3, 2), "C2", "N1"));
        _story.Say(3, At(2026, 4, 20), new PeriodOfCareStarted(On(2026, 3, 30), "C2", "N1"));
        _story.Link(At(2026, 5, 4), 1, 2);

        var answer = _story.Ask(Q05LookedAfterDrift.Question, On(2026, 3, 31), At(2026, 4, 1));
        answer.Sentence.ShouldBe("2 children looked after on 31 March 2026 as known then, 2 as known later: +0.");
        answer.Rows.Select(r => (r.Child, (int)r.Cells[0]!, (int)r.Cells[1]!)).ShouldBe([(Stream(1), 2, 1), (Stream(3), 0, 1)]);
    }

    [Fact]
    public void Q6_rows_are_added_left_out_and_changed_and_no_postcode_is_shown()
    {
        _story.Say(1, At(2025, 6, 2), new PeriodOfCareStarted(On(2025, 6, 2), "C2", "N1"));
        var home = new PlacementStarted(On(2025, 6, 2), "U6", "PR1", "SC1", "ZZ1 1AB", "ZZ1 1AA");
        var placed = _story.Say(1, At(2025, 6, 2), home);
        var missing = _story.Say(1, At(2025, 9, 1), new WentMissing("M", On(2025, 9, 1), null, null, null, null, On(2025, 9, 2)));
        _story.Fix(1, At(2026, 7, 1), placed, home with { Postcode = "ZZ1 1AC" });
        var review = _story.Say(1, At(2026, 7, 2), new LacReviewHeld(On(2025, 6, 27), "PN1", null, null, []));
        _story.Withdraw(1, At(2026, 7, 3), missing);
        _story.Say(1, At(2026, 7, 4), new LacReviewHeld(On(2026, 6, 27), "PN1", null, null, []));

        var answer = _story.Ask(Q06ReturnChanged.Question, On(2026, 3, 31), At(2026, 6, 30));
        answer.Sentence.ShouldBe("In the return of 2025-26, 1 row would be added, 1 left out and 1 changed, of 1 child.");
        answer.Rows.Select(r => (r.Cells[0], r.Cells[1], r.Cells[2], r.Facts.Single())).ShouldBe(
            [("episodes.csv", "changed", "PL_POST", placed), ("missing.csv", "left out", null, missing), ("reviews.csv", "added", null, review)]);
        answer.Rows.SelectMany(r => r.Cells).OfType<string>().ShouldAllBe(c => !c.Contains("ZZ1", StringComparison.Ordinal));
    }

    [Fact]
    public void Q6_a_link_alone_changes_no_row()
    {
        _story.Say(1, At(2025, 6, 2), new PeriodOfCareStarted(On(2025, 6, 2), "C2", "N1"));
        _story.Say(1, At(2025, 6, 2), new PlacementStarted(On(2025, 6, 2), "U6", "PR1", "SC1", "ZZ1 1AB", "ZZ1 1AA"));
        _story.Say(2, At(2025, 7, 1), new ContactReceived(On(2025, 7, 1), null, "2A", null, "phone", "Hungry.", []));
        _story.Link(At(2026, 5, 4), 2, 1);

        _story.Ask(Q06ReturnChanged.Question, On(2026, 3, 31), At(2026, 4, 30)).Rows.ShouldBeEmpty();
    }

    [Fact]
    public void Q9_a_gap_is_filled_later_stays_or_turns_out_to_be_none()
    {
        foreach (var child in new[] { 1, 2, 3, 4 })
        {
            _story.Say(child, At(2026, 3, 2), Referral(On(2026, 3, 2)));
        }

        _story.Say(5, At(2026, 3, 2), Worker("SW5", On(2026, 3, 2)));
        _story.Say(1, At(2026, 3, 20), Worker("SW1", On(2026, 3, 4)));
        var wrong = _story.Say(3, At(2026, 3, 21), Worker("SW3", On(2026, 3, 10)));
        _story.Withdraw(3, At(2026, 3, 22), wrong);
        _story.Link(At(2026, 3, 23), 5, 4);

        var answer = _story.Ask(Q09UnallocatedThen.Question, On(2026, 3, 6), At(2026, 3, 6));
        answer.Sentence.ShouldBe("4 children without a social worker on 6 March 2026 as known then; 2 of those gaps were filled later. As known later, 2 were without one.");
        answer.Rows.Select(r => (r.Child, r.Cells[2], r.Cells[3])).ShouldBe(
            [(Stream(1), "filled", "SW1"), (Stream(2), "still nobody", null), (Stream(3), "still nobody", null), (Stream(5), "filled", "SW5")]);
    }

    [Fact]
    public void Q9_a_case_that_was_closed_by_then_was_no_gap()
    {
        var referral = _story.Say(1, At(2026, 3, 2), Referral(On(2026, 3, 2)));
        _story.Say(1, At(2026, 3, 20), new CaseClosed(referral, On(2026, 3, 5), "RC7", "A. Manager", "Goals met.", null));

        _story.Ask(Q09UnallocatedThen.Question, On(2026, 3, 6), At(2026, 3, 6)).Rows.Single().Cells[2].ShouldBe("no longer open or in care");
    }

    [Fact]
    public void Q14_a_price_that_ran_out_is_expired_until_a_new_one_is_recorded()
    {
        var moved = Placed(1);
        var price = _story.Say(1, At(2025, 6, 2), Price(moved, 1000, On(2025, 6, 2)));
        var kept = Placed(2);
        _story.Say(2, At(2025, 6, 2), Price(kept, 2000, On(2025, 6, 2)));
        var over = Placed(3);
        _story.Say(3, At(2025, 6, 2), Price(over, 3000, On(2025, 6, 2)) with { To = On(2025, 12, 31) });
        _story.Say(1, At(2025, 12, 1), new PlacementCostEnded(price, "newPrice", On(2025, 12, 1)));
        _story.Say(1, At(2026, 2, 1), Price(moved, 1100, On(2025, 12, 1)));

        var answer = _story.Ask(Q14ExpiredRates.Question, On(2026, 1, 1), At(2026, 1, 1));
        answer.Sentence.ShouldBe("2 placements at an expired rate on 1 January 2026 as known then, 1 as known later.");
        answer.Rows.Select(r => (r.Child, r.Cells[0], r.Cells[2], r.Cells[3], r.Cells[4])).ShouldBe(
            [(Stream(1), 1000m, On(2025, 12, 1), true, false), (Stream(3), 3000m, On(2025, 12, 31), true, true)]);
    }

    [Fact]
    public void Q14_a_temporary_stay_leaves_the_price_as_it_is()
    {
        var placed = Placed(1);
        _story.Say(1, At(2025, 6, 2), Price(placed, 1000, On(2025, 6, 2)));
        _story.Say(1, At(2025, 12, 30), new TemporaryMoveStarted(On(2025, 12, 30), "T1", On(2026, 1, 3)));

        _story.Ask(Q14ExpiredRates.Question, On(2026, 1, 1), At(2026, 1, 1)).Rows.ShouldBeEmpty();
    }

    [Fact]
    public void Q15_the_caseload_counts_late_allocations_in_the_second_answer_only()
    {
        _story.Say(1, At(2026, 3, 2), Worker("SW1", On(2026, 3, 2)));
        _story.Say(2, At(2026, 3, 2), Worker("SW2", On(2026, 3, 2)));
        _story.Say(3, At(2026, 3, 2), new WorkerAllocated(On(2026, 3, 2), "SW1", "secondWorker", null, null));
        _story.Say(2, At(2026, 3, 30), Worker("SW1", On(2026, 3, 5)));

        var answer = _story.Ask(Q15CaseloadThen.Question, On(2026, 3, 6), At(2026, 3, 6), ("worker", "SW1"));
        answer.Sentence.ShouldBe("SW1 held 1 case on 6 March 2026 as known then, 2 as known later.");
        answer.Rows.Select(r => (r.Child, r.Cells[0], r.Cells[3], r.Cells[4])).ShouldBe(
            [(Stream(1), "allocatedSW", true, true), (Stream(2), "allocatedSW", false, true), (Stream(3), "secondWorker", true, true)]);
    }

    [Fact]
    public void Q16_a_worker_who_comes_back_is_one_and_a_late_allocation_is_one_more()
    {
        _story.Say(1, At(2025, 5, 1), Worker("SW1", On(2025, 5, 1), "North"));
        _story.Say(1, At(2025, 6, 1), Worker("SW2", On(2025, 6, 1), "North"));
        _story.Say(1, At(2025, 7, 1), Worker("SW1", On(2025, 7, 1), "North"));
        _story.Say(2, At(2025, 5, 1), Worker("SW1", On(2025, 5, 1), "North"));
        _story.Say(3, At(2025, 5, 1), Worker("SW8", On(2025, 5, 1), "North"));
        _story.Say(3, At(2025, 6, 1), Worker("SW9", On(2025, 6, 1), "South"));
        _story.Say(2, At(2026, 6, 1), Worker("SW3", On(2026, 3, 1), "North"));

        var answer = _story.Ask(Q16WorkerChanges.Question, On(2026, 3, 31), At(2026, 4, 10), ("team", "North"));
        answer.Sentence.ShouldBe("1 of 2 children changed social worker in the year to 31 March 2026 as known then, 2 of 2 as known later.");
        answer.Rows.Select(r => (r.Child, r.Cells[0], r.Cells[1])).ShouldBe([(Stream(1), 2, 2), (Stream(2), 1, 2)]);
        _story.Ask(Q16WorkerChanges.Question, On(2026, 3, 31), At(2026, 4, 10)).Rows.Count.ShouldBe(3);
    }

    [Fact]
    public void Q17_siblings_in_different_homes_are_apart_with_the_reason_known_then()
    {
        var group = Guid.CreateVersion7();
        foreach (var (child, urn) in new[] { (1, "SC1"), (2, "SC1"), (3, "SC3") })
        {
            _story.Say(child, At(2025, 6, 2), new PeriodOfCareStarted(On(2025, 6, 2), "C2", "N1"));
            _story.Say(child, At(2025, 6, 2), new PlacementStarted(On(2025, 6, 2), "U6", "PR1", urn, "ZZ1 1AB", "ZZ1 1AA"));
            _story.Say(child, At(2025, 6, 3), new SiblingGroupFormed(group, [Stream(1), Stream(2), Stream(3)], "householdAtEntry", On(2025, 6, 2)));
        }

        var decided = _story.Say(3, At(2025, 6, 10), new SiblingSeparationDecided([Stream(1), Stream(2)], "noSufficiency", "A. Manager", "No carer.", On(2025, 6, 9), On(2025, 9, 9)));
        _story.Say(1, At(2026, 2, 1), new SiblingSeparationDecided([Stream(3)], "age", "A. Manager", "Too young.", On(2025, 6, 9), On(2025, 9, 9)));

        var answer = _story.Ask(Q17SiblingsApart.Question, On(2025, 12, 31), At(2025, 12, 31));
        answer.Sentence.ShouldBe("1 sibling group placed apart on 31 December 2025, 3 children; a reason is recorded for 1.");
        answer.Rows.Select(r => (r.Child, r.Cells[1], r.Cells[2], r.Cells[3])).ShouldBe(
            [(Stream(1), 2, 1, null), (Stream(2), 2, 1, null), (Stream(3), 2, 0, "No placement for all of them")]);
        answer.Rows[2].Facts.ShouldContain(decided);
    }

    [Fact]
    public void Q18_a_review_held_in_time_and_recorded_later_is_not_late_but_looked_so()
    {
        foreach (var child in new[] { 1, 2, 3 })
        {
            _story.Say(child, At(2025, 6, 2), new PeriodOfCareStarted(On(2025, 6, 2), "C2", "N1"));
        }

        // 20 working days from 2 June 2025 is 30 June.
        WorkingCalendar.Latest.After(On(2025, 6, 2), 20).ShouldBe(On(2025, 6, 30));
        _story.Say(1, At(2025, 6, 30), new LacReviewHeld(On(2025, 6, 27), "PN1", null, null, []));
        _story.Say(2, At(2025, 7, 9), new LacReviewHeld(On(2025, 6, 30), "PN1", null, null, []));
        _story.Say(3, At(2025, 7, 9), new LacReviewHeld(On(2025, 7, 4), "PN1", null, null, []));

        var answer = _story.Ask(Q18LateReviews.Question, On(2025, 9, 1), At(2025, 9, 1));
        answer.Sentence.ShouldBe(
            "1 of 3 reviews due in the year to 1 September 2025 were late; 1 more looked late when they were due, because they were held in time and recorded afterwards.");
        answer.Rows.Select(r => (r.Child, r.Cells[1], r.Cells[2], r.Cells[3], r.Cells[4], r.Cells[5])).ShouldBe(
            [(Stream(2), On(2025, 6, 30), On(2025, 6, 30), false, 0, false), (Stream(3), On(2025, 6, 30), On(2025, 7, 4), true, 4, false)]);
        _story.Ask(Q18LateReviews.Question, On(2025, 7, 2), At(2025, 7, 2)).Rows.Select(r => r.Child).ShouldBe([Stream(2), Stream(3)]);
    }

    [Fact]
    public void Q20_corrections_of_the_past_count_and_late_records_and_news_do_not()
    {
        var one = _story.Say(1, At(2025, 9, 1), Contact(On(2025, 9, 1)));
        var two = _story.Say(2, At(2025, 9, 1), Contact(On(2025, 9, 1)));
        _story.Say(2, At(2025, 11, 3), Contact(On(2025, 9, 2)));
        var news = _story.Say(2, At(2025, 11, 4), Contact(On(2025, 11, 4)));
        _story.Fix(1, At(2025, 11, 5), one, Contact(On(2025, 9, 3)));
        _story.Withdraw(2, At(2025, 11, 6), two);
        _story.Withdraw(2, At(2025, 11, 6), two);
        _story.Fix(2, At(2025, 11, 7), news, Contact(On(2025, 11, 5)));

        var answer = _story.Ask(Q20CorrectedAfter.Question, On(2025, 11, 1), At(2025, 11, 1));
        answer.Rows.Select(r => (r.Child, r.Cells[0], r.Cells[2], r.Cells[3], r.Facts.Single())).ShouldBe(
            [(Stream(1), "corrected", On(2025, 9, 1), On(2025, 9, 3), one), (Stream(2), "withdrawn", On(2025, 9, 1), null, two)]);
        answer.Sentence.ShouldBe("2 corrections and withdrawals in the records of 2 children about days before 1 November 2025.");
        _story.Ask(Q20CorrectedAfter.Question, On(2025, 12, 1), At(2025, 11, 1)).Rows.Count.ShouldBe(3);
    }

    [Fact]
    public void Q23_an_answer_recorded_since_takes_a_request_out_whatever_day_it_came()
    {
        var open = _story.Say(1, At(2025, 9, 1), Request("housing"));
        var answered = _story.Say(1, At(2025, 9, 1), Request("housing"));
        var late = _story.Say(2, At(2025, 9, 1), Request("housing"));
        var school = _story.Say(2, At(2025, 9, 1), Request("report"));
        _story.Say(1, At(2025, 12, 1), new PartnerReplyReceived(answered, "full", "A flat.", On(2025, 12, 1), null));
        _story.Say(2, At(2025, 12, 1), new PartnerReplyReceived(late, "refused", "None.", On(2025, 9, 20), null));
        _story.Say(1, At(2025, 12, 1), new PartnerReplyReceived(open, "acknowledged", "Soon.", On(2025, 12, 1), null));

        var answer = _story.Ask(Q23StillUnanswered.Question, On(2025, 10, 1), At(2025, 10, 1), ("kind", "housing"));
        answer.Sentence.ShouldBe("3 requests were unanswered on 1 October 2025 as known then; 1 of them still is.");
        answer.Rows.ShouldHaveSingleItem().Facts.ShouldBe([open]);
        _story.Ask(Q23StillUnanswered.Question, On(2025, 10, 1), At(2025, 10, 1)).Rows.SelectMany(r => r.Facts).Order().ShouldBe(new[] { open, school }.Order());
    }

    [Fact]
    public void Q27_the_first_week_of_an_agency_worker_is_seven_days_from_joining()
    {
        _story.Say(8, At(2026, 1, 5), new WorkerJoined("SW8", "agency", 1, "caseHolder", null, null, null, On(2026, 1, 5)));
        _story.Say(9, At(2026, 1, 5), new WorkerJoined("SW9", "permanent", 1, "caseHolder", null, null, null, On(2026, 1, 5)));
        var last = _story.Say(1, At(2026, 1, 11), Decision("SW8", On(2026, 1, 11)));
        var after = _story.Say(1, At(2026, 1, 12), Decision("SW8", On(2026, 1, 12)));
        _story.Say(1, At(2026, 1, 12), Decision("SW9", On(2026, 1, 6)));

        var answer = _story.Ask(Q27AgencyFirstWeek.Question, On(2026, 3, 31), At(2026, 3, 31));
        answer.Sentence.ShouldBe("1 decision in the year to 31 March 2026 by 1 agency worker in the first 7 days.");
        answer.Rows.ShouldHaveSingleItem().Facts.ShouldBe([last]);
        _story.Ask(Q27AgencyFirstWeek.Question, On(2026, 3, 31), At(2026, 3, 31), ("days", "8")).Rows.SelectMany(r => r.Facts).ShouldBe([last, after]);
        _story.Ask(Q27AgencyFirstWeek.Question, On(2027, 3, 31), At(2026, 3, 31)).Rows.ShouldBeEmpty();
    }

    [Fact]
    public void Q29_every_child_sent_is_listed_with_what_became_known_since()
    {
        foreach (var child in new[] { 1, 2 })
        {
            _story.Say(child, At(2025, 6, 2), new PeriodOfCareStarted(On(2025, 6, 2), "C2", "N1"));
        }

        var home = new PlacementStarted(On(2025, 6, 2), "U6", "PR1", "SC1", "ZZ1 1AB", "ZZ1 1AA");
        var placed = _story.Say(1, At(2025, 6, 2), home);
        _story.Say(3, At(2025, 6, 2), Contact(On(2025, 6, 2)));
        _story.Fix(1, At(2026, 8, 1), placed, home with { Urn = "SC2" });
        _story.Say(1, At(2026, 8, 2), Contact(On(2026, 8, 2)));
        _story.Say(3, At(2026, 8, 2), Contact(On(2026, 8, 2)));

        var answer = _story.Ask(Q29SentAndChanged.Question, On(2026, 3, 31), At(2026, 7, 14));
        answer.Sentence.ShouldBe("The return of 2025-26 had 4 rows of 2 children; 1 row of 1 child would be different now.");
        answer.Rows.Select(r => (r.Child, r.Cells[0], r.Cells[1], r.Cells[2], r.Cells[3], r.Cells[4], r.Cells[5])).ShouldBe(
            [(Stream(1), 2, 1, 1, 1, 0, 0), (Stream(2), 2, 0, 0, 0, 0, 0)]);
    }

    [Fact]
    public void Q30_what_became_known_later_does_not_open_or_close_a_case()
    {
        foreach (var child in new[] { 1, 2 })
        {
            var before = _story.Say(child, At(2025, 3, 3), Referral(On(2025, 3, 3)));
            _story.Say(child, At(2025, 6, 2), new CaseClosed(before, On(2025, 6, 2), "RC7", "A. Manager", "Goals met.", null));
        }

        var again = _story.Say(1, At(2025, 10, 1), Referral(On(2025, 10, 1)));
        _story.Say(1, At(2026, 1, 20), new CaseClosed(again, On(2025, 12, 20), "RC7", "A. Manager", "Goals met.", null));
        _story.Say(2, At(2026, 1, 20), Referral(On(2025, 12, 30)));

        var answer = _story.Ask(Q30OpenAgain.Question, On(2025, 12, 31), At(2025, 12, 31));
        answer.Sentence.ShouldBe("1 of 1 child open on 31 December 2025 had been open in the year before and closed between.");
        answer.Rows.ShouldHaveSingleItem().Child.ShouldBe(Stream(1));
        _story.Ask(Q30OpenAgain.Question, On(2025, 12, 31), At(2026, 1, 31)).Rows.ShouldHaveSingleItem().Child.ShouldBe(Stream(2));
    }

    [Fact]
    public void Q31_supervision_recorded_after_the_step_down_does_not_count_and_is_shown()
    {
        foreach (var child in new[] { 1, 2, 3 })
        {
            _story.Say(child, At(2025, 6, 2), Referral(On(2025, 6, 2)));
        }

        var plans = Enumerable.Range(1, 3).Select(c => _story.Say(c, At(2025, 7, 1), new ProtectionPlanStarted("NEG", 0, On(2025, 7, 1)))).ToList();
        _story.Say(9, At(2025, 7, 1), new WorkerJoined("SW9", "permanent", 1, "caseHolder", null, null, null, On(2025, 1, 6)));
        _story.Say(9, At(2025, 9, 1), new SupervisionHeld("SW1", [Stream(3)], true, On(2025, 9, 1), null));
        _story.Say(9, At(2025, 12, 2), new SupervisionHeld("SW1", [Stream(1)], true, On(2025, 12, 1), null));
        foreach (var (child, plan) in Enumerable.Range(1, 3).Zip(plans))
        {
            _story.Say(child, At(2025, 12, 15), new ProtectionPlanEnded(plan, "risksReduced", null, On(2025, 12, 15)));
        }

        _story.Say(9, At(2025, 12, 17), new SupervisionHeld("SW1", [Stream(2)], true, On(2025, 12, 10), null));

        var answer = _story.Ask(Q31UnsupervisedStepDowns.Question, On(2026, 3, 31), At(2026, 3, 31));
        answer.Sentence.ShouldBe("2 of 3 plans that stepped down in the year to 31 March 2026 had no supervision recorded in the 30 days before.");
        answer.Rows.Select(r => (r.Child, r.Cells[3], r.Cells[4])).ShouldBe([(Stream(2), null, On(2025, 12, 10)), (Stream(3), On(2025, 9, 1), null)]);
    }

    [Fact]
    public void Q31_a_plan_that_ends_because_the_child_comes_into_care_does_not_step_down()
    {
        var plan = _story.Say(1, At(2025, 7, 1), new ProtectionPlanStarted("NEG", 0, On(2025, 7, 1)));
        _story.Say(1, At(2025, 12, 15), new ProtectionPlanEnded(plan, "CLA", null, On(2025, 12, 15)));

        _story.Ask(Q31UnsupervisedStepDowns.Question, On(2026, 3, 31), At(2026, 3, 31)).Sentence.ShouldStartWith("0 of 0 plans");
    }

    [Fact]
    public void Q33_a_search_counts_from_the_day_of_going_missing_to_the_day_before_the_return()
    {
        var missing = _story.Say(1, At(2025, 9, 1), new WentMissing("M", On(2025, 9, 1), null, null, null, null, null));
        var first = _story.Say(1, At(2025, 9, 1), Search(On(2025, 9, 1)));
        _story.Say(1, At(2025, 9, 4), new MissingEnded(missing, On(2025, 9, 4), null, null));
        var approved = _story.Say(1, At(2025, 9, 5), new PlacementMatchedAndApproved(first, null, "Example Homes", null, false, null, "A. Manager", "The only offer.", On(2025, 9, 3)));
        _story.Say(1, At(2025, 9, 5), Search(On(2025, 9, 4)));

        var answer = _story.Ask(Q33CommissionedWhileMissing.Question, On(2026, 3, 31), At(2026, 3, 31));
        answer.Sentence.ShouldBe("1 search for a placement and 1 approval of one while the child was missing, in the year to 31 March 2026.");
        answer.Rows.Select(r => (r.Cells[0], r.Cells[1], r.Facts[0])).ShouldBe([("search begun", On(2025, 9, 1), first), ("placement approved", On(2025, 9, 3), approved)]);
    }

    [Fact]
    public void Q35_figures_that_changed_are_told_by_cause_and_the_causes_add_up()
    {
        var one = _story.Say(1, At(2025, 9, 1), Request("housing"));
        var two = _story.Say(2, At(2025, 9, 1), Request("housing"));
        _story.Say(3, At(2025, 9, 1), Request("housing"));
        _story.Say(1, At(2025, 11, 3), new PartnerReplyReceived(one, "full", "A flat.", On(2025, 9, 20), null));
        _story.Withdraw(2, At(2025, 11, 4), two);

        var rows = _story.Ask(Q35FiguresChanged.Question, On(2025, 9, 30), At(2025, 10, 31)).Rows.Where(r => (string?)r.Cells[0] == "M23-open").ToList();
        rows.Select(r => (r.Cells[2], r.Cells[3], r.Cells[4], r.Cells[5], r.Cells[6], r.Cells[7])).ShouldBe(
            [(3m, 1m, "withdrawal", 1, 1, -1m), (3m, 1m, "late record", 1, 1, -1m)]);
        _story.Ask(Q35FiguresChanged.Question, On(2025, 9, 30), At(2025, 12, 31)).Rows.ShouldBeEmpty();
    }

    [Fact]
    public void Q35_a_figure_that_looks_at_others_is_followed_through_all_acts()
    {
        var group = Guid.CreateVersion7();
        foreach (var (child, urn) in new[] { (1, "SC1"), (2, "SC2") })
        {
            _story.Say(child, At(2025, 6, 2), new PeriodOfCareStarted(On(2025, 6, 2), "C2", "N1"));
            _story.Say(child, At(2025, 6, 2), new PlacementStarted(On(2025, 6, 2), "U6", "PR1", urn, "ZZ1 1AB", "ZZ1 1AA"));
            _story.Say(child, At(2025, 6, 3), new SiblingGroupFormed(group, [Stream(1), Stream(2)], "householdAtEntry", On(2025, 6, 2)));
        }

        _story.Say(2, At(2025, 11, 3), new PlacementStarted(On(2025, 9, 1), "U6", "PR1", "SC1", "ZZ1 1AB", "ZZ1 1AA"));

        var rows = _story.Ask(Q35FiguresChanged.Question, On(2025, 9, 30), At(2025, 10, 31)).Rows.Where(r => (string?)r.Cells[0] == "M17-all").ToList();
        rows.ShouldHaveSingleItem().Cells.Skip(2).Take(6).ShouldBe([0m, 1m, "late record", 1, 2, 2m]);
    }

    [Fact]
    public void Q35_a_link_that_makes_one_child_of_two_is_a_cause()
    {
        foreach (var child in new[] { 1, 2 })
        {
            _story.Say(child, At(2025, 6, 2), new PeriodOfCareStarted(On(2025, 6, 2), "C2", "N1"));
        }

        _story.Link(At(2025, 11, 3), 1, 2);

        var rows = _story.Ask(Q35FiguresChanged.Question, On(2025, 9, 30), At(2025, 10, 31)).Rows.Where(r => (string?)r.Cells[0] == "CLA31").ToList();
        rows.ShouldHaveSingleItem().Cells.Skip(4).Take(5).ShouldBe(["link", 1, 2, -1m, -1m]);
    }

    private static ReferralReceived Referral(DateOnly on) => new(on, null, "2A", [], "N1");

    private static ContactReceived Contact(DateOnly on) => new(on, null, "2A", null, "phone", "Hungry.", []);

    private static WorkerAllocated Worker(string number, DateOnly from, string? team = null) => new(from, number, Allocation.SocialWorker, team, "MANAGE");

    private static PartnerRequestSent Request(string kind) =>
        new("Example Housing", kind, "letter", "A flat.", "routine", null, On(2025, 9, 1), null, On(2025, 9, 15));

    private static ManagementDecisionRecorded Decision(string by, DateOnly on) => new("Stay?", "Stay.", [], by, "Known well.", on, null, null);

    private static PlacementSearchStarted Search(DateOnly on) => new(["Close to school"], [], on, on.AddDays(7));

    private static PlacementCostAgreed Price(Guid placement, decimal rate, DateOnly from) => new(placement, rate, "week", null, null, null, false, from, null);

    private Guid Placed(int child)
    {
        _story.Say(child, At(2025, 6, 2), new PeriodOfCareStarted(On(2025, 6, 2), "C2", "N1"));
        return _story.Say(child, At(2025, 6, 2), new PlacementStarted(On(2025, 6, 2), "U6", "PR1", $"SC{child}", "ZZ1 1AB", "ZZ1 1AA"));
    }
}
