using System.CommandLine;
using Journey.Store;
using Journey.Store.Embedded;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Journey.Generator.Commands;

/// <summary>Makes an authority and loads it into a database.</summary>
public static class LoadCommand
{
    private const string Connection = "ConnectionStrings__journey";

    /// <summary>The verb.</summary>
    public static Command Of(DateOnly today, TimeProvider clock)
    {
        var settings = new SettingsOptions(today);
        var code = new Option<string>("--authority") { Description = "The code to load it under.", DefaultValueFactory = _ => "SYNTH" };
        var through = new Option<Way>("--through") { Description = "In one copy, or act by act through the verbs.", DefaultValueFactory = _ => Way.Bulk };
        var unless = new Option<bool>("--unless-loaded") { Description = "Do nothing when the authority holds a record already." };
        var command = settings.On(new Command("load", $"Make an authority and load it: into the database in {Connection}, else into the private one.") { code, through, unless });
        command.SetAction((parsed, cancellation) => RunAsync(
            settings.Settings(parsed) with { Authority = parsed.GetRequiredValue(code) }, parsed.GetValue(through), parsed.GetValue(unless), clock, today, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(
        Settings settings, Way way, bool unlessLoaded, TimeProvider clock, DateOnly today, CancellationToken cancellation)
    {
        if (settings.End >= today)
        {
            await Console.Error.WriteLineAsync("A record cannot hold what nobody knows yet: give an --end before today.");
            return Exit.WrongUse;
        }

        try
        {
            await using var database = await JourneyDatabase.ResolveAsync(Environment.GetEnvironmentVariable(Connection), cancellationToken: cancellation);
            await using var services = new ServiceCollection()
                .AddLogging(l => l.SetMinimumLevel(LogLevel.None))
                .AddSingleton(clock)
                .AddJourneyStore(database.ConnectionString)
                .AddSingleton<Loader>()
                .BuildServiceProvider();
            await JourneySchema.ApplyAsync(services, cancellation);
            var loader = services.GetRequiredService<Loader>();
            if (await loader.IsLoadedAsync(settings.Authority, cancellation))
            {
                await Console.Error.WriteLineAsync(unlessLoaded
                    ? $"{settings.Authority} is kept as it is."
                    : $"{settings.Authority} holds a record already. Choose another code with --authority.");
                return unlessLoaded ? Exit.Done : Exit.Refused;
            }

            var (authority, events) = await Watched.RunAsync(
                async progress =>
                {
                    var made = Authority.Make(settings, progress, cancellation);
                    return (made, await loader.RunAsync(made, way, progress, cancellation));
                },
                cancellation);
            await Console.Error.WriteLineAsync(FormattableString.Invariant(
                $"{settings.Authority}: {authority.Courses.Count} children, {events} events, known up to {settings.End:yyyy-MM-dd}."));
            return Exit.Done;
        }
        catch (Exception exception) when (exception is DatabaseUnavailableException or InvalidOperationException or ArgumentException)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return Exit.Refused;
        }
    }
}
