using Journey.Record.Facts.Care;
using Journey.Record.Facts.Closure;
using Journey.Record.Facts.Decisions;
using Journey.Record.Facts.EarlyHelp;
using Journey.Record.Facts.Education;
using Journey.Record.Facts.Enquiries;
using Journey.Record.Facts.Family;
using Journey.Record.Facts.FrontDoor;
using Journey.Record.Facts.Health;
using Journey.Record.Facts.Identity;
using Journey.Record.Facts.Keeping;
using Journey.Record.Facts.LeavingCare;
using Journey.Record.Facts.Partners;
using Journey.Record.Facts.Placements;
using Journey.Record.Facts.Protection;
using Journey.Record.Facts.Visits;
using Journey.Record.Facts.Workforce;
using static Journey.Record.Tests.Facts.Spec;

namespace Journey.Record.Tests.Facts;

/// <summary>Rules of family, enquiries, school, health, leaving care, teams and the keeping of a record: taken, refused, quiet.</summary>
public sealed class LifeRuleTests
{
    private static readonly ChildRecordOpened Opened =
        new("JRN0000001", "Robin", "Ashdown", Day(2014, 5, 5), null, "F", "Referred by a school", Day(2025, 5, 12));

    private static readonly ReferralReceived Referral = new(Day(2025, 5, 12), null, "2A", [], "N1");

    private static readonly StrategyDiscussionHeld Strategy = new(
        Day(2025, 9, 1), null, ["la", "police", "health"], null, "s47", "joint", "A. Manager", "Injury.");

    private static readonly Section47Started Enquiry = new(Id(2), Id(1), Day(2025, 9, 1), Day(2025, 9, 22));

    private static readonly TeamFormed Team = new("North", null, ["SW10001"], ["Police"], Day(2025, 4, 1));

    [Fact]
    public void Police_health_and_the_authority_take_part_in_a_strategy_discussion_or_it_is_said_why_not()
    {
        Given(Referral).When(Strategy).Taken();
        Given(Referral).When(Strategy with { Agencies = ["la", "police"] }).Refused("strategy-agencies");
        Given(Referral).When(Strategy with { Agencies = ["la", "police"], AbsentBecause = "Ward was closed." }).Quiet("strategy-agencies");
        Given(Referral).When(Strategy with { Kind = null }).Refused("enquiry-kind");
        Given().When(Strategy).Refused("G6");
    }

    [Fact]
    public void An_enquiry_begins_on_the_day_of_its_strategy_discussion_one_at_a_time()
    {
        Given(Referral, Strategy).When(Enquiry).Taken();
        Given(Referral, Strategy).When(Enquiry with { StartOn = Day(2025, 9, 2) }).Refused("strategy-day");
        Given(Referral, Strategy).When(Enquiry with { StartOn = Day(2025, 5, 9) }).Refused("2889");
        Given(Referral, Strategy, Enquiry).When(Enquiry).Refused("8839");
        Given(Referral).When(Enquiry with { Strategy = null }).Quiet("strategy-day");
    }

    [Fact]
    public void A_conference_is_due_within_fifteen_working_days()
    {
        Given(Referral, Strategy).When(Enquiry with { IcpcTargetOn = Day(2025, 9, 23) }).Refused("8870Q");
        Given(Referral, Strategy).When(Enquiry with { IcpcTargetOn = Day(2025, 9, 20) }).Refused("8870Q");
        Given(Referral, Strategy).When(Enquiry with { IcpcTargetOn = Day(2025, 9, 19) }).Quiet("8870Q");
    }

    [Fact]
    public void A_case_does_not_close_over_an_enquiry_or_a_conference_that_was_called_for()
    {
        var completed = new Section47Completed(Id(3), Day(2025, 9, 12), "ICPC", true, false, "A. Manager", "Harm is likely.");
        var closed = new CaseClosed(Id(1), Day(2025, 9, 30), "RC9", "A. Manager", "Done.", null);
        Given(Referral, Strategy, Enquiry).When(completed).Taken();
        Given(Referral, Strategy, Enquiry).When(completed with { IcpcNotRequired = true }).Refused("icpc-flag");
        Given(Referral, Strategy, Enquiry).When(closed).Refused("8565");
        Given(Referral, Strategy, Enquiry, completed).When(closed).Refused("8868");
        Given(Referral, Strategy, Enquiry, completed with { Outcome = "NFA", IcpcNotRequired = true }).When(closed).Taken();
        Given(Referral, Strategy, Enquiry, completed, new IcpcHeld(Day(2025, 9, 19), "NFA", true, [], null)).When(closed).Quiet("8868");
    }

