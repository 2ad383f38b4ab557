using Journey.Kit;

namespace Journey.Exchange.Tests.Ssda903;

/// <summary>The public sample returns beside a checkout, when they are there; a test that needs them is skipped and says so when not.</summary>
internal static class SampleReturns
{
    public static string Folder
    {
        get
        {
            var folder = Repository.PathOf("..", "shared", "data", "ssda903");
            Assert.SkipUnless(Directory.Exists(folder), "The sample returns (shared/data/ssda903) are not beside this checkout.");
            return folder;
        }
    }
}
