namespace Journey.Kit;

/// <summary>Stops the server after the last test: <c>[assembly: AssemblyFixture(typeof(TestServerLifetime))]</c> in every project that uses it.</summary>
public sealed class TestServerLifetime : IAsyncDisposable
{
    /// <inheritdoc />
    public async ValueTask DisposeAsync() => await TestServer.StopSharedAsync();
}