    [Fact]
    public void A_case_is_opened_again_by_a_new_referral()
    {
        var closed = new CaseClosed(Id(1), Day(2025, 9, 30), "RC9", "A. Manager", "Done.", null);
        var again = Referral with { On = Day(2025, 11, 24) };
        var reopened = new CaseReopened(Id(3), Id(1), Day(2025, 11, 24));
        Given(Referral, closed, again).When(reopened).Taken().Timeline(ClosureLanes.Reopenings).ShouldHaveSingleItem();
        Given(Referral, closed, again).When(reopened with { Referral = Id(1) }).Refused("same-referral");
        Given(Referral, again).When(new CaseReopened(Id(2), Id(1), Day(2025, 11, 24))).Refused("prior-open");
    }

    [Fact]
    public void Siblings_are_separated_after_an_assessment_and_the_decision_is_looked_at_again()
    {
        var assessed = new SiblingAssessmentCompleted("together", "A. Practitioner", "They are close.", Day(2025, 6, 24));
        var apart = new SiblingSeparationDecided([Id(50)], "noSufficiency", "A. Manager", "No carer for both.", Day(2025, 7, 1), Day(2025, 9, 30));
        Given(assessed).When(apart).Taken().OpenOn(SiblingLanes.Separations)!.As<SiblingSeparation>().ReviewBy.ShouldBe(Day(2025, 9, 30));
        Given().When(apart).Refused("no-sibling-assessment");
        Given(assessed).When(apart with { SiblingsApart = [] }).Refused("nobody-apart");
        Given(assessed).When(apart with { Rationale = "" }).Refused("G7");
        Given(assessed).When(apart with { ReviewBy = Day(2025, 6, 30) }).Refused("due-early");
        Given(assessed, apart).When(new SiblingSeparationEnded(Id(2), Day(2025, 12, 8), "Together again.")).Taken()
            .OpenOn(SiblingLanes.Separations).ShouldBeNull();
    }

    [Fact]
    public void A_sibling_group_holds_the_child_and_changes_from_a_day_on()
    {
        var formed = new SiblingGroupFormed(Id(70), [Id(9999), Id(50)], "blood", Day(2025, 6, 10));
        var changed = new SiblingGroupChanged(Id(70), [Id(9999), Id(50), Id(51)], "blood", Day(2025, 11, 3));
        Given().When(formed).Taken();
        Given().When(formed with { Members = [Id(50), Id(51)] }).Refused("not-a-member");
        Given().When(formed with { Members = [Id(9999)] }).Refused("group-size");
        Given(formed).When(formed).Refused("group-twice");
        Given(formed).When(changed).Taken().At(SiblingLanes.Group, Day(2025, 11, 2))!.Members.ShouldBe(2);
        Given().When(changed).Refused("G3");
    }

    [Fact]
    public void A_stay_with_friends_of_the_family_is_not_care()
    {
        var stay = new FamilyNetworkStayAgreed("Mr Hale", 4, "Mother", "SW10001", Day(2025, 5, 16));
        var record = Given().When(stay).Taken();
        record.On(NetworkLanes.Stays, Day(2025, 5, 19)).ShouldNotBeEmpty();
        record.On(NetworkLanes.Stays, Day(2025, 5, 20)).ShouldBeEmpty();
        Given(InCare(Day(2025, 5, 1), null)).When(stay).Refused("looked-after");
        Given().When(stay with { CheckedBy = "" }).Refused("G7");
        Given().When(new KinshipArrangementMade("Aunt", "reg24", Day(2025, 5, 16))).Refused("reg24");
        Given(InCare(Day(2025, 5, 1), null)).When(new KinshipArrangementMade("Aunt", "reg24", Day(2025, 5, 16))).Quiet("reg24");
    }

