using Xunit;

namespace Journey.Kit;

/// <summary>A clone for one test class: derive with the template to use and take it as an <c>IClassFixture</c>.</summary>
public abstract class DatabaseFixture(DatabaseTemplate template) : IAsyncLifetime
{
    private TestDatabase? _database;

    /// <summary>What to connect with.</summary>
    public string ConnectionString => _database?.ConnectionString ?? throw new InvalidOperationException("The database is there once the class has been initialised.");

    /// <inheritdoc />
    public virtual async ValueTask InitializeAsync()
    {
        var server = await TestServer.SharedAsync(TestContext.Current.CancellationToken);
        _database = await server.CloneAsync(template, TestContext.Current.CancellationToken);
    }

    /// <inheritdoc />
    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_database is not null)
        {
            await _database.DisposeAsync();
        }
    }
}
