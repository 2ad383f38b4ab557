using System.Text;
using Journey.Exchange.Ssda903.Layout;
using Journey.Exchange.Ssda903.Reading;

namespace Journey.Exchange.Tests.Ssda903;

/// <summary>What a file may look like and still be read.</summary>
public sealed class ReadingFilesTests
{
    [Fact]
    public void Columns_identify_a_file_whatever_its_name_and_their_order()
    {
        var read = Given.Set(
            2026,
            Given.File("one.txt", "mc_dob, mother ,UPN,ETHNIC,DOB,SEX,CHILD", ",1.0,A123456789012,WBRI,2014-05-05,M,T1"),
            Given.File("two.csv", Given.EpisodesHeading, Given.AnEpisode));

        read.Set.Header.ShouldBe([new("T1", "M", new(2014, 5, 5), "WBRI", "A123456789012", 1, null, Line: 2)]);
        read.Files.ShouldBe([new("header.csv", "one.txt", 1, 0), new("episodes.csv", "two.csv", 1, 0)]);
        read.Rejects.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("05/06/2025")]
    [InlineData("5/6/2025")]
    [InlineData("2025-06-05")]
    [InlineData("  05/06/2025 ")]
    [InlineData("\"05/06/2025\"")]
    public void Dates_are_met_in_each_style(string date)
    {
        var read = Given.Set(2026, Given.HeaderFile, Given.File("e.csv", Given.EpisodesHeading, Given.Redated("05/06/2025", date)));

        read.Set.Episodes.ShouldHaveSingleItem().Decom.ShouldBe(new(2025, 6, 5));
    }

    [Fact]
    public void Every_file_of_the_layout_is_read()
    {
        var files = ReturnFiles.All.Select(f => Given.File(f.Name, f.Heading, string.Join(',', f.Columns.Select(c => c.Kind switch
        {
            ColumnKind.Date => "05/06/2026",
            ColumnKind.PartDate => "zz/06/2019",
            ColumnKind.Number => "2.50",
            _ => c.Name,
        }))));

        var read = Given.Set(2027, [.. files]);

        read.Rejects.ShouldBeEmpty();
        read.Flags.ShouldBeEmpty();
        read.Set.All.Count().ShouldBe(12);
        foreach (var layout in ReturnFiles.All)
        {
            var row = layout.RowsOf(read.Set).ShouldHaveSingleItem();
            layout.Columns.Select((c, i) => (c.Name, layout.Written(row, i))).ShouldBe(layout.Columns.Select(c => (c.Name, c.Kind switch
            {
                ColumnKind.Date => "05/06/2026",
                ColumnKind.PartDate => "zz/06/2019",
                ColumnKind.Number => "2.5",
                _ => c.Name,
            })));
        }
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void A_byte_order_mark_line_ends_and_blank_lines_are_met(string end)
    {
        string[] lines = ["", Given.EpisodesHeading, "", Given.AnEpisode, "   ", ",,,,,,,,,,,,", Given.Redated("05/06", "06/06")];
        byte[] bytes = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(string.Join(end, lines))];

        var read = Given.Set(2026, Given.HeaderFile, Given.Raw("episodes.csv", bytes));

        read.Rejects.ShouldBeEmpty();
        read.Flags.ShouldBeEmpty();
        read.Set.Episodes.Select(e => e.Line).ShouldBe([4, 7]);
    }

    [Fact]
    public void Quoted_fields_hold_commas_quotes_and_line_breaks()
    {
        var read = Given.Set(
            2026,
            Given.EpisodesFile,
            Given.File("header.csv", Given.HeaderHeading, "\"T,1\",M, \"05/05/2014\" ,\"say \"\"hi\"\"\",\"a\r\nb\",,", "T2,F,06/06/2015,WBRI,,,"));

        read.Set.Header.ShouldBe(
        [
            new("T,1", "M", new(2014, 5, 5), "say \"hi\"", "a\r\nb", null, null, 2),
            new("T2", "F", new(2015, 6, 6), "WBRI", null, null, null, 4),
        ]);
    }