    [Fact]
    public void A_person_has_a_relation_to_the_child_once()
    {
        var sibling = new RelationshipRecorded(Id(50), "Sam", "sibling", 3, Day(2025, 5, 12));
        Given().When(sibling).Taken();
        Given(sibling).When(sibling).Refused("relationship-twice");
        Given(sibling).When(sibling with { Person = Id(51) }).Quiet("relationship-twice");
        Given().When(sibling with { Person = Id(9999) }).Refused("self");
        Given(sibling, new RelationshipEnded(Id(1), Day(2025, 8, 1), null)).When(sibling with { From = Day(2025, 9, 1) }).Quiet("relationship-twice");
    }

    [Fact]
    public void Early_help_is_open_once()
    {
        var opened = new EarlyHelpEpisodeOpened("Hub", "A. Practitioner", "Routines.", Day(2025, 1, 13));
        Given().When(opened).Taken();
        Given(opened).When(opened with { On = Day(2025, 3, 1) }).Refused("early-help-open");
        Given(opened, new EarlyHelpEpisodeClosed(Id(1), "needsMet", Day(2025, 2, 1))).When(opened with { On = Day(2025, 3, 1) }).Quiet("early-help-open");
    }

    [Fact]
    public void A_worker_visits_while_in_post_and_sees_a_child_before_seeing_it_alone()
    {
        var visit = new VisitMade("CIN", Day(2025, 6, 16), null, "SW10001", "Home", true, true, null, true, null);
        Given().InPost("SW10001", Day(2025, 6, 16)).When(visit).Taken();
        Given().InPost("SW10001", Day(2025, 6, 17)).When(visit).Refused("worker-not-in-post");
        Given().InPost("SW10001", Day(2025, 6, 16)).When(visit with { ChildSeen = false }).Refused("seen-alone");
    }

    [Fact]
    public void One_price_holds_for_a_placement_at_a_time()
    {
        var care = InCare(Day(2025, 6, 10), null);
        var cost = new PlacementCostAgreed(Id(1), 6950m, "week", 1200m, null, null, false, Day(2025, 9, 1), null);
        Given(care).When(cost).Taken();
        Given(care, cost).When(cost with { From = Day(2026, 1, 1) }).Refused("cost-overlap");
        Given(care, cost, new PlacementCostEnded(Id(2), "newPrice", Day(2026, 1, 1))).When(cost with { From = Day(2026, 1, 1) }).Quiet("cost-overlap");
        Given().When(cost).Refused("G3");
        Given(care).When(cost with { Health = 7000m }).Refused("parts");
    }

    [Fact]
    public void A_decision_stands_until_it_is_overruled_and_the_new_one_can_be_overruled_too()
    {
        var decided = new ManagementDecisionRecorded("Accommodate?", "Stay with a friend.", ["a", "b"], "A. Manager", "Knows him.", Day(2025, 5, 16), new TimeOnly(18, 20), null);
        var overruled = new DecisionOverruled(Id(1), "Accommodate.", "A. Director", "Lodgers.", Day(2025, 5, 16), new TimeOnly(20, 5));
        var record = Given(decided).When(overruled).Taken();
        record.On(DecisionLanes.Decisions, Day(2025, 5, 17)).ShouldHaveSingleItem().As<ManagementDecision>().Decision.ShouldBe("Accommodate.");
        Given(decided, overruled).When(overruled with { Decision = Id(2), DecidedBy = "The chief executive" }).Taken();
        Given(decided, overruled).When(overruled).Refused("G3");
        Given(decided).When(overruled with { Decision = Id(9) }).Refused("G3");
        Given().When(decided with { Rationale = "" }).Refused("G7");
        Given().When(decided with { Options = ["only"] }).Refused("one-option");
    }

    [Fact]
    public void A_child_is_at_one_main_school()
    {
        var joined = new SchoolJoined("Example Primary", null, "primary", "phaseTransfer", false, Day(2025, 9, 1));
        Given().When(joined).Taken();
        Given(joined).When(joined with { School = "Other", On = Day(2025, 11, 3) }).Refused("school-overlap");
        Given(joined, new SchoolLeft(Id(1), "placementMove", Day(2025, 10, 24))).When(joined with { School = "Other", On = Day(2025, 11, 3) }).Taken();
        Given().When(new AttendanceRecorded("Autumn", 100, 101, Day(2025, 12, 19))).Refused("sessions");
        Given().When(new PepCompleted("good", null, Day(2025, 7, 4))).Refused("G6");
    }

