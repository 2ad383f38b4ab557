using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Journey.Record.Codes;
using Journey.Record.Facts;
using Journey.Web.Tests.Kit;

namespace Journey.Web.Tests.Hosting;

/// <summary>What the description of the API says of the members of acts.</summary>
public sealed partial class DescriptionTests(WebFixture fixture) : IClassFixture<WebFixture>
{
    [Fact]
    public async Task Every_member_of_every_body_is_described_and_every_list_of_codes_that_is_named_exists()
    {
        var document = (await (await fixture.SharedAsync()).GetAsync("/openapi/v1.json", null)).Body;
        var (undescribed, lists, members) = (new List<string>(), new HashSet<string>(), 0);
        foreach (var body in Bodies(document))
        {
            Walk(document, body.Schema, body.Id, [], (path, description) =>
            {
                members++;
                if (string.IsNullOrWhiteSpace(description))
                {
                    undescribed.Add(path);
                }

                lists.UnionWith(Listed().Matches(description ?? "").Select(m => m.Groups[1].Value));
            });
        }

        undescribed.ShouldBeEmpty();
        members.ShouldBeGreaterThan(1000);
        lists.Count.ShouldBeGreaterThan(50);
        lists.Where(l => CodeCatalogue.Find(l) is null).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_member_with_codes_names_the_list_that_the_rules_hold_it_to()
    {
        var document = (await (await fixture.SharedAsync()).GetAsync("/openapi/v1.json", null)).Body;
        var bodies = Bodies(document).ToDictionary(b => b.Id, b => b.Schema);
        var checkedMembers = 0;
        foreach (var type in FactCatalogue.All.Where(f => f.IsRecorded && bodies.ContainsKey($"record{f.Type.Name}")))
        {
            var fact = Resolved(document, Resolved(document, bodies[$"record{type.Type.Name}"])["properties"]!["fact"]!);
            foreach (var (member, set) in type.Coded)
            {
                var property = fact["properties"]![JsonNamingPolicy.CamelCase.ConvertName(member)].ShouldNotBeNull($"{type.Name} {member}");
                property["description"]!.GetValue<string>().ShouldEndWith($" of {set.Title}, listed at /codes/{set.Name}.", customMessage: $"{type.Name} {member}");
                checkedMembers++;
            }
        }

        checkedMembers.ShouldBeGreaterThan(80);
    }

    [Fact]
    public async Task A_member_says_what_it_holds()
    {
        var document = (await (await fixture.SharedAsync()).GetAsync("/openapi/v1.json", null)).Body;
        var body = Bodies(document).Single(b => b.Id == "recordPlacementStarted").Schema;
        var fact = Resolved(document, Resolved(document, body)["properties"]!["fact"]!)["properties"]!;
        string Of(string member) => fact[member]!["description"]!.GetValue<string>();
        Of("startOn").ShouldBe("Start on: a day in London.");
        Of("type").ShouldBe("Type: a code of the placement types, listed at /codes/placement-type.");
        Of("urn").ShouldBe("URN: text.");
        Of("at").ShouldBe("At: a time of the day in London.");
        Of("planned").ShouldBe("Planned: true or false.");
        Of("matchedSiblings").ShouldBe("Matched siblings: ids.");
    }

    private static IEnumerable<(string Id, JsonNode Schema)> Bodies(JsonNode document) =>
        from path in document["paths"]!.AsObject()
        from operation in path.Value!.AsObject()
        where operation.Value?["requestBody"]?["content"]?["application/json"]?["schema"] is not null
        select (operation.Value["operationId"]!.GetValue<string>(), operation.Value["requestBody"]!["content"]!["application/json"]!["schema"]!);

    private static void Walk(JsonNode document, JsonNode schema, string path, HashSet<string> met, Action<string, string?> said)
    {
        if (schema["$ref"]?.GetValue<string>() is { } reference && !met.Add(reference))
        {
            return;
        }

        var found = Resolved(document, schema);
        foreach (var (name, property) in found["properties"]?.AsObject().ToList() ?? [])
        {
            said($"{path}.{name}", property!["description"]?.GetValue<string>() ?? Resolved(document, property)["description"]?.GetValue<string>());
            Walk(document, property, $"{path}.{name}", met, said);
        }

        foreach (var part in new[] { "anyOf", "oneOf", "allOf" }.SelectMany(p => found[p]?.AsArray() ?? []).Append(found["items"]).OfType<JsonNode>())
        {
            Walk(document, part, path, met, said);
        }
    }

    private static JsonNode Resolved(JsonNode document, JsonNode schema) => schema["$ref"]?.GetValue<string>() is { } reference
        ? reference.TrimStart('#', '/').Split('/').Aggregate(document, (node, part) => node[part]!)
        : (schema["oneOf"] ?? schema["anyOf"])?.AsArray().FirstOrDefault(s => s!["$ref"] is not null) is { } one && schema["properties"] is null && (schema["oneOf"] ?? schema["anyOf"])!.AsArray().Count <= 2
            ? Resolved(document, one)
            : schema;

    [GeneratedRegex("/codes/([a-z0-9-]+)")]
    private static partial Regex Listed();
}
