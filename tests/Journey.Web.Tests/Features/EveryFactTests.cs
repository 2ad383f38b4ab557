using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Journey.Kit;
using Journey.Record.Children;
using Journey.Record.Facts;
using Journey.Store;
using Journey.Store.Writing;
using Journey.Web.Tests.Kit;
using Microsoft.Extensions.DependencyInjection;

namespace Journey.Web.Tests.Features;

/// <summary>A host on 1 November 2026 and the description of the API that it serves.</summary>
public sealed class DocumentedFixture : IAsyncLifetime
{
    private readonly WebFixture _web = new();

    public static DateOnly Today { get; } = new(2026, 11, 1);

    public Served Journey { get; private set; } = null!;

    public JsonNode Document { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await _web.InitializeAsync();
        Journey = await _web.ServeAsync(Today.Year, Today.Month, Today.Day);
        Document = (await Journey.GetAsync("/openapi/v1.json")).Body;
    }

    public async ValueTask DisposeAsync()
    {
        await Journey.DisposeAsync();
        await _web.DisposeAsync();
    }
}

/// <summary>Every fact, recorded over HTTP with the body that its route documents.</summary>
public sealed class EveryFactTests(DocumentedFixture fixture) : IClassFixture<DocumentedFixture>
{
    private const string Persona = "manager; clearance=restricted";

    public static TheoryData<string> Names => [.. FactCatalogue.All.Where(f => f.IsRecorded).Select(f => f.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Its_documented_body_is_recorded_once_and_found_again(string name)
    {
        var journey = fixture.Journey;
        var type = FactCatalogue.All.Single(f => f.Name == name);
        var kind = type.Stream switch { StreamKind.Worker => "workers", StreamKind.Team => "teams", StreamKind.Agency => "agencies", _ => "children" };
        var authority = $"E09{FactCatalogue.All.ToList().IndexOf(type):D6}";
        await journey.Host.Services.GetRequiredService<Authorities>().EnsureAsync(authority, WebFixture.Cancelled);
        var before = Prelude.Before(type, DocumentedFixture.Today).ShouldNotBeNull();
        var record = $"/authorities/{authority}/{kind}/{Prelude.Record}";
        foreach (var worker in before.Select(b => b.Fact).Append(type.Example).SelectMany(f => f.Workers()).Distinct().Where(w => type.Example.UniqueIdentifiers().All(i => i.Value != w)))
        {
            await RecordAsync(journey, $"/authorities/{authority}/workers/{Guid.CreateVersion7()}/posts", 0, Guid.CreateVersion7(), new { number = worker, kind = "permanent", fte = 1.0, role = "caseHolder", startOn = "2000-01-01" });
        }

        for (var i = 0; i < before.Count; i++)
        {
            var fact = before[i].Fact;
            await RecordAsync(journey, Path(record, fact), i, before[i].Id, fact, fact.GetType());
        }

        var path = fixture.Document["paths"]!.AsObject().Single(p => p.Key.EndsWith($"}}/{type.Noun}", StringComparison.Ordinal) && p.Key.Contains($"/{kind}/", StringComparison.Ordinal) && p.Value!["post"] is not null);
        var body = path.Value!["post"]!["requestBody"]!["content"]!["application/json"]!["example"]!.DeepClone();
        var id = Guid.CreateVersion7();
        (body["factId"], body["eventId"], body["expectedVersion"]) = (id, Guid.CreateVersion7(), (long)before.Count);

        var done = await ActAsync(journey, $"{record}/{type.Noun}", body);
        var again = await journey.SendAsync(HttpMethod.Post, $"{record}/{type.Noun}", Persona, body);
        (again.Status, again.Text).ShouldBe((HttpStatusCode.OK, done.Text));

        var history = await journey.SendAsync(HttpMethod.Get, $"{record}/history?size=1000&validAt=2026-11-01", Persona, null);
        history.Status.ShouldBe(HttpStatusCode.OK, history.Text);
        var entry = history.Body["items"]!.AsArray().Single(e => e!["fact"]!.GetValue<Guid>() == id)!;
        entry["sentence"]!.GetValue<string>().ShouldNotBeNullOrWhiteSpace();
        JsonNode.DeepEquals(entry["value"], body["fact"]).ShouldBeTrue($"{entry["value"]} for {body["fact"]}");
        foreach (var lane in type.Stream == StreamKind.Child ? type.Example.Claims().Select(c => c.Lane.Name).Distinct() : [])
        {
            var values = await journey.SendAsync(HttpMethod.Get, $"{record}/lanes/{lane}?validAt=2026-11-01", Persona, null);
            values.Body["values"]!.AsArray().ShouldContain(v => v!["fact"]!.GetValue<Guid>() == id, values.Text);
        }
    }

    [Fact]
    public void A_documented_body_asks_only_for_what_a_caller_says() =>
        fixture.Document["components"]!["schemas"]!.AsObject().Where(s => s.Value!["properties"]?["isWhole"] is not null).Select(s => s.Key).ShouldBeEmpty();

    private static string Path(string record, IFact fact) => $"{record}/{FactCatalogue.Of(fact).Noun}";

    private static async Task RecordAsync(Served journey, string path, long version, Guid id, object fact, Type? type = null)
    {
        var said = JsonSerializer.SerializeToNode(fact, type ?? fact.GetType(), JourneyJson.Options);
        var body = new JsonObject { ["factId"] = id, ["eventId"] = Guid.CreateVersion7(), ["expectedVersion"] = version, ["fact"] = said };
        if (path.EndsWith("/openings", StringComparison.Ordinal))
        {
            var record = path.Split('/')[^2];
            (body["child"], path) = (record, path[..path.IndexOf($"/{record}", StringComparison.Ordinal)]);
        }

        await ActAsync(journey, path, body);
    }

    /// <summary>Sent again with the version it is told of: a task that follows from an earlier fact may have been raised meanwhile.</summary>
    private static async Task<Heard> ActAsync(Served journey, string path, JsonNode body)
    {
        var heard = await journey.SendAsync(HttpMethod.Post, path, Persona, body);
        for (var tries = 0; heard.Status == HttpStatusCode.PreconditionFailed && tries < 3; tries++)
        {
            body["expectedVersion"] = heard.Body["currentVersion"]!.GetValue<long>();
            heard = await journey.SendAsync(HttpMethod.Post, path, Persona, body);
        }

        heard.Status.ShouldBe(HttpStatusCode.Created, $"{path} {heard.Text}");
        heard.Version.ShouldBe(body["expectedVersion"]!.GetValue<long>() + 1);
        return heard;
    }
}
