using System.Text;
using Journey.Exchange.Ssda903.Reading;

namespace Journey.Exchange.Tests.Ssda903;

/// <summary>When the whole set is refused.</summary>
public sealed class RefusedSetsTests
{
    [Fact]
    public void A_set_needs_header_and_episodes()
    {
        Refused(2026, Given.EpisodesFile).ShouldBe(
            (RefusalCodes.HeaderMissing, $"The set has no header.csv: add the file with the columns {Given.HeaderHeading}."));
        Refused(2026, Given.HeaderFile).Code.ShouldBe(RefusalCodes.EpisodesMissing);
        Refused(2026).Code.ShouldBe(RefusalCodes.HeaderMissing);
    }

    [Fact]
    public void A_file_of_another_kind_is_named_with_its_nearest()
    {
        Refused(2026, Given.HeaderFile, Given.EpisodesFile, Given.File("meetings.csv", "CHILD,DOB,REVIEW,CHAIR", "T1,,01/09/2025,x"))
            .ShouldBe((
                RefusalCodes.FileUnknown,
                "meetings.csv is not a file of this return: the nearest is reviews.csv, but it lacks REVIEW_CODE; it also has CHAIR. "
                + "Correct the headings or leave the file out."));
    }

    [Fact]
    public void Headings_are_exactly_a_known_set()
    {
        Refused(2026, Given.HeaderFile, Given.File("e.csv", Given.EpisodesHeading + ",", Given.AnEpisode + ",")).Sentence
            .ShouldContain("a column without a heading");
        Refused(2026, Given.EpisodesFile, Given.File("h.csv", Given.HeaderHeading + ",DOB")).Sentence.ShouldContain("it has twice DOB");
    }

    [Fact]
    public void A_file_without_headings_is_not_repeated_in_the_refusal()
    {
        var (code, sentence) = Refused(2026, Given.HeaderFile, Given.File("e.csv", Given.AnEpisode));

        code.ShouldBe(RefusalCodes.FileUnknown);
        sentence.ShouldContain("none of the known headings");
        Given.AnEpisode.Split(',').Where(v => v.Length > 2).ShouldAllBe(v => !sentence.Contains(v));
    }

    [Fact]
    public void One_kind_stands_once()
    {
        Refused(2026, Given.HeaderFile, Given.EpisodesFile, Given.File("again.csv", Given.HeaderHeading)).ShouldBe(
            (RefusalCodes.FileTwice, "header.csv and again.csv both have the columns of header.csv: leave out one of them."));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_file_over_the_limit_is_refused_and_one_at_the_limit_is_read(bool knownLength)
    {
        var bytes = Encoding.UTF8.GetBytes($"{Given.EpisodesHeading}\r\n{Given.AnEpisode}\r\n");
        var header = Given.File("header.csv", Given.HeaderHeading);
        var episodes = Given.Raw("episodes.csv", bytes, knownLength);

        var over = ReturnReader.Read([header, episodes], 2026, new(bytes.Length - 1), TestContext.Current.CancellationToken);
        var at = ReturnReader.Read([header, episodes], 2026, new(bytes.Length), TestContext.Current.CancellationToken);

        over.ShouldBeOfType<SetRefused>().Refusal.Code.ShouldBe(RefusalCodes.FileTooLarge);
        at.ShouldBeOfType<SetRead>().Set.Episodes.Count.ShouldBe(1);
    }

    [Fact]
    public void A_file_over_the_limit_is_not_read_on()
    {
        var bytes = Encoding.UTF8.GetBytes($"{Given.EpisodesHeading}\r\n{string.Concat(Enumerable.Repeat(Given.AnEpisode + "\r\n", 20_000))}");
        var furthest = 0L;
        var episodes = new SourceFile("episodes.csv", () => new Counting(bytes, at => furthest = Math.Max(furthest, at)));

        ReturnReader.Read([Given.HeaderFile, episodes], 2026, new(100_000), TestContext.Current.CancellationToken)
            .ShouldBeOfType<SetRefused>().Refusal.Code.ShouldBe(RefusalCodes.FileTooLarge);
        furthest.ShouldBeLessThan(200_000);
    }

    [Fact]
    public void What_is_not_text_is_refused()
    {
        byte[] binary = [.. Encoding.UTF8.GetBytes(Given.EpisodesHeading + "\n"), 0, 1, 2];
        Refused(2026, Given.HeaderFile, Given.Raw("e.csv", binary)).Code.ShouldBe(RefusalCodes.FileUnreadable);
        Refused(2026, Given.HeaderFile, Given.Raw("e.csv", Encoding.Unicode.GetBytes(Given.EpisodesHeading + "\n"))).Code.ShouldBe(RefusalCodes.FileUnreadable);
        Refused(2026, Given.HeaderFile, Given.Raw("e.csv", [])).Code.ShouldBe(RefusalCodes.FileUnreadable);
        Refused(2026, Given.HeaderFile, new SourceFile("e.csv", () => throw new IOException("gone"))).Code.ShouldBe(RefusalCodes.FileUnreadable);
    }

    [Fact]
    public void A_quotation_mark_that_never_closes_does_not_swallow_rows()
    {
        Refused(2026, Given.HeaderFile, Given.File("e.csv", Given.EpisodesHeading, Given.AnEpisode, "T2,\"06/06/2025,S", Given.AnEpisode))
            .ShouldBe((RefusalCodes.FileUnreadable, "e.csv has a quotation mark on line 3 that is never closed; close it and load the file again."));
        Refused(2026, Given.HeaderFile, Given.File("e.csv", [Given.EpisodesHeading, "T2,\"06/06/2025,S", .. Enumerable.Repeat(Given.AnEpisode, 5000)])).Code
            .ShouldBe(RefusalCodes.FileUnreadable);
        Refused(2026, Given.HeaderFile, Given.File("e.csv", Given.EpisodesHeading, new string(',', 3_000_000))).Code.ShouldBe(RefusalCodes.FileUnreadable);
    }

    [Fact]
    public void More_than_one_episode_in_ten_outside_the_year_is_another_year()
    {
        string[] inside = [.. Enumerable.Range(1, 9).Select(i => $"T{i},01/05/2025,S,C2,N1,U4,PR4,,,,,,")];
        string[] outside = ["L,01/05/2024,S,C2,N1,U4,PR4,01/04/2025,E4A,,,,", "F,01/04/2026,S,C2,N1,U4,PR4,,,,,,"];

        Refused(2026, Given.HeaderFile, Given.File("e.csv", [Given.EpisodesHeading, .. inside, .. outside])).ShouldBe(
            (
                RefusalCodes.YearMismatch,
                "2 of the 11 episodes in e.csv are wholly outside the year from 1 April 2025 to 31 March 2026: name the year that the return is for."));
        Given.Set(2026, Given.HeaderFile, Given.File("e.csv", [Given.EpisodesHeading, .. inside, outside[0]])).Flags.Count.ShouldBe(1);
    }

    private static (string Code, string Sentence) Refused(int year, params SourceFile[] files)
    {
        var refusal = Given.Read(year, files).ShouldBeOfType<SetRefused>().Refusal;
        return (refusal.Code, refusal.Sentence);
    }

    private sealed class Counting(byte[] bytes, Action<long> at) : MemoryStream(bytes)
    {
        public override int Read(Span<byte> buffer)
        {
            var read = base.Read(buffer);
            at(Position);
            return read;
        }
    }
}
