using Journey.Record.Measures;
using static Journey.Record.Tests.Measures.Asking;

namespace Journey.Record.Tests.Measures;

/// <summary>Published rates of England, made by the figures of this record from the published counts.</summary>
public sealed class PublishedCareFiguresTests
{
    [Theory]
    [InlineData("M3", 19680, 28710, 69, "2025: same carer for two years")]
    [InlineData("M1-carer", 8500, 81770, 10, "2025: three placements in a year")]
    [InlineData("M1-2y", 13410, 59430, 23, "2025: three placements in two years")]
    [InlineData("M6", 22140, 83300, 27, "2024: three social workers in a year")]
    [InlineData("M27-eet", 20760, 38440, 54, "2025: in education, employment or training")]
    [InlineData("M27-suitable", 33810, 38190, 89, "2025: suitable accommodation")]
    [InlineData("M19-children", 12800, 115410, 11, "2025: went missing")]
    public void A_share_is_the_published_one(string code, int counted, int cohort, int percent, string what)
    {
        var measure = MeasureCatalogue.Find(code)!;
        measure.Kind.ShouldBe(MeasureKind.Share);
        Contribution Of(decimal of, decimal count) => new(Id(), of, count, null, "Published.", []);
        var figure = Figure.Of(measure, Year, [Of(counted, counted), Of(cohort - counted, 0), Of(0, 0)]);
        decimal.Round(figure.Result!.Value * 100).ShouldBe(percent, what);
    }

    [Fact]
    public void Missing_incidents_for_each_child_who_went_missing()
    {
        var figure = Figure.Of(M19Missing.Each, Year, [new Contribution(Id(), 12800, 86900, null, "Published.", [])]);
        decimal.Round(figure.Result!.Value, 1).ShouldBe(6.8m);
    }
}
