using Journey.Record.Bitemporal;
using Journey.Record.Facts.Health;
using Journey.Record.Facts.Partners;
using Journey.Record.Measures;
using static Journey.Record.Tests.Measures.Told;

namespace Journey.Record.Tests.Measures;

/// <summary>What other agencies did not answer, and how long children wait for a health service.</summary>
public sealed class WaitMeasureTests
{
    private static readonly Period ToJune = Through(On(2025, 4, 1), On(2025, 6, 30));

    [Fact]
    public void E17_four_requests_three_not_answered_in_time_two_still_open()
    {
        var child = E17();
        child.Of(M23PartnerReplies.Unanswered, ToJune).ShouldBe((3, 4));
        child.Of(M23PartnerReplies.Open, ToJune).ShouldBe((2, 2));
        var days = child.Figure(M23PartnerReplies.DaysToReply, ToJune);
        days.Result.ShouldBe(18);
        days.Contributions.Where(c => c.InCohort).Select(c => c.Value).ShouldBe([12m, 24m], ignoreOrder: true);
    }

    [Fact]
    public void E17_by_agency()
    {
        var child = E17();
        PartnerResponse.Of([child.Timelines], ToJune).ShouldBe(
        [
            new PartnerResponse("CAMHS", 1, 0, 12, 0, 0, 0),
            new PartnerResponse("Housing", 1, 1, null, 1, 1, 1),
            new PartnerResponse("Police", 1, 1, null, 1, 0, 0),
            new PartnerResponse("School", 1, 1, 24, 0, 0, 0),
        ]);
        PartnerResponse.Of([child.Timelines], Period.Year(2024)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("full", 10, 0, 1)]
    [InlineData("full", 11, 1, 1)]
    [InlineData("refused", 10, 0, 1)]
    [InlineData("acknowledged", 5, 1, 1)]
    public void A_reply_on_the_day_due_is_in_time_and_a_refusal_is_an_answer(string kind, int day, int unanswered, int due)
    {
        var child = new Told();
        var request = Asked(child, "School", On(2025, 6, 2), On(2025, 6, 10));
        child.Say(new PartnerReplyReceived(request, kind, "Said.", On(2025, 6, day), null));
        child.Of(M23PartnerReplies.Unanswered, ToJune).ShouldBe((unanswered, due));
        child.Of(M23PartnerReplies.DaysToReply, ToJune).Of.ShouldBe(kind == "full" ? 1 : 0);
    }

    [Theory]
    [InlineData(10, 0, 0)]
    [InlineData(11, 1, 1)]
    public void A_request_withdrawn_by_the_day_due_is_left_out(int day, int unanswered, int due)
    {
        var child = new Told();
        child.Say(new PartnerRequestWithdrawn(Asked(child, "School", On(2025, 6, 2), On(2025, 6, 10)), "Settled.", On(2025, 6, day), null));
        child.Of(M23PartnerReplies.Unanswered, ToJune).ShouldBe((unanswered, due));
        child.Of(M23PartnerReplies.Open, ToJune).ShouldBe((0, 0));
    }

    [Fact]
    public void A_request_due_after_the_window_is_open_but_not_due()
    {
        var child = new Told();
        Asked(child, "School", On(2025, 6, 20), On(2025, 7, 1));
        child.Of(M23PartnerReplies.Unanswered, ToJune).ShouldBe((0, 0));
        child.Figure(M23PartnerReplies.Open, ToJune).Contributions.Single().Value.ShouldBe(10);
    }

    [Fact]
    public void A_wait_is_measured_to_the_last_day_and_to_the_appointment_once_it_was_held()
    {
        var child = new Told();
        var referral = Referred(child, "CAMHS", On(2025, 1, 6));
        var october = Through(On(2025, 4, 1), On(2025, 10, 1));
        child.Figure(M24Waiting.Days, october).Result.ShouldBe(268);
        child.Of(M24Waiting.Waiting, october).ShouldBe((1, 1));
        child.Say(new FirstAppointmentHeld(referral, "Dr A. Example", On(2025, 10, 6)));
        child.Figure(M24Waiting.Days, october).Result.ShouldBe(268, "it was still waiting on that day");
        child.Figure(M24Waiting.Days, Period.Year(2026)).Result.ShouldBe(273);
        child.Of(M24Waiting.Waiting, Period.Year(2026)).ShouldBe((0, 0));
        child.Of(M24Waiting.Days, Period.Year(2027)).ShouldBe((0, 0));
    }

    [Theory]
    [InlineData(0, "0-4")]
    [InlineData(28, "0-4")]
    [InlineData(29, "4-18")]
    [InlineData(126, "4-18")]
    [InlineData(127, "18")]
    public void A_wait_is_of_one_length(int days, string length)
    {
        var child = new Told();
        child.Say(new FirstAppointmentHeld(Referred(child, "autism", On(2025, 5, 1)), "Dr A. Example", On(2025, 5, 1).AddDays(days)));
        M24Waiting.ByLength.Where(m => child.Of(m, Period.Year(2026)).Counted == 1).Select(m => m.Code).ShouldBe([$"M24-weeks-{length}"]);
        M24Waiting.ByLength.ShouldAllBe(m => child.Of(m, Period.Year(2026)).Of == 1);
    }

    [Fact]
    public void Each_service_has_its_own_median_and_a_referral_turned_down_none()
    {
        var child = new Told();
        child.Say(new FirstAppointmentHeld(Referred(child, "CAMHS", On(2025, 5, 1)), "Dr A. Example", On(2025, 5, 11)));
        child.Say(new FirstAppointmentHeld(Referred(child, "OT", On(2025, 5, 1)), "Dr A. Example", On(2025, 5, 21)));
        child.Say(new HealthReferralRejected(Referred(child, "CAMHS", On(2025, 6, 1)), "Below the threshold.", On(2025, 6, 9)));
        child.Say(new HealthReferralBounced(Referred(child, "CAMHS", On(2025, 7, 1)), "Wrong form.", On(2025, 7, 3)));
        child.Figure(M24Waiting.ByService.Single(m => m.Code == "M24-CAMHS"), Period.Year(2026)).Result.ShouldBe(10);
        child.Figure(M24Waiting.ByService.Single(m => m.Code == "M24-OT"), Period.Year(2026)).Result.ShouldBe(20);
        child.Figure(M24Waiting.Days, Period.Year(2026)).Result.ShouldBe(15);
        child.Of(M24Waiting.Days, Period.Year(2026)).Of.ShouldBe(2);
        child.Figure(M24Waiting.Days, Period.Year(2026)).Contributions.Count(c => !c.InCohort).ShouldBe(2);
    }

    private static Told E17()
    {
        var child = new Told();
        var housing = Asked(child, "Housing", On(2025, 5, 5), On(2025, 5, 19));
        child.Say(new PartnerRequestChased(housing, "SW1", "phone", On(2025, 5, 20), null));
        child.Say(new PartnerRequestEscalated(housing, "Director of housing", "No answer.", On(2025, 6, 5), null));
        child.Say(new PartnerReplyReceived(Asked(child, "CAMHS", On(2025, 5, 16), On(2025, 5, 30)), "full", "Said.", On(2025, 5, 28), null));
        child.Say(new PartnerReplyReceived(Asked(child, "Police", On(2025, 5, 29), On(2025, 6, 5)), "partial", "Said.", On(2025, 6, 4), null));
        child.Say(new PartnerReplyReceived(Asked(child, "School", On(2025, 5, 27), On(2025, 6, 10)), "full", "Said.", On(2025, 6, 20), null));
        return child;
    }

    private static Guid Asked(Told child, string agency, DateOnly sent, DateOnly due) =>
        child.Say(new PartnerRequestSent(agency, "information", "letter", "Tell us.", "routine", null, sent, null, due));

    private static Guid Referred(Told child, string service, DateOnly sent) =>
        child.Say(new HealthReferralMade(service, "Example Health Trust", "routine", "Nightmares.", sent, sent.AddDays(84)));
}
