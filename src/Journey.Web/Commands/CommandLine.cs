using System.CommandLine;
using JasperFx;
using Journey.Web.Hosting;

namespace Journey.Web.Commands;

/// <summary>The command line: the verbs of the modules, and those that the tool kit beneath brings.</summary>
public static class CommandLine
{
    /// <summary>Verbs of JasperFx, Marten and Wolverine that look after the schema and generated code.</summary>
    private static readonly string[] ToolVerbs =
        ["check-env", "codegen", "db-apply", "db-assert", "db-dump", "db-list", "db-patch", "describe", "projections", "resources", "storage", "openapi"];

    /// <summary>Runs what the arguments say; without a verb, serves. 0 done, 1 refused, 2 wrong use.</summary>
    public static async Task<int> RunAsync(string[] args, CommandHost host, IReadOnlyList<ICommandModule> modules)
    {
        if (args is [var verb, ..] && ToolVerbs.Contains(verb))
        {
            return await host.WithDatabaseAsync(
                async (connectionString, _) => await JourneyHost.Use(JourneyHost.Builder(new WebApplicationOptions(), connectionString).Build()).RunJasperFxCommands(args),
                CancellationToken.None);
        }

        if (args is ["help", .. var about])
        {
            args = [.. about, "--help"];
        }

        var root = new RootCommand("Journey: the bitemporal record of children's social care. Without a verb it serves.");
        foreach (var command in modules.SelectMany(m => m.Commands(host)))
        {
            root.Add(command);
        }

        var parsed = root.Parse(args is [] || (args[0].StartsWith("--", StringComparison.Ordinal) && args[0] is not ("--help" or "--version"))
            ? ["serve", .. args]
            : args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                await Console.Error.WriteLineAsync(error.Message);
            }

            return Exit.WrongUse;
        }

        return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
    }
}
