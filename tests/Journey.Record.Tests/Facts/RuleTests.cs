using Journey.Record.Children;
using Journey.Record.Facts.Adoption;
using Journey.Record.Facts.Allocations;
using Journey.Record.Facts.Assessments;
using Journey.Record.Facts.Care;
using Journey.Record.Facts.Closure;
using Journey.Record.Facts.FrontDoor;
using Journey.Record.Facts.Health;
using Journey.Record.Facts.Identity;
using Journey.Record.Facts.LeavingCare;
using Journey.Record.Facts.Legal;
using Journey.Record.Facts.Missing;
using Journey.Record.Facts.Placements;
using Journey.Record.Facts.Plans;
using Journey.Record.Facts.Protection;
using Journey.Record.Facts.Reviews;
using Journey.Record.Facts.Workforce;
using static Journey.Record.Tests.Facts.Spec;

namespace Journey.Record.Tests.Facts;

/// <summary>The rules that matter most: each takes what is right, refuses what is wrong, and stays quiet about what it cannot know.</summary>
public sealed class RuleTests
{
    private static readonly ChildRecordOpened Opened =
        new("JRN0000001", "Robin", "Ashdown", Day(2014, 5, 5), null, "F", "Referred by a school", Day(2025, 5, 12));

    private static readonly ChildRecordOpened Unborn =
        new("JRN0000002", null, null, null, Day(2025, 9, 1), "U", "Referred by a midwife", Day(2025, 5, 12));

    private static readonly ReferralReceived Referral = new(Day(2025, 5, 12), null, "2A", [], "N1");

    private static readonly EpisodeStated Episode = InCare(Day(2025, 6, 10), null);

    private static readonly IcpcHeld Conference = new(Day(2025, 9, 19), "CPP", true, ["Parents"], null);

    private static readonly ProtectionPlanStarted Protection = new("NEG", 0, Day(2025, 9, 19));

    [Fact]
    public void A_record_is_opened_with_a_birth_or_an_expected_birth_never_both()
    {
        Given().When(Opened).Taken().At(IdentityLanes.Birth, Day(2014, 5, 5)).ShouldBe(new Birth(Day(2014, 5, 5), null));
        Given().When(Unborn).Taken().At(IdentityLanes.Birth, Day(2025, 1, 1)).ShouldBe(new Birth(null, Day(2025, 9, 1)));
        Given().When(Opened with { ExpectedOn = Day(2014, 5, 1) }).Refused("8525Q");
        Given().When(Unborn with { ExpectedOn = null }).Refused("8525Q");
    }

    [Fact]
    public void An_unborn_child_has_no_sex_yet()
    {
        Given().When(Unborn).Quiet("8750");
        Given().When(Unborn with { Sex = "F" }).Refused("8750");
        Given().When(Opened).Quiet("8750");
    }

    [Fact]
    public void An_identifier_belongs_to_one_child()
    {
        Given().When(Opened).Quiet("8510");
        Given().Taken("LaChildId", "JRN0000001").When(Opened).Refused("8510");
        Given(Opened).Taken("UPN", "A123456789012").When(Upn("A123456789012")).Refused("1520");
    }

    [Fact]
    public void A_birth_takes_the_place_of_the_birth_expected()
    {
        var record = Given(Unborn).When(new ChildBorn(Day(2025, 8, 20), "F", null, null)).Taken();
        record.At(IdentityLanes.Birth, Day(2025, 8, 19))!.Born.ShouldBeNull();
        record.At(IdentityLanes.Birth, Day(2025, 8, 20))!.Born.ShouldBe(Day(2025, 8, 20));
        record.At(IdentityLanes.Sex, Day(2025, 8, 20)).ShouldBe(new Sex("F"));
        Given(Opened).When(new ChildBorn(Day(2025, 8, 20), "F", null, null)).Refused("born-already");
    }

    [Fact]
    public void A_pupil_number_is_a_letter_and_twelve_digits()
    {
        Given(Opened).When(Upn("A123456789012")).Taken().At(IdentityLanes.Upn, Day(2020, 1, 1)).ShouldBe(new Upn("A123456789012"));
        Given(Opened).When(Upn("A12345678901B")).Quiet("168");
        Given(Opened).When(Upn("12")).Refused("168");
        Given(Opened).When(new IdentifierAssigned("NHS", "12", Day(2020, 1, 1), null)).Quiet("168");
    }

