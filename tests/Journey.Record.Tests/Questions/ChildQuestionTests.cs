using Journey.Record.Bitemporal;
using Journey.Record.Clocks;
using Journey.Record.Facts;
using Journey.Record.Facts.Allocations;
using Journey.Record.Facts.Care;
using Journey.Record.Facts.Closure;
using Journey.Record.Facts.Decisions;
using Journey.Record.Facts.Enquiries;
using Journey.Record.Facts.FrontDoor;
using Journey.Record.Facts.Health;
using Journey.Record.Facts.Identity;
using Journey.Record.Facts.Missing;
using Journey.Record.Facts.Partners;
using Journey.Record.Facts.Placements;
using Journey.Record.Facts.Services;
using Journey.Record.Facts.Visits;
using Journey.Record.History;
using Journey.Record.Questions;
using static Journey.Record.Tests.Questions.ChildAsked;

namespace Journey.Record.Tests.Questions;

/// <summary>Each question about one child: what was known on the day, and what became known only later.</summary>
public sealed class ChildQuestionTests
{
    private static readonly DateOnly Day = On(2025, 11, 14);

    [Fact]
    public void Q1_the_worker_of_3_March_is_another_before_the_late_recording_of_2_April()
    {
        var child = new ChildAsked().Knew(On(2025, 1, 10), 1, Worker("SW1", On(2025, 1, 10))).Knew(On(2025, 4, 2), 2, Worker("SW2", On(2025, 3, 1)));
        var answer = child.Ask(Q01WorkerOnDay.Question, On(2025, 3, 3), On(2025, 3, 10));
        answer.Of("asKnown", "worker").ShouldBe([["then", "SW1"], ["now", "SW2"]]);
        answer.Of("recordedAt")[1][0].ShouldBe(Noon(On(2025, 4, 2)));
        answer.Rows.Select(r => r.Facts.Single()).ShouldBe([Id(1), Id(2)]);
        child.Ask(Q01WorkerOnDay.Question, On(2025, 1, 9)).Column("worker").ShouldBe([null, null]);
    }

    [Fact]
    public void Q2_the_placement_that_was_recorded_after_the_strategy_discussion_could_not_be_known_there()
    {
        var child = InCare().Knew(On(2025, 6, 1), 10, Placed(On(2025, 6, 1), "Rowan")).Knew(On(2025, 6, 1), 11, new PlacementDistanceComputed(Id(10), 4m, "x", true, On(2025, 6, 1)))
            .Knew(Day, 12, Strategy(Day)).Knew(On(2025, 12, 1), 13, Placed(On(2025, 11, 10), "Elm")).Knew(On(2025, 12, 1), 14, new PlacementDistanceComputed(Id(13), 31.5m, "x", false, On(2025, 11, 10)));
        var answer = child.Ask(Q02PlacementAtStrategy.Question, Day);
        answer.Of("asKnown", "carer", "miles", "inArea").ShouldBe([["thatDay", "Rowan", 4m, true], ["then", "Elm", 31.5m, false]]);
        answer.Rows[1].Facts.ShouldBe([Id(12), Id(13), Id(14)]);
        child.Ask(Q02PlacementAtStrategy.Question, Day, On(2025, 11, 20)).Column("carer").ShouldBe(["Rowan", "Rowan"]);
        child.Ask(Q02PlacementAtStrategy.Question, Day, null, null, ("fact", Id(99).ToString())).Rows.ShouldBeEmpty();
    }

    [Fact]
    public void Q3_an_answer_that_was_recorded_later_does_not_hide_the_silence_of_the_day()
    {
        var child = new ChildAsked().Knew(On(2025, 10, 1), 1, Request(On(2025, 10, 1), "Health")).Knew(On(2025, 10, 1), 2, Request(On(2025, 10, 1), "Police"))
            .Knew(On(2025, 10, 20), 3, Reply(2, On(2025, 10, 20))).Knew(On(2025, 11, 20), 4, Reply(1, On(2025, 11, 12)));
        var answer = child.Ask(Q03AgenciesSilent.Question, Day);
        answer.Of("agency", "daysOpen", "overdue", "answeredOn", "answerRecordedAt").ShouldBe([["Health", 44, true, On(2025, 11, 12), Noon(On(2025, 11, 20))]]);
        answer.Rows[0].Facts.ShouldBe([Id(1), Id(4)]);
        child.Ask(Q03AgenciesSilent.Question, Day, Day, Day).Of("agency", "answeredOn").ShouldBe([["Health", null]]);
        child.Ask(Q03AgenciesSilent.Question, On(2025, 11, 20)).Rows.ShouldBeEmpty();
    }

