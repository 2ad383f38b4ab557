using System.Text;

namespace Journey.Record.Tests.Facts;

/// <summary>
/// Compares text with an approved file. A difference is written beside it as <c>*.received.*</c>; JOURNEY_APPROVE=1 in the environment
/// accepts what was received.
/// </summary>
internal static class Golden
{
    private static readonly UTF8Encoding Plain = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The folder of the facts' tests in the checkout that the tests were built in; the compiler's own paths are mapped away in CI.</summary>
    public static string Folder()
    {
        var above = new DirectoryInfo(AppContext.BaseDirectory);
        while (above is not null && !File.Exists(Path.Combine(above.FullName, "Journey.sln")))
        {
            above = above.Parent;
        }

        return Path.Combine((above ?? throw new InvalidOperationException("The tests do not run inside a checkout.")).FullName, "tests", "Journey.Record.Tests", "Facts");
    }

    public static void Matches(string approved, string text)
    {
        var received = Path.ChangeExtension(approved.Replace(".approved.", ".", StringComparison.Ordinal), null) + ".received" + Path.GetExtension(approved);
        if (Environment.GetEnvironmentVariable("JOURNEY_APPROVE") == "1")
        {
            File.WriteAllText(approved, text, Plain);
        }

        if (File.Exists(approved) && Same(File.ReadAllText(approved), text))
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, text, Plain);
        Assert.Fail($"{Path.GetFileName(approved)} differs from what was received. Compare it with {received}; JOURNEY_APPROVE=1 accepts it.");
    }

    private static bool Same(string approved, string text) =>
        string.Equals(approved.ReplaceLineEndings("\n"), text.ReplaceLineEndings("\n"), StringComparison.Ordinal);
}
