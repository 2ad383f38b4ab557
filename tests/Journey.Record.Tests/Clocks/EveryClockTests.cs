using Journey.Record.Children;
using Journey.Record.Clocks;
using Journey.Record.Facts;
using Journey.Record.Facts.Assessments;
using Journey.Record.Facts.Care;
using Journey.Record.Facts.Education;
using Journey.Record.Facts.Enquiries;
using Journey.Record.Facts.Family;
using Journey.Record.Facts.FrontDoor;
using Journey.Record.Facts.Health;
using Journey.Record.Facts.Identity;
using Journey.Record.Facts.LeavingCare;
using Journey.Record.Facts.Legal;
using Journey.Record.Facts.Missing;
using Journey.Record.Facts.Partners;
using Journey.Record.Facts.Placements;
using Journey.Record.Facts.Protection;
using Journey.Record.Facts.Reviews;
using Journey.Record.Facts.Visits;
using Journey.Record.Facts.Workforce;
using Journey.Record.Measures;
using Journey.Record.Tests.Facts;
using static Journey.Record.Tests.Clocks.Ticks;

namespace Journey.Record.Tests.Clocks;

/// <summary>Each clock once: open, overdue, met and late; and what no clock may do whatever is recorded.</summary>
public sealed class EveryClockTests
{
    private static readonly DateOnly Monday = On(2025, 6, 2);

    /// <summary>What starts a clock, when it is due, and what closes it on a day.</summary>
    private sealed record Case(string Code, IFact[] Started, DateOnly Due, Func<DateOnly, IFact[]> Closed);

    private static readonly ChildRecordOpened Born2014 = ChildRecordOpened.Example;

    private static readonly IFact[] InCare = [PeriodOfCareStarted.Example with { StartOn = Monday }, PlacementStarted.Example with { StartOn = Monday }];

    private static readonly IFact[] OnPlan = [IcpcHeld.Example with { HeldOn = Monday, Outcome = "CPP" }, ProtectionPlanStarted.Example with { StartOn = Monday }];

