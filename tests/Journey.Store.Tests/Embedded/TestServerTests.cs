using Journey.Kit;
using Npgsql;

namespace Journey.Store.Tests.Embedded;

/// <summary>The kit: a template is migrated once, each clone is its own, and a clone is gone when disposed.</summary>
public sealed class TestServerTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Clones_share_a_schema_and_nothing_else()
    {
        var migrated = 0;
        var template = new DatabaseTemplate("kit_notes", async connectionString =>
        {
            migrated++;
            await ExecuteAsync(connectionString, "create table note (text text)");
        });
        var server = await TestServer.SharedAsync(Cancelled);

        await using var first = await server.CloneAsync(template, Cancelled);
        await using var second = await server.CloneAsync(template, Cancelled);
        await ExecuteAsync(first.ConnectionString, "insert into note values ('only here')");

        migrated.ShouldBeLessThanOrEqualTo(1);
        (await CountAsync(first.ConnectionString)).ShouldBe(1);
        (await CountAsync(second.ConnectionString)).ShouldBe(0);
    }

    [Fact]
    public async Task A_disposed_clone_is_gone()
    {
        var template = new DatabaseTemplate("kit_empty", _ => Task.CompletedTask);
        var server = await TestServer.SharedAsync(Cancelled);

        var clone = await server.CloneAsync(template, Cancelled);
        await clone.DisposeAsync();

        var refusal = await Should.ThrowAsync<PostgresException>(() => ExecuteAsync(clone.ConnectionString, "select 1"));
        refusal.SqlState.ShouldBe(PostgresErrorCodes.InvalidCatalogName);
    }

    private static async Task<long> CountAsync(string connectionString)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand("select count(*) from note");
        return (long)(await command.ExecuteScalarAsync(Cancelled))!;
    }

    private static async Task ExecuteAsync(string connectionString, string sql)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Cancelled);
    }
}
