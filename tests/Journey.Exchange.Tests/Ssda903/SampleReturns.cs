namespace Journey.Exchange.Tests.Ssda903;

/// <summary>The public sample returns beside a checkout, when they are there; a test that needs them is skipped and says so when not.</summary>
internal static class SampleReturns
{
    public static string Folder
    {
        get
        {
            var above = new DirectoryInfo(AppContext.BaseDirectory);
            while (above is not null && !File.Exists(Path.Combine(above.FullName, "Journey.sln")))
            {
                above = above.Parent;
            }

            var folder = Path.Combine(above?.Parent?.FullName ?? "", "shared", "data", "ssda903");
            Assert.SkipUnless(Directory.Exists(folder), "The sample returns (shared/data/ssda903) are not beside this checkout.");
            return folder;
        }
    }
}
