using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Clocks;
using Journey.Record.Facts;
using Journey.Record.Facts.Allocations;
using Journey.Record.Facts.FrontDoor;
using Journey.Record.Facts.Identity;
using Journey.Record.Facts.Partners;

namespace Journey.Record.Tests.Children;

/// <summary>What may have to follow from an act, decided on the day by the record as it then stands.</summary>
public sealed class FollowUpTests
{
    private static readonly DateOnly Day = new(2025, 5, 13);
    private static readonly Guid Request = Guid.NewGuid();
    private static readonly Guid Allocated = Guid.NewGuid();

    private static readonly PartnerRequestSent Letter = PartnerRequestSent.Example with { SentOn = Day, DueOn = Day.AddDays(14) };
    private static readonly WorkerAllocated Worker = WorkerAllocated.Example with { From = Day, To = null };

    [Fact]
    public void A_request_is_looked_at_the_day_after_it_was_due_and_an_ended_allocation_on_its_last_day() => FollowUps.Of(
    [
        Said(Request, Letter), Said(Guid.NewGuid(), new WorkerDeallocated(Allocated, Day.AddDays(30), "LEFTRL")), Said(Guid.NewGuid(), ChildRecordOpened.Example),
    ]).ShouldBe([new FollowUp(FollowUpKind.Chaser, Request, Day.AddDays(15)), new FollowUp(FollowUpKind.Reallocation, Allocated, Day.AddDays(30))]);

    [Fact]
    public void An_unanswered_request_is_chased_and_not_before_it_is_overdue()
    {
        var record = Record(Said(Request, Letter));
        var chaser = new FollowUp(FollowUpKind.Chaser, Request, Day.AddDays(15));

        FollowUps.Due(record, chaser, Day.AddDays(14)).ShouldBe((null, Day.AddDays(15)));
        var (task, later) = FollowUps.Due(record, chaser, Day.AddDays(15));
        later.ShouldBeNull();
        task.ShouldNotBeNull();
        (task.Kind, task.About, task.On, task.DueOn).ShouldBe(("chaser", Request, Day.AddDays(15), WorkingDays.After(Day.AddDays(15), FollowUps.DaysToChase)));
        task.What.ShouldContain(Letter.Agency);
    }

    [Fact]
    public void An_answered_withdrawn_or_unknown_request_needs_nothing()
    {
        var chaser = new FollowUp(FollowUpKind.Chaser, Request, Day.AddDays(15));
        var reply = new PartnerReplyReceived(Request, "full", "The family moves in June.", Day.AddDays(3), null);

        FollowUps.Due(Record(Said(Request, Letter), Said(Guid.NewGuid(), reply)), chaser, Day.AddDays(15)).ShouldBe((null, null));
        FollowUps.Due(Record(Said(Request, Letter), new Withdrawn(Request, "typing", "Sent to nobody.")), chaser, Day.AddDays(15)).ShouldBe((null, null));
        FollowUps.Due(Record(), chaser, Day.AddDays(15)).ShouldBe((null, null));
        FollowUps.Due(Record(Said(Request, Letter), Said(Guid.NewGuid(), reply with { Kind = "partial" })), chaser, Day.AddDays(15)).Task.ShouldNotBeNull();
    }

    [Fact]
    public void A_child_without_a_social_worker_is_allocated_again_unless_somebody_has_taken_over_or_the_case_is_shut()
    {
        var ended = Day.AddDays(30);
        var end = Said(Guid.NewGuid(), new WorkerDeallocated(Allocated, ended, "LEFTRL"));
        var again = new FollowUp(FollowUpKind.Reallocation, Allocated, ended);
        var referral = Said(Guid.NewGuid(), ReferralReceived.Example with { On = Day });

        var task = FollowUps.Due(Record(referral, Said(Allocated, Worker), end), again, ended).Task;
        task.ShouldNotBeNull();
        task.What.ShouldContain(Worker.Worker);
        FollowUps.Due(Record(referral, Said(Allocated, Worker), end), again, ended.AddDays(-1)).ShouldBe((null, ended));
        FollowUps.Due(Record(referral, Said(Allocated, Worker), end, Said(Guid.NewGuid(), Worker with { From = ended, Worker = "SW10002" })), again, ended).ShouldBe((null, null));
        FollowUps.Due(Record(Said(Allocated, Worker), end), again, ended).ShouldBe((null, null));
    }

    private static IStatement Said(Guid id, IFact fact) => FactCatalogue.Of(fact).Asserted(id, fact, null);

    private static ChildRecord Record(params IStatement[] statements) => ChildRecord.Empty(Guid.NewGuid()).With(statements);
}