    private static readonly IReadOnlyList<Case> Cases =
    [
        new("contact-decision", [ContactReceived.Example with { On = Monday }], On(2025, 6, 3), d => [ContactDecided.Example with { Contact = Id(1), On = d }]),
        new("referral-decision", [Referred()], On(2025, 6, 3), d => [ReferralDecided.Example with { Referral = Id(1), On = d }]),
        new("assessment", [Referred(), Assessing(Monday)], On(2025, 8, 4), d => [Assessed(d)]),
        new("assessment-from-start", [Referred(), Assessing(Monday.AddDays(1))], On(2025, 8, 5), d => [Assessed(d)]),
        new("strategy-discussion", [Referred(), ReferralDecided.Example with { Referral = Id(1), On = Monday, At = null, Decision = "Strategy" }], On(2025, 6, 3),
            d => [StrategyDiscussionHeld.Example with { HeldOn = d }]),
        new("icpc", [Section47Started.Example with { StartOn = Monday, IcpcTargetOn = On(2025, 6, 23) }], On(2025, 6, 23), d => [IcpcHeld.Example with { HeldOn = d }]),
        new("icpc", [Section47Started.Example with { StartOn = Monday, IcpcTargetOn = On(2025, 6, 23) }], On(2025, 6, 23),
            d => [Section47Completed.Example with { Enquiry = Id(1), EndOn = d, Outcome = "NFA", IcpcNotRequired = true }]),
        new("transfer-in-conference", [CaseTransferredIn.Example with { On = Monday, Kind = "CPP" }], On(2025, 6, 23), d => [IcpcHeld.Example with { HeldOn = d }]),
        new("first-core-group", OnPlan, On(2025, 6, 16), d => [CoreGroupHeld.Example with { HeldOn = d }]),
        new("first-rcpc", OnPlan, On(2025, 9, 2), d => [RcpcHeld.Example with { HeldOn = d }]),
        new("next-rcpc", [.. OnPlan, RcpcHeld.Example with { HeldOn = On(2025, 8, 29) }], On(2026, 2, 28), d => [RcpcHeld.Example with { HeldOn = d }]),
        new("cpp-visit", OnPlan, On(2025, 6, 16), d => [VisitMade.Example with { Regime = "CPP", On = d }]),
        new("care-plan", InCare, On(2025, 6, 16), d => [CarePlanSet.Example with { On = d }]),
        new("first-lac-review", InCare, On(2025, 6, 30), d => [Reviewed(d)]),
        new("second-lac-review", [.. InCare, Reviewed(On(2025, 6, 30))], On(2025, 9, 30), d => [Reviewed(d)]),
        new("next-lac-review", [.. InCare, Reviewed(On(2025, 6, 30)), Reviewed(On(2025, 9, 30))], On(2026, 3, 30), d => [Reviewed(d)]),
        new("cla-visit", InCare, On(2025, 6, 9), d => [VisitMade.Example with { Regime = "CLA", On = d }]),
        new("initial-health", InCare, On(2025, 6, 30), d => [Health(d)]),
        new("review-health", [Born2014, .. InCare, Health(On(2025, 6, 30))], On(2026, 6, 30), d => [Health(d)]),
        new("first-pep", [Born2014, .. InCare], On(2025, 6, 30), d => [PepCompleted.Example with { On = d }]),
        new("next-pep", [Born2014, .. InCare, PepCompleted.Example with { On = On(2025, 6, 30) }], On(2025, 12, 31), d => [PepCompleted.Example with { On = d }]),
        new("dental", InCare, On(2026, 6, 2), d => [DentalCheckDone.Example with { On = d }]),
        new("return-interview",
            [WentMissing.Example with { FromDate = Monday.AddDays(-1), To = null }, new MissingEnded(Id(1), Monday, null, null), new ReturnInterviewOffered(Id(1), Monday, null)],
            On(2025, 6, 5), d => [ReturnInterviewHeld.Example with { Offer = Id(3), On = d, At = new TimeOnly(8, 0) }]),
        new("return-interview",
            [WentMissing.Example with { FromDate = Monday.AddDays(-1), To = null }, new MissingEnded(Id(1), Monday, null, null), new ReturnInterviewOffered(Id(1), Monday, null)],
            On(2025, 6, 5), d => [ReturnInterviewDeclined.Example with { Offer = Id(3), On = d, At = null }]),
        new("out-of-area-notice", [.. InCare, PlacementDistanceComputed.Example with { Placement = Id(2), On = Monday, InArea = false }], On(2025, 6, 9),
            d => [InformationShared.Example with { On = d, Purpose = "Notice of a placement out of area" }]),
        new("pathway-needs",
            [Born2014 with { DateOfBirth = On(2009, 6, 20) }, PeriodOfCareStarted.Example with { StartOn = On(2024, 1, 8) }, PlacementStarted.Example with { StartOn = On(2024, 1, 8) }],
            On(2025, 9, 20), d => [NeedsAssessmentForPathwayDone.Example with { On = d }]),
        new("pathway-review", [PathwayPlanMade.Example with { On = Monday }], On(2025, 12, 2), d => [PathwayPlanReviewed.Example with { On = d }]),
        new("pa-visit", [LeavingCareStatusChanged.Example with { Category = "formerRelevant", On = Monday }], On(2025, 8, 2), d => [CareLeaverContacted.Example with { On = d, InTouch = "YES" }]),
        new("pa-visit-after-move",
            [LeavingCareStatusChanged.Example with { Category = "relevant", On = On(2025, 1, 6) }, Home("ZZ1 1AA", On(2025, 1, 6)), Home("ZZ1 1AB", Monday)], On(2025, 6, 9),
            d => [CareLeaverContacted.Example with { On = d, InTouch = "YES" }]),
        new("pre-proceedings", [PreProceedingsStarted.Example with { DecisionOn = Monday }], On(2025, 9, 22), d => [PreProceedingsEnded.Example with { PreProceedings = Id(1), StepDecisionOn = d }]),
        new("care-proceedings", [CourtApplicationMade.Example with { OrderSought = "ICO", On = Monday }, CourtOrderMade.Example with { Order = "ICO", On = Monday.AddDays(9) }], On(2025, 12, 1),
            d => [CourtOrderMade.Example with { Order = "CO", On = d }]),
        new("police-protection", [PeriodOfCareStarted.Example with { StartOn = Monday, LegalStatus = "L1" }], On(2025, 6, 5), d => [new LegalStatusChanged(d, "V2")]),
        new("emergency-protection-order", [PeriodOfCareStarted.Example with { StartOn = Monday, LegalStatus = "L2" }], On(2025, 6, 23), d => [new LegalStatusChanged(d, "C1")]),
        new("child-assessment-order", [PeriodOfCareStarted.Example with { StartOn = Monday, LegalStatus = "L3" }], On(2025, 6, 9), d => [new LegalStatusChanged(d, "C1")]),
        new("temporary-move", [.. InCare, new TemporaryMoveStarted(On(2025, 7, 1), "T1")], On(2025, 8, 12), d => [new TemporaryMoveEnded(Id(3), d)]),
        new("temporary-move", [.. InCare, new TemporaryMoveStarted(On(2025, 7, 1), "T3")], On(2025, 7, 22), d => [new TemporaryMoveEnded(Id(3), d)]),
        new("temporary-move", [.. InCare, new TemporaryMoveStarted(On(2025, 7, 1), "T4")], On(2025, 7, 8), d => [PlacementStarted.Example with { StartOn = d, Type = "K2", Urn = "SC000009" }]),
        new("partner-reply", [PartnerRequestSent.Example with { SentOn = Monday, DueOn = On(2025, 6, 12) }], On(2025, 6, 12), d => [PartnerReplyReceived.Example with { Request = Id(1), Kind = "full", On = d }]),
        new("complaint-stage-one", [ComplaintMade.Example with { On = Monday, DueOn = On(2025, 6, 16) }], On(2025, 6, 16), d => [ComplaintAnswered.Example with { Complaint = Id(1), On = d }]),
        new("complaint-stage-one", [ComplaintMade.Example with { On = Monday, DueOn = On(2025, 9, 1) }], On(2025, 6, 30), d => [ComplaintAnswered.Example with { Complaint = Id(1), On = d }]),
    ];

