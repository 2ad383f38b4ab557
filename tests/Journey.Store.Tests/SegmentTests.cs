using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Facts;
using Journey.Record.Facts.Care;
using Journey.Record.Facts.Identity;
using Journey.Record.Facts.Workforce;
using Journey.Store.Projections;
using Journey.Store.Reading;
using Journey.Store.Writing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using static Journey.Store.Tests.StoreFixture;

namespace Journey.Store.Tests;

public sealed class SegmentTests(StoreFixture store) : IClassFixture<StoreFixture>
{
    private static readonly IReadOnlyList<Lane> Lanes = [.. FactCatalogue.Lanes.Values];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task P2_P6_the_table_answers_as_the_events_do_at_every_pair_of_clocks_and_for_ever(int seed)
    {
        var (authority, history) = (await store.AuthorityAsync(), new History(seed));
        var answers = new List<(DateOnly Day, long Position, string Answer)>();
        for (var act = 0; act < 60; act++)
        {
            await TellAsync(authority, history);
            if (act % 7 == 0)
            {
                await store.Follower.CatchUpAsync(authority, Cancelled);
            }

            var (day, position) = (history.Day(), history.Position(await store.Knowledge.HeadAsync(authority, Cancelled)));
            var answer = await HoldingAsync(authority, day, position);
            answer.ShouldBe(await FoldedAsync(authority, day, position), $"seed {seed}, {day} at {position}");
            answers.Add((day, position, answer));
        }

        await store.Follower.CatchUpAsync(authority, Cancelled);
        await AllAsBeforeAsync(authority, answers);
        await store.Rebuild.RunAsync(authority, null, Cancelled);
        await AllAsBeforeAsync(authority, answers);
    }

    [Fact]
    public async Task A_key_longer_than_an_index_takes_is_followed_and_found()
    {
        var authority = await store.AuthorityAsync();
        var random = new Random(5);
        var first = $"SW{string.Concat(Enumerable.Range(0, 20_000).Select(_ => (char)('a' + random.Next(26))))}";
        var (one, other) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await JoinAsync(authority, one, first);
        await JoinAsync(authority, other, $"{first}2");

        var position = await store.Follower.CatchUpAsync(authority, Cancelled);

        (await store.Segments.FindByKeyAsync(authority, WorkforceLanes.InPost, first, position, Cancelled)).ShouldBe([one]);
    }

    private Task<Appended> JoinAsync(string authority, Guid worker, string number) => store.AppendAsync(
        authority,
        new StreamAppend(
            worker, StreamKind.Worker, 0, [Say(new Asserted<WorkerJoined>(Guid.CreateVersion7(), WorkerJoined.Example with { Number = number }, null))]));

    [Fact]
    public async Task A_table_that_lags_gives_whole_timelines_as_the_live_fold_does()
    {
        var (authority, history) = (await store.AuthorityAsync(), new History(11));
        for (var act = 0; act < 40; act++)
        {
            await TellAsync(authority, history);
            if (act == 20)
            {
                await store.Follower.CatchUpAsync(authority, Cancelled);
            }
        }

        var head = await store.Knowledge.HeadAsync(authority, Cancelled);
        foreach (var position in Enumerable.Range(0, (int)head + 1))
        {
            var cohort = await store.Segments.ReadAsync(authority, Lanes, position, cancellation: Cancelled);
            cohort.Position.ShouldBe(position);
            cohort.ProjectionPosition.ShouldBeLessThan(head);
            await foreach (var (child, entries) in store.Reader.AllAsync(authority, null, position, Cancelled))
            {
                var ledger = Ledger.Fold(entries);
                foreach (var lane in Lanes)
                {
                    var kept = cohort.Members.TryGetValue(child, out var member) ? member.Timeline(lane) : [];
                    kept.ShouldBe(ledger.Timeline(lane), ignoreOrder: true);
                }
            }
        }

        await Should.ThrowAsync<UnknownPositionException>(() => store.Segments.ReadAsync(authority, Lanes, head + 1, cancellation: Cancelled));
        await Should.ThrowAsync<UnknownAuthorityException>(() => store.Segments.ReadAsync("E99999999", Lanes, 0, cancellation: Cancelled));
    }