    [Fact]
    public void No_disability_excludes_the_others()
    {
        Given(Opened).When(new DisabilityRecorded(["NONE"], Day(2025, 5, 12))).Taken();
        Given(Opened).When(new DisabilityRecorded(["NONE", "AUT"], Day(2025, 5, 12))).Refused("8790");
        Given(Opened).When(new DisabilityRecorded(["AUT", "AUT"], Day(2025, 5, 12))).Refused("8794");
    }

    [Fact]
    public void A_mother_is_eleven_or_older()
    {
        Given(Opened).When(new MotherhoodRecorded(true, Day(2025, 6, 1), Day(2025, 6, 1))).Taken();
        Given(Opened).When(new MotherhoodRecorded(true, Day(2025, 5, 4), Day(2025, 6, 1))).Refused("620");
        Given().When(new MotherhoodRecorded(true, Day(2025, 5, 4), Day(2025, 6, 1))).Quiet("620");
        Given(Opened).When(new MotherhoodRecorded(true, null, Day(2025, 6, 1))).Refused("611");
        Given(Opened).When(new MotherhoodRecorded(false, Day(2025, 6, 1), Day(2025, 6, 1))).Refused("612");
    }

    [Fact]
    public void A_child_is_unaccompanied_until_eighteen_at_most()
    {
        Given(Opened).When(new ImmigrationStatusRecorded("UASC", Day(2025, 6, 1), Day(2032, 5, 5))).Taken();
        Given(Opened).When(new ImmigrationStatusRecorded("UASC", Day(2025, 6, 1), Day(2032, 5, 6))).Refused("304");
        Given().When(new ImmigrationStatusRecorded("UASC", Day(2025, 6, 1), Day(2032, 5, 6))).Quiet("304");
    }

    [Fact]
    public void Nothing_happens_before_birth_or_forty_weeks_ahead_of_it()
    {
        Given(Opened).When(new GenderRecorded("Girl", Day(2014, 5, 5))).Taken();
        Given(Opened).When(new GenderRecorded("Girl", Day(2014, 5, 4))).Refused("G1");
        Given(Unborn).When(Referral with { On = Day(2024, 11, 25) }).Quiet("G1");
        Given(Unborn).When(Referral with { On = Day(2024, 11, 24) }).Refused("G1");
        Given().When(new GenderRecorded("Girl", Day(1990, 1, 1))).Quiet("G1");
    }

    [Fact]
    public void Nothing_but_notifications_follows_a_death()
    {
        var died = new ChildDied(Day(2025, 12, 1), null, null, null);
        Given(Opened).When(died).Taken().At(IdentityLanes.Death, Day(2026, 1, 1)).ShouldBe(new Death(Day(2025, 12, 1)));
        Given(Opened, died).When(Referral with { On = Day(2025, 12, 2) }).Refused("G2");
        Given(Opened, died).When(Referral with { On = Day(2025, 12, 1) }).Quiet("G2");
        Given(Opened, died).When(died).Refused("died-twice");
    }

    [Fact]
    public void An_end_names_an_open_start_and_closes_only_that()
    {
        var alert = new AlertRaised("allergy", "Nuts.", null, Day(2025, 5, 12));
        var record = Given(Opened, alert, alert).When(new AlertCleared(Id(2), Day(2025, 6, 1), null)).Taken();
        record.On(IdentityLanes.Alerts, Day(2025, 6, 1)).ShouldHaveSingleItem().FactId.ShouldBe(Id(3));
        Given(Opened, alert, new AlertCleared(Id(2), Day(2025, 6, 1), null)).When(new AlertCleared(Id(2), Day(2025, 6, 2), null)).Refused("G3");
        Given(Opened).When(new AlertCleared(Id(1), Day(2025, 6, 1), null)).Refused("G3");
        Given(Opened, alert).When(new AlertCleared(Id(2), Day(2025, 5, 11), null)).Refused("G4");
    }