    [Fact]
    public void Q4_what_was_recorded_of_risk_after_closure_and_happened_before_is_the_finding()
    {
        var child = new ChildAsked().Knew(On(2025, 1, 2), 1, new ReferralReceived(On(2025, 1, 2), null, "2A", [], "N1")).Knew(On(2025, 2, 1), 2, Risk("CSE", "emerging", On(2025, 2, 1)))
            .Knew(Day, 3, new CaseClosed(Id(1), Day, "RC7", "A. Manager", "Because.", null))
            .Knew(On(2025, 12, 1), 4, Risk("CCE", "significant", On(2025, 11, 1))).Knew(On(2025, 12, 2), 5, Risk("gangs", "moderate", On(2025, 12, 2)));
        var answer = child.Ask(Q04RiskAtClosure.Question, On(2025, 12, 31));
        answer.Of("asKnown", "lane", "from", "recordedAt", "closedOn").ShouldBe(
            [["both", "exploitation-risks", On(2025, 2, 1), Noon(On(2025, 2, 1)), Day], ["now", "exploitation-risks", On(2025, 11, 1), Noon(On(2025, 12, 1)), Day]]);
        answer.Sentence.ShouldContain("1 statement was not in the record");
        new ChildAsked().Knew(Day, 1, Risk("CSE", "emerging", Day)).Ask(Q04RiskAtClosure.Question, Day).Rows.ShouldBeEmpty();
    }

    [Fact]
    public void Q7_and_Q8_a_visit_recorded_on_20_November_for_12_November_counts_only_as_known_now()
    {
        var child = new ChildAsked().Knew(On(2025, 11, 1), 1, new VisitPlanned("CPP", "SW1", On(2025, 11, 1), On(2025, 11, 12)))
            .Knew(On(2025, 11, 20), 2, new VisitMade("CPP", On(2025, 11, 12), null, "SW1", "home", true, true, null, true, Id(1)));
        child.Ask(Q07VisitOverdue.AsKnownThen, Day).Of("visit", "due", "status", "over").ShouldBe([["planned", On(2025, 11, 12), DueStatus.Overdue, 2]]);
        var now = child.Ask(Q07VisitOverdue.AsKnownNow, Day);
        now.Of("statusThatDay", "overThatDay", "statusNow", "overNow", "madeOn", "recordedAt").ShouldBe(
            [[DueStatus.Overdue, 2, DueStatus.Met, 0, On(2025, 11, 12), Noon(On(2025, 11, 20))]]);
        now.Rows[0].Facts.ShouldBe([Id(1), Id(2)]);
        child.Ask(Q07VisitOverdue.AsKnownThen, On(2025, 11, 12)).Column("status").ShouldBe([DueStatus.Open]);
        child.Ask(Q07VisitOverdue.AsKnownThen, On(2025, 11, 20)).Rows.ShouldBeEmpty();
    }

    [Fact]
    public void Q7_the_clock_of_visits_to_a_child_in_care_runs_out_although_none_was_planned()
    {
        var child = InCare(On(2025, 10, 1)).Knew(On(2025, 10, 1), 10, Placed(On(2025, 10, 1), "Rowan"))
            .Knew(On(2025, 11, 20), 11, new VisitMade("CLA", On(2025, 10, 7), null, "SW1", "home", true, true, null, true, null));
        child.Ask(Q07VisitOverdue.AsKnownThen, Day).Of("visit", "due", "status").ShouldBe([["cla-visit", On(2025, 10, 8), DueStatus.Overdue]]);
        child.Ask(Q07VisitOverdue.AsKnownNow, Day).Of("visit", "statusThatDay", "statusNow", "madeOn").ShouldBe([["cla-visit", DueStatus.Overdue, DueStatus.Met, On(2025, 10, 7)]]);
    }

