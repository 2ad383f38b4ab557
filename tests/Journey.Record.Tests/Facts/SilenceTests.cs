using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Facts.Education;
using Journey.Record.Facts.Family;
using Journey.Record.Facts.Health;
using Journey.Record.Facts.Missing;
using Journey.Record.Facts.Partners;
using Journey.Record.Facts.Placements;
using Journey.Record.Facts.Services;
using Journey.Record.Facts.Visits;
using static Journey.Record.Tests.Facts.Spec;

namespace Journey.Record.Tests.Facts;

/// <summary>What was asked stays open, with the day by which it was due, until its own answer names it.</summary>
public sealed class SilenceTests
{
    private static readonly DateOnly Later = Day(2026, 5, 31);

    private static readonly PartnerRequestSent Letter = new(
        "Example Housing", "housing", "genericInbox", "Move the family.", "urgent", null, Day(2025, 5, 13), null, Day(2025, 5, 27));

    private static readonly HealthReferralMade Waiting = new(
        "CAMHS", "Example Health Trust", "urgent", "Nightmares.", Day(2025, 9, 15), Day(2025, 12, 8));

    private static readonly PlacementSearchStarted Search = new(["Close to school"], [], Day(2025, 8, 11), Day(2025, 8, 29));

    [Fact]
    public void A_letter_nobody_answered_is_still_open_a_year_later()
    {
        var record = Given().When(Letter).Taken();
        var open = record.On(PartnerLanes.Requests, Later).ShouldHaveSingleItem();
        open.As<PartnerRequest>().DueOn.ShouldBe(Day(2025, 5, 27));
        ((IKeyed)open.Value).Key().ShouldBe("Example Housing");
        Given().When(Letter with { DueOn = Day(2025, 5, 12) }).Refused("due-early");
    }

    [Fact]
    public void Only_a_full_reply_or_a_refusal_closes_a_request()
    {
        Answered("acknowledged").On(PartnerLanes.Requests, Later).ShouldNotBeEmpty();
        Answered("partial").On(PartnerLanes.Requests, Later).ShouldNotBeEmpty();
        Answered("refused").On(PartnerLanes.Requests, Later).ShouldBeEmpty();
        var closed = Answered("full").Timeline(PartnerLanes.Requests).ShouldHaveSingleItem();
        closed.To.ShouldBe(Day(2025, 6, 12));
        closed.Closing.ShouldBe(new PartnerAnswer("full"));

        static ChildRecord Answered(string kind) => Given(Letter).When(new PartnerReplyReceived(Id(1), kind, "Seen.", Day(2025, 6, 12), null)).Taken();
    }

    [Fact]
    public void A_reply_closes_the_request_it_names_and_no_other()
    {
        var record = Given(Letter, Letter).When(new PartnerReplyReceived(Id(2), "full", "A flat.", Day(2025, 6, 12), null)).Taken();
        record.On(PartnerLanes.Requests, Later).ShouldHaveSingleItem().FactId.ShouldBe(Id(1));
        Given(Letter).When(new PartnerReplyReceived(Id(7), "full", "A flat.", Day(2025, 6, 12), null)).Refused("G3");
        Given(Letter).When(new PartnerReplyReceived(Id(1), "full", "A flat.", Day(2025, 5, 12), null)).Refused("G4");
    }

    [Fact]
    public void Chasing_and_escalating_keep_a_request_open_and_cannot_follow_its_end()
    {
        var chaser = new PartnerRequestChased(Id(1), "SW10001", "phone", Day(2025, 5, 29), null);
        var escalation = new PartnerRequestEscalated(Id(1), "Director of housing", "No answer.", Day(2025, 6, 5), null);
        Given(Letter, chaser).When(escalation).Taken().On(PartnerLanes.Requests, Later).ShouldNotBeEmpty();

        var withdrawn = new PartnerRequestWithdrawn(Id(1), "Not needed.", Day(2025, 6, 10), null);
        Given(Letter).When(withdrawn).Taken().On(PartnerLanes.Requests, Later).ShouldBeEmpty();
        Given(Letter, withdrawn).When(chaser with { On = Day(2025, 6, 11) }).Refused("G3");
        Given(Letter, withdrawn).When(withdrawn).Refused("G3");

        // Recorded late, but made while it was still open.
        Given(Letter, withdrawn).When(chaser).Taken().On(PartnerLanes.Requests, Later).ShouldBeEmpty();
    }

