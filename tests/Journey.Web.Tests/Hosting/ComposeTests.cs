using System.Text.RegularExpressions;
using Journey.Kit;
using YamlDotNet.RepresentationModel;

namespace Journey.Web.Tests.Hosting;

/// <summary>The compose file says what it must; no container engine is needed to know.</summary>
public sealed partial class ComposeTests
{
    private static readonly YamlMappingNode Compose = Read();

    [Fact]
    public void There_are_two_services_and_the_database_comes_with_either_profile()
    {
        Names(At("services")).ShouldBe(["db", "app"], ignoreOrder: true);
        Words(At("services", "db", "profiles")).ShouldBe(["db", "app"], ignoreOrder: true);
        Words(At("services", "app", "profiles")).ShouldBe(["app"]);
    }

    [Fact]
    public void The_database_image_is_pinned_to_a_release_of_the_version_that_journey_targets() =>
        Word(At("services", "db", "image")).ShouldMatch(@"^postgres:15\.\d+-\w+$");

    [Fact]
    public void The_image_of_journey_is_pinned_built_in_stages_and_does_not_run_as_root()
    {
        var dockerfile = File.ReadAllLines(Repository.PathOf(Word(At("services", "app", "build", "dockerfile")).Split('/')));

        var stages = dockerfile.Where(x => x.StartsWith("FROM ", StringComparison.Ordinal)).ToList();
        stages.Count.ShouldBe(2);
        stages.ShouldAllBe(x => PinnedDotnet().IsMatch(x));
        dockerfile.ShouldContain("USER $APP_UID");
        dockerfile.ShouldContain(x => x.StartsWith("HEALTHCHECK ", StringComparison.Ordinal));
        File.ReadAllText(Repository.PathOf("src", "Journey.Web", "healthy")).ShouldContain("/health/ready");
    }

    [Fact]
    public void Each_service_tells_whether_it_is_healthy_and_journey_waits_for_the_database()
    {
        Words(At("services", "db", "healthcheck", "test")).ShouldContain("pg_isready");
        Words(At("services", "app", "healthcheck", "test")).ShouldContain("/app/healthy");
        Word(At("services", "app", "depends_on", "db", "condition")).ShouldBe("service_healthy");
    }

    [Fact]
    public void The_password_comes_from_the_environment_and_has_no_default()
    {
        const string required = "${JOURNEY_DB_PASSWORD:?set JOURNEY_DB_PASSWORD}";

        Word(At("services", "db", "environment", "POSTGRES_PASSWORD")).ShouldBe(required);
        Word(At("services", "app", "environment", "ConnectionStrings__journey")).ShouldContain($"Password='{required}'");
    }

    [Fact]
    public void Ports_are_published_on_loopback_only_and_the_data_outlives_the_container()
    {
        Words(At("services", "db", "ports")).Concat(Words(At("services", "app", "ports"))).ShouldAllBe(x => x.StartsWith("127.0.0.1:", StringComparison.Ordinal));
        Names(At("volumes")).ShouldBe(["database"]);
        Words(At("services", "db", "volumes")).ShouldBe(["database:/var/lib/postgresql/data"]);
    }

    private static YamlMappingNode Read()
    {
        using var reader = File.OpenText(Repository.PathOf("docker-compose.yml"));
        var yaml = new YamlStream();
        yaml.Load(reader);
        return (YamlMappingNode)yaml.Documents.ShouldHaveSingleItem().RootNode;
    }

    private static YamlNode At(params string[] path) => path.Aggregate((YamlNode)Compose, (node, name) => node[name]);

    private static string Word(YamlNode node) => ((YamlScalarNode)node).Value!;

    private static IEnumerable<string> Words(YamlNode node) => ((YamlSequenceNode)node).Select(Word);

    private static IEnumerable<string> Names(YamlNode node) => ((YamlMappingNode)node).Children.Keys.Select(Word);

    [GeneratedRegex(@"^FROM mcr\.microsoft\.com/dotnet/(sdk|aspnet):10\.0\.\d+( AS \w+)?$")]
    private static partial Regex PinnedDotnet();
}
