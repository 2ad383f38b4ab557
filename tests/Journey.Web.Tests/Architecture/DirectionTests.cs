using System.Xml.Linq;
using Journey.Kit;

namespace Journey.Web.Tests.Architecture;

/// <summary>Who may know of whom. An arrow that is not listed does not exist.</summary>
public sealed class DirectionTests
{
    [Theory]
    [InlineData("Journey.Record")]
    [InlineData("Journey.Store", "Journey.Record")]
    [InlineData("Journey.Exchange", "Journey.Record")]
    [InlineData("Journey.Web", "Journey.Exchange", "Journey.Record", "Journey.Store")]
    public void A_project_references_only_those_it_may_know(string project, params string[] allowed)
    {
        var referenced = Read(project).Descendants("ProjectReference").Select(x => Path.GetFileNameWithoutExtension(x.Attribute("Include")!.Value));

        referenced.ShouldBe(allowed, ignoreOrder: true);
    }

    [Fact]
    public void Every_project_of_the_house_is_named_here() =>
        Directory.GetDirectories(Repository.PathOf("src")).Select(Path.GetFileName)
            .ShouldBe(["Journey.Record", "Journey.Store", "Journey.Exchange", "Journey.Web"], ignoreOrder: true);

    [Fact]
    public void The_record_has_no_package_and_no_framework_reference()
    {
        var record = Read("Journey.Record");

        record.Descendants("PackageReference").ShouldBeEmpty();
        record.Descendants("FrameworkReference").ShouldBeEmpty();
        record.Root!.Attribute("Sdk")!.Value.ShouldBe("Microsoft.NET.Sdk");
    }

    [Fact]
    public void What_every_project_of_the_house_gets_is_analyzers_that_leave_nothing_in_the_build() =>
        XDocument.Load(Repository.PathOf("src", "Directory.Build.props")).Descendants("PackageReference")
            .ShouldAllBe(x => x.Attribute("Include")!.Value.EndsWith("Analyzers", StringComparison.Ordinal) && x.Attribute("PrivateAssets")!.Value == "all");

    private static XDocument Read(string project) => XDocument.Load(Repository.PathOf("src", project, $"{project}.csproj"));
}
