using System.CommandLine;

namespace Journey.Web.Commands;

/// <summary>Verbs of the command line that belong together. Add a module to the list in Program.cs to plug its verbs in.</summary>
public interface ICommandModule
{
    /// <summary>The verbs.</summary>
    IEnumerable<Command> Commands(CommandHost host);
}

/// <summary>Loads demonstration data when <c>serve --demo</c> asks for it, before the server answers. Idempotent. Register one to have a demonstration.</summary>
public interface IDemo
{
    /// <summary>Loads what is missing.</summary>
    Task LoadAsync(CancellationToken cancellation);
}

/// <summary>Exit codes of the command line.</summary>
public static class Exit
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>Refused, or a difference was found.</summary>
    public const int Refused = 1;

    /// <summary>Wrong use.</summary>
    public const int WrongUse = 2;
}