    [Fact]
    public void One_referral_is_open_at_a_time()
    {
        var again = Referral with { On = Day(2025, 10, 1) };
        Given(Opened).When(Referral).Taken().On(FrontDoorLanes.Referrals, Day(2026, 1, 1)).ShouldHaveSingleItem();
        Given(Opened, Referral).When(again).Refused("8815");
        Given(Opened, Referral, Closed(2)).When(again).Taken();
    }

    [Fact]
    public void A_referral_that_leads_to_action_has_a_primary_need()
    {
        var decided = new ReferralDecided(Id(2), Day(2025, 5, 12), null, "Assess", "A. Manager", "Neglect.");
        Given(Opened, Referral).When(decided).Taken().On(FrontDoorLanes.Referrals, Day(2025, 5, 12)).ShouldHaveSingleItem();
        Given(Opened, Referral with { PrimaryNeed = null }).When(decided).Refused("8610");
        Given(Opened, Referral with { PrimaryNeed = null }).When(decided with { Decision = "NFA" }).Taken()
            .On(FrontDoorLanes.Referrals, Day(2025, 5, 12)).ShouldBeEmpty();
    }

    [Fact]
    public void A_pupil_number_is_missing_for_want_of_action_only_when_no_referral_led_to_any()
    {
        var reason = new UpnUnknownReasonRecorded("UN7", Day(2025, 6, 1));
        var refused = new ReferralDecided(Id(2), Day(2025, 5, 12), null, "NFA", "A. Manager", "No need found.");
        Given(Opened, Referral, refused).When(reason).Taken();
        Given(Opened, Referral).When(reason).Refused("8772");
        Given(Opened, Referral).When(reason with { Code = "UN1" }).Quiet("8772");
    }

    [Fact]
    public void A_decision_says_who_decided_and_why()
    {
        var decided = new ReferralDecided(Id(2), Day(2025, 5, 12), null, "Assess", "A. Manager", "Neglect.");
        Given(Opened, Referral).When(decided with { DecidedBy = " " }).Refused("G7");
        Given(Opened, Referral).When(decided with { Rationale = "" }).Refused("G7");
        Given(Opened, Referral).When(decided).Quiet("G7");
    }

    [Fact]
    public void A_contact_is_decided_once()
    {
        var contact = new ContactReceived(Day(2025, 5, 9), null, "2A", null, "phone", "Hungry again.", []);
        var decided = new ContactDecided(Id(2), Day(2025, 5, 12), null, "Referral", 3, "A. Manager", "Third contact.");
        Given(Opened, contact).When(decided).Taken().Timeline(FrontDoorLanes.ContactDecisions).ShouldHaveSingleItem();
        Given(Opened, contact, decided).When(decided).Refused("decided-twice");
        Given(Opened, contact, contact, decided).When(decided with { Contact = Id(3) }).Taken();
    }

    [Fact]
    public void A_case_closes_when_nothing_is_open()
    {
        Given(Opened, Referral).When(Closed(2)).Taken().On(FrontDoorLanes.Referrals, Day(2025, 9, 30)).ShouldBeEmpty();
        Given(Opened, Referral, Assessment(2)).When(Closed(2)).Refused("8867");
        Given(Opened, Referral, new CinPlanStarted(Day(2025, 7, 1), [])).When(Closed(2)).Refused("plan-open");
        Given(Opened, Referral, Episode).When(Closed(2)).Refused("care-open");
    }

    [Fact]
    public void One_child_and_family_assessment_is_open_at_a_time()
    {
        Given(Opened, Referral).When(Assessment(2)).Taken().On(AssessmentLanes.Assessments, Day(2026, 1, 1)).ShouldHaveSingleItem();
        Given(Opened, Referral, Assessment(2)).When(Assessment(2)).Refused("8896");
        Given(Opened, Referral, Assessment(2)).When(Assessment(2) with { Kind = "exploitation" }).Taken();
        Given(Opened, Referral).When(Assessment(2) with { StartOn = Day(2025, 5, 11) }).Refused("1103");
    }

