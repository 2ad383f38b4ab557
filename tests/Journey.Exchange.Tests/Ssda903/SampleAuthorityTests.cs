using Journey.Exchange.Ssda903;
using Journey.Exchange.Ssda903.Layout;
using Journey.Exchange.Ssda903.Reading;
using Journey.Record.Facts.Care;
using Journey.Record.Measures;

namespace Journey.Exchange.Tests.Ssda903;

/// <summary>The three public sample returns, loaded in order: they disagree about the same past, and nothing of it is lost (E24).</summary>
public sealed class SampleAuthorityTests(SampleAuthorityTests.Loaded sample) : IClassFixture<SampleAuthorityTests.Loaded>
{
    private static readonly DateOnly First = new(2018, 6, 30);
    private static readonly DateOnly Second = new(2019, 6, 30);
    private static readonly DateOnly Third = new(2020, 6, 30);

    public static TheoryData<int> Years => [2018, 2019, 2020];

    [Fact]
    public void Open_episodes_of_the_first_return_end_or_fall_silent_as_later_returns_say()
    {
        var authority = sample.Authority();
        var first = Episodes(authority, First);
        first.Count(e => e.IsOpen).ShouldBe(434);
        first.Count(e => e.Period.Contains(new DateOnly(2018, 3, 31))).ShouldBe(436);
        var open = first.Where(e => e.IsOpen).Select(e => e.Fact).ToHashSet();
        var second = Episodes(authority, Second).Where(e => open.Contains(e.Fact)).ToList();
        (second.Count(e => !e.IsOpen && !e.Silent), second.Count(e => e.Silent)).ShouldBe((346, 88));
        var silent = second.Where(e => e.Silent).Select(e => e.Fact).ToHashSet();
        var third = Episodes(authority, Third).Where(e => silent.Contains(e.Fact)).ToList();
        (third.Count(e => !e.IsOpen && !e.Silent), third.Count(e => e.Silent)).ShouldBe((78, 10));
    }

    [Fact]
    public void Who_was_looked_after_depends_on_when_it_was_known()
    {
        var authority = sample.Authority();
        LookedAfterOn(authority, new DateOnly(2018, 3, 31), First).ShouldBe(367);
        LookedAfterOn(authority, new DateOnly(2018, 3, 31), Second).ShouldBe(447);
        LookedAfterOn(authority, new DateOnly(2018, 3, 31), Third).ShouldBe(462);
        LookedAfterOn(authority, new DateOnly(2019, 3, 31), Second).ShouldBe(195);
        LookedAfterOn(authority, new DateOnly(2019, 3, 31), Third).ShouldBe(276);
    }

    [Theory]
    [InlineData(2018, 1460, 1557, 1575)]
    [InlineData(2019, 0, 974, 1070)]
    [InlineData(2020, 0, 0, 648)]
    public void Episodes_of_a_year_grow_as_late_rows_become_known(int year, int first, int second, int third)
    {
        var authority = sample.Authority();
        (int, int, int) counts = (Count(First), Count(Second), Count(Third));
        counts.ShouldBe((year > 2018 ? counts.Item1 : first, year > 2019 ? counts.Item2 : second, third));
        int Count(DateOnly known) => authority.Derive(year, known).Set.Episodes.Count;
    }

    [Theory]
    [MemberData(nameof(Years))]
    public void Every_row_of_a_return_is_exported_or_left_out_for_a_reason(int year)
    {
        var known = new DateOnly(year, 6, 30);
        var source = sample.Sets[year].Set;
        var derived = sample.Authority().Derive(year, known);
        foreach (var file in ReturnFiles.All.Where(f => f.ExistsIn(year)))
        {
            var stated = file.RowsOf(source).Select(r => Written(file, r)).Order(StringComparer.Ordinal).ToList();
            var accounted = file.RowsOf(derived.Set).Concat(derived.LeftOut.Where(l => l.File == file.Name).Select(l => l.Row))
                .Select(r => Written(file, r)).Order(StringComparer.Ordinal).ToList();
            accounted.Except(stated).Take(3).ShouldBeEmpty(file.Name);
            stated.Except(accounted).Take(3).ShouldBeEmpty(file.Name);
            accounted.Count.ShouldBe(stated.Count, file.Name);
        }
    }

