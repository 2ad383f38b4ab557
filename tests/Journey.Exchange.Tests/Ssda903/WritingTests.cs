using System.Text;
using CsCheck;
using Journey.Exchange.Ssda903;
using Journey.Exchange.Ssda903.Reading;
using Journey.Exchange.Ssda903.Writing;

namespace Journey.Exchange.Tests.Ssda903;

/// <summary>The bytes that go out, and that they come back the same.</summary>
public sealed class WritingTests
{
    private static readonly EpisodeRow Episode =
        new("T1", Given.On("05/06/2025"), "S", "C2", "N1", "U4", "PR4", null, null, null, "ZZ1 1AA", "ZZ1 1AB", "SC1");

    [Fact]
    public void Header_and_episodes_are_always_written_and_others_when_they_have_rows()
    {
        Given.WrittenFiles(ReturnSet.Empty, 2026).Keys.ShouldBe(["header.csv", "episodes.csv"]);
        Given.WrittenFiles(ReturnSet.Empty with { Missing = [new("T1", null, "M", Given.On("05/06/2025"), null)] }, 2026).Keys
            .ShouldBe(["header.csv", "episodes.csv", "missing.csv"]);
    }

    [Fact]
    public void The_bytes_are_prescribed()
    {
        var set = ReturnSet.Empty with
        {
            Header = [new("T2", "F", Given.On("03/04/2010"), null, "a,b", 1.00m, Given.On("09/08/2025")), new("T1", "M", null, null, null, 0.0m, null)],
            Episodes = [Episode with { Decom = Given.On("01/12/2025") }, Episode],
        };

        var files = Given.WrittenFiles(set, 2026);

        Encoding.UTF8.GetString(files["header.csv"]).ShouldBe($"{Given.HeaderHeading}\r\nT1,M,,,,0,\r\nT2,F,03/04/2010,,\"a,b\",1,09/08/2025\r\n");
        Encoding.UTF8.GetString(files["episodes.csv"]).ShouldBe($"{Given.EpisodesHeading}\r\n{Given.AnEpisode}\r\n{Given.Redated("05/06", "01/12")}\r\n");
    }

    [Fact]
    public void A_file_that_the_year_does_not_have_is_written_when_it_was_stated_and_said()
    {
        var set = ReturnSet.Empty with { SocialWorkers = [new("T1", null, "SW1000", Given.On("05/06/2020"), null, "FCONTA")] };
        var written = ReturnWriter.Write(set, 2023, _ => new MemoryStream());

        written.Files.Select(f => f.Name).ShouldBe(["header.csv", "episodes.csv", "sw_episodes.csv"]);
        written.Flags.ShouldHaveSingleItem().Code.ShouldBe(FlagCodes.FileNotInYear);
        Given.WrittenFiles(set, 2024).Keys.ShouldContain("sw_episodes.csv");
    }

    [Fact]
    public void What_looks_like_a_formula_goes_out_as_it_is_and_is_flagged()
    {
        var set = ReturnSet.Empty with { Episodes = [Episode with { Urn = "=1+1" }] };
        var written = ReturnWriter.Write(set, 2026, _ => new MemoryStream());

        written.Flags.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            f => f.Code.ShouldBe(FlagCodes.LooksLikeFormula),
            f => (f.File, f.Row, f.Column).ShouldBe(("episodes.csv", 2, "URN")));
        Encoding.UTF8.GetString(Given.WrittenFiles(set, 2026)["episodes.csv"]).ShouldContain(",=1+1\r\n");
    }

    [Fact]
    public void Whatever_is_written_is_read_back_the_same() => Sets.Sample(
        set =>
        {
            var back = Given.WrittenAndRead(set, 2027);
            back.Rejects.ShouldBeEmpty();
            Given.Rows(back.Set).ShouldBe(Given.Rows(set));
            back.Digest.ShouldBe(ReturnDigest.Of(set));
            var again = Given.WrittenFiles(back.Set, 2027);
            Given.WrittenFiles(set, 2027).ShouldAllBe(f => again[f.Key].SequenceEqual(f.Value));
        },
        iter: 300);

    private static readonly Gen<DateOnly> Day = Gen.Int[0, 364].Select(i => new DateOnly(2026, 4, 1).AddDays(i));

    private static readonly Gen<DateOnly?> AnyDay = Gen.OneOf(Gen.Const(() => (DateOnly?)null), Day.Select(d => (DateOnly?)d));

    private static readonly Gen<string> Word = Gen.String[Gen.Char["ABZ019 ,\"\n=é€"], 0, 6].Select(s => "x" + s.Replace('\n', '-') + "y");

    private static readonly Gen<string?> Text = Gen.OneOf(Gen.Const(() => (string?)null), Word.Select(w => (string?)w));

    private static readonly Gen<decimal?> Number = Gen.OneOf(Gen.Const(() => (decimal?)null), Gen.Int[-9, 99].Select(i => (decimal?)i / 4));

    private static readonly Gen<string?> PartDate = Gen.Int[0, 3].Select(i => new string?[] { null, "zz/zz/2019", "zz/05/2018", "03/05/2018" }[i]);

    private static readonly Gen<HeaderRow> Headers =
        Gen.Select(Word, Text, AnyDay, Text, Text, Number, AnyDay, (c, s, d, e, u, m, b) => new HeaderRow(c, s, d, e, u, m, b));

    private static readonly Gen<EpisodeRow> Episodes =
        from child in Word
        from decom in Day
        from days in Gen.OneOf(Gen.Const(() => (int?)null), Gen.Int[2, 300].Select(i => (int?)i))
        from codes in Text.Array[10]
        select new EpisodeRow(
            child, decom, codes[0], codes[1], codes[2], codes[3], codes[4], days is { } d ? decom.AddDays(d) : null, codes[5], codes[6], codes[7],
            codes[8], codes[9]);

    private static readonly Gen<ReviewRow> Reviews = Gen.Select(Word, AnyDay, Day, Text, (c, b, d, r) => new ReviewRow(c, b, d, r));

    private static readonly Gen<PreviousPermanenceRow> Permanence =
        Gen.Select(Word, AnyDay, Text, Text, PartDate, (c, b, p, l, d) => new PreviousPermanenceRow(c, b, p, l, d));

    private static readonly Gen<DolOrderRow> DolOrders =
        Gen.Select(Word, AnyDay, Day, Gen.Int[0, 9], (c, b, d, n) => new DolOrderRow(c, b, d, n == 0 ? null : d.AddDays(n)));

    private static readonly Gen<ReturnSet> Sets = Gen.Select(
        Headers.Array[0, 4],
        Episodes.Array[0, 6],
        Reviews.Array[0, 4],
        Permanence.Array[0, 3],
        DolOrders.Array[0, 3],
        (headers, episodes, reviews, permanence, orders) => ReturnSet.Empty with
        {
            Header = headers,
            Episodes = episodes,
            Reviews = reviews,
            PreviousPermanence = permanence,
            DolOrders = orders,
        });
}