    [Fact]
    public void Q10_who_declined_between_what_and_who_had_overruled_it_by_1_December()
    {
        var child = new ChildAsked().Knew(On(2025, 6, 3), 1, ServiceRequested.Example with { On = On(2025, 6, 3), Estimate = 6400m })
            .Knew(On(2025, 6, 12), 2, ServiceDecided.Example with { Request = Id(1), Alternative = "Visits by the worker", DecidedOn = On(2025, 6, 12) })
            .Knew(On(2025, 7, 1), 3, Decision(On(2025, 7, 1))).Knew(On(2025, 12, 5), 4, new DecisionOverruled(Id(3), "Step down", "A. Director", "No worker.", On(2025, 11, 30), null));
        var before = child.Ask(Q10DecisionOverruled.Question, On(2025, 12, 1), On(2025, 12, 1));
        before.Of("about", "decided", "decidedBy", "overruledBy").ShouldBe(
            [["familyTherapy", "declined", "A. Senior-Manager", null], ["Go on?", "Go on for now.", "A. Manager", null]]);
        ((IEnumerable<string>)before.Of("options")[0][0]!).ShouldBe(["familyTherapy, £6,400", "Visits by the worker"]);
        ((IEnumerable<string>)before.Of("options")[1][0]!).ShouldBe(["Go on", "Step down"]);
        var after = child.Ask(Q10DecisionOverruled.Question, On(2025, 12, 1), null, null, ("about", "GO ON"));
        after.Of("overruledBy", "overruledOn", "newDecision").ShouldBe([["A. Director", On(2025, 11, 30), "Step down"]]);
        after.Rows[0].Facts.ShouldBe([Id(3), Id(4)]);
        child.Ask(Q10DecisionOverruled.Question, On(2025, 6, 11)).Rows.ShouldBeEmpty();
    }

    [Fact]
    public void Q11_each_act_of_knowledge_is_a_step_with_what_it_changed_before_and_after()
    {
        var child = new ChildAsked().Knew(On(2025, 1, 1), 1, Worker("SW1", On(2025, 1, 1))).Knew(On(2025, 3, 1), 2, Worker("SW2", On(2025, 2, 1))).TookBack(On(2025, 4, 1), 2);
        var answer = child.Ask(Q11Replay.Question, Day);
        answer.Column("knownAt").ShouldBe([Noon(On(2025, 1, 1)), Noon(On(2025, 3, 1)), Noon(On(2025, 4, 1))]);
        List(answer, 0, "before").ShouldBeEmpty();
        List(answer, 0, "after").ShouldBe(["social-worker: worker SW1, role allocatedSW from 2025-01-01"]);
        List(answer, 1, "before").ShouldBe(["social-worker: worker SW1, role allocatedSW from 2025-01-01"]);
        List(answer, 1, "after").ShouldBe(["social-worker: worker SW1, role allocatedSW from 2025-01-01 to 2025-02-01", "social-worker: worker SW2, role allocatedSW from 2025-02-01"]);
        List(answer, 2, "after").ShouldBe(["social-worker: worker SW1, role allocatedSW from 2025-01-01"]);
        List(answer, 2, "learnt").ShouldHaveSingleItem().ShouldStartWith("Withdrawn: ");
        child.Ask(Q11Replay.Question, Day, On(2025, 3, 31)).Rows.Count.ShouldBe(2);
    }

    [Fact]
    public void Q11_records_linked_later_are_replayed_beside_each_other_until_the_link_is_known()
    {
        var (other, link) = (Id(1001), new ChildRecordsLinked(Child, Id(1001), "Same child", On(2025, 6, 1)));
        var child = new ChildAsked().Knew(On(2025, 1, 1), 1, Worker("SW1", On(2025, 1, 1)))
            .Knew(Noon(On(2025, 2, 1)), other, FactCatalogue.Of(Worker("SW2", On(2025, 2, 1))).Asserted(Id(2), Worker("SW2", On(2025, 2, 1)), null))
            .Knew(Noon(On(2025, 6, 1)), Child, FactCatalogue.Of(link).Asserted(Id(3), link, null)).Knew(Noon(On(2025, 6, 1)), other, FactCatalogue.Of(link).Asserted(Id(3), link, null));
        var answer = child.Ask(Q11Replay.Question, Day);
        answer.Rows.Count.ShouldBe(3);
        List(answer, 1, "before").ShouldBeEmpty();
        List(answer, 2, "before").ShouldBe(["social-worker: worker SW1, role allocatedSW from 2025-01-01"]);
        List(answer, 2, "learnt").Count.ShouldBe(1);
        child.Ask(Q11Replay.Question, Day, On(2025, 5, 31)).Rows.Count.ShouldBe(1);
    }

