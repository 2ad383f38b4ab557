using System.CommandLine;
using Journey.Store;
using Journey.Store.Projections;
using Journey.Web.Hosting;

namespace Journey.Web.Commands;

/// <summary>Serves the API.</summary>
public sealed class ServeCommand : ICommandModule
{
    private const string DefaultUrl = "http://127.0.0.1:5000";

    private static readonly string[] AddressSettings = ["urls", "http_ports", "https_ports"];

    /// <inheritdoc/>
    public IEnumerable<Command> Commands(CommandHost host)
    {
        var demo = new Option<bool>("--demo") { Description = "Load the demonstration authority first." };
        var empty = new Option<bool>("--empty") { Description = "Start without the demonstration's children." };
        var urls = new Option<string?>("--urls") { Description = $"Addresses to listen on. {DefaultUrl} when nothing is configured." };
        var serve = new Command("serve", "Serve the API.") { demo, empty, urls };
        serve.Validators.Add(r =>
        {
            if (r.GetValue(demo) && r.GetValue(empty))
            {
                r.AddError("Give --demo or --empty, not both.");
            }

            if (r.GetValue(urls) is { } given && !given.Split(';').All(u => Uri.TryCreate(u.Replace("*", "any").Replace("+", "any"), UriKind.Absolute, out _)))
            {
                r.AddError($"'{given}' is no address. Write one like {DefaultUrl}.");
            }
        });
        serve.SetAction((parsed, cancellation) => host.WithDatabaseAsync(
            (connectionString, ct) => ServeAsync(host, connectionString, parsed.GetValue(demo), parsed.GetValue(urls), ct), cancellation));
        yield return serve;
    }

    private static async Task<int> ServeAsync(CommandHost host, string connectionString, bool demo, string? urls, CancellationToken cancellation)
    {
        var builder = JourneyHost.Builder(new WebApplicationOptions(), connectionString);
        host.Configure(builder);
        var configured = AddressSettings.Any(k => !string.IsNullOrEmpty(builder.Configuration[k]))
            || builder.Configuration.GetSection("Kestrel:Endpoints").Exists();
        if (urls is not null || !configured)
        {
            builder.WebHost.UseUrls((urls ?? DefaultUrl).Split(';'));
        }

        if (Authentication.Missing(builder) is { } missing)
        {
            await Console.Error.WriteLineAsync(missing);
        }

        await using var app = JourneyHost.Use(builder.Build());
        await JourneySchema.ApplyAsync(app.Services, cancellation);
        await RefreshAsync(app.Services.GetRequiredService<SegmentRebuild>(), cancellation);
        if (demo && app.Services.GetService<IDemo>() is { } loader)
        {
            await loader.LoadAsync(cancellation);
        }

        await app.StartAsync(cancellation);
        if (app.Environment.IsDevelopment())
        {
            Console.WriteLine($"Journey answers at {string.Join(" and ", app.Urls)} (browse the API at {app.Urls.First()}{OpenApi.ReferencePath}).");
        }

        await app.WaitForShutdownAsync(cancellation);
        return Exit.Done;
    }

    /// <summary>Builds the segments that another version of the code wrote anew, before anybody asks for them.</summary>
    private static async Task RefreshAsync(SegmentRebuild rebuild, CancellationToken cancellation)
    {
        foreach (var authority in await rebuild.OutdatedAsync(cancellation))
        {
            await Console.Error.WriteLineAsync($"The segments of {authority} were built by another version of Journey and are built anew.");
            try
            {
                await rebuild.RunAsync(authority, WhenDifferent.Replace, cancellation: cancellation);
            }
            catch (RebuildRunningException running)
            {
                await Console.Error.WriteLineAsync(running.Message);
            }
        }
    }
}
