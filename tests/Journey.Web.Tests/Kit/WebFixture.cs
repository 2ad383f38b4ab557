using System.Globalization;
using Alba;
using Journey.Kit;
using Journey.Store;
using Journey.Store.Writing;
using Journey.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Journey.Web.Tests.Kit;

/// <summary>A database for one test class, and hosts on it: each with a clock and an authority of its own.</summary>
public sealed class WebFixture() : DatabaseFixture(Template)
{
    private static readonly DatabaseTemplate Template = new("web", async connection =>
    {
        await using var app = Builder(connection).Build();
        await JourneySchema.ApplyAsync(app.Services);
    });

    private readonly SemaphoreSlim _starting = new(1);
    private int _authorities;
    private Served? _shared;

    public static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static WebApplicationBuilder Builder(string connection) => JourneyHost.Builder(
        new WebApplicationOptions { EnvironmentName = "Development", ApplicationName = typeof(JourneyHost).Assembly.GetName().Name }, connection);

    /// <summary>One host for tests that record nothing and leave the clock alone: noon of 1 June 2025.</summary>
    public async Task<Served> SharedAsync()
    {
        await _starting.WaitAsync(Cancelled);
        try
        {
            return _shared ??= await ServeAsync(2025, 6, 1);
        }
        finally
        {
            _starting.Release();
        }
    }

    /// <summary>A host on which it is noon of a day, with <paramref name="more"/> services in the place of its own.</summary>
    public async Task<Served> ServeAsync(int year, int month, int day, Action<IServiceCollection>? more = null)
    {
        var authority = string.Create(CultureInfo.InvariantCulture, $"E0900{Interlocked.Increment(ref _authorities):D4}");
        return await StartAsync(FakeClock.At(year, month, day), authority, more);
    }

    /// <summary>The next process on the same database, authority and clock.</summary>
    public Task<Served> ServeAgainAsync(Served before) => StartAsync(before.Clock, before.Authority, null);

    private async Task<Served> StartAsync(FakeTimeProvider clock, string authority, Action<IServiceCollection>? more)
    {
        var builder = Builder(ConnectionString);
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(clock);
        more?.Invoke(builder.Services);
        var host = await AlbaHost.For(builder, app => JourneyHost.Use(app));
        await host.Services.GetRequiredService<Authorities>().EnsureAsync(authority, Cancelled);
        return new Served(host, clock, authority, ConnectionString);
    }

    public override async ValueTask DisposeAsync()
    {
        if (_shared is not null)
        {
            await _shared.DisposeAsync();
        }

        _starting.Dispose();
        await base.DisposeAsync();
    }
}
