using Journey.Record.Codes;
using Journey.Record.Facts.Adoption;
using Journey.Record.Facts.Allocations;
using Journey.Record.Facts.Care;
using Journey.Record.Facts.Identity;
using Journey.Record.Facts.Legal;
using Journey.Record.Facts.Missing;
using Journey.Record.Facts.Placements;
using static Journey.Record.Tests.Facts.Spec;

namespace Journey.Record.Tests.Facts;

/// <summary>Rules of the looked-after return that are judged when a fact is recorded, and what they leave alone because it may be true.</summary>
public sealed class ReturnRuleTests
{
    private const string Own = "E09000027";

    private static readonly ChildRecordOpened Opened =
        new("JRN0000001", "Robin", "Ashdown", Day(2014, 5, 5), null, "F", "Referred by a school", Day(2025, 5, 12));

    private static readonly PeriodOfCareStarted Care = new(Day(2025, 6, 10), "C1", "N1");

    private static readonly PlacementStarted Home = new(Day(2025, 6, 10), "U6", "PR4", "SC1", "ZZ1 1AB", "ZZ1 1AA");

    private static readonly PlacementStarted Placed = new(Day(2025, 7, 1), "K2", "PR1", "SC2", "ZZ9 9ZZ", "ZZ1 1AA", LaCode: Own);

    private static readonly AdoptionDecisionMade Decision = new(Day(2025, 7, 10), "A. Decider", "No carer in the family.", null, null, null);

    [Fact]
    public void A_registered_setting_in_England_has_a_number()
    {
        var unnumbered = Placed with { Urn = null };
        In(unnumbered).Refused("218");
        In(unnumbered with { Urn = "" }).Refused("218");
        In(unnumbered with { Urn = "XXXXXXX" }).Quiet("218");
        In(unnumbered with { LaCode = "W06000015" }).Quiet("218");
        In(unnumbered with { LaCode = null }).Quiet("218");
        In(unnumbered with { Type = "P1", Provider = "PR0" }).Quiet("218");
        In(unnumbered with { Type = "H5" }).Quiet("218");
    }

    [Fact]
    public void The_authoritys_own_provision_lies_in_its_area_but_for_carers_who_live_where_they_live()
    {
        var outside = Placed with { LaCode = "E07000112" };
        In(Placed).Quiet("1015");
        In(outside).Refused("1015");
        In(outside with { Provider = "PR4" }).Quiet("1015");
        In(outside with { Type = "U6" }).Quiet("1015");
        In(outside with { Type = "A6" }).Quiet("1015");
        In(outside with { LaCode = null }).Quiet("1015");
        Given(Opened, Care, Home).When(outside).Quiet("1015");
        Given(Opened, Care, Home).Of(AuthorityCodes.Demonstration).When(outside).Quiet("1015");
    }

    [Fact]
    public void Where_a_placement_lies_is_part_of_it_and_a_distance_is_not_negative()
    {
        In(Placed with { DistanceMiles = -0.1m }).Refused("distance");
        var placement = In(Placed with { DistanceMiles = 43.5m, MatchedSiblings = [Id(50)] }).Taken().At(PlacementLanes.Placement, Day(2025, 7, 1))!;
        (placement.LaCode, placement.DistanceMiles).ShouldBe((Own, 43.5m));
    }

    [Fact]
    public void The_end_of_a_placement_has_a_reason_while_care_goes_on()
    {
        var end = new PlacementEnded(Id(3), Day(2025, 9, 1), null);
        Given(Opened, Care, Home).When(end).Refused("225");
        Given(Opened, Care, Home).When(end with { Reason = "CREQB" }).Taken();
        Given(Opened, Care, Home, new PeriodOfCareEnded(Id(2), Day(2025, 9, 1), "E4A")).When(end).Quiet("225");
    }

    [Fact]
    public void The_end_of_a_temporary_placement_has_none()
    {
        var away = new TemporaryMoveStarted(Day(2025, 8, 1), "T1");
        var end = new PlacementEnded(Id(4), Day(2025, 8, 5), null);
        Given(Opened, Care, Home, away).When(end).Quiet("225");
        Given(Opened, Care, Home, away).When(end with { Reason = "CARPL" }).Refused("226");
        Given(Opened, Care, Home, away).When(end with { Placement = Id(3), Reason = "CARPL" }).Quiet("226");
    }

