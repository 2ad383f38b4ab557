using System.Text;
using Journey.Exchange.Ssda903.Reading;
using Journey.Exchange.Ssda903.Writing;

namespace Journey.Exchange.Tests.Ssda903;

/// <summary>Which rows cannot be read.</summary>
public sealed class RejectedRowsTests
{
    [Theory]
    [InlineData(",05/06/2025,S,C2,N1,U4,PR4,,,,,,", "CHILD", RejectCodes.ChildMissing)]
    [InlineData("T1,31/02/2025,S,C2,N1,U4,PR4,,,,,,", "DECOM", RejectCodes.DateUnreadable)]
    [InlineData("T1,05/06/25,S,C2,N1,U4,PR4,,,,,,", "DECOM", RejectCodes.DateUnreadable)]
    [InlineData("T1,05/06/2025,S,C2,N1,U4,PR4,soon,,,,,", "DEC", RejectCodes.DateUnreadable)]
    [InlineData("T1,05/06/2025,S,C2,N1,U4,PR4,04/06/2025,X1,,,,", "DEC", RejectCodes.EndBeforeStart)]
    [InlineData("T1,05/06/2025,S,C2,N1,U4,PR4,,,,,", null, RejectCodes.FieldsWrongNumber)]
    [InlineData("T1,05/06/2025,S,C2,N1,U4,PR4,,,,,,,", null, RejectCodes.FieldsWrongNumber)]
    public void An_episode_that_cannot_be_read_is_rejected(string row, string? column, string code)
    {
        var read = Given.Set(2026, Given.HeaderFile, Given.File("e.csv", Given.EpisodesHeading, Given.AnEpisode, row));

        read.Set.Episodes.Count.ShouldBe(1);
        var reject = read.Rejects.ShouldHaveSingleItem();
        (reject.File, reject.Row, reject.Column, reject.Code).ShouldBe(("e.csv", 3, column, code));
        reject.Fields.ShouldBe(row.Split(','));
        read.Files[1].ShouldBe(new("episodes.csv", "e.csv", 1, 1));
    }

    [Theory]
    [InlineData(Given.MissingHeading, "T1,,M,03/09/2025,02/09/2025", "MIS_END", RejectCodes.EndBeforeStart)]
    [InlineData("CHILD,DOB,SW_ID,SW_DECOM,SW_DEC,SW_REASON", "T1,,SW1000,03/09/2025,02/09/2025,MANAGE", "SW_DEC", RejectCodes.EndBeforeStart)]
    [InlineData("CHILD,DOB,DOLO_START,DOLO_END", "T1,,03/09/2025,02/09/2025", "DOLO_END", RejectCodes.EndBeforeStart)]
    [InlineData("CHILD,DOB,DATE_PLACED,DATE_PLACED_CEASED,REASON_PLACED_CEASED", "T1,,03/09/2025,02/09/2025,RD1", "DATE_PLACED_CEASED", RejectCodes.EndBeforeStart)]
    [InlineData("CHILD,DOB,PREV_PERM,LA_PERM,DATE_PERM", "T1,,P1,,last spring", "DATE_PERM", RejectCodes.DateUnreadable)]
    public void So_is_a_row_of_another_file(string heading, string row, string column, string code)
    {
        var reject = Given.Set(2026, Given.HeaderFile, Given.EpisodesFile, Given.File("x.csv", heading, row)).Rejects.ShouldHaveSingleItem();

        (reject.Column, reject.Code).ShouldBe((column, code));
    }

    [Theory]
    [InlineData(Given.EpisodesHeading, "T1,,S,C2,N1,U4,PR4,,,,,,")]
    [InlineData(Given.ReviewsHeading, "T1,,,PN1")]
    [InlineData(Given.MissingHeading, "T1,,M,,02/09/2025")]
    public void A_row_without_the_date_that_it_is_known_by_is_read_and_kept(string heading, string row)
    {
        var read = heading == Given.EpisodesHeading
            ? Given.Set(2026, Given.HeaderFile, Given.File("x.csv", heading, Given.AnEpisode, row))
            : Given.Set(2026, Given.HeaderFile, Given.EpisodesFile, Given.File("x.csv", heading, row));
        read.Rejects.ShouldBeEmpty();

        var authority = new MemoryAuthority();
        authority.Load(read, 2026, new DateOnly(2026, 6, 30)).Flags.ShouldContain(f => f.Code == "row-incomplete");
        Given.Rows(authority.Derive(2026).Set).ShouldBe(Given.Rows(read.Set), ignoreOrder: true);
    }

    [Fact]
    public void A_number_in_words_is_rejected()
    {
        var reject = Given.Set(2026, Given.EpisodesFile, Given.File("h.csv", Given.HeaderHeading, "T1,M,05/05/2014,WBRI,,yes,")).Rejects.ShouldHaveSingleItem();

        (reject.Column, reject.Code).ShouldBe(("MOTHER", RejectCodes.NumberUnreadable));
    }

    [Fact]
    public void What_is_only_odd_is_kept()
    {
        var read = Given.Set(
            2026,
            Given.HeaderFile,
            Given.File("e.csv", Given.EpisodesHeading, "T1,05/06/2025,?,??,N99,Q7,PR9,05/06/2025,,,not a postcode,,", "T1,05/06/2025,S,,,,,,X1,,,,"),
            Given.File("m.csv", Given.MissingHeading, "T1,,M,02/09/2035,02/09/2035"),
            Given.File("r.csv", Given.ReviewsHeading, "T1,,02/09/1999,"));

        read.Rejects.ShouldBeEmpty();
        read.Set.Episodes.Count.ShouldBe(2);
    }

    [Fact]
    public void Rejects_are_written_for_people()
    {
        var read = Given.Set(2026, Given.HeaderFile, Given.File("e.csv", Given.EpisodesHeading, Given.AnEpisode, "=T2,31/02/2025,S,C2"));
        using var stream = new MemoryStream();

        RejectWriter.Write(read.Rejects, stream);

        Encoding.UTF8.GetString(stream.ToArray()).ShouldBe(
            "file,row,column,code,sentence,field_1,field_2,field_3,field_4\r\n"
            + "e.csv,3,,fields-wrong-number,\"The row has 4 fields where the heading has 13: give it one field for each column, "
            + "with commas inside a value between quotes.\",\"'=T2\",31/02/2025,S,C2\r\n");
    }

    [Fact]
    public void Sentences_repeat_no_value()
    {
        var read = Given.Set(2026, Given.HeaderFile, Given.File("e.csv", Given.EpisodesHeading, Given.AnEpisode, "SECRET7,31/02/2025,S,C2,N1,U4,PR4,,,,,,"));

        var sentence = read.Rejects.ShouldHaveSingleItem().Sentence;
        sentence.ShouldNotContain("SECRET7");
        sentence.ShouldNotContain("31/02/2025");
    }
}