    [Fact]
    public void Q12_the_first_sign_recorded_is_not_the_first_day_on_which_it_happened()
    {
        var child = new ChildAsked().Knew(On(2025, 5, 10), 1, Risk("CSE", "none", On(2025, 5, 10))).Knew(On(2025, 6, 10), 2, Risk("CSE", "emerging", On(2025, 6, 10)))
            .Knew(On(2025, 7, 1), 3, Risk("CSE", "significant", On(2025, 3, 1))).Knew(On(2025, 7, 2), 4, Risk("gangs", "none", On(2025, 7, 2))).Corrected(On(2025, 8, 1), 4, Risk("gangs", "moderate", On(2025, 7, 2)));
        child.Ask(Q12FirstKnown.Question, Day).Of("kind", "happeningFrom", "firstKnownAt", "daysUnknown", "signs").ShouldBe(
            [["CSE", On(2025, 3, 1), Noon(On(2025, 6, 10)), 101, 2], ["gangs", On(2025, 7, 2), Noon(On(2025, 8, 1)), 30, 1]]);
        child.Ask(Q12FirstKnown.Question, Day, On(2025, 6, 30)).Of("kind", "daysUnknown").ShouldBe([["CSE", 0]]);
        child.Ask(Q12FirstKnown.Question, Day, On(2025, 6, 9)).Rows.ShouldBeEmpty();
    }

    [Fact]
    public void Q13_an_approval_recorded_when_the_child_had_moved_is_told_from_one_recorded_before()
    {
        var approval = PlacementMatchedAndApproved.Example with { On = On(2025, 8, 18) };
        var child = InCare().Knew(On(2025, 8, 18), 10, approval).Knew(On(2025, 8, 20), 11, Placed(On(2025, 8, 20), "Rowan")).Knew(On(2025, 9, 5), 12, approval with { On = On(2025, 9, 1), DecidedBy = "B. Manager" })
            .Knew(On(2025, 9, 5), 13, Placed(On(2025, 9, 5), "Elm")).Knew(On(2025, 9, 6), 14, approval with { On = On(2025, 9, 6), OutOfArea = false });
        var answer = child.Ask(Q13ApprovalBeforeMove.Question, Day);
        answer.Of("approvedBy", "approvedOn", "movedOn", "recordedBeforeMove").ShouldBe(
            [["A. Manager", On(2025, 8, 18), On(2025, 8, 20), true], ["B. Manager", On(2025, 9, 1), On(2025, 9, 5), false]]);
        child.Ask(Q13ApprovalBeforeMove.Question, Day, On(2025, 8, 19)).Of("movedOn", "recordedBeforeMove").ShouldBe([[null, null]]);
    }

    [Fact]
    public void Q19_what_changed_between_1_May_and_1_June_includes_corrections_of_the_past()
    {
        var child = new ChildAsked().Knew(On(2025, 1, 1), 1, new EthnicityRecorded("WBRI", On(2025, 1, 1))).Corrected(On(2025, 5, 10), 1, new EthnicityRecorded("MWBC", On(2025, 1, 1)))
            .Knew(On(2025, 5, 11), 2, Worker("SW1", On(2024, 1, 1))).TookBack(On(2025, 5, 12), 2).Knew(On(2025, 6, 2), 3, Worker("SW2", On(2025, 6, 2)));
        var answer = child.Ask(Q19ChangedBetween.Question, Day, On(2025, 5, 1), On(2025, 6, 1));
        answer.Of("cause", "noun", "effectiveFrom", "knownAt").ShouldBe(
            [[Cause.Correction, "ethnicities", On(2025, 1, 1), Noon(On(2025, 5, 10))], [Cause.Withdrawal, "allocations", On(2024, 1, 1), Noon(On(2025, 5, 12))]]);
        answer.Of("before", "after")[1].ShouldBe([null, null]);
        ((string)answer.Of("before")[0][0]!).ShouldNotBe((string)answer.Of("after")[0][0]!);
        child.Ask(Q19ChangedBetween.Question, Day, On(2025, 5, 1), On(2025, 5, 1)).Rows.ShouldBeEmpty();
    }

