using Journey.Kit;
using Journey.Store.Projections;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Wolverine;
using static Journey.Store.Tests.StoreFixture;

namespace Journey.Store.Tests;

public sealed class HostTests
{
    [Fact]
    public async Task A_host_with_Wolverine_starts_on_an_empty_database_once_the_schema_is_applied()
    {
        var server = await TestServer.SharedAsync(Cancelled);
        await using var database = await server.CloneAsync(new DatabaseTemplate("store_empty", _ => Task.CompletedTask), Cancelled);
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddSingleton<TimeProvider>(FakeClock.At(2026, 11, 20)).AddJourneyStore(database.ConnectionString);
        builder.UseWolverine(o => o.ApplicationAssembly = typeof(HostTests).Assembly);
        using var host = builder.Build();

        await JourneySchema.ApplyAsync(host.Services, Cancelled);
        await host.StartAsync(Cancelled);

        host.Services.GetServices<IHostedService>().ShouldContain(s => s is SegmentFollower);
        await host.StopAsync(Cancelled);
    }
}