    [Theory]
    [InlineData(2018, 121, 2948)]
    [InlineData(2019, 113, 2435)]
    [InlineData(2020, 60, 1866)]
    public void What_is_left_out_is_counted(int year, int header, int reviews)
    {
        var left = sample.Authority().Derive(year, new DateOnly(year, 6, 30)).LeftOut;
        left.Count(l => l.File == "header.csv").ShouldBe(header);
        left.Count(l => l.File == "reviews.csv").ShouldBe(reviews);
        left.ShouldNotContain(l => l.File == "episodes.csv" || l.File == "oc3.csv" || l.File == "missing.csv");
    }

    [Theory]
    [InlineData(2018, 367, "139 141 87", "109 155 103", "153 128 65 19 2")]
    [InlineData(2019, 195, "61 78 56", "45 83 67", "75 74 38 8 0")]
    [InlineData(2020, 135, "42 67 26", "28 74 33", "66 49 16 3 1")]
    public void Each_return_alone_gives_the_reference_figures(int year, int lookedAfter, string carer, string address, string annexA)
    {
        var alone = new MemoryAuthority();
        alone.Load(sample.Sets[year], year, new DateOnly(year, 6, 30));
        alone.Figure(LookedAfter.AtEnd, year).Numerator.ShouldBe(lookedAfter);
        Grouped(alone.Figure(M1PlacementsInYear.Carer, year), 3).ShouldBe(carer);
        Grouped(alone.Figure(M1PlacementsInYear.Address, year), 3).ShouldBe(address);
        Grouped(alone.Figure(M2PlacementsAnnexA.Measure, year), 5).ShouldBe(annexA);
    }

    [Theory]
    [MemberData(nameof(Years))]
    public void Loading_the_same_set_again_appends_nothing(int year)
    {
        var authority = new MemoryAuthority();
        foreach (var earlier in sample.Sets.Where(s => s.Key <= year))
        {
            authority.Load(earlier.Value, earlier.Key, new DateOnly(earlier.Key, 6, 30));
        }

        authority.Load(sample.Sets[year], year, new DateOnly(year, 7, 31)).IsEmpty.ShouldBeTrue();
    }

    private static List<CareEpisode> Episodes(MemoryAuthority authority, DateOnly known) =>
        [.. authority.Children(known).SelectMany(c => CareEpisodes.Of(c.Timeline))];

    private static int LookedAfterOn(MemoryAuthority authority, DateOnly day, DateOnly known) =>
        authority.Children(known).Count(c => LookedAfter.On(CareEpisodes.Of(c.Timeline), day).Any());

    private static string Grouped(Figure figure, int most) =>
        string.Join(' ', Enumerable.Range(1, most).Select(n => figure.Distribution.Where(d => n == most ? d.Value >= n : d.Value == n).Sum(d => d.Items)));

    private static string Written(FileLayout file, Row row) => string.Join('|', file.Columns.Select((_, i) => file.Written(row, i)));

    public sealed class Loaded
    {
        private static readonly int[] Years = [2018, 2019, 2020];

        private MemoryAuthority? _authority;
        private Dictionary<int, SetRead>? _sets;

        /// <summary>Read when a test first asks: a test can be skipped, its fixture cannot.</summary>
        internal Dictionary<int, SetRead> Sets => _sets ??= Years.ToDictionary(year => year, year => ReturnReader.Read(
            [.. Directory.GetFiles(SampleReturns.Folder, $"{year - 1}-*.csv").Select(SourceFile.At)], year, ReadLimits.Default, TestContext.Current.CancellationToken).ShouldBeOfType<SetRead>());

        internal MemoryAuthority Authority()
        {
            if (_authority is null)
            {
                var loaded = new MemoryAuthority();
                foreach (var (year, set) in Sets)
                {
                    loaded.Load(set, year, new DateOnly(year, 6, 30));
                }

                _authority = loaded;
            }

            return _authority;
        }
    }
}
