using Journey.Exchange.Ssda903;
using Journey.Exchange.Ssda903.Reading;

namespace Journey.Exchange.Tests.Ssda903;

/// <summary>Three returns in the real format, kept beside the repository and not in it.</summary>
public sealed class SampleReturnsTests
{
    [Theory]
    [InlineData(2018, 1460, 434, 819, 3481)]
    [InlineData(2019, 974, 235, 572, 2769)]
    [InlineData(2020, 648, 160, 362, 2103)]
    public void Every_row_is_read_written_and_read_again(int year, int episodes, int open, int header, int reviews)
    {
        var read = Given.Set(year, [.. Directory.GetFiles(SampleReturns.Folder, $"{year - 1}-*.csv").Select(SourceFile.At)]);

        read.Rejects.ShouldBeEmpty();
        read.Set.Episodes.Count.ShouldBe(episodes);
        read.Set.Episodes.Count(e => e.Dec is null).ShouldBe(open);
        read.Set.Header.Count.ShouldBe(header);
        read.Set.Reviews.Count.ShouldBe(reviews);
        var back = Given.WrittenAndRead(read.Set, year);
        Given.Rows(back.Set).ShouldBe(Given.Rows(read.Set));
        back.Digest.ShouldBe(read.Digest);
        ReturnDigest.Of(read.Set with { Header = [.. read.Set.Header.Reverse()] }).ShouldBe(read.Digest);
    }
}
