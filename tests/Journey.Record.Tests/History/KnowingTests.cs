using CsCheck;
using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Facts;
using Journey.Record.Facts.Decisions;
using Journey.Record.Facts.Identity;
using Journey.Record.Facts.Missing;
using Journey.Record.History;

namespace Journey.Record.Tests.History;

/// <summary>Who knew what when: a second decides.</summary>
public sealed class KnowingTests
{
    private static readonly DateTimeOffset Decided = new(2025, 5, 16, 17, 20, 0, TimeSpan.Zero);

    private static readonly Guid Decision = Id(99);

    [Fact]
    public void A_fact_recorded_at_the_moment_was_known_and_one_a_second_later_was_not()
    {
        var knowing = Ask(
            (Decided, Say(1, Ethnicity("WBRI", 1))), (Decided.AddSeconds(1), Say(2, Ethnicity("MWBC", 2))), (Decided.AddMinutes(5), TheDecision));
        knowing.Moment.ShouldBe(Decided);
        knowing.KnownThen.Select(b => b.FactId).ShouldBe([Id(1)]);
        knowing.NotYetRecorded.Select(b => b.FactId).ShouldBe([Id(2)]);
        knowing.KnownOtherwise.ShouldBeEmpty();
    }

    [Fact]
    public void What_took_effect_after_the_decision_was_neither_known_nor_unrecorded() =>
        Ask((Decided.AddMinutes(5), TheDecision), (Decided.AddDays(3), Say(2, Ethnicity("MWBC", 18)))).NotYetRecorded.ShouldBeEmpty();

    [Fact]
    public void What_happened_later_on_the_same_day_was_not_true_yet()
    {
        var knowing = Ask(
            (Decided.AddMinutes(5), TheDecision),
            (Decided.AddDays(1), Say(2, Missing(new TimeOnly(18, 19)))), (Decided.AddDays(1), Say(3, Missing(new TimeOnly(18, 21)))));
        knowing.NotYetRecorded.Select(b => b.FactId).ShouldBe([Id(2)]);
    }

    [Fact]
    public void Facts_known_then_and_corrected_or_withdrawn_later_are_named_with_what_changed_them()
    {
        var knowing = Ask(
            (Decided.AddDays(-9), Say(1, Ethnicity("WBRI", 1))), (Decided.AddDays(-9), Say(2, Ethnicity("MWBC", 2))), (Decided.AddDays(-9), Say(3, Ethnicity("WIRI", 3))),
            (Decided.AddMinutes(5), TheDecision),
            (Decided.AddDays(5), Fix(1, Ethnicity("WOTH", 1))), (Decided.AddDays(6), new Withdrawn(Id(2), "mistake", "Other child")));
        knowing.KnownThen.Select(b => b.FactId).ShouldBe([Id(1), Id(2), Id(3)]);
        knowing.KnownThen[0].Assertion.ShouldBe(Ethnicity("WBRI", 1));
        knowing.KnownOtherwise.Select(k => (k.Then.FactId, k.Now is null, k.By.KnownAt)).ShouldBe([(Id(1), false, Decided.AddDays(5)), (Id(2), true, Decided.AddDays(6))]);
        (knowing.Newest!.FactId, knowing.NewestAge).ShouldBe((Id(3), 13));
    }

    [Fact]
    public void A_decision_without_a_time_is_taken_at_the_end_of_its_day_or_when_it_was_recorded_if_that_is_earlier()
    {
        var undated = new ManagementDecisionRecorded("Q?", "D.", [], "A. Manager", "R.", new DateOnly(2025, 5, 16), null, null);
        Ask((Decided, Say(99, undated))).Moment.ShouldBe(Decided);
        Ask((Decided.AddDays(7), Say(99, undated))).Moment.ShouldBe(London.EndOf(new DateOnly(2025, 5, 16)).AddMicroseconds(-1));
    }

