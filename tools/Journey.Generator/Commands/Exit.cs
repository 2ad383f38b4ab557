namespace Journey.Generator.Commands;

/// <summary>Exit codes of the command line.</summary>
public static class Exit
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>Refused, stopped, or something was found wrong.</summary>
    public const int Refused = 1;

    /// <summary>Wrong use.</summary>
    public const int WrongUse = 2;
}
