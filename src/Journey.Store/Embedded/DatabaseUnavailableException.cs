namespace Journey.Store.Embedded;

/// <summary>No database can be reached or started. The message is one sentence that says what to install or set.</summary>
public sealed class DatabaseUnavailableException : Exception
{
    /// <summary>Says what to install or set.</summary>
    public DatabaseUnavailableException(string message)
        : base(message)
    {
    }

    /// <summary>Says what to install or set, and what was met.</summary>
    public DatabaseUnavailableException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