    public static TheoryData<int, string> Each => [.. Cases.Select((c, i) => new TheoryDataRow<int, string>(i, c.Code))];

    public static TheoryData<string> Names => [.. FactCatalogue.All.Select(f => f.Name)];

    [Theory]
    [MemberData(nameof(Each))]
    public void It_is_open_until_due_then_overdue_and_what_closes_it_is_met_or_late(int index, string code)
    {
        var of = Cases[index];
        DueStatus Status(DateOnly day, params IEnumerable<IFact> closed) =>
            Of(of.Started.Concat(closed)).Due(code).Last(d => d.DueOn == of.Due).StatusOn(day).ShouldNotBeNull().Status;

        var (week, before) = (of.Due.AddDays(7), of.Due.AddDays(-1));
        Status(of.Due).ShouldBe(DueStatus.Open);
        Status(week).ShouldBe(DueStatus.Overdue);
        Status(of.Due, of.Closed(of.Due)).ShouldBe(DueStatus.Met);
        Status(before, of.Closed(of.Due)).ShouldBe(DueStatus.Open, "what happens later has not happened");
        Status(week, of.Closed(week)).ShouldBe(DueStatus.Late);
        Of(of.Started).Due(code).Last(d => d.DueOn == of.Due).StatusOn(week)!.Over.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Every_clock_is_tried() => Cases.Select(c => c.Code).Concat(["agency-cool-off", "serious-incident", "short-break", "short-breaks-in-year"]).Distinct()
        .ShouldBe(ClockCatalogue.Latest.Select(c => c.Code), ignoreOrder: true);

    [Theory]
    [InlineData(6, DueStatus.Met, 0)]
    [InlineData(12, DueStatus.Late, 3)]
    public void A_serious_incident_is_notified_in_five_working_days(int day, DueStatus status, int over) =>
        Of(SeriousIncidentNotified.Example with { AwareOn = Monday, NotifiedOn = On(2025, 6, day) }).Due("serious-incident").StatusOn(On(2025, 7, 1)).ShouldBe([(status, over)]);

    [Fact]
    public void Short_breaks_last_17_days_each_and_75_in_a_year()
    {
        var child = Of(
            ShortBreakAgreed.Example with { From = On(2025, 1, 1) },
            new ShortBreakTaken("V4", On(2025, 2, 1), On(2025, 2, 18)),
            new ShortBreakTaken("V4", On(2025, 3, 1), On(2025, 3, 20)),
            new ShortBreakTaken("V3", On(2025, 5, 1), On(2025, 6, 5)),
            new ShortBreakTaken("V3", On(2026, 2, 1), On(2026, 2, 6)));
        child.Due("short-break").StatusOn(On(2026, 3, 1)).ShouldBe([(DueStatus.Met, 0), (DueStatus.Late, 2), (DueStatus.Late, 18), (DueStatus.Met, 0)]);
        var year = child.Due("short-breaks-in-year");
        year.Select(d => d.DueOn.DayNumber - d.StartedOn.DayNumber).ShouldBe([75, 58, 39, 21]);
        year.StatusOn(On(2025, 5, 20)).ShouldBe([(DueStatus.Met, 0), (DueStatus.Met, 0), (DueStatus.Open, 0)]);
    }

    [Fact]
    public void A_worker_comes_back_through_an_agency_too_early()
    {
        Due Back(DateOnly day) => Of(
            WorkerJoined.Example with { StartOn = On(2024, 1, 8) },
            new WorkerLeft(Id(1), "1", null, On(2025, 3, 3)),
            WorkerJoined.Example with { Kind = "agency", StartOn = day }).Due("agency-cool-off").Single();

        Back(On(2025, 6, 3)).StatusOn(On(2025, 6, 3)).ShouldBe(new Standing(DueStatus.Met, 0, LimitUnit.Days));
        Back(On(2025, 5, 27)).StatusOn(On(2025, 5, 30)).ShouldBe(new Standing(DueStatus.Overdue, 3, LimitUnit.Days));
        Back(On(2025, 5, 27)).StatusOn(On(2025, 7, 1)).ShouldBe(new Standing(DueStatus.Late, 7, LimitUnit.Days));
        Of(WorkerJoined.Example with { Kind = "agency", StartOn = On(2025, 6, 3) }).Due("agency-cool-off").ShouldBeEmpty();
    }

    [Fact]
    public void Visits_follow_the_regime_of_the_placement()
    {
        IReadOnlyList<int> Days(string type, string status, DateOnly? reviewed, params DateOnly[] visits) => [.. Of([
            PeriodOfCareStarted.Example with { StartOn = On(2024, 1, 1), LegalStatus = status },
            PlacementStarted.Example with { StartOn = On(2024, 1, 1), Type = type },
            .. reviewed is { } day ? new IFact[] { Reviewed(day) } : [],
            .. visits.Select(v => VisitMade.Example with { On = v })]).Due("cla-visit").Select(d => d.DueOn.DayNumber - d.StartedOn.DayNumber)];

        Days("U6", "C2", null, On(2024, 1, 8), On(2024, 12, 31), On(2025, 1, 1)).ShouldBe([7, 42, 42, 42]);
        Days("U4", "C2", null, On(2024, 1, 8), On(2024, 12, 31), On(2025, 1, 1)).ShouldBe([7, 42, 42, 90], "three months in a placement meant to last");
        Days("P1", "C1", On(2024, 1, 26), On(2024, 1, 8), On(2024, 1, 15), On(2024, 1, 26)).ShouldBe([7, 7, 7, 28], "weekly with parents until the first review");
        Days("P1", "C2", On(2024, 1, 26), On(2024, 1, 8), On(2024, 1, 26)).ShouldBe([7, 7, 42]);
        Of(
            PeriodOfCareStarted.Example with { StartOn = On(2024, 1, 1) }, PlacementStarted.Example with { StartOn = On(2024, 1, 1), Type = "U3" },
            KinshipArrangementMade.Example with { LegalBasis = "reg24", From = On(2024, 1, 1) }, VisitMade.Example with { On = On(2024, 1, 5) })
            .Due("cla-visit")[^1].Limit.Name.ShouldBe("cla-visit-weekly");
    }

    [Fact]
    public void Another_placement_begins_its_own_week_and_an_attempt_or_an_unseen_child_is_no_visit()
    {
        var moved = Of([
            .. InCare, VisitMade.Example with { On = On(2025, 6, 5) }, PlacementStarted.Example with { StartOn = On(2025, 6, 20), Urn = "SC000009", Carer = "Hazel family" },
            VisitAttempted.Example with { On = On(2025, 6, 23) }]).Due("cla-visit");
        moved.Select(d => d.DueOn).ShouldBe([On(2025, 6, 9), On(2025, 7, 17), On(2025, 6, 27)]);
        moved.StatusOn(On(2025, 6, 30)).ShouldBe([(DueStatus.Met, 0), (DueStatus.Void, 0), (DueStatus.Overdue, 3)]);
        Of([.. OnPlan, VisitMade.Example with { Regime = "CPP", On = On(2025, 6, 9), ChildSeen = false, SeenAlone = false }]).Due("cpp-visit").ShouldHaveSingleItem().Closed.ShouldBeNull();
    }

    [Fact]
    public void When_care_ends_what_was_not_yet_due_is_void_and_what_was_stays_missed()
    {
        var child = Of([.. InCare, PeriodOfCareEnded.Example with { PeriodOfCare = Id(1), EndOn = On(2025, 6, 20) }]);
        child.Due("first-lac-review").StatusOn(On(2025, 6, 19)).ShouldBe([(DueStatus.Open, 0)]);
        child.Due("first-lac-review").StatusOn(On(2025, 8, 1)).ShouldBe([(DueStatus.Void, 0)]);
        child.Due("care-plan").StatusOn(On(2025, 6, 19)).ShouldBe([(DueStatus.Overdue, 3)]);
        child.Due("care-plan").StatusOn(On(2025, 8, 1)).ShouldBe([(DueStatus.Missed, 4)]);
    }

    [Fact]
    public void Death_stops_clocks_but_those_of_notification_and_complaint()
    {
        var died = ChildDied.Example with { DateOfDeath = On(2025, 6, 4), NotifiedOn = null };
        Of([.. InCare, died]).Due("first-lac-review").StatusOn(On(2025, 8, 1)).ShouldBe([(DueStatus.Void, 0)]);
        Of(PartnerRequestSent.Example with { SentOn = Monday, DueOn = On(2025, 6, 12) }, died).Due("partner-reply").StatusOn(On(2025, 8, 1)).ShouldBe([(DueStatus.Void, 0)]);
        Of(ComplaintMade.Example with { On = Monday, DueOn = On(2025, 6, 16) }, died).Due("complaint-stage-one").StatusOn(On(2025, 6, 17)).ShouldBe([(DueStatus.Overdue, 1)]);
        Of(died, SeriousIncidentNotified.Example with { AwareOn = On(2025, 6, 5), NotifiedOn = On(2025, 6, 9) }).Due("serious-incident").StatusOn(On(2025, 8, 1)).ShouldBe([(DueStatus.Met, 0)]);
    }

    [Fact]
    public void A_withdrawn_request_a_cancelled_assessment_and_a_closed_referral_stop_their_clocks()
    {
        Of(PartnerRequestSent.Example with { SentOn = Monday, DueOn = On(2025, 6, 12) }, PartnerRequestWithdrawn.Example with { Request = Id(1), On = On(2025, 6, 10) })
            .Due("partner-reply").StatusOn(On(2025, 8, 1)).ShouldBe([(DueStatus.Void, 0)]);
        Of(Referred(), Assessing(Monday), AssessmentCancelled.Example with { Assessment = Id(2), On = On(2025, 6, 10) })
            .Due("assessment-from-start").StatusOn(On(2025, 9, 1)).ShouldBe([(DueStatus.Void, 0)]);
        Of(Referred(), ReferralDecided.Example with { Referral = Id(1), On = Monday, Decision = "NFA" }).Due("assessment").StatusOn(On(2025, 9, 1)).ShouldBe([(DueStatus.Void, 0)]);
        Of(PartnerRequestSent.Example with { SentOn = Monday, DueOn = On(2025, 6, 12) }, PartnerReplyReceived.Example with { Request = Id(1), Kind = "partial", On = On(2025, 6, 10) })
            .Due("partner-reply").StatusOn(On(2025, 6, 20)).ShouldBe([(DueStatus.Overdue, 8)]);
    }

    [Fact]
    public void Contact_on_the_day_of_becoming_a_care_leaver_starts_the_next_two_months_and_a_refusal_stops_them()
    {
        var dues = Of(
            LeavingCareStatusChanged.Example with { Category = "formerRelevant", On = Monday },
            CareLeaverContacted.Example with { On = Monday, InTouch = "YES" },
            CareLeaverContacted.Example with { On = On(2025, 7, 1), InTouch = "REFU" },
            CareLeaverContacted.Example with { On = On(2025, 10, 1), InTouch = "YES" }).Due("pa-visit");
        dues.StatusOn(On(2025, 9, 1)).ShouldBe([(DueStatus.Met, 0), (DueStatus.Void, 0)]);
        dues.StatusOn(On(2025, 10, 2)).ShouldBe([(DueStatus.Met, 0), (DueStatus.Void, 0), (DueStatus.Open, 0)]);
    }

    [Fact]
    public void A_closing_names_its_fact_only_where_a_fact_of_its_own_closed_it()
    {
        Of([.. InCare, new TemporaryMoveStarted(On(2025, 7, 1), "T4"), new TemporaryMoveEnded(Id(3), On(2025, 7, 5))])
            .Due("temporary-move").Single().Closed.ShouldBe(new Mark(null, On(2025, 7, 5)));
        Of([.. InCare, new TemporaryMoveStarted(On(2025, 7, 1), "T4"), PlacementStarted.Example with { StartOn = On(2025, 7, 5), Urn = "SC000009" }])
            .Due("temporary-move").Single().ClosedBy.ShouldBe(Id(4));
        Of(PartnerRequestSent.Example with { SentOn = Monday }, PartnerReplyReceived.Example with { Request = Id(1), Kind = "full", On = On(2025, 6, 5) })
            .Due("partner-reply").Single().ClosedBy.ShouldBe(Id(2));
        Of(Referred(), Assessing(Monday), Assessed(On(2025, 7, 1))).Due("assessment").Single().Closed.ShouldBe(new Mark(null, On(2025, 7, 1)));
    }

    [Fact]
    public void Thirteen_weeks_in_care_may_come_after_the_sixteenth_birthday()
    {
        IReadOnlyList<Due> Needs(DateOnly start) => Of(
            Born2014 with { DateOfBirth = On(2009, 6, 20) }, PeriodOfCareStarted.Example with { StartOn = start }, PlacementStarted.Example with { StartOn = start }).Due("pathway-needs");

        Needs(On(2025, 6, 2)).Single().StartedOn.ShouldBe(On(2025, 9, 1));
        Needs(On(2025, 1, 6)).Single().StartedOn.ShouldBe(On(2025, 6, 20));
        Needs(On(2027, 4, 1)).ShouldBeEmpty("18 before 13 weeks are over");
    }

    [Fact]
    public void An_authority_sets_its_own_targets_and_nobody_sets_the_law()
    {
        var (targets, refusal) = ClockTargets.Default.With("cpp-visit", 15);
        refusal.ShouldBeNull();
        Of(OnPlan).Due("cpp-visit", targets: targets).Single().DueOn.ShouldBe(On(2025, 6, 23));
        Of(OnPlan).Due("cpp-visit").Single().DueOn.ShouldBe(On(2025, 6, 16));
        ClockTargets.Default.With("return-interview", 96).Refusal.ShouldBe("The limit 'return-interview' is not for an authority to set.");
        ClockTargets.Default.With("tea-break", 1).Refusal.ShouldBe("There is no limit 'tea-break'.");
        ClockTargets.Default.With("cpp-visit", -1).Refusal.ShouldBe("The limit 'cpp-visit' is a number from 0 to 1000.");
    }

    [Fact]
    public void What_starts_before_a_version_keeps_the_one_of_its_day()
    {
        var first = ClockCatalogue.Find("cpp-visit").Single();
        var limit = first.Limits[0] with { Amount = 5 };
        var second = first with
        {
            Version = 2,
            InForceFrom = On(2025, 6, 10),
            Limits = [limit],
            Dues = t => first.Dues(t).Select(d => t.Start(limit, d.Started) with { Closed = d.Closed }),
        };
        var dues = ClockCatalogue.Dues([first, second], Of([.. OnPlan, VisitMade.Example with { Regime = "CPP", On = On(2025, 6, 10) }]), Given.Nothing).OrderBy(d => d.StartedOn).ToList();
        dues.Select(d => (d.Clock.Version, d.DueOn)).ShouldBe([(1, On(2025, 6, 16)), (2, On(2025, 6, 17))]);
        Of([PeriodOfCareStarted.Example with { StartOn = On(2011, 3, 31) }, PlacementStarted.Example with { StartOn = On(2011, 3, 31) }]).Due("cla-visit").ShouldBeEmpty();
    }

    [Fact]
    public void Codes_rules_and_limits_are_written_as_they_are_used()
    {
        ClockCatalogue.Latest.Select(c => c.Code).ShouldBeUnique();
        ClockCatalogue.Limits.Select(l => l.Name).ShouldBeUnique();
        ClockCatalogue.All.ShouldAllBe(c => System.Text.RegularExpressions.Regex.IsMatch(c.Code, "^[a-z]+(-[a-z]+)*$") && c.Rule.EndsWith('.') && c.Title.Length > 0);
        ClockCatalogue.All.ShouldAllBe(c => c.Limits.All(l => l.IsSettable == (c.Evidence != Evidence.Statutory)));
        ClockCatalogue.NotKept.ShouldAllBe(n => ClockCatalogue.Find(n.Code).Count == 0 && n.Why.EndsWith('.'));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Whatever_one_fact_says_every_clock_answers_from_the_lanes_it_declares(string name)
    {
        var fact = FactCatalogue.All.Single(f => f.Name == name);
        foreach (var said in new[] { fact.Example, CatalogueTests.Odd(fact.Type) })
        {
            Answers(Of(said));
            Answers(Of([Born2014, .. InCare, .. OnPlan, Referred(), said]));
        }
    }

    private static void Answers(Timelines all)
    {
        foreach (var clock in ClockCatalogue.All)
        {
            var declared = new Timelines(all.Subject, lane => clock.Reads.Contains(lane) ? all[lane] : throw new InvalidOperationException($"{clock.Code} reads {lane}"));
            foreach (var due in clock.Of(declared, Given.Nothing))
            {
                due.StatusOn(DateOnly.MinValue);
                due.StatusOn(On(2026, 1, 1));
                due.StatusOn(new DateOnly(9999, 12, 30));
                due.StatusOn(DateTimeOffset.UnixEpoch);
            }
        }
    }

    private static ReferralReceived Referred() => ReferralReceived.Example with { On = Monday, Contacts = [] };

    private static AssessmentStarted Assessing(DateOnly on) => AssessmentStarted.Example with { Referral = Id(1), StartOn = on };

    private static AssessmentCompleted Assessed(DateOnly on) => AssessmentCompleted.Example with { Assessment = Id(2), CompletedOn = on, AuthorisedOn = on };

    private static LacReviewHeld Reviewed(DateOnly on) => LacReviewHeld.Example with { HeldOn = on };

    private static HealthAssessmentDone Health(DateOnly on) => HealthAssessmentDone.Example with { On = on };

    private static AddressRecorded Home(string postcode, DateOnly from) => AddressRecorded.Example with { Kind = "home", Postcode = postcode, From = from, To = null };
}