    [Fact]
    public async Task A_child_is_found_by_key_as_known_at_a_position_whether_or_not_the_table_lags()
    {
        var authority = await store.AuthorityAsync();
        var (child, fact) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var identity = IdentityStated.Example with { LaChildId = "A1" };
        var first = await store.AppendAsync(authority, child, 0, Tell(fact, identity));
        await store.Follower.CatchUpAsync(authority, Cancelled);
        var second = await store.AppendAsync(authority, child, 1, Say(new Asserted<IdentityStated>(fact, identity with { LaChildId = "B2" }, new Correction("typing", "Misread."))));

        async Task<IReadOnlyList<Guid>> FindAsync(string id, long position) =>
            await store.Segments.FindByKeyAsync(authority, IdentityLanes.Identifiers, $"LaChildId:{id}", position, Cancelled);
        for (var round = 0; round < 2; round++)
        {
            (await FindAsync("A1", first.Position)).ShouldBe([child]);
            (await FindAsync("B2", first.Position)).ShouldBeEmpty();
            (await FindAsync("A1", second.Position)).ShouldBeEmpty();
            (await FindAsync("B2", second.Position)).ShouldBe([child]);
            var held = await store.Segments.HoldingOnAsync(authority, IdentityLanes.Identifiers, new DateOnly(2020, 1, 1), second.Position, "LaChildId:B2", Cancelled);
            held.Members.Keys.ShouldBe([child]);
            await store.Follower.CatchUpAsync(authority, Cancelled);
        }
    }