    [Fact]
    public void What_is_not_utf8_is_read_as_windows_1252_and_said()
    {
        byte[] latin = [.. Encoding.UTF8.GetBytes(Given.HeaderHeading + "\nCAF"), 0xC9, 0x31, .. Encoding.UTF8.GetBytes(",M,,,,,\n")];

        var read = Given.Set(2026, Given.EpisodesFile, Given.Raw("header.csv", latin));

        read.Set.Header.ShouldHaveSingleItem().Child.ShouldBe("CAFÉ1");
        read.Flags.ShouldHaveSingleItem().Code.ShouldBe(FlagCodes.NotUtf8);
        Given.Set(2026, Given.EpisodesFile, Given.File("header.csv", Given.HeaderHeading, "CAFÉ1,M,,,,,")).Flags.ShouldBeEmpty();
    }

    [Fact]
    public void A_file_of_another_year_is_read_and_said()
    {
        var read = Given.Set(
            2020,
            Given.HeaderFile,
            Given.File("episodes.csv", Given.EpisodesHeading, Given.Redated("2025", "2019")),
            Given.File("sw.csv", "CHILD,DOB,SW_ID,SW_DECOM,SW_DEC,SW_REASON", "T1,,SW1000,05/06/2019,,FCONTA"));

        read.Set.SocialWorkers.Count.ShouldBe(1);
        read.Flags.ShouldHaveSingleItem().Code.ShouldBe(FlagCodes.FileNotInYear);
    }

    [Fact]
    public void A_few_episodes_outside_the_year_are_kept_and_flagged()
    {
        string[] inside = [.. Enumerable.Range(1, 18).Select(i => $"T{i},01/05/2025,S,C2,N1,U4,PR4,,,,,,")];
        string[] outside = ["L,01/05/2024,S,C2,N1,U4,PR4,01/04/2025,E4A,,,,", "F,01/04/2026,S,C2,N1,U4,PR4,,,,,,"];

        var read = Given.Set(2026, Given.HeaderFile, Given.File("e.csv", [Given.EpisodesHeading, .. inside, .. outside]));

        read.Set.Episodes.Count.ShouldBe(20);
        read.Flags.Select(f => (f.Row, f.Column, f.Code)).ShouldBe([(20, "DEC", FlagCodes.EpisodeOutsideYear), (21, "DECOM", FlagCodes.EpisodeOutsideYear)]);
    }

    [Fact]
    public void The_digest_knows_the_same_set_again()
    {
        var one = Given.Set(
            2026,
            Given.HeaderFile,
            Given.EpisodesFile,
            Given.File("r.csv", Given.ReviewsHeading, "T1,,01/09/2025,PN1", "T2,,02/09/2025,PN2"));
        var same = Given.Set(
            2026,
            Given.File("x.csv", "REVIEW_CODE,REVIEW,DOB,CHILD", "PN2,2025-09-02,,T2", "PN1,1/9/2025,,T1"),
            Given.EpisodesFile,
            Given.HeaderFile);
        var twice = Given.Set(
            2026,
            Given.HeaderFile,
            Given.EpisodesFile,
            Given.File("r.csv", Given.ReviewsHeading, "T1,,01/09/2025,PN1", "T2,,02/09/2025,PN2", "T2,,02/09/2025,PN2"));

        same.Digest.ShouldBe(one.Digest);
        twice.Digest.ShouldNotBe(one.Digest);
        one.Digest.Length.ShouldBe(64);
    }

    [Fact]
    public void Reading_can_be_cancelled_and_tells_how_far_it_is()
    {
        var told = new List<ReadProgress>();
        ReturnReader.Read([Given.HeaderFile, Given.EpisodesFile], 2026, ReadLimits.Default, TestContext.Current.CancellationToken, new Told(told));
        told.Select(t => (t.File, t.Bytes == t.Length)).Distinct().ShouldBe([("header.csv", true), ("episodes.csv", true)]);

        Should.Throw<OperationCanceledException>(() =>
            ReturnReader.Read([Given.HeaderFile, Given.EpisodesFile], 2026, ReadLimits.Default, new CancellationToken(canceled: true)));
    }

    private sealed class Told(List<ReadProgress> told) : IProgress<ReadProgress>
    {
        public void Report(ReadProgress value) => told.Add(value);
    }
}
