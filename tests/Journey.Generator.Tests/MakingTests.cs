using System.Security.Cryptography;
using Journey.Generator.Calibration;
using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Facts.Allocations;
using Journey.Record.Facts.Identity;
using Journey.Record.Facts.Workforce;

namespace Journey.Generator.Tests;

/// <summary>A synthetic authority: the same every time, accepted by every rule, and near the published figures.</summary>
public sealed class MakingTests
{
    private static readonly DateOnly End = new(2026, 3, 31);

    private static readonly Lazy<Authority> Small = new(() => Make(Settings(1, 150)));

    [Fact]
    public void The_same_settings_give_the_same_bytes_and_another_seed_others()
    {
        Digest(Make(Settings(1, 150))).ShouldBe(Digest(Small.Value));
        Digest(Make(Settings(2, 150))).ShouldNotBe(Digest(Small.Value));
        Digest(Make(Settings(1, 150) with { End = End.AddDays(1) })).ShouldNotBe(Digest(Small.Value));
    }

    [Theory]
    [InlineData(1, 150)]
    [InlineData(7, 150)]
    [InlineData(11, 400)]
    public void The_verbs_accept_every_act(int seed, int children) =>
        Checking.Refusals(Make(Settings(seed, children)).Acts, null, TestContext.Current.CancellationToken).Select(r => $"{r.Record} {string.Join(",", r.Refusals.Select(f => f.Code))}").ShouldBeEmpty();

    [Fact]
    public void Acts_are_in_order_of_knowledge_and_none_is_later_than_the_last_day()
    {
        var acts = Small.Value.Acts;
        acts.Zip(acts.Skip(1)).ShouldAllBe(a => a.First.At < a.Second.At);
        London.DateOf(acts[^1].At).ShouldBeLessThanOrEqualTo(End);
        acts.SelectMany(a => a.On.SelectMany(o => o.Steps)).Select(s => s.EventId).ShouldBeUnique();
    }

    [Fact]
    public void What_was_on_the_wrong_child_moves_in_one_act()
    {
        var wrong = Small.Value.Acts.Where(a => a.On.Any(o => o.Steps.Any(s => s is Step.Withdraw { Code: "wrong-child" }))).ToList();
        wrong.ShouldNotBeEmpty();
        wrong.All(a => a.On.Count == 2 && a.On.Any(o => o.Steps.Any(s => s is Step.Record))).ShouldBeTrue();
    }

    [Fact]
    public void A_leaving_ends_the_allocations_that_are_open_in_the_same_act()
    {
        var open = new Dictionary<(Guid Child, Guid Fact), string>();
        var leavings = 0;
        foreach (var act in Make(Settings(3, 400)).Acts)
        {
            var joined = act.On.SelectMany(o => o.Steps.OfType<Step.Record>().Select(s => (o.Record, s)));
            foreach (var (record, step) in joined)
            {
                switch (step.Fact)
                {
                    case WorkerAllocated allocated when allocated.To is null:
                        open.Add((record, step.FactId), allocated.Worker);
                        break;
                    case WorkerDeallocated ended:
                        open.Remove((record, ended.Allocation));
                        break;
                }
            }

            if (act.On.Any(o => o.Steps.Any(s => s is Step.Record { Fact: WorkerLeft })) && act.On.Count > 1)
            {
                leavings++;
                act.On.Where(o => o.Kind == StreamKind.Child).SelectMany(o => o.Steps).ShouldAllBe(s => s is Step.Record && ((WorkerDeallocated)((Step.Record)s).Fact).Reason == "LEFTRL");
            }
        }

        leavings.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Duplicates_are_linked_on_both_records_in_one_act_and_some_are_unlinked()
    {
        var acts = Make(Settings(3, 600)).Acts;
        var links = acts.Where(a => a.On.Any(o => o.Steps.Any(s => s is Step.Record { Fact: ChildRecordsLinked }))).ToList();
        links.ShouldNotBeEmpty();
        links.All(a => a.On.Count == 2 && a.On.All(o => o.Steps.Any(s => s is Step.Record { Fact: ChildRecordsLinked }))).ShouldBeTrue();
        acts.Any(a => a.On.Count == 2 && a.On.All(o => o.Steps.Any(s => s is Step.Withdraw { Code: "unlinked" }))).ShouldBeTrue();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void What_it_claims_is_near_the_published_figures(int seed)
    {
        var rates = Rates.Of(Make(Settings(seed, 5000))).ToList();
        rates.Count(r => r.IsClaimed).ShouldBeGreaterThan(30);
        rates.Where(r => r is { IsClaimed: true, IsNear: false }).Select(r => $"{r.Name}: {r.Published} published, {r.Generated:0.000} of {r.Count}").ShouldBeEmpty();
    }

    private static Authority Make(Settings settings) => Authority.Make(settings, null, TestContext.Current.CancellationToken);

    internal static Settings Settings(int seed, int children) => new("SYNTH", (ulong)seed, children, 10, End);

    private static string Digest(Authority authority)
    {
        using var bytes = new MemoryStream();
        ActFile.Write(authority.Acts, bytes, null, TestContext.Current.CancellationToken);
        return Convert.ToHexString(SHA256.HashData(bytes.ToArray()));
    }
}