    [Fact]
    public async Task A_window_gives_the_intervals_that_touch_it_and_no_other()
    {
        var (authority, history) = (await store.AuthorityAsync(), new History(5));
        for (var act = 0; act < 30; act++)
        {
            await TellAsync(authority, history);
        }

        var head = await store.Follower.CatchUpAsync(authority, Cancelled);
        var window = new Period(new DateOnly(2020, 4, 1), new DateOnly(2020, 7, 1));
        var cohort = await store.Segments.ReadAsync(authority, [CareLanes.Care, CareLanes.StatedEpisodes], head, window, Cancelled);

        var expected = 0;
        await foreach (var (child, entries) in store.Reader.AllAsync(authority, null, head, Cancelled))
        {
            foreach (var lane in new Lane[] { CareLanes.Care, CareLanes.StatedEpisodes })
            {
                var touching = Ledger.Fold(entries).Timeline(lane).Where(i => window.Touches(i.Period)).ToList();
                (cohort.Members.TryGetValue(child, out var member) ? member.Timeline(lane) : []).ShouldBe(touching, ignoreOrder: true);
                expected += touching.Count;
            }
        }

        expected.ShouldBeGreaterThan(10);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Linked_records_are_read_as_one_at_every_position_whether_the_table_lags_or_was_rebuilt(int seed)
    {
        var (authority, history) = (await store.AuthorityAsync(), new History(seed));
        var random = new Random(seed);
        for (var act = 0; act < 40; act++)
        {
            if (act > 8 && random.Next(3) == 0 && history.NextLink() is { } link)
            {
                await store.AppendAsync(authority, link.Streams);
                link.Done();
            }
            else
            {
                await TellAsync(authority, history);
            }

            if (act is 10 or 18 or 30)
            {
                await store.Follower.CatchUpAsync(authority, Cancelled);
            }
        }

        var head = await store.Knowledge.HeadAsync(authority, Cancelled);
        var joined = 0;
        for (var round = 0; round < 3; round++)
        {
            for (var position = 0L; position <= head; position += 1 + (round * 2))
            {
                joined += await SameAsFoldedAsync(authority, position);
            }

            switch (round)
            {
                case 0:
                    await store.Follower.CatchUpAsync(authority, Cancelled);
                    break;
                case 1:
                    var rows = await RowsAsync(authority);
                    (await store.Rebuild.RunAsync(authority, null, Cancelled)).ShouldBe(new Rebuilt(head, history.Children.Count, 0, null));
                    (await RowsAsync(authority)).ShouldBe(rows);
                    (await store.Reconciliation.RunAsync(authority, Cancelled)).ShouldSatisfyAllConditions(
                        r => r.Differing.ShouldBeEmpty(), r => r.Compared.ShouldBe(history.Children.Count));
                    break;
            }
        }

        joined.ShouldBeGreaterThan(20);
    }

    /// <summary>Compares every timeline of everyone with the live fold at a position; returns how many records are joined there.</summary>
    private async Task<int> SameAsFoldedAsync(string authority, long position)
    {
        var (read, alone) = (
            await store.Segments.ReadAsync(authority, Lanes, position, cancellation: Cancelled), await store.Segments.StreamsAsync(authority, Lanes, position, Cancelled));
        var (joined, seen) = (0, 0);
        await foreach (var record in store.Get<ChildReader>().AllAsync(authority, position, Cancelled))
        {
            var member = read.Members.GetValueOrDefault(record.Id);
            foreach (var lane in Lanes)
            {
                (member?.Timeline(lane) ?? []).ShouldBe(record.Timeline(lane), ignoreOrder: true, $"{record.Id} {lane} at {position}");
            }

            if (member is not null)
            {
                seen++;
                member.Streams.ShouldBe(record.Streams.Select(s => s.Stream));
                var one = await store.Segments.OfAsync(authority, Lanes, [.. member.Streams], position, Cancelled);
                one.Members.Keys.ShouldBe([record.Id]);
                one.Members[record.Id].Streams.ShouldBe(member.Streams);
            }

            joined += record.Streams.Count > 1 ? 1 : 0;
        }

        read.Members.Count.ShouldBe(seen);
        await foreach (var (stream, entries) in store.Reader.AllAsync(authority, null, position, Cancelled))
        {
            var ledger = Ledger.Fold(entries);
            foreach (var lane in Lanes)
            {
                (alone.Members.GetValueOrDefault(stream)?.Timeline(lane) ?? []).ShouldBe(ledger.Timeline(lane), ignoreOrder: true);
            }
        }

        return joined;
    }

    [Fact]
    public async Task Those_for_whom_something_holds_are_read_whole_and_so_are_those_named()
    {
        var (authority, history) = (await store.AuthorityAsync(), new History(15));
        for (var act = 0; act < 60; act++)
        {
            await TellAsync(authority, history);
            if (act is 20 or 50)
            {
                await store.Follower.CatchUpAsync(authority, Cancelled);
            }
        }

        var (head, left) = (await store.Knowledge.HeadAsync(authority, Cancelled), 0);
        for (var round = 0; round < 40; round++)
        {
            var (day, position) = (history.Day(), round == 0 ? head : history.Position(head));
            var all = await store.Segments.ReadAsync(authority, Lanes, position, cancellation: Cancelled);
            var holders = await store.Segments.HoldersAsync(authority, Lanes, [CareLanes.Care, CareLanes.StatedEpisodes], day, position, Cancelled);
            foreach (var member in all.Members.Values.Where(m => m.On(CareLanes.Care, day).Concat(m.On(CareLanes.StatedEpisodes, day)).Any()))
            {
                Same(holders.Members[member.Id], member);
            }

            left += all.Members.Count - holders.Members.Count;
            var named = all.Members.Keys.Where((_, n) => n % 3 == 0).ToList();
            var some = await store.Segments.OfAsync(authority, Lanes, named, position, Cancelled);
            some.Members.Keys.ShouldBe(named, ignoreOrder: true);
            foreach (var id in named)
            {
                Same(some.Members[id], all.Members[id]);
            }
        }

        left.ShouldBeGreaterThan(40);

        static void Same(CohortMember one, CohortMember other)
        {
            foreach (var lane in Lanes)
            {
                one.Timeline(lane).ShouldBe(other.Timeline(lane));
            }
        }
    }

    [Fact]
    public async Task P7_followed_step_by_step_at_once_or_rebuilt_the_rows_are_the_same()
    {
        var (stepwise, atOnce) = (await store.AuthorityAsync(), await store.AuthorityAsync());
        var (one, other) = (new History(21), new History(21));
        for (var act = 0; act < 50; act++)
        {
            await TellAsync(stepwise, one);
            await TellAsync(atOnce, other);
            await store.Follower.CatchUpAsync(stepwise, Cancelled);
        }

        await store.Follower.CatchUpAsync(atOnce, Cancelled);
        var rows = await RowsAsync(stepwise);

        rows.Length.ShouldBeGreaterThan(1000);
        (await RowsAsync(atOnce)).ShouldBe(rows);
        await store.Rebuild.RunAsync(atOnce, null, Cancelled);
        (await RowsAsync(atOnce)).ShouldBe(rows);
        await store.Rebuild.RunAsync(atOnce, null, Cancelled);
        (await RowsAsync(atOnce)).ShouldBe(rows);
    }

    [Fact]
    public async Task P14_a_difference_is_found_child_by_child_and_healed()
    {
        var (authority, history) = (await store.AuthorityAsync(), new History(31));
        for (var act = 0; act < 20; act++)
        {
            await TellAsync(authority, history);
        }

        (await store.Reconciliation.RunAsync(authority, Cancelled)).ShouldSatisfyAllConditions(
            r => r.Differing.ShouldBeEmpty(), r => r.Behind.ShouldBe(0), r => r.Compared.ShouldBe(history.Children.Count));
        var rows = await RowsAsync(authority);
        var (changed, robbed, stranger) = (history.Children[0], history.Children[1], Guid.CreateVersion7());
        await store.RunAsync("update journey.journey_segment set value = '{}' where tenant_id = $1 and child_id = $2", authority, changed);
        await store.RunAsync("delete from journey.journey_segment where tenant_id = $1 and child_id = $2", authority, robbed);
        await store.RunAsync("insert into journey.journey_segment select tenant_id, lane, $2, fact_id, value_key, value, closing, ordinal, at_time, valid_from, valid_to, known_from, known_to, read_as from journey.journey_segment where tenant_id = $1 limit 1", authority, stranger);

        var found = await store.Reconciliation.RunAsync(authority, Cancelled);
        found.Differing.Select(d => d.Child).ShouldBe([changed, robbed, stranger], ignoreOrder: true);
        foreach (var child in found.Differing)
        {
            await store.Reconciliation.HealAsync(authority, child.Child, Cancelled);
        }

        (await store.Reconciliation.RunAsync(authority, Cancelled)).Differing.ShouldBeEmpty();
        (await RowsAsync(authority)).ShouldBe(rows);
    }

    [Fact]
    public async Task P18_what_happens_in_one_authority_leaves_every_answer_and_position_of_another()
    {
        var (quiet, busy) = (await store.AuthorityAsync(), await store.AuthorityAsync());
        var history = new History(41);
        for (var act = 0; act < 15; act++)
        {
            await TellAsync(quiet, history);
        }

        var head = await store.Follower.CatchUpAsync(quiet, Cancelled);
        var rows = await RowsAsync(quiet);
        var others = new History(42);
        for (var act = 0; act < 15; act++)
        {
            await TellAsync(busy, others);
        }

        await store.Rebuild.RunAsync(busy, null, Cancelled);
        await store.Reconciliation.RunAsync(busy, Cancelled);

        (await store.Knowledge.HeadAsync(quiet, Cancelled)).ShouldBe(head);
        (await RowsAsync(quiet)).ShouldBe(rows);
        var known = await store.Knowledge.ResolveAsync(quiet, store.Clock.GetUtcNow().AddHours(1), Cancelled);
        known.Position.ShouldBe(head);
    }

    [Fact]
    public async Task Readers_never_see_a_half_built_table_while_it_is_rebuilt_under_appends()
    {
        var (authority, history) = (await store.AuthorityAsync(), new History(51));
        for (var act = 0; act < 120; act++)
        {
            await TellAsync(authority, history);
        }

        var position = await store.Follower.CatchUpAsync(authority, Cancelled);
        var day = history.Day();
        var expected = await FoldedAsync(authority, day, position);
        using var done = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 3).Select(_ => Task.Run(async () =>
        {
            var reads = 0;
            for (; !done.IsCancellationRequested; reads++)
            {
                (await HoldingAsync(authority, day, position)).ShouldBe(expected);
            }

            return reads;
        })).ToList();
        var writer = Task.Run(
            async () =>
            {
                while (!done.IsCancellationRequested)
                {
                    await TellAsync(authority, history);
                    await store.Follower.CatchUpAsync(authority, Cancelled);
                }
            },
            Cancelled);
        for (var round = 0; round < 8; round++)
        {
            await store.Rebuild.RunAsync(authority, null, Cancelled);
        }

        await done.CancelAsync();
        (await Task.WhenAll(readers)).Sum().ShouldBeGreaterThan(20);
        await writer;
        (await store.Reconciliation.RunAsync(authority, Cancelled)).Differing.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_rebuild_that_is_cancelled_or_killed_leaves_the_old_table_and_can_be_run_again()
    {
        var (authority, history) = (await store.AuthorityAsync(), new History(61));
        for (var act = 0; act < 30; act++)
        {
            await TellAsync(authority, history);
        }

        await store.Follower.CatchUpAsync(authority, Cancelled);
        var rows = await RowsAsync(authority);
        using var cancelled = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        var progress = new Immediately(_ => cancelled.Cancel());
        await Should.ThrowAsync<OperationCanceledException>(() => store.Rebuild.RunAsync(authority, progress, cancelled.Token));
        (await RowsAsync(authority)).ShouldBe(rows);

        var killed = new Immediately(_ => store.RunAsync(
            "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query like 'copy%'").GetAwaiter().GetResult());
        await Should.ThrowAsync<NpgsqlException>(() => store.Rebuild.RunAsync(authority, killed, Cancelled));
        (await RowsAsync(authority)).ShouldBe(rows);

        await store.Rebuild.RunAsync(authority, null, Cancelled);
        (await RowsAsync(authority)).ShouldBe(rows);
        (await store.OneAsync<string>("select to_regclass('journey.journey_shadow_' || lower($1))::text", authority)).ShouldBeNull();
    }

    [Theory]
    [InlineData("cancelled")]
    [InlineData("killed")]
    public async Task A_rebuild_stopped_when_two_fifths_are_folded_starts_again_from_nothing(string how)
    {
        var (authority, history) = (await store.AuthorityAsync(), new History(65));
        for (var act = 0; act < 80; act++)
        {
            await TellAsync(authority, history);
        }

        await store.Follower.CatchUpAsync(authority, Cancelled);
        var rows = await RowsAsync(authority);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        var seen = new List<RebuildProgress>();
        var atTwoFifths = new Immediately(p =>
        {
            lock (seen)
            {
                seen.Add(p);
            }

            if (p.Stage == RebuildStage.Folding && p.Done == p.Total * 2 / 5)
            {
                if (how == "cancelled")
                {
                    stop.Cancel();
                }
                else
                {
                    store.RunAsync(
                        "select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = current_database() and query like 'copy journey.journey_shadow_' || lower($1) || '%'",
                        authority).GetAwaiter().GetResult();
                }
            }
        });
        await Should.ThrowAsync<Exception>(() => store.Rebuild.RunAsync(authority, atTwoFifths, stop.Token));
        seen.ShouldAllBe(p => p.Stage == RebuildStage.Folding && p.Done < p.Total);
        (await RowsAsync(authority)).ShouldBe(rows);
        (await store.OneAsync<string>("select to_regclass('journey.journey_shadow_' || lower($1))::text", authority)).ShouldBeNull();

        seen.Clear();
        var rebuilt = await store.Rebuild.RunAsync(authority, new Immediately(seen.Add), Cancelled);
        rebuilt.ShouldBe(new Rebuilt(await store.Knowledge.HeadAsync(authority, Cancelled), history.Children.Count, 0, null));
        (await RowsAsync(authority)).ShouldBe(rows);
        seen.Select(p => p.Events).ShouldBeInOrder();
        seen.Last(p => p.Stage == RebuildStage.Folding).ShouldSatisfyAllConditions(p => p.Done.ShouldBe(p.Total), p => p.Events.ShouldBe(p.TotalEvents));
        seen.TakeLast(2).Select(p => p.Stage).ShouldBe([RebuildStage.Comparing, RebuildStage.Indexing]);
    }

    [Fact]
    public async Task A_rebuild_that_differs_is_refused_with_the_first_child_named_unless_differences_are_accepted()
    {
        var (authority, history) = (await store.AuthorityAsync(), new History(66));
        for (var act = 0; act < 40; act++)
        {
            await TellAsync(authority, history);
        }

        await store.Follower.CatchUpAsync(authority, Cancelled);
        var rows = await RowsAsync(authority);
        var spoilt = history.Children.Take(3).OrderBy(c => c.ToString(), StringComparer.Ordinal).ToList();
        await store.RunAsync("update journey.journey_segment set valid_to = valid_to - 1 where tenant_id = $1 and child_id = $2 and valid_to <> 'infinity' and lane = 'stated-episodes'", authority, spoilt[0]);
        await store.RunAsync("delete from journey.journey_segment where tenant_id = $1 and child_id = $2", authority, spoilt[1]);
        await store.RunAsync("update journey.journey_segment set closing = '{}' where tenant_id = $1 and child_id = $2", authority, spoilt[2]);
        var damaged = await RowsAsync(authority);

        var refused = await Should.ThrowAsync<SegmentsDifferException>(() => store.Rebuild.RunAsync(authority, null, Cancelled));
        var first = damaged == rows ? Guid.Empty : refused.Child;
        spoilt.ShouldContain(first);
        refused.ShouldSatisfyAllConditions(
            r => r.Message.ShouldContain(r.Child.ToString()), r => r.Differing.ShouldBeInRange(2, 3), r => r.Child.ShouldBe(spoilt[(int)(3 - r.Differing)]));
        (await RowsAsync(authority)).ShouldBe(damaged);
        (await store.OneAsync<string>("select to_regclass('journey.journey_shadow_' || lower($1))::text", authority)).ShouldBeNull();

        (await store.Rebuild.RunAsync(authority, WhenDifferent.Replace, null, Cancelled)).ShouldSatisfyAllConditions(
            r => r.Differing.ShouldBe(refused.Differing), r => r.First.ShouldBe(refused.Child), r => r.Compared.ShouldBe(history.Children.Count));
        (await RowsAsync(authority)).ShouldBe(rows);
    }

    [Fact]
    public async Task Children_that_changed_since_the_table_followed_are_no_difference()
    {
        var (authority, history) = (await store.AuthorityAsync(), new History(67));
        for (var act = 0; act < 30; act++)
        {
            await TellAsync(authority, history);
        }

        await store.Follower.CatchUpAsync(authority, Cancelled);
        var before = history.Children.Count;
        var (streams, done) = history.Next();
        await store.AppendAsync(authority, streams);
        done();
        var changed = streams.Select(s => s.Stream).ToList();

        var rebuilt = await store.Rebuild.RunAsync(authority, null, Cancelled);

        rebuilt.ShouldSatisfyAllConditions(r => r.Differing.ShouldBe(0), r => r.Compared.ShouldBe(history.Children.Count - changed.Count));
        before.ShouldBeGreaterThan(5);
        (await store.Reconciliation.RunAsync(authority, Cancelled)).Differing.ShouldBeEmpty();
    }

    [Fact]
    public async Task Rows_of_another_shape_are_not_read_nor_written_until_they_are_rebuilt()
    {
        var (authority, history) = (await store.AuthorityAsync(), new History(68));
        for (var act = 0; act < 10; act++)
        {
            await TellAsync(authority, history);
        }

        var position = await store.Follower.CatchUpAsync(authority, Cancelled);
        var rows = await RowsAsync(authority);
        await store.RunAsync("update journey.journey_segment_progress set shape = 'of old' where tenant_id = $1", authority);
        await store.RunAsync("update journey.journey_segment set value = '{}' where tenant_id = $1", authority);

        (await store.Rebuild.OutdatedAsync(Cancelled)).ShouldBe([authority]);
        var refused = await Should.ThrowAsync<SegmentsOutdatedException>(() => store.Segments.ReadAsync(authority, Lanes, position, cancellation: Cancelled));
        refused.Message.ShouldContain("rebuild");
        await Should.ThrowAsync<SegmentsOutdatedException>(() => store.Follower.CatchUpAsync(authority, Cancelled));
        await Should.ThrowAsync<SegmentsOutdatedException>(() => store.Reconciliation.HealAsync(authority, history.Children[0], Cancelled));

        (await store.Rebuild.RunAsync(authority, null, Cancelled)).ShouldBe(new Rebuilt(position, 0, 0, null));
        (await store.Rebuild.OutdatedAsync(Cancelled)).ShouldBeEmpty();
        (await RowsAsync(authority)).ShouldBe(rows);
        (await store.Segments.ReadAsync(authority, Lanes, position, cancellation: Cancelled)).Members.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_follower_with_much_to_do_leaves_it_to_the_rebuild_that_runs()
    {
        var authority = await store.AuthorityAsync();
        await store.AppendAsync(authority, [.. Enumerable.Range(0, 250).Select(_ => new StreamAppend(
            Guid.CreateVersion7(), StreamKind.Child, 0, [Tell(Guid.CreateVersion7(), EpisodeStated.Example)]))]);
        var other = await store.AuthorityAsync();
        var (streams, _) = new History(72).Next();
        await store.AppendAsync(other, streams);
        var stood = new List<long>();
        await store.Rebuild.RunAsync(
            authority,
            new Immediately(p =>
            {
                if (p.Stage == RebuildStage.Indexing)
                {
                    stood.Add(store.Follower.CatchUpAsync(authority, Cancelled).GetAwaiter().GetResult());
                    stood.Add(store.Follower.CatchUpAsync(other, Cancelled).GetAwaiter().GetResult());
                }
            }),
            Cancelled);

        stood[0].ShouldBe(0);
        stood[1].ShouldBe(await store.Knowledge.HeadAsync(other, Cancelled));
        (await store.Reconciliation.RunAsync(authority, Cancelled)).ShouldSatisfyAllConditions(r => r.Differing.ShouldBeEmpty(), r => r.Compared.ShouldBe(250));
    }

    [Fact]
    public async Task Two_rebuilds_of_one_authority_do_not_run_at_once()
    {
        var (authority, history) = (await store.AuthorityAsync(), new History(71));
        await TellAsync(authority, history);
        var second = new Immediately(_ => Should.Throw<RebuildRunningException>(() => store.Rebuild.RunAsync(authority, null, Cancelled)));
        await store.Rebuild.RunAsync(authority, second, Cancelled);
    }

    [Fact]
    public async Task Followers_of_several_processes_take_turns()
    {
        var (authority, history) = (await store.AuthorityAsync(), new History(81));
        for (var round = 0; round < 10; round++)
        {
            for (var act = 0; act < 5; act++)
            {
                await TellAsync(authority, history);
            }

            await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => store.Follower.CatchUpAsync(authority, Cancelled))));
        }

