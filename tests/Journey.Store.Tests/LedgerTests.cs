using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Facts.Care;
using Journey.Store.Writing;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using static Journey.Store.Tests.StoreFixture;

namespace Journey.Store.Tests;

public sealed class LedgerTests(StoreFixture store) : IClassFixture<StoreFixture>
{
    private static Appending Episode() => Tell(Guid.CreateVersion7(), EpisodeStated.Example);

    [Fact]
    public async Task An_event_comes_back_with_who_said_it_and_where_it_came_from()
    {
        var authority = await store.AuthorityAsync();
        var child = Guid.CreateVersion7();
        var imported = new Imported("ssda903", store.Clock.GetUtcNow().AddYears(-2), store.Clock.GetUtcNow(), Guid.CreateVersion7());
        var said = Episode() with { SourceRef = "episodes.csv:7", SourceRecordedAt = store.Clock.GetUtcNow().AddYears(-3) };
        var appended = await store.Writer.AppendAsync(
            authority,
            new Append(new Actor("kim", "administrator", "the registrar"), "yearly return", "act-9", [new StreamAppend(child, StreamKind.Child, 0, [said])], imported),
            Cancelled);

        var entry = (await store.Reader.StreamAsync(authority, child, appended.Position, Cancelled)).ShouldHaveSingleItem();

        entry.Statement.ShouldBe(said.Statement);
        entry.KnownAt.ShouldBe(imported.StatedAt);
        entry.Origin.ShouldBe(new Origin(
            said.EventId, "kim", "administrator", "the registrar", "yearly return", "act-9", "ssda903", "episodes.csv:7", said.SourceRecordedAt, imported.LoadedAt, imported.Load));
        appended.ShouldBe(new Appended(1, imported.StatedAt, appended.Versions));
        appended.Versions.ShouldBe(new Dictionary<Guid, long> { [child] = 1 });
    }

    [Fact]
    public async Task Events_of_one_act_share_an_instant_and_acts_ascend_even_when_the_clock_goes_back()
    {
        var authority = await store.AuthorityAsync();
        var (one, other) = (Guid.CreateVersion7(), Guid.CreateVersion7());

        var first = await store.AppendAsync(
            authority,
            new StreamAppend(one, StreamKind.Child, 0, [Episode(), Episode()]),
            new StreamAppend(other, StreamKind.Child, 0, [Episode()]));
        await using var behind = Build(store.ConnectionString, Kit.FakeClock.At(2026, 11, 19));
        var second = await behind.GetRequiredService<LedgerWriter>().AppendAsync(
            authority, new Append(Alex, null, "act", [new StreamAppend(one, StreamKind.Child, 2, [Episode()])]), Cancelled);

        var instants = (await store.Reader.StreamAsync(authority, one, long.MaxValue, Cancelled)).Select(e => e.KnownAt).ToList();
        var others = (await store.Reader.StreamAsync(authority, other, long.MaxValue, Cancelled)).Select(e => e.KnownAt);
        instants.ShouldBe([first.KnownAt, first.KnownAt, first.KnownAt.AddMicroseconds(1)]);
        others.ShouldBe([first.KnownAt]);
        first.Position.ShouldBe(3);
        second.Position.ShouldBe(4);
        second.KnownAt.ShouldBe(instants[2]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public async Task A_stale_version_is_refused_with_the_current_one(long expected)
    {
        var authority = await store.AuthorityAsync();
        var child = Guid.CreateVersion7();
        await store.AppendAsync(authority, child, 0, Episode(), Episode());

        var refused = await Should.ThrowAsync<StaleVersionException>(() => store.AppendAsync(authority, child, expected, Episode()));

        (refused.Stream, refused.Expected, refused.Current).ShouldBe((child, expected, 2));
        (await store.Knowledge.HeadAsync(authority, Cancelled)).ShouldBe(2);
    }

    [Fact]
    public async Task A_stream_that_does_not_exist_stands_at_version_0()
    {
        var authority = await store.AuthorityAsync();
        var refused = await Should.ThrowAsync<StaleVersionException>(() => store.AppendAsync(authority, Guid.CreateVersion7(), 4, Episode()));
        refused.Current.ShouldBe(0);
    }

    [Fact]
    public async Task Of_writers_that_race_for_one_version_one_wins_and_the_others_are_stale()
    {
        var authority = await store.AuthorityAsync();
        var child = Guid.CreateVersion7();
        await store.AppendAsync(authority, child, 0, Episode());

        var race = Enumerable.Range(0, 12).Select(_ => Task.Run(async () =>
        {
            try
            {
                return (await store.AppendAsync(authority, child, 1, Episode())).Position;
            }
            catch (StaleVersionException stale)
            {
                stale.Current.ShouldBe(2);
                return 0;
            }
        })).ToList();

        (await Task.WhenAll(race)).Count(p => p > 0).ShouldBe(1);
        (await store.Reader.StreamAsync(authority, child, long.MaxValue, Cancelled)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task The_same_act_sent_twice_is_one_act()
    {
        var authority = await store.AuthorityAsync();
        var (child, said) = (Guid.CreateVersion7(), new[] { Episode(), Episode() });
        var first = await store.AppendAsync(authority, child, 0, said);

        var again = await Should.ThrowAsync<AlreadyStoredException>(() => store.AppendAsync(authority, child, 2, said));
        var found = await store.Writer.FindAsync(authority, [.. said.Select(s => s.EventId)], Cancelled);

        again.EventIds.ShouldBe(said.Select(s => s.EventId), ignoreOrder: true);
        found.ShouldNotBeNull().Position.ShouldBe(first.Position);
        found.KnownAt.ShouldBe(first.KnownAt);
        found.Versions.ShouldBe(first.Versions);
        (await store.Writer.KnownAsync(authority, [said[0].EventId, Guid.CreateVersion7()], Cancelled)).ShouldBeFalse();
        (await store.Knowledge.HeadAsync(authority, Cancelled)).ShouldBe(2);
    }

    [Fact]
    public async Task An_act_sent_by_several_at_once_is_stored_once()
    {
        var authority = await store.AuthorityAsync();
        var (child, said) = (Guid.CreateVersion7(), Episode());

        var sent = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            try
            {
                await store.AppendAsync(authority, child, 0, said);
                return true;
            }
            catch (AlreadyStoredException)
            {
                return false;
            }
        })));

        sent.Count(s => s).ShouldBe(1);
        (await store.Knowledge.HeadAsync(authority, Cancelled)).ShouldBe(1);
    }

