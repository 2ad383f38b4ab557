using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Facts;
using Journey.Record.Measures;
using static Journey.Record.Tests.Measures.Asking;

namespace Journey.Record.Tests.Measures;

/// <summary>What holds of every published definition.</summary>
public sealed class CatalogueOfMeasuresTests
{
    private static readonly Period[] Windows = [Year, Period.Year(2025), new(On(2025, 10, 1), On(2026, 10, 1)), new(On(2025, 6, 10), On(2025, 6, 11))];

    public static TheoryData<string, int> All => [.. MeasureCatalogue.All.Select(m => (m.Code, m.Version))];

    [Fact]
    public void A_code_and_version_names_one_definition() => MeasureCatalogue.All.Select(m => (m.Code.ToUpperInvariant(), m.Version)).ShouldBeUnique();

    [Theory]
    [MemberData(nameof(All))]
    public void A_record_that_says_nothing_is_out_and_is_told_why(string code, int version)
    {
        var figure = MeasureCatalogue.Find(code, version)!.Ask(ChildRecord.Empty(Guid.CreateVersion7()));
        figure.Denominator.ShouldBe(0);
        figure.Numerator.ShouldBe(0);
        figure.Contributions.ShouldNotBeEmpty();
        figure.Contributions.ShouldAllBe(c => c.Why.EndsWith('.') && !c.InCohort);
        (figure.Result ?? 0).ShouldBe(0);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Of_records_that_say_everything_each_item_tells_why_and_by_which_facts_and_all_add_up(string code, int version)
    {
        var measure = MeasureCatalogue.Find(code, version)!;
        ChildRecord[] records = [.. Everything().Select(facts => Told(facts)), Told([Born(2012, 5, 1), Stated(On(2024, 1, 1)), .. Everything()[0]])];
        var known = records.SelectMany(r => r.Beliefs).Select(b => b.FactId).ToHashSet();
        foreach (var window in Windows)
        {
            var figure = measure.Ask(window, records);
            figure.Contributions.Select(c => c.Subject).Distinct().ShouldBe(records.Select(r => r.Id), ignoreOrder: true);
            figure.Contributions.ShouldAllBe(c => (char.IsUpper(c.Why[0]) || char.IsDigit(c.Why[0])) && c.Why.EndsWith('.') && !c.Why.EndsWith(".."));
            figure.Contributions.SelectMany(c => c.Facts).ShouldAllBe(f => known.Contains(f));

            // The last record contradicts itself: two placements at once may make one visit due twice.
            figure.Contributions.Where(c => c.Item is not null && c.Subject != records[^1].Id).Select(c => (c.Subject, c.Item, c.On)).ShouldBeUnique();
            figure.Numerator.ShouldBe(figure.Contributions.Sum(c => c.Numerator));
            figure.Denominator.ShouldBe(figure.Contributions.Sum(c => c.Denominator));
            if (measure.Kind == MeasureKind.Share)
            {
                figure.Contributions.ShouldAllBe(c => c.Numerator >= 0 && c.Denominator >= 0);
            }
        }
    }

    /// <summary>The examples of every fact, by the kind of stream that keeps them.</summary>
    private static List<(Guid, IFact)[]> Everything() =>
        [.. FactCatalogue.All.GroupBy(f => f.Stream).OrderBy(g => g.Key).Select(g => g.Select(f => Said(f.Example)).ToArray())];
}
