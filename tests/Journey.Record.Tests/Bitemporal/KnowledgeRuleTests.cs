using CsCheck;
using Journey.Record.Bitemporal;

namespace Journey.Record.Tests.Bitemporal;

public sealed class KnowledgeClockTests
{
    private const int Cases = 10_000;

    private static readonly DateTimeOffset Noon = new(2026, 3, 28, 12, 0, 0, TimeSpan.Zero);

    /// <summary>A ledger with gaps whose stamps may go back, and how much of it there was at first.</summary>
    private static readonly Gen<(List<(long Position, DateTimeOffset KnownAt)> Ledger, int Count)> Ledgers =
        Gen.Select(Gen.Long[1, 4], Gen.Int[0, 60]).List[0, 20].Select(steps =>
        {
            var position = 0L;
            return steps.Select(s => (position += s.Item1, Noon.AddMinutes(s.Item2))).ToList();
        }).SelectMany(ledger => Gen.Int[0, ledger.Count].Select(count => (ledger, count)));

    private static readonly Gen<DateTimeOffset> Instants = Gen.Int[-1, 61].Select(m => Noon.AddMinutes(m));

    [Fact]
    public void P5_the_known_instant_of_an_entry_resolves_to_its_position_or_later() => Ledgers.Sample(
        x => x.Ledger.Select((e, i) => (e.Position, KnownAt: x.Ledger.Take(i + 1).Max(f => f.KnownAt)))
            .All(e => KnowledgeRule.Resolve(x.Ledger, e.KnownAt).Position >= e.Position),
        iter: Cases);

    [Fact]
    public void A_final_answer_never_changes() => Gen.Select(Ledgers, Instants).Sample(
        (x, instant) => KnowledgeRule.Resolve(x.Ledger.Take(x.Count), instant) is var then
            && (!then.Final || then == KnowledgeRule.Resolve(x.Ledger, instant)),
        iter: Cases);

    [Fact]
    public void A_later_instant_never_knows_less() => Gen.Select(Ledgers, Instants, Instants).Sample(
        (x, one, other) => KnowledgeRule.Resolve(x.Ledger, one < other ? one : other).Position
            <= KnowledgeRule.Resolve(x.Ledger, one < other ? other : one).Position,
        iter: Cases);

    [Fact]
    public void Nothing_stamped_after_the_instant_is_known() => Gen.Select(Ledgers, Instants).Sample(
        (x, instant) => KnowledgeRule.Resolve(x.Ledger, instant) is var (position, final)
            && x.Ledger.TakeWhile(e => e.Position <= position).All(e => e.KnownAt <= instant)
            && final == x.Ledger.Exists(e => e.KnownAt > instant),
        iter: Cases);

    [Fact]
    public void The_witness_stands_just_after_the_position() => KnowledgeRule
        .Resolve([(3, Noon), (7, Noon.AddMinutes(1)), (9, Noon.AddMinutes(2))], Noon.AddSeconds(90)).ShouldBe((8, true));

    [Fact]
    public void Without_a_witness_the_answer_is_provisional() => KnowledgeRule
        .Resolve([(3, Noon), (7, Noon.AddMinutes(1))], Noon.AddHours(1)).ShouldBe((7, false));

    [Fact]
    public void An_entry_that_was_stamped_early_but_appended_late_was_not_known() => KnowledgeRule
        .Resolve([(1, Noon), (2, Noon.AddMinutes(5)), (3, Noon.AddMinutes(1))], Noon.AddMinutes(2)).ShouldBe((1, true));
}
