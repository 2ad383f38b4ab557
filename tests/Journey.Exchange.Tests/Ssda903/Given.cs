using System.Globalization;
using System.Text;
using Journey.Exchange.Ssda903;
using Journey.Exchange.Ssda903.Layout;
using Journey.Exchange.Ssda903.Reading;
using Journey.Exchange.Ssda903.Writing;

namespace Journey.Exchange.Tests.Ssda903;

/// <summary>Files, sets and dates for tests.</summary>
internal static class Given
{
    public const string HeaderHeading = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB";
    public const string EpisodesHeading = "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN";
    public const string ReviewsHeading = "CHILD,DOB,REVIEW,REVIEW_CODE";
    public const string MissingHeading = "CHILD,DOB,MISSING,MIS_START,MIS_END";
    public const string AnEpisode = "T1,05/06/2025,S,C2,N1,U4,PR4,,,,ZZ1 1AA,ZZ1 1AB,SC1";

    public static SourceFile HeaderFile { get; } = File("header.csv", HeaderHeading, "T1,M,05/05/2014,WBRI,A123456789012,,");

    public static SourceFile EpisodesFile { get; } = File("episodes.csv", EpisodesHeading, AnEpisode);

    public static SourceFile File(string name, params string[] lines) => Raw(name, Encoding.UTF8.GetBytes(string.Join("\r\n", lines) + "\r\n"));

    public static SourceFile Raw(string name, byte[] bytes, bool knownLength = true) =>
        new(name, () => new MemoryStream(bytes), knownLength ? bytes.Length : null);

    public static ReadOutcome Read(int year, params SourceFile[] files) =>
        ReturnReader.Read(files, year, ReadLimits.Default, TestContext.Current.CancellationToken);

    public static SetRead Set(int year, params SourceFile[] files)
    {
        var outcome = Read(year, files);
        return outcome.ShouldBeOfType<SetRead>(outcome is SetRefused refused ? refused.Refusal.Sentence : null);
    }

    /// <summary>What comes back from a set that is written and read.</summary>
    public static SetRead WrittenAndRead(ReturnSet set, int year) =>
        Set(year, [.. WrittenFiles(set, year).Select(f => Raw(f.Key, f.Value))]);

    public static Dictionary<string, byte[]> WrittenFiles(ReturnSet set, int year)
    {
        var streams = new Dictionary<string, MemoryStream>();
        ReturnWriter.Write(set, year, name => streams[name] = new());
        return streams.ToDictionary(s => s.Key, s => s.Value.ToArray());
    }

    /// <summary>The rows as text, without their lines, in the order in which they are written.</summary>
    public static List<string> Rows(ReturnSet set) =>
        [
            .. ReturnFiles.All.SelectMany(f => ReturnWriter.Ordered(f, f.RowsOf(set))
                .Select(r => $"{f.Name}: {string.Join(',', f.Columns.Select((_, i) => f.Written(r, i)))}")),
        ];

    /// <summary>The episode with another date in the place of one.</summary>
    public static string Redated(string from, string to) => AnEpisode.Replace(from, to, StringComparison.Ordinal);

    /// <summary>A day written dd/mm/yyyy; null when blank.</summary>
    public static DateOnly? On(string text) => text.Length == 0 ? null : DateOnly.ParseExact(text, "dd/MM/yyyy", CultureInfo.InvariantCulture);
}