    [Fact]
    public async Task Imported_history_is_known_when_it_says_but_never_before_what_the_ledger_knows_nor_in_the_future()
    {
        var authority = await store.AuthorityAsync();
        var (child, now) = (Guid.CreateVersion7(), store.Clock.GetUtcNow());
        StreamAppend Next(long version) => new(child, StreamKind.Child, version, [Episode()]);

        (await store.ImportAsync(authority, now.AddYears(-8), Next(0))).KnownAt.ShouldBe(now.AddYears(-8));
        await Should.ThrowAsync<KnowledgeClockException>(() => store.ImportAsync(authority, now.AddYears(-8), Next(1)));
        await Should.ThrowAsync<KnowledgeClockException>(() => store.ImportAsync(authority, now.AddYears(-9), Next(1)));
        await Should.ThrowAsync<KnowledgeClockException>(() => store.ImportAsync(authority, now.AddSeconds(1), Next(1)));
        (await store.ImportAsync(authority, now.AddYears(-7), Next(1))).KnownAt.ShouldBe(now.AddYears(-7));
        var live = await store.AppendAsync(authority, child, 2, Episode());
        var late = await Should.ThrowAsync<KnowledgeClockException>(() => store.ImportAsync(authority, live.KnownAt, Next(3)));

        live.KnownAt.ShouldBe(now);
        late.Last.ShouldBe(live.KnownAt);
        (await store.Reader.StreamAsync(authority, child, long.MaxValue, Cancelled)).Select(e => e.Position).ShouldBe([1, 2, 3]);
    }

    [Fact]
    public async Task A_unit_of_work_too_large_to_send_at_once_is_still_one()
    {
        var authority = await store.AuthorityAsync();
        var (known, stated) = (Guid.CreateVersion7(), store.Clock.GetUtcNow().AddYears(-3));
        await store.ImportAsync(authority, stated.AddYears(-1), new StreamAppend(known, StreamKind.Child, 0, [Episode()]));
        StreamAppend[] streams =
        [
            .. Enumerable.Range(0, 110).Select(_ => new StreamAppend(
                Guid.CreateVersion7(), StreamKind.Child, 0, [.. Enumerable.Range(0, 200).Select(_ => Episode())])),
            new StreamAppend(known, StreamKind.Child, 1, [Episode()]),
        ];

        await Should.ThrowAsync<StaleVersionException>(
            () => store.ImportAsync(authority, stated, [.. streams[..^1], streams[^1] with { ExpectedVersion = 7 }]));
        (await store.Knowledge.HeadAsync(authority, Cancelled)).ShouldBe(1);
        var appended = await store.ImportAsync(authority, stated, streams);

        appended.KnownAt.ShouldBe(stated);
        (await store.Knowledge.IsBoundaryAsync(authority, appended.Position, Cancelled)).ShouldBeTrue();
        (await store.Knowledge.IsBoundaryAsync(authority, appended.Position - 1, Cancelled)).ShouldBeFalse();
        var before = await store.Knowledge.ResolveAsync(authority, stated.AddMicroseconds(-1), Cancelled);
        var after = await store.Knowledge.ResolveAsync(authority, stated, Cancelled);
        (await store.Knowledge.HeadAsync(authority, Cancelled)).ShouldBe(after.Position);
        (await store.Reader.StreamAsync(authority, known, before.Position, Cancelled)).Count.ShouldBe(1);
        (await store.Reader.StreamAsync(authority, known, after.Position, Cancelled)).Count.ShouldBe(2);
        (await store.Reader.StreamAsync(authority, streams[0].Stream, before.Position, Cancelled)).ShouldBeEmpty();
        (await store.Reader.StreamAsync(authority, streams[0].Stream, after.Position, Cancelled)).Select(e => e.KnownAt).Distinct().ShouldBe([stated]);
    }