    [Fact]
    public void A_year_has_a_score_or_a_reason_for_none()
    {
        var score = new SdqCompleted(17, "Carer", Day(2026, 1, 19));
        Given(Opened).When(score).Taken();
        Given(Opened).When(score with { Score = 41 }).Refused("sdq-range");
        Given(Opened, score).When(new SdqNotDone("SDQ2", Day(2025, 4, 1))).Refused("197a");
        Given(Opened, score).When(new SdqNotDone("SDQ2", Day(2026, 4, 1))).Quiet("197a");
        Given(Opened with { DateOfBirth = Day(2023, 1, 1) }).When(score).Refused("188");
        Given().When(score).Quiet("188");
        Given(Opened).When(new ConvictionRecorded(null, Day(2024, 5, 4))).Refused("542");
        Given(Opened).When(new ConvictionRecorded(null, Day(2024, 5, 5))).Quiet("542");
    }

    [Fact]
    public void Help_with_drugs_follows_a_problem_with_drugs()
    {
        var help = new SubstanceInterventionReceived("Service", Day(2025, 12, 1));
        Given().When(help).Refused("193");
        Given(new SubstanceMisuseIdentified("Cannabis", "SW10001", Day(2025, 11, 10))).When(help).Taken();
        Given(InCare(Day(2025, 6, 10), null), new HealthAssessmentDone("initial", "Dr A.", Day(2025, 7, 3)))
            .When(new HealthAssessmentDone("initial", "Dr A.", Day(2026, 1, 3))).Refused("initial-twice");
    }

    [Fact]
    public void Information_is_shared_for_a_purpose_and_on_a_basis()
    {
        var shared = new InformationShared("Trust", "Reports", "Assessment", "Public task", "overridden", "SW10001", "Harm is likely.", Day(2025, 5, 20), null);
        Given().When(shared).Taken();
        Given().When(shared with { LawfulBasis = "" }).Refused("purpose");
        Given().When(shared with { Rationale = "" }).Refused("G7");
        Given().When(shared with { Consent = "maybe" }).Refused("unknown-code");
    }

    [Fact]
    public void A_notification_may_follow_a_death_but_tells_somebody()
    {
        var incident = new SeriousIncidentNotified("death", Day(2025, 12, 1), Day(2025, 12, 4), true, false, "Death of a child.");
        Given(Opened, new ChildDied(Day(2025, 12, 1), null, null, null)).When(incident).Taken();
        Given().When(incident with { ToPanel = false }).Refused("nobody-told");
        Given().When(incident with { NotifiedOn = Day(2025, 11, 30) }).Refused("aware-late");
    }

    [Fact]
    public void An_eligible_child_was_looked_after_for_thirteen_weeks_since_fourteen()
    {
        var born = Opened with { DateOfBirth = Day(2009, 8, 20) };
        var eligible = new LeavingCareStatusChanged("eligible", Day(2025, 8, 20));
        Given(born, InCare(Day(2025, 5, 21), null)).When(eligible).Taken();
        Given(born, InCare(Day(2025, 5, 22), null)).When(eligible).Refused("thirteen-weeks");
        Given(born).When(eligible).Quiet("thirteen-weeks");
        Given(born, InCare(Day(2024, 5, 22), null)).When(eligible with { On = Day(2025, 8, 19) }).Refused("leaver-age");
        Given(born, InCare(Day(2024, 5, 22), null)).When(eligible with { Category = "formerRelevant" }).Refused("category-age");
        Given(born, InCare(Day(2025, 5, 1), null), eligible).When(eligible with { On = Day(2025, 9, 1) }).Refused("same-category");
    }

    [Fact]
    public void A_pathway_plan_is_reviewed_within_six_months()
    {
        var made = new PathwayPlanMade("College.", Day(2025, 11, 3), Day(2026, 5, 3));
        var reviewed = new PathwayPlanReviewed("Goes well.", Day(2026, 4, 20), Day(2026, 10, 16));
        Given().When(made).Taken();
        Given().When(made with { ReviewBy = Day(2026, 5, 4) }).Refused("six-months");
        Given(made).When(reviewed).Taken().At(LeavingCareLanes.Plan, Day(2026, 4, 20))!.ReviewBy.ShouldBe(Day(2026, 10, 16));
        Given().When(reviewed).Refused("no-pathway-plan");
    }

