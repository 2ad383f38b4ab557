using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Clocks;
using Journey.Record.Facts;
using Journey.Record.Facts.FrontDoor;
using Journey.Record.Facts.Reviews;
using Journey.Record.Measures;
using static Journey.Record.Tests.Measures.Told;

namespace Journey.Record.Tests.Measures;

/// <summary>How late facts are recorded: by kind, by worker and team, and of what happened in a window.</summary>
public sealed class RecordingDebtTests
{
    private static readonly Period June = Through(On(2025, 6, 1), On(2025, 6, 30));

    [Fact]
    public void Five_working_days_are_allowed_and_the_window_is_of_the_facts_day()
    {
        var record = Recorded(
            (Review(On(2025, 6, 2)), On(2025, 6, 9), "SW1"), (Review(On(2025, 6, 3)), On(2025, 6, 11), "SW1"),
            (Review(On(2025, 6, 30)), On(2025, 9, 1), "SW2"), (Review(On(2025, 5, 30)), On(2025, 6, 20), "SW2"),
            (Contact(On(2025, 6, 5)), On(2025, 6, 5), "SW2"));
        M29RecordingDebt.Figure(M29RecordingDebt.Of(record, June), WorkingCalendar.Latest).ShouldBe(
            [new RecordingDebt("contact_received.v1", 1, 0, 0), new RecordingDebt("lac_review_held.v1", 3, 2, 2m / 3)]);
    }

    [Fact]
    public void Lateness_is_told_by_who_recorded_and_by_their_team()
    {
        var record = Recorded(
            (Review(On(2025, 6, 2)), On(2025, 6, 3), "SW1"), (Review(On(2025, 6, 3)), On(2025, 6, 13), "SW1"),
            (Contact(On(2025, 6, 5)), On(2025, 6, 25), "SW2"), (Contact(On(2025, 6, 6)), On(2025, 7, 25), "SW2"),
            (Contact(On(2025, 6, 9)), On(2025, 6, 9), null));
        var known = M25LatenessBy.Of(record, June).ToList();
        known.Count.ShouldBe(4, "one became known in July");
        var workers = M25LatenessBy.Figure(known, r => r.Actor, WorkingCalendar.Latest);
        workers.ShouldBe([new GroupLateness("SW1", 2, 5.5m, 9.1m, 9.55m, 1, 0.5m), new GroupLateness("SW2", 1, 20, 20, 20, 1, 1)]);
        var teams = M25LatenessBy.Figure(known, r => r.Actor is null ? null : "Assessment North", WorkingCalendar.Latest);
        teams.ShouldBe([new GroupLateness("Assessment North", 3, 10, 18, 19, 2, 2m / 3)]);
        M25LatenessBy.Figure(known, r => r.Fact.Kind, WorkingCalendar.Latest).Select(g => (g.Group, g.Facts))
            .ShouldBe([("contact_received.v1", 2), ("lac_review_held.v1", 2)]);
    }

    [Fact]
    public void A_bank_holiday_announced_later_is_allowed_for_in_the_calendar_that_has_it()
    {
        var record = Recorded((Review(On(2022, 9, 13)), On(2022, 9, 21), "SW1"));
        var facts = M29RecordingDebt.Of(record, Period.Year(2023)).ToList();
        M29RecordingDebt.Figure(facts, WorkingCalendar.Find(1)!).Single().Late.ShouldBe(1);
        M29RecordingDebt.Figure(facts, WorkingCalendar.Find(2)!).Single().Late.ShouldBe(0);
    }

    private static LacReviewHeld Review(DateOnly on) => new(on, "PN1", null, null, []);

    private static ContactReceived Contact(DateOnly on) => new(on, null, "2A", null, "phone", "Hungry.", []);

    private static ChildRecord Recorded(params (IFact Fact, DateOnly KnownOn, string? Actor)[] facts) => ChildRecord.Fold(
        Guid.CreateVersion7(),
        facts.Select((f, n) => new LedgerEntry(
            n + 1, n + 1, new DateTimeOffset(f.KnownOn.ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero),
            FactCatalogue.Of(f.Fact).Asserted(Guid.CreateVersion7(), f.Fact, null),
            f.Actor is null ? null : new Origin(Guid.CreateVersion7(), f.Actor, "SocialWorker", null, null, "test"))));
}
