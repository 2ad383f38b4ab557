using Journey.Store;
using Journey.Store.Embedded;
using Journey.Web.Hosting;
using Journey.Web.Http;
using Npgsql;

namespace Journey.Web.Commands;

/// <summary>Runs a verb with the services of the host, on the database that is given or on the private cluster.</summary>
public sealed class CommandHost
{
    private const string Away = "The database does not answer: check the connection string in ConnectionStrings__journey, and that the server runs.";

    /// <summary>Services registered besides, for modules that bring their own.</summary>
    public Action<WebApplicationBuilder> Configure { get; init; } = _ => { };

    /// <summary>Runs with services that are built but not started: nothing listens, nothing runs in the background.</summary>
    public Task<int> RunAsync(Func<IServiceProvider, CancellationToken, Task<int>> run, CancellationToken cancellation) =>
        WithDatabaseAsync(async (connectionString, ct) =>
        {
            var builder = JourneyHost.Builder(new WebApplicationOptions(), connectionString);
            builder.Logging.ForCommands();
            Configure(builder);
            await using var app = builder.Build();
            await JourneySchema.ApplyAsync(app.Services, ct);
            return await run(app.Services, ct);
        }, cancellation);

    /// <summary>Runs on the database that is given in the configuration, or on the private cluster, which is left in a finally.</summary>
    public async Task<int> WithDatabaseAsync(Func<string, CancellationToken, Task<int>> run, CancellationToken cancellation)
    {
        var given = new ConfigurationBuilder().AddJsonFile("appsettings.json", optional: true).AddEnvironmentVariables().Build()
            .GetConnectionString("journey");
        try
        {
            var database = await JourneyDatabase.ResolveAsync(given, cancellationToken: cancellation);
            try
            {
                return await run(database.ConnectionString, cancellation);
            }
            finally
            {
                await database.DisposeAsync();
            }
        }
        catch (DatabaseUnavailableException unavailable)
        {
            return Say(unavailable.Message);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return Exit.Refused;
        }
        catch (SettingException setting)
        {
            return Say(setting.Message);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Say(exception.Message);
        }
        catch (Exception exception) when (Faults.Problem(exception) is { } problem)
        {
            return Say(problem == Problems.DatabaseAway ? Away : problem.Sentence);
        }
        catch (Exception exception)
        {
            return Say(Fault(exception));
        }
    }

    /// <summary>A fault of our own, without the message, which may repeat what stands in the record.</summary>
    private static string Fault(Exception exception)
    {
        var refused = (exception as PostgresException ?? exception.InnerException as PostgresException)?.SqlState;
        var where = exception.StackTrace?.Split('\n').FirstOrDefault(l => l.Contains(nameof(Journey), StringComparison.Ordinal))?.Trim();
        return refused is null
            ? $"This went wrong: {exception.GetType().Name}{(where is null ? "" : $" {where}")}. Report it."
            : $"The database refuses this (SQLSTATE {refused}). Check what its user may do, and its log.";
    }

    /// <summary>Says on standard error why it was refused.</summary>
    public static int Say(string sentence)
    {
        Console.Error.WriteLine(sentence);
        return Exit.Refused;
    }
}