    [Fact]
    public void Staying_put_follows_care_that_ended_with_the_same_carers()
    {
        var born = Opened with { DateOfBirth = Day(2007, 11, 20) };
        var stays = new StayingPutStarted("Rowan family", Day(2025, 11, 20));
        Given(born, InCare(Day(2020, 6, 10), Day(2025, 11, 20)) with { Rec = "E17" }).When(stays).Taken();
        Given(born, InCare(Day(2020, 6, 10), Day(2025, 11, 20))).When(stays).Refused("E17");
        Given(born, InCare(Day(2020, 6, 10), null)).When(stays).Refused("E17");
        Given(born).When(stays).Quiet("E17");
        Given(born).When(stays with { From = Day(2025, 11, 19) }).Refused("staying-put-age");
    }

    [Fact]
    public void A_team_is_formed_before_its_posts_are_vacant()
    {
        var vacancy = new VacancyOpened("N-014", 1, true, Day(2025, 10, 1));
        Given(Team).When(vacancy).Taken().OpenOn(TeamLanes.Vacancies).ShouldNotBeNull();
        Given().When(vacancy).Refused("no-team");
        Given(Team).When(Team).Refused("formed-twice");
        Given(Team, vacancy).When(vacancy with { On = Day(2025, 11, 1) }).Refused("vacant-twice");
        Given(Team, vacancy).When(new VacancyFilled(Id(2), "SW10011", Day(2026, 1, 12))).Taken().OpenOn(TeamLanes.Vacancies).ShouldBeNull();
    }

    [Fact]
    public void A_caseload_target_takes_the_place_of_the_one_it_names()
    {
        var target = new CaseloadTargetSet("caseHolder", 18, null, Day(2025, 4, 1));
        var lower = new CaseloadTargetSet("caseHolder", 16, Id(2), Day(2026, 1, 1));
        Given(Team, target).When(lower).Taken().On(TeamLanes.CaseloadTargets, Day(2026, 1, 1)).ShouldHaveSingleItem()
            .As<CaseloadTarget>().Limit.ShouldBe(16);
        Given(Team, target).When(lower with { Replaces = null }).Refused("target-twice");
        Given(Team, target).When(lower with { Role = "seniorPractitioner", Replaces = null }).Quiet("target-twice");
    }

    [Fact]
    public void A_worker_is_absent_and_supervised_while_in_post()
    {
        var joined = new WorkerJoined("SW10001", "permanent", 1, "caseHolder", null, null, null, Day(2025, 9, 1));
        var absent = new WorkerAbsent("SIC", Day(2025, 11, 3), null);
        Given(joined).When(absent).Taken().OpenOn(WorkforceLanes.Absences).ShouldNotBeNull();
        Given().When(absent).Refused("not-in-post");
        Given(joined, absent).When(absent with { From = Day(2025, 11, 10) }).Refused("absent-twice");
        Given(joined, absent).When(new WorkerReturned(Id(2), Day(2025, 11, 17))).Taken().OpenOn(WorkforceLanes.Absences).ShouldBeNull();
        Given(joined).When(new SupervisionHeld("SW10001", [], true, Day(2025, 10, 9), null)).Refused("self");
        Given(joined).When(new SupervisionHeld("SW10009", [Id(50)], true, Day(2025, 10, 9), null)).Taken();
    }

    [Fact]
    public void The_record_of_a_looked_after_child_is_kept_for_seventy_five_years()
    {
        var kept = new RetentionPeriodSet("lookedAfter", Day(2089, 5, 5), "A. Manager", "The law.", Day(2025, 8, 21));
        var died = new ChildDied(Day(2025, 12, 1), null, null, null);
        Given(Opened).When(kept).Taken();
        Given(Opened).When(kept with { KeepUntil = Day(2089, 5, 4) }).Refused("reg50");
        Given(Opened, died).When(kept with { On = Day(2026, 1, 5), KeepUntil = Day(2040, 12, 1) }).Taken();
        Given().When(kept with { KeepUntil = Day(2030, 1, 1) }).Quiet("reg50");
        Given(Opened).When(kept with { Basis = "cin", KeepUntil = Day(2025, 8, 1) }).Refused("keep-early");
    }