    [Fact]
    public void No_factors_stands_alone_and_each_factor_once()
    {
        Given(Opened, Referral, Assessment(2)).When(Completed("3B", "16A")).Taken().On(AssessmentLanes.Assessments, Day(2025, 6, 30)).ShouldBeEmpty();
        Given(Opened, Referral, Assessment(2)).When(Completed("21")).Taken();
        Given(Opened, Referral, Assessment(2)).When(Completed("21", "3B")).Refused("8869");
        Given(Opened, Referral, Assessment(2)).When(Completed("3B", "3B")).Refused("8898");
        Given(Opened, Referral, Assessment(2), new AssessmentCancelled(Id(3), Day(2025, 6, 1), "Moved")).When(Completed("3B")).Refused("G3");
    }

    [Fact]
    public void An_extension_is_later_than_the_day_due_before()
    {
        var longer = new AssessmentExtended(Id(3), Day(2025, 7, 1), Day(2025, 7, 29), "Father found late", "A. Manager");
        Given(Opened, Referral, Assessment(2)).When(longer).Taken();
        Given(Opened, Referral, Assessment(2), longer).When(longer).Refused("due-not-later");
        Given(Opened, Referral).When(longer).Quiet("due-not-later");
    }

    [Fact]
    public void A_statutory_act_needs_an_open_case()
    {
        var plan = new CinPlanStarted(Day(2025, 7, 1), ["Meals"]);
        Given(Opened, Referral).When(plan).Taken();
        Given(Opened, Episode).When(plan).Quiet("G6");
        Given(Opened).When(plan).Refused("G6");
        Given(Opened, Referral, Closed(2)).When(plan with { StartOn = Day(2025, 10, 1) }).Refused("G6");
    }

    [Fact]
    public void A_conference_is_not_held_at_a_weekend_or_twice()
    {
        Given(Opened, Referral).When(Conference).Taken();
        Given(Opened, Referral).When(Conference with { HeldOn = Day(2025, 9, 20) }).Refused("8875");
        Given(Opened, Referral, Conference).When(Conference).Refused("2884");
        Given(Opened, Referral).When(Conference with { HeldOn = Day(2025, 5, 9) }).Refused("1104");
    }

    [Fact]
    public void A_protection_plan_begins_on_the_day_of_its_conference()
    {
        Given(Opened, Referral, Conference).When(Protection).Taken();
        Given(Opened, Referral, Conference).When(Protection with { StartOn = Day(2025, 9, 22) }).Refused("2885");
        Given(Opened, Referral, new CaseTransferredIn("E07000112", "CPP", Day(2025, 9, 19), Day(2025, 9, 1))).When(Protection).Taken();
    }

    [Fact]
    public void A_protection_plan_closes_a_child_in_need_plan_and_not_the_other_way_round()
    {
        var need = new CinPlanStarted(Day(2025, 7, 1), []);
        var record = Given(Opened, Referral, need, Conference).When(Protection).Taken();
        record.At(PlanLanes.Plan, Day(2025, 9, 18)).ShouldBe(new Plan(Plan.InNeed, null));
        record.At(PlanLanes.Plan, Day(2025, 9, 19)).ShouldBe(new Plan(Plan.Protection, "NEG"));
        Given(Opened, Referral, Conference, Protection).When(need with { StartOn = Day(2025, 10, 1) }).Refused("4001");
        Given(Opened, Referral, need).When(need with { StartOn = Day(2025, 8, 1) }).Refused("4004");
        Given(Opened, Referral, Conference, Protection).When(Protection).Refused("8935");
    }

    [Fact]
    public void A_category_changes_while_the_plan_keeps_the_one_it_started_with()
    {
        var changed = new PlanCategoryChanged(Id(4), "EMO", Day(2025, 12, 5));
        var ended = new ProtectionPlanEnded(Id(4), "risksReduced", null, Day(2026, 3, 6));
        var record = Given(Opened, Referral, Conference, Protection, changed).When(ended).Taken();
        record.At(PlanLanes.Plan, Day(2026, 1, 1)).ShouldBe(new Plan(Plan.Protection, "NEG"));
        record.At(PlanLanes.Category, Day(2026, 1, 1)).ShouldBe(new PlanCategory("EMO"));
        record.On(PlanLanes.Plan, Day(2026, 3, 6)).ShouldBeEmpty();
        record.On(PlanLanes.Category, Day(2026, 3, 6)).ShouldBeEmpty();
        Given(Opened, Referral, Conference, Protection).When(ended with { EndOn = Day(2025, 9, 19) }).Refused("8925");
        Given(Opened, Referral, Conference, Protection).When(changed with { Category = "NEG" }).Refused("same-category");
    }

