using System.Reflection;
using Journey.Exchange.Ssda903;
using Journey.Exchange.Ssda903.Checks;
using Journey.Exchange.Ssda903.Demo;
using Journey.Exchange.Ssda903.Layout;
using Journey.Exchange.Ssda903.Reading;
using Journey.Record.Codes;

namespace Journey.Exchange.Tests.Ssda903;

/// <summary>The demonstration returns: fictional, always the same, and in disagreement as real ones are.</summary>
public sealed class DemoReturnsTests
{
    private static readonly ReturnSet First = DemoReturns.Returns[0].Set;
    private static readonly ReturnSet Second = DemoReturns.Returns[1].Set;
    private static readonly ReturnSet Third = DemoReturns.Returns[2].Set;

    public static TheoryData<int> Years => [2024, 2025, 2026];

    [Fact]
    public void Three_years_follow_each_other_and_are_known_one_after_the_other() =>
        DemoReturns.Returns.Select(r => (r.Year, r.KnownOn)).ShouldBe([(2024, new(2024, 6, 30)), (2025, new(2025, 6, 30)), (2026, new(2026, 6, 30))]);

    [Fact]
    public void There_are_sixty_children_and_more_and_none_is_real()
    {
        var rows = DemoReturns.Returns.SelectMany(r => r.Set.All).ToList();

        rows.Select(r => r.Child).Distinct().Count().ShouldBeGreaterThanOrEqualTo(60);
        rows.ShouldAllBe(r => r.Child.StartsWith("DEMO"));
        rows.OfType<EpisodeRow>().SelectMany(e => new[] { e.HomePost, e.PlPost }).OfType<string>().ShouldAllBe(p => p.StartsWith("ZZ"));
    }

    [Fact]
    public void They_are_always_the_same()
    {
        var make = typeof(DemoReturns).GetMethod("Make", BindingFlags.NonPublic | BindingFlags.Static)!;
        var again = (IReadOnlyList<DemoReturn>)make.Invoke(null, null)!;

        again.SelectMany(r => r.Set.All).ShouldBe(DemoReturns.Returns.SelectMany(r => r.Set.All));
        DemoReturns.Returns.Select(r => ReturnDigest.Of(r.Set)[..8]).ShouldBe(["6036195b", "8bc7049d", "82536d09"]);
    }

    [Theory]
    [MemberData(nameof(Years))]
    public void Written_and_read_back_they_are_equal(int year)
    {
        var set = Set(year);

        var back = Given.WrittenAndRead(set, year);

        back.Rejects.ShouldBeEmpty();
        Given.Rows(back.Set).ShouldBe(Given.Rows(set));
        back.Digest.ShouldBe(ReturnDigest.Of(set));
        back.Flags.ShouldAllBe(f => f.Code == FlagCodes.EpisodeOutsideYear);
    }

    [Fact]
    public void They_tell_of_many_kinds_of_lives()
    {
        var all = DemoReturns.Returns.SelectMany(r => r.Set.All).ToList();
        var episodes = all.OfType<EpisodeRow>().ToList();

        episodes.Select(e => e.Rec).ShouldBeSubsetOf([.. CareCodes.Rec.Codes.Select(c => c.Value), null]);
        string[] endings = ["E12", "E45", "E4A", "E5"];
        endings.ShouldBeSubsetOf(episodes.Select(e => e.Rec).OfType<string>());
        string[] places = ["U1", "U4", "U6", "K2", "K3", "A6", "P1", "T1"];
        places.ShouldBeSubsetOf(episodes.Select(e => e.Place).OfType<string>());
        episodes.Where(e => e is { Rne: "S", HomePost: not null })
            .GroupBy(e => (e.HomePost, e.Decom))
            .Count(together => together.Select(e => e.Child).Distinct().Count() > 1)
            .ShouldBeGreaterThanOrEqualTo(4);
        ReturnFiles.All.Except([ReturnFiles.DolOrders]).ShouldAllBe(f => all.Any(r => ReturnFiles.Of(r) == f));
        all.OfType<Ad1Row>().Count().ShouldBe(2);
        all.OfType<HeaderRow>().ShouldContain(h => h.Mother == 1 && h.McDob != null);
        First.Header.Select(h => h.Sex).Distinct().ShouldBe(["1", "2"], ignoreOrder: true);
        Second.Header.Select(h => h.Sex).Distinct().ShouldBe(["M", "F"], ignoreOrder: true);
    }