    [Fact]
    public void Q21_the_plan_of_the_day_is_the_one_known_that_day_and_talks_are_those_before_it()
    {
        var child = InCare().Knew(On(2025, 6, 1), 10, new CarePlanSet("returnHome", "SW1", "Better.", On(2025, 6, 1))).Knew(On(2025, 11, 1), 11, new ChildViewsRecorded("said", "No.", "moving", On(2025, 11, 1)))
            .Knew(On(2025, 9, 1), 12, new ChildViewsRecorded("said", "Yes.", "school", On(2025, 9, 1))).Knew(Day, 13, Placed(Day, "Elm"))
            .Knew(On(2025, 12, 1), 14, new CarePlanSet("longTermFostering", "SW1", "Decided.", On(2025, 11, 10)));
        var answer = child.Ask(Q21PlanOnMove.Question, Day);
        answer.Rows.Select(r => (r.Cells[0], r.Cells[1], r.Facts.Single())).ShouldBe(
            [("thatDay", "plan", Id(10)), ("thatDay", "move", Id(13)), ("thatDay", "talk", Id(11)), ("now", "plan", Id(14)), ("now", "move", Id(13)), ("now", "talk", Id(11))]);
        child.Ask(Q21PlanOnMove.Question, Day, null, null, ("days", "90")).Rows.Count(r => (string)r.Cells[1]! == "talk").ShouldBe(4);
    }

    [Fact]
    public void Q22_the_wait_on_1_October_and_the_final_wait()
    {
        var child = new ChildAsked().Knew(On(2025, 6, 3), 1, HealthReferralMade.Example with { Service = "CAMHS", SentOn = On(2025, 6, 3), DueOn = On(2025, 9, 1) })
            .Knew(On(2025, 6, 3), 2, HealthReferralMade.Example with { Service = "SALT", SentOn = On(2025, 6, 3), DueOn = On(2025, 9, 1) })
            .Knew(On(2026, 5, 20), 3, new FirstAppointmentHeld(Id(1), "Dr", On(2026, 5, 11)));
        child.Ask(Q22CamhsWait.Question, On(2025, 10, 1), On(2025, 10, 1)).Of("daysWaited", "waiting", "finalWait", "outcome").ShouldBe([[120, true, 342, "seen"]]);
        child.Ask(Q22CamhsWait.Question, On(2025, 10, 1), On(2025, 10, 1), On(2025, 10, 1)).Of("daysWaited", "finalWait").ShouldBe([[120, null]]);
        child.Ask(Q22CamhsWait.Question, On(2025, 6, 2)).Rows.ShouldBeEmpty();
    }

    [Fact]
    public void Q24_evidence_for_a_coroner_ends_at_the_instant_and_is_not_read_in_the_light_of_what_came_later()
    {
        var nine = London.StartOf(Day).AddHours(9);
        var fact = new EthnicityRecorded("WBRI", On(2025, 1, 1));
        var child = new ChildAsked().Knew(nine.AddDays(-3), Child, FactCatalogue.Of(fact).Asserted(Id(1), fact, null)).Knew(nine, Child, FactCatalogue.Of(fact).Asserted(Id(2), fact, null))
            .Knew(nine.AddMicroseconds(1), Child, new Withdrawn(Id(1), "mistake", "Other child")).Knew(Noon(On(2025, 12, 1)), Child, FactCatalogue.Of(fact).Asserted(Id(3), fact, null));
        var answer = child.AskAt(Q24RecordedBefore.Question, Day, nine, null);
        answer.Of("knownAt", "kind", "stands").ShouldBe([[nine.AddDays(-3), "recorded", "held"], [nine, "recorded", "held"]]);
        child.AskAt(Q24RecordedBefore.Question, Day, nine.AddMicroseconds(-1), null).Rows.ShouldHaveSingleItem();
        child.AskAt(Q24RecordedBefore.Question, Day, nine.AddMicroseconds(1), null).Of("kind", "stands").ShouldBe([["recorded", "withdrawn"], ["recorded", "held"], ["withdrawn", "withdrawn"]]);
    }

    [Fact]
    public void Q25_everything_held_and_everything_corrected_or_withdrawn_with_the_reasons()
    {
        var child = new ChildAsked().Knew(On(2025, 1, 1), 1, new EthnicityRecorded("WBRI", On(2025, 1, 1))).Corrected(On(2025, 2, 1), 1, new EthnicityRecorded("MWBC", On(2025, 1, 1)), "Asked again")
            .Knew(On(2025, 3, 1), 2, Risk("CSE", "emerging", On(2025, 3, 1))).TookBack(On(2025, 4, 1), 2, "Other child").TookBack(On(2025, 4, 2), 2);
        var answer = child.Ask(Q25SubjectAccess.Question, Day);
        answer.Of("stands", "noun", "reason", "lastSaidAt").ShouldBe(
        [
            ["held", "ethnicities", null, Noon(On(2025, 2, 1))], ["corrected", "ethnicities", "Asked again", Noon(On(2025, 2, 1))],
            ["withdrawn", "exploitation-risks", "Other child", Noon(On(2025, 4, 1))], ["noEffect", null, null, Noon(On(2025, 4, 2))],
        ]);
        child.Ask(Q25SubjectAccess.Question, Day, On(2025, 1, 31)).Column("stands").ShouldBe(["held"]);
    }