    [Fact]
    public void Nobody_is_known_to_have_gone_home_while_missing()
    {
        var missing = new WentMissing("M", Day(2025, 8, 1), null, null, null, null, null);
        var home = new PeriodOfCareEnded(Id(2), Day(2025, 9, 1), "E4A");
        Given(Opened, Care, Home, missing).When(home).Refused("580");
        Given(Opened, Care, Home, missing).When(home with { Rec = "E8" }).Taken();
        Given(Opened, Care, Home, missing).When(home with { Rec = "E2" }).Taken();
        Given(Opened, Care, Home, missing with { Kind = "A" }).When(home).Quiet("580");
        Given(Opened, Care, Home, missing, new MissingEnded(Id(4), Day(2025, 9, 1), null, null)).When(home).Quiet("580");
        Given(Opened, Care, Home, missing with { FromDate = Day(2025, 9, 2) }).When(home).Quiet("580");
    }

    [Fact]
    public void A_child_may_still_be_missing_when_a_placement_or_care_ends_and_nobody_may_be_allocated_for_weeks()
    {
        var missing = new WentMissing("M", Day(2025, 8, 1), null, null, null, null, null);
        Given(Opened, Care, Home, missing).When(new PlacementEnded(Id(3), Day(2025, 8, 20), "OTHER")).Taken()
            .On(MissingLanes.Missing, Day(2025, 8, 25)).ShouldHaveSingleItem();

        var first = new WorkerAllocated(Day(2025, 6, 10), "SW10001", Allocation.SocialWorker, null, "FCONTA");
        var after = Given(Opened, first, new WorkerDeallocated(Id(2), Day(2025, 7, 1), "LEFTRL")).InPost("SW10002", Day(2025, 1, 1))
            .When(first with { Worker = "SW10002", From = Day(2025, 9, 1), Reason = "MANAGE" }).Taken();
        after.At(AllocationLanes.SocialWorker, Day(2025, 8, 1)).ShouldBeNull();
    }

    [Fact]
    public void A_social_worker_is_held_for_a_day_at_least()
    {
        var first = new WorkerAllocated(Day(2025, 6, 10), "SW10001", Allocation.SocialWorker, null, "FCONTA");
        Given(Opened, first).When(new WorkerDeallocated(Id(2), Day(2025, 6, 10))).Refused("SW09");
        Given(Opened, first).When(new WorkerDeallocated(Id(2), Day(2025, 6, 11))).Taken();
        Given(Opened, first with { Role = "IRO" }).When(new WorkerDeallocated(Id(2), Day(2025, 6, 10))).Quiet("SW09");
    }

    [Theory]
    [InlineData("E1", "553", "554")]
    [InlineData("D1", "555", "556")]
    public void An_order_for_adoption_follows_the_decision(string status, string without, string later)
    {
        var order = new LegalStatusChanged(Day(2025, 9, 1), status);
        Given(Opened, Care, Home).When(order).Refused(without);
        Given(Opened, Care, Home, Decision).When(order).Taken();
        Given(Opened, Care, Home, Decision with { On = Day(2025, 9, 1) }).When(order).Taken();
        Given(Opened, Care, Home, Decision with { On = Day(2025, 9, 2) }).When(order).Refused(later);
        Given(Opened, Care, Home, Decision with { On = Day(2025, 9, 2) }).When(order).Quiet(without);
        Given(Opened, Care, Home, Decision with { On = null, ReturnYear = 2026 }).When(order).Taken();
        Given(Opened, Care, Home).When(order with { To = "C2" }).Taken();
    }

    [Fact]
    public void A_placement_for_adoption_follows_the_decision()
    {
        var match = new AdoptersMatched(Day(2025, 7, 10), Day(2025, 8, 1), false, 2, "MF", "L11", null);
        var placed = new PlacedForAdoption(false, Day(2025, 8, 20));
        Given(Opened, Care, Home, Decision, match).When(placed).Taken();
        Given(Opened, Care, Home, Decision with { On = Day(2025, 8, 21) }, match).When(placed).Refused("552");
        Given(Opened, Care, Home, match).When(placed).Quiet("552");
    }

    [Fact]
    public void A_court_may_deprive_of_liberty_in_a_setting_that_is_not_expected()
    {
        Given(Opened, Care, Home).When(new DolOrderStarted(["Locked doors at night"], Day(2025, 9, 1), null)).Taken();
        Given(Opened, Care, Home with { Type = "K3" }).When(new DolOrderStarted(["Locked doors at night"], Day(2025, 9, 1), null)).Refused("710");
    }

    private static Spec In(PlacementStarted placed) => Given(Opened, Care, Home).Of(Own).When(placed);
}
