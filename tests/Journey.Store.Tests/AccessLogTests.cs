using Journey.Record.Children;
using Journey.Store.Access;
using Npgsql;
using static Journey.Store.Tests.StoreFixture;

namespace Journey.Store.Tests;

public sealed class AccessLogTests(StoreFixture store) : IClassFixture<StoreFixture>
{
    private static AccessEntry About(Guid? child, int? children = null) => new(
        new Actor("sam", "inspector", "Ofsted"), "state", child, children, new DateOnly(2025, 3, 31), 17, new DateTimeOffset(2025, 6, 30, 0, 0, 0, TimeSpan.Zero), "role inspector");

    [Fact]
    public async Task What_was_asked_is_kept_as_it_was_asked_newest_first_and_outside_the_ledger()
    {
        var authority = await store.AuthorityAsync();
        var child = Guid.CreateVersion7();
        await store.Access.WriteAsync(authority, About(child), Cancelled);
        await store.Access.WriteAsync(authority, About(null, 367), Cancelled);
        await store.Access.WriteAsync(authority, About(child) with { ValidAt = null, Position = null, KnownAt = null }, Cancelled);

        var first = await store.Access.ReadAsync(authority, null, null, 2, Cancelled);
        var second = await store.Access.ReadAsync(authority, null, first.Next, 2, Cancelled);
        var about = await store.Access.ReadAsync(authority, child, cancellation: Cancelled);

        first.Total.ShouldBe(3);
        first.Entries[0].At.ShouldBe(store.Clock.GetUtcNow());
        first.Entries.Concat(second.Entries).Select(e => e.Entry).ShouldBe(
            [About(child) with { ValidAt = null, Position = null, KnownAt = null }, About(null, 367), About(child)]);
        second.Next.ShouldBeNull();
        (about.Total, about.Entries.Count).ShouldBe((2, 2));
        (await store.Knowledge.HeadAsync(authority, Cancelled)).ShouldBe(0);
    }

    [Fact]
    public async Task The_log_is_neither_changed_nor_deleted()
    {
        var authority = await store.AuthorityAsync();
        await store.Access.WriteAsync(authority, About(null, 1), Cancelled);
        foreach (var change in new[] { "update journey.journey_access set actor = 'nobody'", "delete from journey.journey_access", "truncate journey.journey_access" })
        {
            await Should.ThrowAsync<PostgresException>(() => store.RunAsync(change));
        }
    }

    [Fact]
    public async Task What_cannot_be_logged_throws()
    {
        await using var nowhere = Build("Host=127.0.0.1;Port=1;Timeout=1", store.Clock);
        var log = new AccessLog((NpgsqlDataSource)nowhere.GetService(typeof(NpgsqlDataSource))!, store.Clock);
        await Should.ThrowAsync<NpgsqlException>(() => log.WriteAsync("E09000027", About(null, 1), Cancelled));
    }
}