    [Fact]
    public void Nothing_recorded_after_the_moment_is_ever_in_the_first_list() => Gen.Select(Gen.Int[-200, 200], Gen.Int[-20, 20], Gen.Int[0, 2]).Array[1, 12].Sample(steps =>
    {
        var said = steps.Select((s, i) => (Decided.AddSeconds(s.Item1), s.Item3 switch
        {
            0 when i > 0 => new Withdrawn(Id(i - 1), "mistake", "x"),
            1 when i > 0 => Fix(i - 1, Ethnicity("WOTH", 1)),
            _ => (IStatement)Say(i, new EthnicityRecorded("WBRI", new DateOnly(2025, 5, 16).AddDays(s.Item2))),
        })).OrderBy(s => s.Item1).Append((Decided.AddSeconds(300), TheDecision)).ToArray();
        var knowing = Ask(said);
        knowing.KnownThen.ShouldAllBe(b => b.Recorded.KnownAt <= Decided && b.Stated.KnownAt <= Decided);
        knowing.NotYetRecorded.ShouldAllBe(b => b.Recorded.KnownAt > Decided);
        knowing.KnownOtherwise.ShouldAllBe(k => k.By.KnownAt > Decided && knowing.KnownThen.Contains(k.Then));
    });

    [Fact]
    public void What_stood_in_a_record_that_was_linked_only_later_was_not_known()
    {
        var (one, other, link) = (Id(1000), Id(1001), Say(50, new ChildRecordsLinked(Id(1000), Id(1001), "Same child", new DateOnly(2025, 6, 1))));
        List<LedgerEntry> ones = [new(2, 1, Decided.AddMinutes(1), TheDecision), new(3, 2, Decided.AddDays(30), link)];
        List<LedgerEntry> others = [new(1, 1, Decided.AddDays(-1), Say(1, Ethnicity("WBRI", 1))), new(4, 2, Decided.AddDays(30), link)];
        var knowing = Knowing.Of(ChildRecord.Linked(one, [(one, ones), (other, others)]), Decision).ShouldNotBeNull();
        knowing.KnownThen.ShouldBeEmpty();
        knowing.NotYetRecorded.Select(b => b.FactId).ShouldBe([Id(1)]);
    }

    [Fact]
    public void The_difference_of_two_points_lists_facts_with_their_strongest_cause_and_lanes_on_the_day()
    {
        var entries = Entries(
            (Decided, Say(1, Ethnicity("WBRI", 1))), (Decided, Say(2, new GenderRecorded("girl", new DateOnly(2025, 5, 1)))),
            (Decided.AddDays(1), Fix(1, Ethnicity("MWBC", 1))), (Decided.AddDays(2), Say(3, Missing(null))), (Decided.AddDays(3), new Withdrawn(Id(3), "mistake", "x")));
        var difference = Difference.Between(ChildRecord.Fold(Id(0), entries, 2), ChildRecord.Fold(Id(0), entries), new DateOnly(2025, 5, 20));
        difference.Facts.Select(f => (f.FactId, f.Cause, f.Before is null, f.After is null)).ShouldBe(
            [(Id(1), Cause.Correction, false, false), (Id(3), Cause.Withdrawal, true, true)]);
        difference.Lanes.Select(l => l.Lane).ShouldBe([IdentityLanes.Ethnicity]);
        Difference.Between(ChildRecord.Fold(Id(0), entries), ChildRecord.Fold(Id(0), entries), new DateOnly(2025, 5, 20)).IsEmpty.ShouldBeTrue();
    }

    private static IAsserted TheDecision => Say(
        99, new ManagementDecisionRecorded("Q?", "D.", [], "A. Manager", "R.", new DateOnly(2025, 5, 16), new TimeOnly(18, 20), null));

    private static Knowing Ask(params (DateTimeOffset At, IStatement Statement)[] said) => Knowing.Of(ChildRecord.Fold(Id(0), Entries(said)), Decision).ShouldNotBeNull();

    private static List<LedgerEntry> Entries(params (DateTimeOffset At, IStatement Statement)[] said) =>
        [.. said.Select((s, i) => new LedgerEntry(i + 1, i + 1, s.At, s.Statement))];

    private static EthnicityRecorded Ethnicity(string code, int day) => new(code, new DateOnly(2025, 5, day));

    private static WentMissing Missing(TimeOnly? at) => WentMissing.Example with { FromDate = new DateOnly(2025, 5, 16), FromTime = at, ReportedOn = null, ReportedAt = null, To = null };

    private static IAsserted Say(int id, IFact fact) => FactCatalogue.Of(fact).Asserted(Id(id), fact, null);

    private static IAsserted Fix(int id, IFact fact) => FactCatalogue.Of(fact).Asserted(Id(id), fact, new Correction("mistake", "Wrong"));

    private static Guid Id(int number) => new(number, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
}
