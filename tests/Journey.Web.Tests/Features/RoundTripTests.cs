using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Journey.Web.Tests.Kit;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Journey.Web.Tests.Features;

/// <summary>What goes in comes out, or nothing goes in.</summary>
public sealed class RoundTripTests(WebFixture fixture) : IClassFixture<WebFixture>
{
    [Fact]
    public async Task A_hundred_thousand_characters_of_every_script_come_back_as_they_were()
    {
        await using var journey = await fixture.ServeAsync(2025, 6, 1);
        var child = await journey.OpenAsync("JRN0000001");
        var text = string.Concat(Enumerable.Repeat("Grüße, Łódź, 家, 👩‍👧‍👦 \"so\" \\ <b>&amp;</b>\r\n\tzwei ", 3000))[..100_000];
        text = char.IsHighSurrogate(text[^1]) ? text[..^1] + "." : text;

        await journey.RecordAsync($"children/{child}", "contacts", 1, new { on = "2025-05-20", source = "2A", mode = "letter", summary = text, issues = Array.Empty<string>() });

        var entry = (await journey.GetAsync($"children/{child}/history")).Body["items"]!.AsArray()[^1]!;
        entry["value"]!["summary"]!.GetValue<string>().ShouldBe(text);
        entry["sentence"]!.GetValue<string>().ShouldContain("👩‍👧‍👦");
    }

    [Theory]
    [InlineData("""{ "factId": "x" """, "body-unreadable")]
    [InlineData("""{ "expectedVersion": 1, "eventId": "01a20000-0000-7000-8000-0000000000e1", "factId": "01a20000-0000-7000-8000-0000000000f1", "fact": { "code": "WBRI", "from": "2025-06-01", "shoe": 4 } }""", "body-unreadable")]
    [InlineData("""{ "expectedVersion": 1, "eventId": "01a20000-0000-7000-8000-0000000000e1", "factId": "01a20000-0000-7000-8000-0000000000f1", "fact": { "code": 7, "from": "2025-06-01" } }""", "body-unreadable")]
    [InlineData("""{ "expectedVersion": 1, "eventId": "01a20000-0000-7000-8000-0000000000e1", "factId": "01a20000-0000-7000-8000-0000000000f1", "fact": { "code": "WBRI", "from": "1 June" } }""", "body-unreadable")]
    [InlineData("[]", "body-unreadable")]
    public async Task A_body_that_is_not_understood_is_a_problem_and_leaves_nothing(string body, string code)
    {
        await using var journey = await fixture.ServeAsync(2025, 6, 1);
        var child = await journey.OpenAsync("JRN0000001");

        var heard = await SendAsync(journey.Host.Server.CreateClient(), $"/authorities/{journey.Authority}/children/{child}/ethnicities", new StringContent(body, new MediaTypeHeaderValue("application/json")));

        (heard.Status, heard.Code).ShouldBe((HttpStatusCode.BadRequest, code));
        (await journey.GetAsync($"children/{child}")).Version.ShouldBe(1);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_that_is_too_large_is_refused_whether_or_not_it_says_how_large_it_is(bool says)
    {
        await using var journey = await fixture.ServeAsync(2025, 6, 1);
        var child = await journey.OpenAsync("JRN0000001");
        var builder = WebFixture.Builder(journey.ConnectionString);
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(journey.Clock);
        Microsoft.AspNetCore.Hosting.HostingAbstractionsWebHostBuilderExtensions.UseUrls(builder.WebHost, "http://127.0.0.1:0");
        await using var app = builder.Build();
        Web.Hosting.JourneyHost.Use(app);
        await app.StartAsync(WebFixture.Cancelled);
        using var client = new HttpClient { BaseAddress = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()) };
        var bytes = Encoding.UTF8.GetBytes($$"""{ "expectedVersion": 1, "eventId": "{{Guid.CreateVersion7()}}", "factId": "{{Guid.CreateVersion7()}}", "fact": { "code": "{{new string('W', 9_000_000)}}", "from": "2025-06-01" } }""");
        HttpContent content = says ? new ByteArrayContent(bytes) : new StreamContent(new Unsized(bytes));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");

        var heard = await SendAsync(client, $"/authorities/{journey.Authority}/children/{child}/ethnicities", content);

        (heard.Status, heard.Code).ShouldBe((HttpStatusCode.RequestEntityTooLarge, "body-too-large"));
        (await journey.GetAsync($"children/{child}")).Version.ShouldBe(1);
        await app.StopAsync(WebFixture.Cancelled);
    }

    private static async Task<Heard> SendAsync(HttpClient client, string path, HttpContent content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        request.Headers.Add("Journey-Persona", "practitioner");
        var response = await client.SendAsync(request, WebFixture.Cancelled);
        var text = await response.Content.ReadAsStringAsync(WebFixture.Cancelled);
        JsonNode.Parse(text)!["type"].ShouldNotBeNull();
        return new Heard(response.StatusCode, text, response);
    }

    /// <summary>A stream that does not tell its length, so that it is sent in chunks.</summary>
    private sealed class Unsized(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