    [Fact]
    public void A_review_conference_follows_the_start_of_a_plan()
    {
        var review = new RcpcHeld(Day(2025, 12, 5), true, true, [], null);
        Given(Opened, Referral, Conference, Protection).When(review).Taken();
        Given(Opened, Referral, Conference, Protection).When(review with { HeldOn = Day(2025, 9, 19) }).Refused("8841");
        Given(Opened, Referral).When(new CoreGroupHeld(Day(2025, 10, 3), [], [])).Refused("no-protection-plan");
    }

    [Fact]
    public void Only_a_child_under_four_is_PN0()
    {
        Given(Opened, Episode).When(Review("PN1")).Taken().Timeline(ReviewLanes.Reviews).ShouldHaveSingleItem();
        Given(Opened, Episode).When(Review("PN0")).Refused("440");
        Given(Opened with { DateOfBirth = Day(2022, 2, 2) }, Episode).When(Review("PN1")).Refused("441");
        Given(Episode).When(Review("PN0")).Quiet("440");
        Given(Opened, Episode).When(Review("?")).Refused("unknown-code");
    }

    [Fact]
    public void A_review_is_of_a_child_looked_after_and_not_in_short_breaks()
    {
        Given(Opened).When(Review("PN1")).Refused("G6");
        Given(Opened, Episode with { LegalStatus = "V4" }).When(Review("PN1")).Refused("399");
        Given(Opened, Episode).When(Review("PN1")).Quiet("399");
        Given(Opened, Episode, Review("PN1")).When(Review("PN2")).Refused("review-twice");
    }

    [Fact]
    public void Missing_episodes_do_not_overlap()
    {
        var missing = new WentMissing("M", Day(2025, 10, 14), new TimeOnly(21, 0), null, null, null, Day(2025, 10, 15));
        Given(Opened, Episode).When(missing).Taken().On(MissingLanes.Missing, Day(2025, 10, 14)).ShouldHaveSingleItem();
        Given(Opened, Episode, missing with { To = null }).When(missing with { FromDate = Day(2025, 11, 1), To = null }).Refused("574");
        Given(Opened, Episode, missing).When(missing with { FromDate = Day(2025, 10, 15), To = Day(2025, 10, 16) }).Taken();
    }

    [Fact]
    public void Nobody_goes_missing_from_care_that_has_ended()
    {
        var missing = new WentMissing("A", Day(2025, 10, 14), null, null, null, null, null);
        Given(Opened, InCare(Day(2025, 6, 10), Day(2025, 9, 1))).When(missing).Refused("578");
        Given(Opened, InCare(Day(2025, 6, 10), Day(2025, 9, 1)), Referral).When(missing).Quiet("578");
        Given(Opened).When(missing).Quiet("578");
    }

    [Fact]
    public void Health_items_do_not_contradict_each_other()
    {
        var items = new HealthOutcomesRecorded(2026, 17, null, 0, null, 1, 1, 1, 0, null, null);
        Given(Opened).When(items).Taken().Timeline(HealthLanes.Outcomes).ShouldHaveSingleItem();
        Given(Opened).When(items with { SdqReason = "SDQ2" }).Refused("197a");
        Given(Opened).When(items with { InterventionReceived = 1 }).Refused("193");
        Given(Opened).When(items with { SubstanceMisuse = 1 }).Refused("192");
        Given(Opened).When(items with { SubstanceMisuse = 1, InterventionReceived = 0 }).Refused("159");
        Given(Opened).When(items with { Convicted = null }).Refused("543");
        Given(Opened with { DateOfBirth = Day(2020, 1, 1) }).When(items).Refused("542");
        Given().When(items).Quiet("542");
    }

