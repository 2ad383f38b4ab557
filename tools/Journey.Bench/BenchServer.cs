using Journey.Store;
using Journey.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Journey.Bench;

/// <summary>The whole host on the bench's database, answering on loopback, its follower running.</summary>
internal sealed class BenchServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private BenchServer(WebApplication app) => _app = app;

    public IServiceProvider Services => _app.Services;

    public static async Task<BenchServer> StartAsync(BenchDatabase database)
    {
        var builder = JourneyHost.Builder(
            new WebApplicationOptions { EnvironmentName = "Development", ApplicationName = typeof(JourneyHost).Assembly.GetName().Name }, database.ConnectionString);
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        JourneyHost.Use(app);
        await JourneySchema.ApplyAsync(app.Services);
        await app.StartAsync();
        return new BenchServer(app);
    }

    /// <summary>A client that is signed in.</summary>
    public HttpClient Client(string persona)
    {
        var address = _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        var client = new HttpClient { BaseAddress = new Uri(address), Timeout = TimeSpan.FromMinutes(10) };
        client.DefaultRequestHeaders.Add("Journey-Persona", persona);
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