    [Fact]
    public void A_visit_that_failed_is_still_due()
    {
        var due = new VisitPlanned("CPP", "SW10001", Day(2025, 10, 1), Day(2025, 10, 15));
        var failed = new VisitAttempted("CPP", "SW10001", "noAccess", Day(2025, 10, 6), null);
        Given(due).InPost("SW10001", Day(2025, 1, 1)).When(failed).Taken().On(VisitLanes.Due, Later).ShouldNotBeEmpty();

        var made = new VisitMade("CPP", Day(2025, 10, 9), null, "SW10001", "Home", true, false, null, true, Id(1));
        var record = Given(due, failed).InPost("SW10001", Day(2025, 1, 1)).When(made).Taken();
        record.On(VisitLanes.Due, Later).ShouldBeEmpty();
        record.Timeline(VisitLanes.Visits).ShouldHaveSingleItem();
        Given(due, made).InPost("SW10001", Day(2025, 1, 1)).When(made).Refused("visit-made");
    }

    [Fact]
    public void A_referral_waits_until_the_first_appointment_however_often_it_is_accepted()
    {
        var accepted = new HealthReferralAccepted(Id(1), 38, Day(2025, 9, 29));
        Given(Waiting).When(accepted).Taken().On(ReferralLanes.Waiting, Day(2026, 5, 10)).ShouldNotBeEmpty();
        Given(Waiting, accepted).When(accepted).Refused("accepted-twice");

        var seen = Given(Waiting, accepted).When(new FirstAppointmentHeld(Id(1), "Dr A. Example", Day(2026, 5, 11))).Taken();
        seen.Timeline(ReferralLanes.Waiting).ShouldHaveSingleItem().Period.ShouldBe(new Period(Day(2025, 9, 15), Day(2026, 5, 11)));
        seen.OpenOn(ReferralLanes.Treatments).ShouldNotBeNull();
        Given(Waiting).When(new HealthReferralBounced(Id(1), "Wrong form.", Day(2025, 9, 22))).Taken()
            .On(ReferralLanes.Waiting, Later).ShouldBeEmpty();
    }

    [Fact]
    public void A_service_is_decided_before_it_begins()
    {
        var asked = new ServiceRequested("familyTherapy", null, "They fight.", null, null, "SW10001", Day(2025, 6, 3), Day(2025, 6, 17));
        ServiceDecided Decided(string decision) => new(Id(1), decision, null, "A. Manager", "Cost.", Day(2025, 6, 12));
        var begun = new ServiceStarted(Id(1), "Example Therapy", Day(2025, 7, 2));
        Given().When(asked).Taken().On(ServiceLanes.Requested, Later).ShouldNotBeEmpty();
        Given(asked).When(Decided("declined")).Taken().Timeline(ServiceLanes.Requested)[0].Closing.ShouldBe(new ServiceAnswer("declined"));
        Given(asked).When(Decided("declined") with { Rationale = " " }).Refused("G7");
        Given(asked).When(Decided("alternative")).Refused("alternative");
        Given(asked, Decided("approved")).When(begun).Taken().OpenOn(ServiceLanes.Given).ShouldNotBeNull();
        Given(asked, Decided("declined")).When(begun).Refused("not-approved");
        Given(asked).When(begun).Refused("not-approved");
    }

    [Fact]
    public void A_provider_that_does_not_answer_was_still_asked()
    {
        var asked = new ProviderApproached(Id(1), "Example Homes", null, Day(2025, 8, 12), null, Day(2025, 8, 14));
        var offer = new ProviderOffered(Id(2), "Example Homes", null, 6950m, Day(2025, 8, 14), null);
        Given(Search).When(asked).Taken().On(SearchLanes.Approaches, Later).ShouldNotBeEmpty();
        Given(Search, asked).When(offer).Taken().On(SearchLanes.Approaches, Later).ShouldBeEmpty();
        Given(Search, asked).When(offer with { Agency = "Other Homes" }).Refused("other-agency");
        Given(Search, asked, new ProviderDeclined(Id(2), "matching", null, Day(2025, 8, 13), null)).When(offer).Refused("G3");
    }