    [Fact]
    public void A_match_and_a_placement_follow_an_adoption_decision()
    {
        var decision = new AdoptionDecisionMade(Day(2025, 7, 1), "A. Director", "No carer in the family.", null, null, null);
        var match = new AdoptersMatched(Day(2025, 7, 1), Day(2025, 10, 1), false, 2, "MF", "L3", null);
        Given(Opened, Episode, decision).When(match).Taken();
        Given(Opened, Episode, decision).When(match with { DecisionOn = Day(2025, 7, 2) }).Refused("523");
        Given(Opened, Episode, decision).When(decision with { On = Day(2025, 8, 1) }).Refused("579");
        Given(Opened, Episode, decision, match).When(new PlacedForAdoption(false, Day(2025, 10, 2))).Taken();
        Given(Opened, Episode, decision, match).When(new PlacedForAdoption(false, Day(2025, 9, 30))).Refused("331");
        Given(Opened, Episode).When(match).Quiet("523");
    }

    [Fact]
    public void A_deprivation_of_liberty_order_does_not_hold_with_parents()
    {
        var order = new DolOrderStarted(["Locked doors"], Day(2025, 8, 1), null);
        Given(Opened, Episode with { Place = "K2" }).When(order).Taken();
        Given(Opened, Episode with { Place = "P1" }).When(order).Refused("710");
        Given(Opened).When(order).Quiet("710");
    }

    [Fact]
    public void Short_breaks_are_short()
    {
        var taken = new ShortBreakTaken("V3", Day(2025, 5, 1), Day(2025, 5, 18));
        Given(Opened).When(taken).Taken();
        Given(Opened).When(taken with { To = Day(2025, 5, 19) }).Refused("365");
        Given(Opened, taken).When(taken with { From = Day(2025, 5, 17), To = Day(2025, 5, 20) }).Refused("366");
        var year = Enumerable.Range(6, 4).Select(m => taken with { From = Day(2025, m, 1), To = Day(2025, m, 18) }).ToArray();
        Given([Opened, .. year]).When(taken with { From = Day(2025, 12, 1), To = Day(2025, 12, 8) }).Taken();
        Given([Opened, .. year]).When(taken with { From = Day(2025, 12, 1), To = Day(2025, 12, 9) }).Refused("367");
    }

    [Fact]
    public void A_case_is_handed_to_a_worker_in_post()
    {
        var handover = new HandoverHeld("SW10001", "SW10002", true, "Went through the plan.", [], 0, Day(2025, 10, 1), null);
        Given(Opened).InPost("SW10002", Day(2025, 9, 1)).When(handover).Taken();
        Given(Opened).InPost("SW10002", Day(2025, 10, 2)).When(handover).Refused("not-in-post");
        Given(Opened).When(handover).Refused("not-in-post");
    }

    [Fact]
    public void A_post_and_its_terms_end_together()
    {
        var joined = new WorkerJoined("SW10001", "permanent", 1, "caseHolder", null, null, null, Day(2025, 9, 1));
        var changed = new WorkerTermsChanged("permanent", 0.5m, "caseHolder", null, Day(2025, 10, 1));
        var record = Given(joined, changed).When(new WorkerLeft(Id(1), "1", "2", Day(2026, 1, 12))).Taken();
        record.At(WorkforceLanes.Terms, Day(2026, 1, 11))!.Fte.ShouldBe(0.5m);
        record.On(WorkforceLanes.InPost, Day(2026, 1, 12)).ShouldBeEmpty();
        record.On(WorkforceLanes.Terms, Day(2026, 1, 12)).ShouldBeEmpty();
        Given(joined).When(joined with { StartOn = Day(2025, 11, 1) }).Refused("in-post");
        Given().When(joined with { Number = "12345" }).Refused("SW02");
        Given().When(changed).Refused("not-in-post");
    }

    [Fact]
    public void Care_leaver_codes_are_those_of_the_return()
    {
        var status = new CareLeaverStatusRecorded("YES", "F2", "U1", Day(2025, 6, 12));
        Given(Opened with { DateOfBirth = Day(2006, 6, 12) }).When(status).Taken();
        Given().When(status with { InTouch = "PERHAPS" }).Refused("131");
        Given().When(status with { Activity = "F3" }).Refused("132");
        Given().When(status with { Accommodation = "U" }).Refused("133");
        Given(Opened).When(status).Refused("leaver-age");
    }