    [Fact]
    public async Task Nothing_is_appended_for_an_authority_that_was_never_created()
    {
        await Should.ThrowAsync<UnknownAuthorityException>(() => store.AppendAsync("E99999999", Guid.CreateVersion7(), 0, Episode()));
        await Should.ThrowAsync<ArgumentException>(() => store.Writer.EnsureAuthorityAsync("e09'; drop", Cancelled));
    }

    [Fact]
    public async Task An_authority_created_by_several_at_once_exists_once()
    {
        var authority = $"R{Guid.NewGuid():N}".ToUpperInvariant();
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(async () =>
        {
            await using var other = Build(store.ConnectionString, store.Clock);
            await other.GetRequiredService<LedgerWriter>().EnsureAuthorityAsync(authority, Cancelled);
        })));
        (await store.AppendAsync(authority, Guid.CreateVersion7(), 0, Episode())).Position.ShouldBe(1);
        (await store.Get<Authorities>().ListAsync(Cancelled)).ShouldContain(authority);
    }

    [Fact]
    public async Task Applying_the_schema_again_leaves_what_is_kept()
    {
        var authority = await store.AuthorityAsync();
        var child = Guid.CreateVersion7();
        await store.AppendAsync(authority, child, 0, Episode());
        await store.Follower.CatchUpAsync(authority, Cancelled);
        await using var restarted = Build(store.ConnectionString, store.Clock);

        await JourneySchema.ApplyAsync(restarted, Cancelled);
        await restarted.GetRequiredService<LedgerWriter>().EnsureAuthorityAsync(authority, Cancelled);

        (await store.AppendAsync(authority, child, 1, Episode())).Position.ShouldBe(2);
        (await store.Reconciliation.RunAsync(authority, Cancelled)).ShouldSatisfyAllConditions(
            r => r.Position.ShouldBe(2), r => r.Compared.ShouldBe(1), r => r.Differing.ShouldBeEmpty());
    }

    [Fact]
    public async Task A_command_without_an_actor_is_refused()
    {
        var authority = await store.AuthorityAsync();
        await Should.ThrowAsync<ArgumentException>(() => store.Writer.AppendAsync(
            authority, new Append(new Actor(" ", "practitioner"), null, "act", [new StreamAppend(Guid.CreateVersion7(), StreamKind.Child, 0, [Episode()])]), Cancelled));
    }

    [Fact]
    public async Task Each_authority_counts_its_own_positions()
    {
        var (one, other) = (await store.AuthorityAsync(), await store.AuthorityAsync());
        for (var i = 0; i < 3; i++)
        {
            (await store.AppendAsync(one, Guid.CreateVersion7(), 0, Episode())).Position.ShouldBe(i + 1);
            (await store.AppendAsync(other, Guid.CreateVersion7(), 0, Episode())).Position.ShouldBe(i + 1);
        }
    }

    [Fact]
    public async Task The_same_child_and_event_ids_may_stand_in_two_authorities()
    {
        var (one, other) = (await store.AuthorityAsync(), await store.AuthorityAsync());
        var (child, said) = (Guid.CreateVersion7(), Episode());
        await store.AppendAsync(one, child, 0, said);
        await store.AppendAsync(other, child, 0, said);
        (await store.Reader.StreamAsync(one, child, long.MaxValue, Cancelled)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Masking_an_event_stays_in_its_authority()
    {
        var (one, other) = (await store.AuthorityAsync(), await store.AuthorityAsync());
        var (child, said) = (Guid.CreateVersion7(), Episode());
        await store.AppendAsync(one, child, 0, said);
        await store.AppendAsync(other, child, 0, said);

        await using var masking = Build(store.ConnectionString, store.Clock, services => services.ConfigureMarten(o =>
            o.Events.AddMaskingRuleForProtectedInformation<Asserted<EpisodeStated>>(e => e with { Fact = e.Fact with { HomePostcode = "masked" } })));
        await masking.GetRequiredService<IDocumentStore>().Advanced.ApplyEventDataMasking(
            x =>
            {
                x.ForTenant(one);
                x.IncludeStream(child);
                x.AddHeader("masked", true);
            },
            Cancelled);

        async Task<bool> MaskedAsync(string authority) =>
            await store.OneAsync<bool>("select headers ? 'masked' from journey.mt_events where tenant_id = $1", authority);
        (await MaskedAsync(one)).ShouldBeTrue();
        (await MaskedAsync(other)).ShouldBeFalse();
        async Task<string?> PostcodeAsync(string authority) =>
            ((Asserted<EpisodeStated>)(await store.Reader.StreamAsync(authority, child, long.MaxValue, Cancelled))[0].Statement).Fact.HomePostcode;
        (await PostcodeAsync(one)).ShouldBe("masked");
        (await PostcodeAsync(other)).ShouldBe(EpisodeStated.Example.HomePostcode);
    }

    [Fact]
    public async Task Positions_lost_by_a_failed_act_are_a_gap_and_no_part_of_the_record()
    {
        var authority = await store.AuthorityAsync();
        var child = Guid.CreateVersion7();
        await store.AppendAsync(authority, child, 0, Episode());
        await using (var session = store.Get<IDocumentStore>().LightweightSession(authority))
        {
            session.Events.Append(child, Episode().Statement);
            session.QueueSqlCommand("select 1 / 0");
            await Should.ThrowAsync<Exception>(() => session.SaveChangesAsync(Cancelled));
        }

        await store.RunAsync(
            """
            insert into journey.mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, is_archived)
            values (900, gen_random_uuid(), gen_random_uuid(), 1, '{}', 'tombstone', '-infinity', $1, false)
            """,
            authority);
        (await store.Knowledge.HeadAsync(authority, Cancelled)).ShouldBe(1);
        var next = await store.AppendAsync(authority, child, 1, Episode());

        (await store.Reader.StreamAsync(authority, child, long.MaxValue, Cancelled)).Select(e => e.Version).ShouldBe([1, 2]);
        (await store.Knowledge.HeadAsync(authority, Cancelled)).ShouldBe(next.Position);
        next.Position.ShouldBeGreaterThan(1);
        (await store.Follower.CatchUpAsync(authority, Cancelled)).ShouldBe(next.Position);
        (await store.Reconciliation.RunAsync(authority, Cancelled)).Differing.ShouldBeEmpty();
        var all = new List<Guid>();
        await foreach (var (stream, _) in store.Reader.AllAsync(authority, null, long.MaxValue, Cancelled))
        {
            all.Add(stream);
        }

        all.ShouldBe([child]);
    }

    [Fact]
    public async Task History_is_read_in_pages_with_nothing_left_off()
    {
        var authority = await store.AuthorityAsync();
        var child = Guid.CreateVersion7();
        await store.AppendAsync(authority, child, 0, [.. Enumerable.Range(0, 7).Select(_ => Episode())]);

        var versions = new List<long>();
        for (long? after = 0; after is { } from;)
        {
            var page = await store.Reader.PageAsync(authority, child, 6, from, 3, Cancelled);
            page.Total.ShouldBe(6);
            versions.AddRange(page.Entries.Select(e => e.Version));
            after = page.Next;
        }

        versions.ShouldBe([1, 2, 3, 4, 5, 6]);
    }

    [Fact]
    public async Task Streams_are_read_by_kind()
    {
        var authority = await store.AuthorityAsync();
        var (child, worker) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await store.AppendAsync(
            authority,
            new StreamAppend(child, StreamKind.Child, 0, [Episode()]),
            new StreamAppend(worker, StreamKind.Worker, 0, [Episode()]),
            new StreamAppend(Guid.CreateVersion7(), StreamKind.Returns, 0, [Episode()]),
            new StreamAppend(Guid.CreateVersion7(), StreamKind.Team, 0, [Episode()]),
            new StreamAppend(Guid.CreateVersion7(), StreamKind.Agency, 0, [Episode()]));

        async Task<List<Guid>> OfAsync(StreamKind kind)
        {
            var streams = new List<Guid>();
            await foreach (var (stream, _) in store.Reader.AllAsync(authority, kind, long.MaxValue, Cancelled))
            {
                streams.Add(stream);
            }

            return streams;
        }

        (await OfAsync(StreamKind.Child)).ShouldBe([child]);
        (await OfAsync(StreamKind.Worker)).ShouldBe([worker]);
        (await OfAsync(StreamKind.Returns)).Count.ShouldBe(1);
        (await OfAsync(StreamKind.Team)).Count.ShouldBe(1);
        (await OfAsync(StreamKind.Agency)).Count.ShouldBe(1);
    }
}