        (await store.Reconciliation.RunAsync(authority, Cancelled)).Differing.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_follower_wakes_when_a_ledger_grows()
    {
        await using var services = Build(store.ConnectionString, store.Clock);
        var follower = services.GetRequiredService<SegmentFollower>();
        var (authority, history) = (await store.AuthorityAsync(), new History(91));
        await follower.StartAsync(Cancelled);
        await Task.Delay(300, Cancelled);

        await TellAsync(authority, history);
        var head = await store.Knowledge.HeadAsync(authority, Cancelled);

        var waited = System.Diagnostics.Stopwatch.StartNew();
        while (await store.OneAsync<long>("select position from journey.journey_segment_progress where tenant_id = $1", authority) < head)
        {
            waited.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(5));
            await Task.Delay(10, Cancelled);
        }

        follower.Failing.ShouldBeEmpty();
        await follower.StopAsync(Cancelled);
    }

    private async Task TellAsync(string authority, History history)
    {
        var (streams, done) = history.Next();
        await store.AppendAsync(authority, streams);
        done();
    }

    private async Task AllAsBeforeAsync(string authority, List<(DateOnly Day, long Position, string Answer)> answers)
    {
        foreach (var (day, position, answer) in answers)
        {
            (await HoldingAsync(authority, day, position)).ShouldBe(answer);
        }
    }

    private async Task<string> HoldingAsync(string authority, DateOnly day, long position)
    {
        var cohort = await store.Segments.ReadAsync(authority, Lanes, position, new Period(day, day.AddDays(1)), Cancelled);
        var care = await store.Segments.HoldingOnAsync(authority, CareLanes.Care, day, position, cancellation: Cancelled);
        care.Members.Keys.ShouldBe(cohort.Members.Values.Where(m => m.On(CareLanes.Care, day).Any()).Select(m => m.Id), ignoreOrder: true);
        var lines = cohort.Members.Values.SelectMany(m => Lanes.SelectMany(l => m.On(l, day).Select(i => $"{m.Id} {l} {i}")));
        return string.Join('\n', lines.Order(StringComparer.Ordinal));
    }

    private async Task<string> FoldedAsync(string authority, DateOnly day, long position)
    {
        var lines = new List<string>();
        await foreach (var (child, entries) in store.Reader.AllAsync(authority, null, position, Cancelled))
        {
            var ledger = Ledger.Fold(entries);
            lines.AddRange(Lanes.SelectMany(l => ledger.Timeline(l).Where(i => i.Period.Contains(day)).Select(i => $"{child} {l} {i}")));
        }

        return string.Join('\n', lines.Order(StringComparer.Ordinal));
    }

    private async Task<string> RowsAsync(string authority) => await store.OneAsync<string>(
        """
        select string_agg(r, E'\n' order by r) from (
            select row(lane, child_id, fact_id, value_key, value, closing, ordinal, at_time, valid_from, valid_to, known_from, known_to, read_as)::text as r
            from journey.journey_segment where tenant_id = $1) t
        """,
        authority) ?? "";

    /// <summary>Reports on the thread that makes the progress.</summary>
    private sealed class Immediately(Action<RebuildProgress> then) : IProgress<RebuildProgress>
    {
        public void Report(RebuildProgress value) => then(value);
    }
}
