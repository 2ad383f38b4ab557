using Journey.Record.Facts.Care;
using Journey.Store.Reading;
using static Journey.Store.Tests.StoreFixture;

namespace Journey.Store.Tests;

public sealed class KnowledgeTests(StoreFixture store) : IClassFixture<StoreFixture>
{
    [Fact]
    public async Task P3_P4_P5_an_instant_resolves_as_defined_whatever_the_buckets()
    {
        var authority = await store.AuthorityAsync();
        var random = new Random(3);
        var instants = new List<DateTimeOffset> { store.Clock.GetUtcNow().AddDays(-1) };
        for (var act = 0; act < 60; act++)
        {
            store.Clock.Advance(random.Next(4) switch { 0 => TimeSpan.Zero, 1 => TimeSpan.FromMinutes(20), 2 => TimeSpan.FromHours(3), _ => TimeSpan.FromSeconds(1) });
            var count = act % 20 == 7 ? 1200 : random.Next(1, 40);
            var appended = await store.AppendAsync(
                authority, Guid.CreateVersion7(), 0, [.. Enumerable.Range(0, count).Select(_ => Tell(Guid.CreateVersion7(), EpisodeStated.Example))]);
            instants.AddRange([appended.KnownAt.AddMicroseconds(-1), appended.KnownAt, appended.KnownAt.AddMicroseconds(1), appended.KnownAt.AddMinutes(random.Next(90))]);
            (await store.Knowledge.KnownAtAsync(authority, appended.Position, Cancelled)).ShouldBe(appended.KnownAt);
            (await store.Knowledge.ResolveAsync(authority, appended.KnownAt, Cancelled)).Position.ShouldBeGreaterThanOrEqualTo(appended.Position);
            if (act % 10 == 3)
            {
                await store.RunAsync("select setval(format('journey.%I', sequencename)::regclass, last_value + 50) from pg_sequences where sequencename = 'mt_events_sequence_' || $1", authority);
            }
        }

        var previous = new Knowledge(0, null, true);
        foreach (var instant in instants.Order())
        {
            var witness = await store.OneAsync<long?>(
                "select min(seq_id) from journey.mt_events where tenant_id = $1 and timestamp > $2 and type <> 'tombstone'", authority, instant);
            var head = await store.Knowledge.HeadAsync(authority, Cancelled);

            var resolved = await store.Knowledge.ResolveAsync(authority, instant, Cancelled);

            resolved.ShouldBe(new Knowledge(witness - 1 ?? head, instant, witness is not null));
            resolved.Position.ShouldBeGreaterThanOrEqualTo(previous.Position);
            previous = resolved;
        }

        var known = await store.OneAsync<long>(
            "select count(*) from (select timestamp < lag(timestamp) over (order by seq_id) as back from journey.mt_events where tenant_id = $1) t where back", authority);
        known.ShouldBe(0);
        (await store.OneAsync<long>("select count(*) from journey.journey_clock where tenant_id = $1", authority)).ShouldBeLessThan(60);
    }

    [Fact]
    public async Task An_empty_ledger_knows_nothing_and_may_still_learn_it()
    {
        var authority = await store.AuthorityAsync();
        var now = store.Clock.GetUtcNow();
        (await store.Knowledge.ResolveAsync(authority, now, Cancelled)).ShouldBe(new Knowledge(0, now, false));
        (await store.Knowledge.ResolveAsync(authority, null, Cancelled)).ShouldBe(new Knowledge(0, null, false));
        (await store.Knowledge.KnownAtAsync(authority, 5, Cancelled)).ShouldBeNull();
    }

    [Fact]
    public async Task The_databases_clock_is_compared_with_the_machines()
    {
        var skew = await store.Knowledge.SkewAsync(TimeProvider.System, Cancelled);
        skew.Duration().ShouldBeLessThan(TimeSpan.FromSeconds(1));
    }
}