    [Fact]
    public void Open_episodes_come_back_closed_and_differ_in_the_end_alone()
    {
        foreach (var (before, after) in new[] { (First, Second), (Second, Third) })
        {
            var differences = before.Episodes.Where(e => e.Dec is null)
                .Join(after.Episodes.Where(e => e.Dec is not null), e => (e.Child, e.Decom), e => (e.Child, e.Decom), RowComparison.Differences)
                .ToList();
            differences.Count.ShouldBeGreaterThan(15);
            differences.Count(d => d is ["DEC"]).ShouldBeGreaterThan(5);
            differences.ShouldAllBe(d => d.All(c => c == "DEC" || c == "REC" || c == "REASON_PLACE_CHANGE" || c == "PLACE"));
        }
    }

    [Fact]
    public void Some_open_episodes_are_left_out_and_of_those_some_come_back_closed()
    {
        var leftOut = First.Episodes.Where(e => e.Dec is null && !Second.Episodes.Any(s => s.Child == e.Child && s.Decom == e.Decom)).ToList();

        leftOut.Count.ShouldBe(5);
        leftOut.Count(e => Third.Episodes.Any(t => t.Child == e.Child && t.Decom == e.Decom && t.Dec is not null)).ShouldBe(2);
        leftOut.Count(e => !Third.Episodes.Any(t => t.Child == e.Child && t.Decom == e.Decom)).ShouldBe(3);
    }

    [Fact]
    public void Some_rows_appear_a_year_late()
    {
        var start = new DateOnly(2024, 4, 1);

        Second.Episodes.Count(e => e.Decom < start && !First.Episodes.Any(f => f.Child == e.Child && f.Decom == e.Decom)).ShouldBeGreaterThanOrEqualTo(2);
        Second.Reviews.Count(r => r.Review < start && r.Review > start.AddYears(-1)).ShouldBeGreaterThan(0);
        Second.Missing.Count(m => m.MisEnd < start).ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Each_kind_of_contradiction_is_there()
    {
        var rules = DemoReturns.Returns.ToDictionary(
            r => r.Year,
            r => ReturnChecks.Run(r.Set, null, r.Year).GroupBy(b => b.Rule).ToDictionary(g => g.Key, g => g.Count()));
        rules[2024]["501"].ShouldBe(2);
        rules[2024]["142"].ShouldBe(1);
        rules[2025]["146"].ShouldBe(1);
        Second.Episodes.Count(e => e.Rec == "X1" && e.Dec is not null && !Second.Episodes.Any(n => n.Child == e.Child && n.Decom >= e.Dec)).ShouldBe(1);
        Second.Reviews.Count(r => r.Review < new DateOnly(2023, 4, 1)).ShouldBe(1);
        Second.Reviews.Count(r => r.Review > new DateOnly(2025, 3, 31)).ShouldBe(1);
        Second.Reviews.GroupBy(r => r).Count(g => g.Count() > 1).ShouldBe(1);
        Second.Reviews.GroupBy(r => (r.Child, r.Review)).Count(g => g.Select(r => r.ReviewCode).Distinct().Count() > 1).ShouldBe(1);
        First.Header.Count(h => !First.Episodes.Any(e => e.Child == h.Child) && !First.Oc3.Any(o => o.Child == h.Child)).ShouldBe(1);
        First.Episodes.Count(e => e.Dec == new DateOnly(2024, 4, 1)).ShouldBe(1);
    }

    [Fact]
    public void Otherwise_the_last_return_breaks_no_rule() => ReturnChecks.Run(Third, Second, 2026).ShouldBeEmpty();

    private static ReturnSet Set(int year) => DemoReturns.Returns.Single(r => r.Year == year).Set;
}
