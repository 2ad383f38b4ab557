namespace Journey.Web.Hosting;

/// <summary>What is logged, and what never is: no name, date of birth, query string or failed message.</summary>
public static class Logs
{
    /// <summary>JSON on the console outside Development. A command writes its answer to standard output, so its log goes to the other.</summary>
    public static void ForJourney(this ILoggingBuilder logging, IHostEnvironment environment)
    {
        if (!environment.IsDevelopment())
        {
            logging.ClearProviders();
            logging.AddJsonConsole(o => o.UseUtcTimestamp = true);
        }

        logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        logging.AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Information);

        // Marten logs every lost race with its parameters, Wolverine every failed message with its body.
        logging.AddFilter("Marten.IDocumentStore", LogLevel.None);
        logging.AddFilter("Wolverine", LogLevel.Critical);
        logging.AddFilter("Npgsql", LogLevel.Warning);
    }

    /// <summary>Only warnings, on standard error.</summary>
    public static void ForCommands(this ILoggingBuilder logging)
    {
        logging.ClearProviders();
        logging.AddConsole(o => o.LogToStandardErrorThreshold = LogLevel.Trace);
        logging.SetMinimumLevel(LogLevel.Warning);
    }
}
