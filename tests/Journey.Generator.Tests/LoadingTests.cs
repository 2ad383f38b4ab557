using Journey.Kit;
using Journey.Store;
using Journey.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Journey.Generator.Tests;

/// <summary>A database with everything the application keeps in it.</summary>
public class LoadedFixture() : DatabaseFixture(Template)
{
    private static readonly DatabaseTemplate Template = new("generator", async connection =>
    {
        await using var app = Builder(connection).Build();
        await JourneySchema.ApplyAsync(app.Services);
    });

    public static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static WebApplicationBuilder Builder(string connection) => JourneyHost.Builder(
        new WebApplicationOptions { EnvironmentName = "Development", ApplicationName = typeof(JourneyHost).Assembly.GetName().Name }, connection);
}

/// <summary>Both ways into the ledger leave the same.</summary>
public sealed class LoadingTests(LoadedFixture fixture) : IClassFixture<LoadedFixture>
{
    [Fact]
    public async Task Five_hundred_children_through_the_verbs_and_in_bulk_are_one_ledger()
    {
        await using var services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(FakeClock.At(2026, 11, 20))
            .AddJourneyStore(fixture.ConnectionString).AddSingleton<Loader>().BuildServiceProvider();
        var loader = services.GetRequiredService<Loader>();
        var settings = new Settings("VERBS", 5, 500, 1, new DateOnly(2026, 3, 31));
        var decided = Authority.Make(settings, null, TestContext.Current.CancellationToken);
        var copied = Authority.Make(settings with { Authority = "BULK" }, null, TestContext.Current.CancellationToken);

        var events = await loader.RunAsync(decided, Way.Verbs, null, TestContext.Current.CancellationToken);
        (await loader.RunAsync(copied, Way.Bulk, null, TestContext.Current.CancellationToken)).ShouldBe(events);

        events.ShouldBeGreaterThan(2000);
        foreach (var table in new[] { "mt_events", "journey_clock", "journey_segment" })
        {
            (await DigestAsync(table, "BULK")).ShouldBe(await DigestAsync(table, "VERBS"), table);
        }
    }

    private async Task<string> DigestAsync(string table, string authority)
    {
        await using var source = NpgsqlDataSource.Create(fixture.ConnectionString);
        await using var command = source.CreateCommand(
            $"""
            select count(*) || ' ' || md5(string_agg(t, E'\n' order by t)) from (
                select (case when x.h is null then x.j else jsonb_set(x.j, array['headers'], x.h - 'loadedAt') end - 'tenant_id')::text as t
                from (select to_jsonb(r) as j, to_jsonb(r)->'headers' as h from journey.{table} r where tenant_id = $1) x) rows
            """);
        command.Parameters.Add(new() { Value = authority });
        return (string)(await command.ExecuteScalarAsync(LoadedFixture.Cancelled))!;
    }
}
