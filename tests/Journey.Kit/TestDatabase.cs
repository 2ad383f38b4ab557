namespace Journey.Kit;

/// <summary>One clone, dropped when disposed.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly TestServer _server;
    private readonly string _name;

    internal TestDatabase(TestServer server, string name)
    {
        _server = server;
        _name = name;
        ConnectionString = server.ConnectionString(name);
    }

    /// <summary>What to connect with.</summary>
    public string ConnectionString { get; }

    /// <inheritdoc />
    public async ValueTask DisposeAsync() =>
        await _server.ExecuteAsync($"drop database if exists {_name} with (force)", CancellationToken.None);
}
