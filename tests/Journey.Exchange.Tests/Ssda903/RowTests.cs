using Journey.Exchange.Ssda903;

namespace Journey.Exchange.Tests.Ssda903;

/// <summary>What makes a row the same row, and what makes it equal.</summary>
public sealed class RowTests
{
    private static readonly HeaderRow Header = new("T1", "M", Given.On("05/05/2014"), "WBRI", null, 1, null, Line: 7);

    public static TheoryData<Row, string> Keys => new()
    {
        { new EpisodeRow("T1", Given.On("05/06/2025"), "S", null, null, null, null, null, null, null, null, null, null), "episodes.csv/T1/2025-06-05" },
        { new ReviewRow("T1", null, Given.On("05/06/2025"), "PN1"), "reviews.csv/T1/2025-06-05/PN1" },
        { new MissingRow("T1", null, "M", Given.On("05/06/2025"), null), "missing.csv/T1/2025-06-05" },
        { new SocialWorkerRow("T1", null, "SW1000", Given.On("05/06/2025"), null, null), "sw_episodes.csv/T1/SW1000/2025-06-05" },
        { new DolOrderRow("T1", null, Given.On("05/06/2025"), null), "DoLo.csv/T1/2025-06-05" },
        { Header, "header.csv/T1/2026" },
        { new Oc3Row("T1", null, null, null, null), "oc3.csv/T1/2026" },
    };

    [Theory]
    [MemberData(nameof(Keys))]
    public void A_row_is_known_by_its_key(Row row, string key) => RowKeys.Of(row, 2026).ToString().ShouldBe(key);

    [Fact]
    public void Rows_are_compared_as_values()
    {
        RowComparison.Differences(Header, Header with { Mother = 1.00m, Upn = "  ", Line = 99, Sex = " M" }).ShouldBeEmpty();
        RowComparison.Differences(Header, Header with { Mother = 0, Dob = Given.On("06/05/2014"), Upn = "UN1" }).ShouldBe(["DOB", "UPN", "MOTHER"]);
        RowComparison.AreEqual(
            new PreviousPermanenceRow("T1", null, "P1", null, "2015-03-02"),
            new PreviousPermanenceRow("T1", null, "P1", null, "2/3/2015")).ShouldBeTrue();
        Should.Throw<ArgumentException>(() => RowComparison.Differences(Header, new Oc3Row("T1", null, null, null, null)));
    }
}