    [Fact]
    public void A_placement_out_of_area_needs_its_own_approval()
    {
        var match = new PlacementMatchedAndApproved(Id(1), null, "Example Homes", null, true, "DCS", "A. Manager", "Near his aunt.", Day(2025, 8, 18));
        Given(Search).When(match).Taken().On(SearchLanes.Searches, Day(2025, 8, 18)).ShouldBeEmpty();
        Given(Search).When(match with { OutOfAreaApproval = null }).Refused("reg11");
        Given(Search).When(match with { OutOfArea = false, OutOfAreaApproval = null }).Quiet("reg11");
        Given(Search).When(match with { DecidedBy = "" }).Refused("G7");
    }

    [Fact]
    public void A_return_interview_is_offered_once_the_child_is_back()
    {
        var missing = new WentMissing("M", Day(2025, 10, 14), null, null, null, null, null);
        var back = new MissingEnded(Id(1), Day(2025, 10, 15), null, null);
        var offer = new ReturnInterviewOffered(Id(1), Day(2025, 10, 16), null);
        Given(missing).When(offer).Refused("not-returned");
        Given(missing, back).When(offer).Taken().On(MissingLanes.ReturnInterviewOffers, Later).ShouldNotBeEmpty();
        Given(missing, back, offer).When(offer).Refused("offered-twice");
        Given(missing, back, offer).When(new ReturnInterviewDeclined(Id(3), "Not again.", Day(2025, 10, 17), null)).Taken()
            .On(MissingLanes.ReturnInterviewOffers, Later).ShouldBeEmpty();
    }

    [Fact]
    public void A_school_place_is_open_until_offered_or_refused_and_an_academy_is_not_directed()
    {
        var asked = new SchoolPlaceRequested("Example Academy", null, "academy", "placementMove", Day(2025, 8, 18), Day(2025, 9, 1));
        var refused = new SchoolPlaceRefused(Id(1), "Full.", true, Day(2025, 8, 27));
        Given().When(asked).Taken().On(SchoolLanes.Requested, Later).ShouldNotBeEmpty();
        Given(asked).When(refused).Refused("academy-direction");
        Given(asked).When(refused with { DirectionSought = false }).Taken().On(SchoolLanes.Requested, Later).ShouldBeEmpty();
        Given(asked with { Status = "maintained" }).When(refused).Quiet("academy-direction");
        Given(asked).When(new SchoolPlaceOffered(Id(1), Day(2025, 8, 28), Day(2025, 8, 29))).Refused("start-early");
    }

    [Fact]
    public void Complaints_plans_and_offers_to_a_family_stay_open_until_answered()
    {
        var complaint = new ComplaintMade("stageOne", "The child", "Five workers.", Day(2025, 11, 3), Day(2025, 11, 17));
        Given(complaint).When(new ComplaintAnswered(Id(1), "upheld", "Sorry.", Day(2025, 11, 14))).Taken()
            .On(VoiceLanes.Complaints, Later).ShouldBeEmpty();
        Given().When(complaint).Taken().On(VoiceLanes.Complaints, Later).ShouldNotBeEmpty();

        var request = new EhcpRequested("School", null, Day(2025, 9, 22), Day(2026, 2, 9));
        Given(request).When(request).Refused("ehcp-open");
        var issued = new EhcpIssued(Id(1), "SEMH", Day(2026, 2, 2));
        Given(request).When(issued).Taken().On(EhcpLanes.Requests, Later).ShouldBeEmpty();
        Given(request, issued).When(issued).Refused("ehcp-answered");
        Given().When(issued with { Request = null }).Quiet("ehcp-answered");

        var offer = new FamilyGroupDecisionMakingOffered(null, Day(2026, 1, 14));
        Given(offer).When(new FamilyGroupDecisionMakingHeld(Id(1), "A. Facilitator", true, Day(2026, 2, 4))).Taken()
            .On(NetworkLanes.FamilyGroupOffers, Later).ShouldBeEmpty();
        Given().When(new FamilyGroupDecisionMakingDeclined(Id(1), "No.", Day(2026, 1, 20))).Refused("G3");
    }
}
