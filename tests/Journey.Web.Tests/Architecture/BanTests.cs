using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Journey.Kit;

namespace Journey.Web.Tests.Architecture;

/// <summary>The analyzer's bans hold: each names something that exists, and no compiled call slips past one under a pragma.</summary>
public sealed class BanTests
{
    private const string Masking = "ApplyEventDataMasking";

    private static readonly string[] House = ["Journey.Record", "Journey.Store", "Journey.Exchange", "Journey.Web"];

    private static readonly Assembly[] Searched =
        [typeof(object).Assembly, .. new[] { "Marten", "JasperFx.Events", "Wolverine.Marten" }.Select(Assembly.Load)];

    [Fact]
    public void Each_ban_names_a_member_that_exists_with_all_its_overloads_and_gives_a_reason()
    {
        foreach (var bans in BannedSymbol.All.GroupBy(x => (x.Type, x.Member)))
        {
            var type = Searched.Select(x => x.GetType(bans.Key.Type)).FirstOrDefault(x => x is not null).ShouldNotBeNull(bans.Key.Type);
            type.GetMember(bans.Key.Member).Length.ShouldBe(bans.Count(), $"{bans.Key}: an id per overload");
            bans.ShouldAllBe(x => x.Reason.Length > 0);
        }
    }

    [Fact]
    public void No_call_rewrites_history()
    {
        var banned = BannedSymbol.All.Where(x => x.IsStoreCall && x.Member != Masking).Select(x => x.Member).ToHashSet();

        foreach (var project in House)
        {
            CalledBy(project).Select(x => x.Member).Where(banned.Contains).ShouldBeEmpty(project);
        }
    }

    [Fact]
    public void Only_the_web_project_names_the_system_clock()
    {
        string[] clocks = ["get_Now", "get_UtcNow", "get_Today"];

        foreach (var project in House)
        {
            CalledBy(project).Where(x => x.Type is "DateTime" or "DateTimeOffset" && clocks.Contains(x.Member)).ShouldBeEmpty(project);
        }

        foreach (var project in House.Where(x => x != "Journey.Web"))
        {
            CalledBy(project).Where(x => x is { Type: "TimeProvider", Member: "get_System" }).ShouldBeEmpty(project);
        }
    }

    [Fact]
    public void Events_are_masked_only_in_a_file_named_for_erasure() =>
        SourceFiles().Where(x => File.ReadAllText(x).Contains(Masking, StringComparison.Ordinal))
            .ShouldAllBe(x => Path.GetFileName(x).Contains("Erasure", StringComparison.Ordinal));

    private static List<(string Type, string Member)> CalledBy(string project)
    {
        using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, $"{project}.dll"));
        using var assembly = new PEReader(file);
        var metadata = assembly.GetMetadataReader();
        return [.. metadata.MemberReferences.Select(metadata.GetMemberReference).Select(x => (TypeOf(metadata, x), metadata.GetString(x.Name)))];
    }

    /// <summary>The plain name of a referenced type; empty for a constructed generic, whose members are judged by their own name.</summary>
    private static string TypeOf(MetadataReader metadata, MemberReference member) =>
        member.Parent.Kind == HandleKind.TypeReference
            ? metadata.GetString(metadata.GetTypeReference((TypeReferenceHandle)member.Parent).Name)
            : "";

    private static IEnumerable<string> SourceFiles() =>
        Directory.EnumerateFiles(Repository.PathOf("src"), "*.cs", SearchOption.AllDirectories)
            .Where(x => !x.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));
}