    [Fact]
    public void Q26_two_records_since_when_and_since_when_known_to_be_one()
    {
        var (other, link) = (Id(1001), new ChildRecordsLinked(Child, Id(1001), "Same child", On(2025, 6, 1)));
        var (one, two) = (ChildRecordOpened.Example with { LaChildId = "J1" }, ChildRecordOpened.Example with { LaChildId = "J2" });
        var child = new ChildAsked().Knew(Noon(On(2025, 1, 1)), Child, FactCatalogue.Of(one).Asserted(Id(1), one, null)).Knew(Noon(On(2025, 3, 1)), other, FactCatalogue.Of(two).Asserted(Id(2), two, null))
            .Knew(Noon(On(2025, 6, 2)), Child, FactCatalogue.Of(link).Asserted(Id(3), link, null)).Knew(Noon(On(2025, 6, 2)), other, FactCatalogue.Of(link).Asserted(Id(3), link, null));
        var answer = child.Ask(Q26TwoIdentifiers.Question, Day);
        answer.Of("survivor", "absorbed", "twoRecordsSince", "foundOn", "knownAt", "takenBackAt").ShouldBe(
            [[Child, other, Noon(On(2025, 3, 1)), On(2025, 6, 1), Noon(On(2025, 6, 2)), null]]);
        ((IEnumerable<string>)answer.Of("identifiers")[0][0]!).ShouldBe(["J1", "J2"]);
        child.Ask(Q26TwoIdentifiers.Question, Day, On(2025, 6, 1)).Rows.ShouldBeEmpty();
        child.Knew(Noon(On(2025, 7, 1)), Child, new Withdrawn(Id(3), "mistake", "Twins")).Knew(Noon(On(2025, 7, 1)), other, new Withdrawn(Id(3), "mistake", "Twins"));
        child.Ask(Q26TwoIdentifiers.Question, Day).Column("takenBackAt").ShouldBe([Noon(On(2025, 7, 1))]);
    }

    [Fact]
    public void Q28_the_year_without_an_allegation_differs_in_its_lane_and_in_what_counted_it()
    {
        var child = new ChildAsked().Knew(On(2025, 4, 10), 1, new ContactReceived(On(2025, 4, 10), null, "2A", null, "phone", "Hit.", [])).Knew(On(2025, 4, 11), 2, Worker("SW1", On(2025, 4, 11))).TookBack(On(2025, 9, 1), 1);
        var answer = child.Ask(Q28WithoutAllegation.Question, Day, null, null, ("fact", Id(1).ToString()), ("year", "2026"));
        answer.Of("what", "name", "after").ShouldContain(r => (string)r[0]! == "lane" && (string)r[1]! == "contacts" && r[2] == null);
        answer.Rows.Where(r => (string)r.Cells[0]! == "lane").ShouldHaveSingleItem();
        answer.Rows.Where(r => (string)r.Cells[0]! == "figure").ShouldNotBeEmpty();
        answer.Sentence.ShouldStartWith("The fact was withdrawn on 1 September 2025");
        child.Ask(Q28WithoutAllegation.Question, Day, null, null, ("fact", Id(1).ToString()), ("year", "2025")).Rows.ShouldBeEmpty();
        child.Ask(Q28WithoutAllegation.Question, Day, On(2025, 5, 1), On(2025, 5, 1), ("fact", Id(1).ToString()), ("year", "2026")).Sentence.ShouldStartWith("The fact has not been withdrawn");
        child.Ask(Q28WithoutAllegation.Question, Day, null, null, ("fact", Id(9).ToString())).Rows.ShouldBeEmpty();
    }

