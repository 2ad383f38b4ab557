namespace Journey.Store.Embedded;

/// <summary>Where a private cluster is kept and how careful it is with its files.</summary>
public sealed record EmbeddedClusterOptions
{
    /// <summary>The folder that holds clusters; each lives in a folder named for its PostgreSQL major version.</summary>
    public string DataRoot { get; init; } = DefaultDataRoot();

    /// <summary>The folder of <c>initdb</c> and <c>postgres</c>; when null, the usual places are searched.</summary>
    public string? BinariesFolder { get; init; } = NullIfEmpty(Environment.GetEnvironmentVariable("JOURNEY_PG_BIN"));

    /// <summary>False gives up safety on power loss for speed, in a cluster of its own: for tests.</summary>
    public bool Durable { get; init; } = true;

    /// <summary>How long the server may take to answer, crash recovery included.</summary>
    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long the process that started the server waits for attached processes to finish before it stops the server.</summary>
    public TimeSpan Linger { get; init; } = TimeSpan.Zero;

    /// <summary><c>JOURNEY_DATA</c>, else <c>/var/lib/journey</c> for root, else the user's own data folder.</summary>
    public static string DefaultDataRoot()
    {
        if (NullIfEmpty(Environment.GetEnvironmentVariable("JOURNEY_DATA")) is { } chosen)
        {
            return Path.GetFullPath(chosen);
        }

        if (Environment.IsPrivilegedProcess && !OperatingSystem.IsWindows())
        {
            return "/var/lib/journey";
        }

        var dataHome = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return dataHome.Length > 0
            ? Path.Combine(dataHome, "journey")
            : throw new DatabaseUnavailableException("The user has no home folder for the database: set JOURNEY_DATA to a folder that can be written.");
    }

    private static string? NullIfEmpty(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;
}
