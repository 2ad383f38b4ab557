using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Alba;
using Journey.Kit;
using Microsoft.Extensions.Time.Testing;

namespace Journey.Web.Tests.Kit;

/// <summary>An answer over HTTP.</summary>
public sealed record Heard(HttpStatusCode Status, string Text, HttpResponseMessage Message)
{
    public JsonNode Body => JsonNode.Parse(Text)!;

    public string Code => Body["code"]!.GetValue<string>();

    public string Token => Body["basis"]!["token"]!.GetValue<string>();

    public long Version => Body["version"]!.GetValue<long>();
}

/// <summary>A running host, asked by personas over HTTP.</summary>
public sealed class Served(IAlbaHost host, FakeTimeProvider clock, string authority, string connectionString) : IAsyncDisposable
{
    private readonly HttpClient _client = host.Server.CreateClient();

    public IAlbaHost Host => host;

    public FakeTimeProvider Clock => clock;

    public string Authority => authority;

    public string ConnectionString => connectionString;

    /// <summary>Noon of a later day.</summary>
    public void ItIs(int year, int month, int day) => clock.SetUtcNow(FakeClock.At(year, month, day).GetUtcNow());

    public Task<Heard> GetAsync(string path, string? persona = "practitioner", string? held = null) => SendAsync(HttpMethod.Get, path, persona, null, held);

    public Task<Heard> PostAsync(string path, object body, string? persona = "practitioner") => SendAsync(HttpMethod.Post, path, persona, body);

    public Task<Heard> PutAsync(string path, object body, string? persona = "practitioner") => SendAsync(HttpMethod.Put, path, persona, body);

    public async Task<Heard> SendAsync(HttpMethod method, string path, string? persona, object? body, string? held = null)
    {
        using var request = new HttpRequestMessage(method, path.StartsWith('/') ? path : $"/authorities/{authority}/{path}");
        if (persona is not null)
        {
            request.Headers.Add("Journey-Persona", persona);
        }

        if (held is not null)
        {
            request.Headers.Add("If-None-Match", held);
        }

        if (body is not null)
        {
            request.Content = JsonContent.Create(body);
        }

        var response = await _client.SendAsync(request, WebFixture.Cancelled);
        return new Heard(response.StatusCode, await response.Content.ReadAsStringAsync(WebFixture.Cancelled), response);
    }

    /// <summary>Opens the record of a child born on 5 May 2014.</summary>
    public async Task<Guid> OpenAsync(string laChildId, Guid? fact = null, string opened = "2025-05-12", string born = "2014-05-05")
    {
        var child = Guid.CreateVersion7();
        var heard = await PostAsync("children", new
        {
            child,
            factId = fact ?? Guid.CreateVersion7(),
            eventId = Guid.CreateVersion7(),
            expectedVersion = 0,
            fact = new
            {
                laChildId,
                firstNames = "Robin",
                lastName = "Ashdown",
                dateOfBirth = born,
                sex = "M",
                openedBecause = "Referred by a school",
                openedOn = opened,
            },
        });
        heard.Status.ShouldBe(HttpStatusCode.Created, heard.Text);
        return child;
    }

    /// <summary>Records a fact at the version given and returns its id.</summary>
    public async Task<Guid> RecordAsync(string record, string noun, long version, object fact, string persona = "practitioner", HttpStatusCode expected = HttpStatusCode.Created)
    {
        var id = Guid.CreateVersion7();
        var heard = await PostAsync($"{record}/{noun}", new { factId = id, eventId = Guid.CreateVersion7(), expectedVersion = version, fact }, persona);
        heard.Status.ShouldBe(expected, heard.Text);
        return id;
    }

    /// <summary>Records a fact and returns what was heard.</summary>
    public Task<Heard> RecordRawAsync(string path, long version, object fact, string persona = "practitioner") =>
        PostAsync(path, new { factId = Guid.CreateVersion7(), eventId = Guid.CreateVersion7(), expectedVersion = version, fact }, persona);

    /// <summary>Records that a worker joined on 1 September 2024.</summary>
    public async Task JoinAsync(string number, string start = "2024-09-01") => await RecordAsync(
        $"workers/{Guid.CreateVersion7()}", "posts", 0, new { number, kind = "permanent", fte = 1.0, role = "caseHolder", startOn = start }, "manager");

    /// <summary>The social worker of a child at a viewpoint; null when there is none.</summary>
    public async Task<string?> SocialWorkerAsync(Guid child, string viewpoint)
    {
        var heard = await GetAsync($"children/{child}?{viewpoint}");
        heard.Status.ShouldBe(HttpStatusCode.OK, heard.Text);
        return heard.Body["lanes"]!.AsArray().SingleOrDefault(l => l!["lane"]!.GetValue<string>() == "social-worker")
            ?["values"]!.AsArray().SingleOrDefault()?["value"]!["worker"]!.GetValue<string>();
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await host.DisposeAsync();
    }
}
