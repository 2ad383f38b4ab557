using System.CommandLine;
using Journey.Record.Bitemporal;

namespace Journey.Generator.Commands;

/// <summary>The command line of the generator.</summary>
public static class CommandLine
{
    /// <summary>Runs what the arguments say: 0 done, 1 refused, 2 wrong use, the last two with a sentence on standard error.</summary>
    public static async Task<int> RunAsync(string[] args, TimeProvider clock)
    {
        var today = London.DateOf(clock.GetUtcNow());
        var root = new RootCommand("Makes a synthetic authority: the same settings give the same bytes.");
        root.Add(GenerateCommand.Of(today));
        root.Add(CheckCommand.Of(today));
        root.Add(LoadCommand.Of(today, clock));
        var parsed = root.Parse(args is [] ? ["--help"] : args is ["help", .. var about] ? [.. about, "--help"] : args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                await Console.Error.WriteLineAsync(error.Message);
            }

            return Exit.WrongUse;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("Stopped; nothing was written.");
            return Exit.Refused;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return Exit.Refused;
        }
    }
}
