using Journey.Record.Children;
using Journey.Record.Measures;

namespace Journey.Record.Tests.Measures;

/// <summary>What holds of every published definition.</summary>
public sealed class CatalogueOfMeasuresTests
{
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
}