    [Fact]
    public void A_record_is_disposed_of_once_it_need_not_be_kept_and_nothing_holds_it()
    {
        var kept = new RetentionPeriodSet("cin", Day(2025, 12, 31), "A. Manager", "The schedule.", Day(2025, 8, 21));
        var held = new RetentionHoldPlaced("inquiry", "Inquiry 1", "A. Manager", Day(2026, 1, 8));
        var disposed = new RecordDisposed("whole", "keyDestroyed", "Records team", Day(2026, 2, 2));
        Given(kept).When(disposed).Taken().Timeline(KeepingLanes.Disposals).ShouldHaveSingleItem();
        Given(kept).When(disposed with { On = Day(2026, 1, 1) }).Taken();
        Given(kept).When(disposed with { On = Day(2025, 12, 31) }).Refused("retention-runs");
        Given().When(disposed).Refused("retention-unset");
        Given(kept, held).When(disposed).Refused("retention-hold");
        Given(kept, held, new RetentionHoldLifted(Id(2), "A. Manager", "Reported.", Day(2026, 2, 1))).When(disposed).Taken();
        Given(kept, kept with { KeepUntil = Day(2040, 1, 1), On = Day(2026, 1, 5) }).When(disposed).Refused("retention-runs");
        Given(kept, disposed).When(disposed with { On = Day(2026, 2, 3) }).Refused("disposed-twice");
        Given(kept, disposed with { Scope = "words" }).When(disposed with { On = Day(2026, 2, 3) }).Taken();
        Given(kept).When(disposed with { How = "burnt" }).Refused("unknown-code");
    }

    [Fact]
    public void A_disposal_erases_nothing_by_itself()
    {
        var kept = new RetentionPeriodSet("cin", Day(2025, 12, 31), "A. Manager", "The schedule.", Day(2025, 8, 21));
        var record = Given(Referral, kept).When(new RecordDisposed("whole", "keyDestroyed", "Records team", Day(2026, 2, 2))).Taken();
        record.OpenOn(FrontDoorLanes.Referrals).ShouldNotBeNull();
        record.At(KeepingLanes.Retention, Day(2026, 2, 3))!.KeepUntil.ShouldBe(Day(2025, 12, 31));
    }

    [Fact]
    public void A_hold_stands_until_it_is_lifted_and_a_dispute_names_a_fact()
    {
        var hold = new RetentionHoldPlaced("inquiry", "Inquiry 1", "A. Manager", Day(2026, 1, 8));
        Given(hold).When(new RetentionHoldLifted(Id(1), "A. Manager", "Reported.", Day(2026, 5, 21))).Taken().OpenOn(KeepingLanes.Holds).ShouldBeNull();
        Given().When(new RetentionHoldLifted(Id(1), "A. Manager", "Reported.", Day(2026, 5, 21))).Refused("G3");
        Given(Referral).When(new DisputeRecorded(Id(1), "Mother", "Not so.", Day(2025, 10, 1))).Taken().OpenOn(FrontDoorLanes.Referrals).ShouldNotBeNull();
        Given().When(new DisputeRecorded(Id(1), "Mother", "Not so.", Day(2025, 10, 1))).Refused("G3");
    }

    [Fact]
    public void An_agency_has_a_footprint_of_its_own()
    {
        var footprint = new AgencyFootprintRecorded("Trust", "trust", ["E09000027"], Day(2024, 4, 1));
        Given(footprint).When(footprint with { Areas = ["E09000027", "E09000021"], From = Day(2025, 4, 1) }).Taken();
        Given(footprint).When(footprint with { Agency = "Other" }).Refused("other-agency");
        Given().When(footprint with { Areas = [] }).Refused("no-areas");
    }

    private static EpisodeStated InCare(DateOnly from, DateOnly? to) =>
        new(from, "S", "V2", "N1", "U6", "PR1", to, to is null ? null : "E4A", null, null, null, null);
}