    [Fact]
    public void A_record_is_sealed_after_an_adoption()
    {
        var sealing = new RecordSealedAfterAdoption(Day(2025, 11, 10), null);
        Given(Opened, InCare(Day(2025, 6, 10), Day(2025, 11, 10)) with { Rec = "E12" }).When(sealing).Taken()
            .At(IdentityLanes.Sealed, Day(2025, 11, 10)).ShouldNotBeNull();
        Given(Opened, InCare(Day(2025, 6, 10), Day(2025, 11, 10))).When(sealing).Refused("not-adopted");
        Given(Opened, Episode).When(sealing).Refused("not-adopted");
    }

    [Fact]
    public void Undated_facts_say_how_exactly_their_day_is_known()
    {
        ((IFact)new HealthOutcomesRecorded(2018, null, null, null, null, null, null, null, null, null, null)).Precision().ShouldBe(DatePrecision.YearEnd);
        new PreviousPermanenceRecorded("Z1", null, null, Day(2025, 6, 10)).Precision().ShouldBe(DatePrecision.StartOfCare);
        new PreviousPermanenceRecorded("P1", null, "zz/06/2019", Day(2025, 6, 10)).Precision().ShouldBe(DatePrecision.Day);
        new AdoptersMatched(null, null, null, null, null, null, 2018).EffectiveFrom().ShouldBe(Day(2018, 3, 31));
    }

    private static EpisodeStated InCare(DateOnly from, DateOnly? to) =>
        new(from, "S", "V2", "N1", "U6", "PR1", to, to is null ? null : "E4A", null, null, null, null);

    [Theory]
    [InlineData("386", "E12", 18, 17)]
    [InlineData("387", "E5", 13, 14)]
    [InlineData("387", "E6", 13, 14)]
    [InlineData("389", "E7", 15, 16)]
    [InlineData("460", "E17", 17, 18)]
    public void The_reason_why_care_ended_fits_the_age(string rule, string rec, int wrong, int right)
    {
        Spec Aged(int age) => Given(Opened with { DateOfBirth = Day(2025, 8, 20).AddYears(-age) }, new PeriodOfCareStarted(Day(2025, 6, 10), "C2", "N1"))
            .When(new PeriodOfCareEnded(Id(2), Day(2025, 8, 20), rec));

        Aged(wrong).Refused(rule);
        Aged(right).Quiet(rule);
        Given(Unborn, new PeriodOfCareStarted(Day(2025, 6, 10), "C2", "N1")).When(new PeriodOfCareEnded(Id(2), Day(2025, 8, 20), rec)).Quiet(rule);
    }

    [Theory]
    [InlineData("361", "L1", 3)]
    [InlineData("362", "L2", 21)]
    [InlineData("363", "L3", 7)]
    [InlineData("364", "J2", 21)]
    public void A_status_that_the_law_keeps_short_does_not_last_longer(string rule, string status, int days)
    {
        var care = new PeriodOfCareStarted(Day(2025, 6, 10), status, "N1");
        var last = Day(2025, 6, 10).AddDays(days);

        Given(Opened, care).When(new LegalStatusChanged(last, "C1")).Quiet(rule);
        Given(Opened, care).When(new LegalStatusChanged(last.AddDays(1), "C1")).Refused(rule);
        Given(Opened, care).When(new PeriodOfCareEnded(Id(2), last, "E4A")).Quiet(rule);
        Given(Opened, care).When(new PeriodOfCareEnded(Id(2), last.AddDays(1), "E4A")).Refused(rule);
        Given(Opened, care, new LegalStatusChanged(last, "C1")).When(new LegalStatusChanged(last.AddDays(40), "C2")).Quiet(rule);
    }

