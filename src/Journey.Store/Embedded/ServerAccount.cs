namespace Journey.Store.Embedded;

/// <summary>The account the server runs under: this process's own, or an unprivileged one when this process is root, which PostgreSQL refuses.</summary>
internal sealed class ServerAccount
{
    private const string Nobody = "65534";

    private readonly string? _setpriv = Command.Find("setpriv");
    private readonly (string User, string Group)? _drop;

    private ServerAccount((string User, string Group)? drop) => _drop = drop;

    public static ServerAccount Resolve()
    {
        if (!Environment.IsPrivilegedProcess || OperatingSystem.IsWindows())
        {
            return new ServerAccount(drop: null);
        }

        var account = new ServerAccount(PostgresUser() ?? (Nobody, Nobody));
        return account._setpriv is not null
            ? account
            : throw new DatabaseUnavailableException("PostgreSQL does not run as root and 'setpriv' is missing: run 'apt-get install util-linux', or run Journey as an ordinary user.");
    }

    /// <summary>The command line under this account.</summary>
    public IEnumerable<string> Run(params IEnumerable<string> commandLine) =>
        _drop is null ? commandLine : [_setpriv!, .. Dropping(), .. commandLine];

    /// <summary>The command line under this account, in a session of its own so that a terminal's Ctrl-C misses it, and told to stop when the thread that started it ends.</summary>
    public IEnumerable<string> RunTiedToThread(params IEnumerable<string> commandLine)
    {
        IEnumerable<string> tied = _setpriv is null ? commandLine : [_setpriv, "--pdeathsig=INT", .. Dropping(), .. commandLine];
        return Command.Find("setsid") is { } setsid ? [setsid, .. tied] : tied;
    }

    public async Task<bool> CanAsync(string test, string path, CancellationToken cancellationToken) =>
        (await Command.RunAsync(Run("test", test, path), cancellationToken)).ExitCode == 0;

    /// <summary>Gives a file or folder to this account.</summary>
    public async Task OwnAsync(string path, CancellationToken cancellationToken)
    {
        if (_drop is var (user, group))
        {
            var (exitCode, output) = await Command.RunAsync(["chown", $"{user}:{group}", "--", path], cancellationToken);
            if (exitCode != 0)
            {
                throw new DatabaseUnavailableException($"The folder '{path}' cannot be given to PostgreSQL's account ({output}): set JOURNEY_DATA to a folder on a local disk.");
            }
        }
    }

    private IEnumerable<string> Dropping() =>
        _drop is var (user, group) ? [$"--reuid={user}", $"--regid={group}", "--clear-groups"] : [];

    private static (string User, string Group)? PostgresUser() =>
        File.Exists("/etc/passwd")
        && File.ReadLines("/etc/passwd").FirstOrDefault(x => x.StartsWith("postgres:", StringComparison.Ordinal))?.Split(':') is [_, _, var user, var group, ..]
            ? (user, group)
            : null;
}