    [Fact]
    public void Q34_what_was_known_at_each_decision_and_how_old_the_newest_of_it_was()
    {
        var child = new ChildAsked().Knew(On(2025, 6, 1), 1, Risk("CSE", "emerging", On(2025, 6, 1))).Knew(On(2025, 6, 20), 2, Decision(On(2025, 6, 15)))
            .Knew(On(2025, 6, 20), 3, Risk("CCE", "significant", On(2025, 6, 14))).Corrected(On(2025, 7, 1), 1, Risk("CSE", "moderate", On(2025, 6, 1)));
        var answer = child.Ask(Q34KnownAtDecisions.Question, Day);
        answer.Of("decision", "known", "newest", "newestAgeDays", "notYetRecorded", "knownOtherwise").ShouldBe([[Id(2), 1, Id(1), 14, 1, 1]]);
        child.Ask(Q34KnownAtDecisions.Question, Day, On(2025, 6, 25)).Of("known", "knownOtherwise").ShouldBe([[1, 0]]);
        child.Ask(Q34KnownAtDecisions.Question, Day, On(2025, 6, 19)).Rows.ShouldBeEmpty();
    }

    [Fact]
    public void Q36_the_address_to_which_the_letter_went_and_the_address_believed_now()
    {
        var home = new AddressRecorded("home", "1 Old Road", "ZZ1 1AA", null, false, On(2025, 1, 1), null);
        var child = new ChildAsked().Knew(On(2025, 1, 1), 1, home).Knew(On(2025, 12, 1), 2, home with { Lines = "2 New Road", Postcode = "ZZ2 2AA", From = On(2025, 11, 1) });
        child.Ask(Q36AddressOnDay.Question, Day).Of("asKnown", "lines", "recordedAt").ShouldBe(
            [["thatDay", "1 Old Road", Noon(On(2025, 1, 1))], ["now", "2 New Road", Noon(On(2025, 12, 1))]]);
        child.Ask(Q36AddressOnDay.Question, Day, null, Day).Column("lines").ShouldBe(["1 Old Road", "1 Old Road"]);
        child.Ask(Q36AddressOnDay.Question, On(2024, 1, 1)).Rows.ShouldBeEmpty();
    }

    [Fact]
    public void Every_question_says_what_it_explains_and_its_parameters_can_be_read()
    {
        QuestionCatalogue.All.OfType<ChildQuestion>().Select(q => q.Number).ShouldBe([1, 2, 3, 4, 7, 8, 10, 11, 12, 13, 19, 21, 22, 24, 25, 26, 28, 34, 36]);
        QuestionCatalogue.All.Select(q => q.Code).ShouldBeUnique();
        QuestionCatalogue.All.ShouldAllBe(q => q.Title.EndsWith('?') || q.Title.EndsWith('.'));
        QuestionCatalogue.All.ShouldAllBe(q => q.Explains.Length > 60);
        new Parameter("fact", "x", true, ParameterKind.Id).Reads("nonsense").ShouldBeFalse();
        new Parameter("day", "x", true, ParameterKind.Day).Reads("2025-02-30").ShouldBeFalse();
        new Parameter("days", "x", true, ParameterKind.Number).Reads("-1").ShouldBeFalse();
    }

    private static List<string> List(Answered answered, int row, string column) => [.. (IEnumerable<string>)answered.Of(column)[row][0]!];

    private static ChildAsked InCare(DateOnly? from = null) => new ChildAsked().Knew(from ?? On(2025, 6, 1), 5, new PeriodOfCareStarted(from ?? On(2025, 6, 1), "C2", "N1"));

    private static PlacementStarted Placed(DateOnly on, string carer) => new(on, "U6", "PR1", "SC1", "ZZ1 1AB", "ZZ1 1AA", carer);

    private static WorkerAllocated Worker(string worker, DateOnly from) => new(from, worker, Allocation.SocialWorker, null, null, null);

    private static StrategyDiscussionHeld Strategy(DateOnly on) => StrategyDiscussionHeld.Example with { HeldOn = on, HeldAt = null };

    private static ExploitationRiskAssessed Risk(string kind, string level, DateOnly on) => new(kind, level, [], "SW1", "Because.", on);

    private static PartnerRequestSent Request(DateOnly on, string agency) => PartnerRequestSent.Example with { Agency = agency, SentOn = on, DueOn = on.AddDays(14) };

    private static PartnerReplyReceived Reply(int request, DateOnly on) => new(Id(request), "full", "Yes.", on, null);

    private static ManagementDecisionRecorded Decision(DateOnly on) => new("Go on?", "Go on for now.", ["Go on", "Step down"], "A. Manager", "Well.", on, null, null);
}