    [Fact]
    public void A_third_short_absence_of_one_year_is_a_placement()
    {
        TemporaryMoveStarted Short(int month, int year = 2025) => new(Day(year, month, 3), "T3", Day(year, month, 9));

        Given(Opened, Episode, Short(7)).When(Short(8)).Quiet("377");
        Given(Opened, Episode, Short(7), Short(9)).When(Short(8)).Refused("377");
        Given(Opened, Episode, Short(7), Short(9)).When(Short(4, 2026)).Quiet("377");
        Given(Opened, Episode, Short(7), Short(9)).When(new TemporaryMoveStarted(Day(2025, 10, 5), "T1", Day(2025, 10, 9))).Quiet("377");
    }

    [Fact]
    public void A_setting_that_is_not_registered_has_no_number()
    {
        PlacementStarted Of(string type, string? urn) => new(Day(2025, 7, 1), type, "PR4", urn, null, null);

        Given(Opened, Episode).When(Of("P1", "SC900001")).Refused("222");
        Given(Opened, Episode).When(Of("P1", "XXXXXXX")).Quiet("222");
        Given(Opened, Episode).When(Of("P1", null)).Quiet("222");
        Given(Opened, Episode).When(Of("U6", "SC900001")).Quiet("222");
        Given(Opened, Episode).When(Of("H5", "SC900001")).Quiet("222");
    }

    [Fact]
    public void An_adoption_decision_stands_until_the_child_is_adopted_or_it_is_reversed()
    {
        var decision = new AdoptionDecisionMade(Day(2025, 7, 10), "A. Decider", "No carer in the family.", null, null, null);
        var reversal = new AdoptionDecisionReversed(Id(3), "RD1", Day(2025, 9, 1));
        var match = new AdoptersMatched(Day(2025, 7, 10), Day(2025, 8, 1), false, 2, "MF", "L11", null);
        var placed = new PlacedForAdoption(false, Day(2025, 8, 20));
        var order = new AdoptionOrderMade(false, null, Day(2026, 3, 2));

        Given(Opened, Episode, decision).When(new PeriodOfCareEnded(Id(2), Day(2026, 3, 2), "E4A")).Refused("557");
        Given(Opened, Episode, decision).When(new PeriodOfCareEnded(Id(2), Day(2026, 3, 2), "E11")).Quiet("557");
        Given(Opened, Episode, decision, reversal).When(new PeriodOfCareEnded(Id(2), Day(2026, 3, 2), "E4A")).Quiet("557");

        Given(Opened, Episode, match).When(placed).Refused("551");
        Given(Opened, Episode, decision, match).When(placed).Quiet("551");
        Given(Opened, Episode, decision, reversal, match).When(placed with { PlacedOn = Day(2025, 10, 1) }).Refused("551");

        Given(Opened, Episode, decision, match, placed).When(order).Quiet("558");
        Given(Opened, Episode, decision, reversal, match, placed).When(order).Refused("558");
    }

    [Fact]
    public void A_case_without_factors_closes_as_assessed_only()
    {
        Given(Opened, Referral, Assessment(2), Completed("21")).When(Closed(2)).Quiet("8873Q");
        Given(Opened, Referral, Assessment(2), Completed("21")).When(Closed(2) with { Reason = "RC7" }).Refused("8873Q");
        Given(Opened, Referral, Assessment(2), Completed("3B")).When(Closed(2) with { Reason = "RC7" }).Quiet("8873Q");
        Given(Opened, Referral).When(Closed(2) with { Reason = "RC7" }).Quiet("8873Q");
    }

    private static CaseClosed Closed(int referral) => new(Id(referral), Day(2025, 9, 30), "RC9", "A. Manager", "Goals are met.", null);

    private static AssessmentStarted Assessment(int referral) =>
        new(Id(referral), "CF", "SW10001", null, Day(2025, 5, 13), Day(2025, 7, 15));

    private static AssessmentCompleted Completed(params string[] factors) =>
        new(Id(3), Day(2025, 6, 27), Day(2025, 6, 30), "A. Manager", "CIN", true, [], factors, true, true);

    private static IdentifierAssigned Upn(string value) => new("UPN", value, Day(2019, 9, 1), null);

    private static LacReviewHeld Review(string participation) => new(Day(2025, 7, 4), participation, null, null, []);
}
