using System.Data;
using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Facts.Identity;
using Journey.Record.Measures;
using Journey.Store.Reading;
using Npgsql;

namespace Journey.Store.Projections;

/// <summary>One child's (or worker's) believed intervals on the lanes asked for.</summary>
public sealed class CohortMember
{
    private readonly Dictionary<Lane, List<Interval>> _lanes = [];

    internal CohortMember(Guid id, IReadOnlyList<Guid>? streams = null)
    {
        Id = id;
        Streams = streams ?? [id];
    }

    /// <summary>The stream's id; of linked ones the survivor's.</summary>
    public Guid Id { get; }

    /// <summary>The streams that are read as this one.</summary>
    public IReadOnlyList<Guid> Streams { get; private set; }

    /// <summary>Intervals of a lane in order of start, then time of day, then recording; empty when there are none.</summary>
    public IReadOnlyList<Interval> Timeline(Lane lane) => _lanes.TryGetValue(lane, out var intervals) ? intervals : [];

    /// <summary>What measures and clocks are asked with.</summary>
    public Timelines Timelines => new(Id, Timeline, Streams);

    /// <summary>The intervals that hold at the end of a day.</summary>
    public IEnumerable<Interval> On(Lane lane, DateOnly day) => Timeline(lane).Where(i => i.Period.Contains(day));

    internal void Add(Lane lane, Interval interval)
    {
        if (!_lanes.TryGetValue(lane, out var intervals))
        {
            _lanes.Add(lane, intervals = []);
        }

        intervals.Add(interval);
    }

    internal void Join(IReadOnlyList<Guid> streams) => Streams = streams;

    internal void Sort()
    {
        foreach (var (lane, intervals) in _lanes.ToList())
        {
            if (intervals.Count > 1)
            {
                _lanes[lane] = [.. intervals.OrderBy(i => i.From).ThenBy(i => i.At ?? TimeOnly.MinValue).ThenBy(i => i.Ordinal).ThenBy(i => i.To)];
            }
        }
    }
}

/// <summary>
/// Everyone with something on the lanes asked for, as known at <paramref name="Position"/>. <paramref name="ProjectionPosition"/> is how far
/// the segment table had followed; the answer is at <paramref name="Position"/> all the same.
/// </summary>
public sealed record Cohort(string Authority, long Position, long ProjectionPosition, IReadOnlyDictionary<Guid, CohortMember> Members);

/// <summary>
/// Answers about many children, from the segment table. Streams that changed after the table last followed are folded live, with those linked with
/// them, and replace their rows, so that an answer is always at the position asked for. Records linked at the position are one member, under the
/// survivor's id.
/// </summary>
public sealed class SegmentReader(NpgsqlDataSource source)
{
    private const int Batch = 500;

    private const string Known = "known_from <= $1 and known_to > $1 and lane = any($2)";

    /// <summary>How far the table of an authority ($1) has followed, whether its rows are of a shape ($2), and where its ledger ends.</summary>
    private const string Standing = $"""
        select p.position, p.shape is not distinct from $2, coalesce((
            select seq_id from {StoreSchema.Name}.mt_events where tenant_id = $1 and type <> '{EventCatalogue.Tombstone}' order by seq_id desc limit 1), 0)
        from {StoreSchema.Name}.journey_segment_progress p where p.tenant_id = $1
        """;

    private const string ChangedSince = $"""
        select distinct stream_id from {StoreSchema.Name}.mt_events
        where tenant_id = $1 and seq_id > (select position from {StoreSchema.Name}.journey_segment_progress where tenant_id = $1)
            and seq_id <= $2 and type <> '{EventCatalogue.Tombstone}'
        """;

    /// <summary>
    /// The believed intervals of some lanes at a position, per child; only those that touch a period when one is given.
    /// </summary>
    /// <exception cref="UnknownPositionException">The position lies beyond the end of the ledger.</exception>
    /// <exception cref="UnknownAuthorityException">The authority has no ledger.</exception>
    public Task<Cohort> ReadAsync(
        string authority, IReadOnlyCollection<Lane> lanes, long position, Period? touching = null, CancellationToken cancellation = default)
    {
        var (where, parameters) = touching is { } period
            ? ("and valid_from <= $3 and valid_to >= $4", new object?[] { period.To, period.From })
            : ("", []);
        return ReadAsync(authority, lanes, position, where, parameters, i => touching is not { } p || p.Touches(i.Period), cancellation);
    }

    /// <summary>
    /// The intervals of a lane that hold at the end of a day, per child, known at a position; with a key (<see cref="IKeyed"/>) only those
    /// whose value has it, such as one worker's caseload.
    /// </summary>
    /// <inheritdoc cref="ReadAsync(string, IReadOnlyCollection{Lane}, long, Period?, CancellationToken)"/>
    public Task<Cohort> HoldingOnAsync(
        string authority, Lane lane, DateOnly day, long position, string? key = null, CancellationToken cancellation = default) =>
        HoldingOnAsync(authority, [lane], day, position, key, cancellation);

    /// <summary>The same of several lanes.</summary>
    /// <inheritdoc cref="ReadAsync(string, IReadOnlyCollection{Lane}, long, Period?, CancellationToken)"/>
    public Task<Cohort> HoldingOnAsync(
        string authority, IReadOnlyCollection<Lane> lanes, DateOnly day, long position, string? key = null, CancellationToken cancellation = default) => ReadAsync(
            authority,
            lanes,
            position,
            key is null ? "and valid_from <= $3 and valid_to > $3" : "and valid_from <= $3 and valid_to > $3 and value_key = $4",
            key is null ? [day] : [day, SegmentRow.Indexed(key)],
            i => i.Period.Contains(day) && (key is null || HasKey(i, key)),
            cancellation);

    /// <summary>The intervals and points of a lane that touch a period, per child, known at a position; with a key only those whose value has it.</summary>
    /// <inheritdoc cref="ReadAsync(string, IReadOnlyCollection{Lane}, long, Period?, CancellationToken)"/>
    public Task<Cohort> TouchingAsync(
        string authority, Lane lane, Period period, long position, string? key = null, CancellationToken cancellation = default) => key is null
            ? ReadAsync(authority, [lane], position, period, cancellation)
            : ReadAsync(
                authority,
                [lane],
                position,
                "and valid_from <= $3 and valid_to >= $4 and value_key = $5",
                [period.To, period.From, SegmentRow.Indexed(key)],
                i => period.Touches(i.Period) && HasKey(i, key),
                cancellation);

    /// <summary>
    /// The believed intervals of some lanes at a position, of those children for whom something on one of the lanes <paramref name="holding"/> holds at
    /// the end of a day; children whose records are linked, or changed after the table last followed, may be among the answer though nothing holds.
    /// </summary>
    /// <inheritdoc cref="ReadAsync(string, IReadOnlyCollection{Lane}, long, Period?, CancellationToken)"/>
    public Task<Cohort> HoldersAsync(
        string authority, IReadOnlyCollection<Lane> lanes, IReadOnlyCollection<Lane> holding, DateOnly day, long position, CancellationToken cancellation = default) =>
        ReadAsync(
            authority,
            lanes,
            position,
            $"and child_id in (select child_id from {StoreSchema.Segments(authority)} where known_from <= $1 and known_to > $1 and read_as <> 1 and lane = any($3) and valid_from <= $4 and valid_to > $4)",
            [holding.Select(l => l.Name).ToArray(), day],
            _ => true,
            cancellation);

    /// <summary>The believed intervals of some lanes at a position, of some members of another cohort at that position, each named by all its streams.</summary>
    /// <inheritdoc cref="ReadAsync(string, IReadOnlyCollection{Lane}, long, Period?, CancellationToken)"/>
    public Task<Cohort> OfAsync(
        string authority, IReadOnlyCollection<Lane> lanes, IReadOnlyCollection<Guid> streams, long position, CancellationToken cancellation = default) =>
        ReadAsync(authority, lanes, position, "and child_id = any($3)", [streams.ToArray()], _ => true, cancellation, among: streams.ToHashSet());

    /// <summary>Like <see cref="ReadAsync(string, IReadOnlyCollection{Lane}, long, Period?, CancellationToken)"/>, but each stream for itself.</summary>
    public Task<Cohort> StreamsAsync(string authority, IReadOnlyCollection<Lane> lanes, long position, CancellationToken cancellation = default) =>
        ReadAsync(authority, lanes, position, "", [], _ => true, cancellation, linked: false);

    /// <summary>Streams that links make one child at a position, each group with its survivor first.</summary>
    public async Task<IReadOnlyList<IReadOnlyList<Guid>>> LinkedAsync(string authority, long position, CancellationToken cancellation = default)
    {
        return Linked(await StreamsAsync(authority, [IdentityLanes.Links], position, cancellation));
    }

    /// <summary>Streams that links make one child, as a cohort of <see cref="StreamsAsync"/> read on the lane of links says.</summary>
    public static IReadOnlyList<IReadOnlyList<Guid>> Linked(Cohort cohort) =>
        LinkedRecords.Groups(cohort.Members.Values.SelectMany(m => m.Timeline(IdentityLanes.Links)).Select(i => i.As<RecordLink>()));

    /// <summary>Children with a value of this key on a lane on any day, as known at a position; in order of id.</summary>
    /// <inheritdoc cref="ReadAsync(string, IReadOnlyCollection{Lane}, long, Period?, CancellationToken)"/>
    public async Task<IReadOnlyList<Guid>> FindByKeyAsync(
        string authority, Lane lane, string key, long position, CancellationToken cancellation = default)
    {
        var cohort = await ReadAsync(authority, [lane], position, "and value_key = $3", [SegmentRow.Indexed(key)], i => HasKey(i, key), cancellation);
        return [.. cohort.Members.Keys.Order()];
    }

    private static bool HasKey(Interval interval, string key) => interval.Value is IKeyed keyed && keyed.Key() == key;

    /// <summary>
    /// All in one round trip, on one snapshot. The lock comes first: a snapshot taken before a rebuild's swap would see the new table empty.
    /// With <paramref name="among"/> only those of the streams that changed, and are named there, are folded.
    /// </summary>
    private async Task<Cohort> ReadAsync(
        string authority,
        IReadOnlyCollection<Lane> lanes,
        long position,
        string where,
        object?[] parameters,
        Func<Interval, bool> wanted,
        CancellationToken cancellation,
        bool linked = true,
        HashSet<Guid>? among = null)
    {
        var (table, asked) = (StoreSchema.Segments(authority), lanes.ToArray());
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
        var members = new Dictionary<Guid, CohortMember>();
        var joined = new List<CohortMember>();
        long progress;
        HashSet<Guid> changed;
        await using (var batch = connection.Batch(
            ($"lock table {table} in access share mode", []),
            (Standing, [authority, SegmentShape.Current]),
            (ChangedSince, [authority, position]),
            (Rows(table, linked, where), [position, asked.Select(l => l.Name).ToArray(), .. parameters])))
        await using (var reader = await ReadAsync(batch, authority, cancellation))
        {
            progress = await ProgressAsync(reader, authority, position, cancellation);
            await reader.NextResultAsync(cancellation);
            changed = [];
            while (await reader.ReadAsync(cancellation))
            {
                changed.Add(reader.GetGuid(0));
            }

            await reader.NextResultAsync(cancellation);
            await ReadRowsAsync(reader, asked, changed, wanted, members, joined, cancellation);
        }

        if (changed.Count == 0 && joined.Count == 0)
        {
            return Sorted(new Cohort(authority, position, progress, members));
        }

        var links = linked ? await LinksAsync(connection, table, position, changed, cancellation) : [];
        foreach (var streams in changed.Chunk(Batch))
        {
            await foreach (var (stream, entries) in RecordReader.SomeAsync(connection, authority, streams, position, cancellation))
            {
                if (among?.Contains(stream) != false)
                {
                    Add(members, stream, Ledger.Fold(entries).Timeline, lanes, wanted);
                }

                if (linked)
                {
                    links.AddRange(LinkedRecords.Of(entries));
                }
            }
        }

        // Of a group without a changed stream the table holds the rows that it has together.
        var groups = LinkedRecords.Groups(links);
        foreach (var group in groups)
        {
            members.GetValueOrDefault(group[0])?.Join(group);
        }

        await JoinAsync(
            connection, authority, [.. groups.Where(g => g.Any(changed.Contains) && (among is null || g.Any(among.Contains)))], position, members, lanes, wanted, cancellation);
        return Sorted(new Cohort(authority, position, progress, members));
    }

    private static Cohort Sorted(Cohort cohort)
    {
        foreach (var member in cohort.Members.Values)
        {
            member.Sort();
        }

        return cohort;
    }

    private static async Task<List<RecordLink>> LinksAsync(
        NpgsqlConnection connection, string table, long position, HashSet<Guid> changed, CancellationToken cancellation)
    {
        var members = new Dictionary<Guid, CohortMember>();
        await using var command = connection.Command(Rows(table, false, ""), position, new[] { IdentityLanes.Links.Name });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        await ReadRowsAsync(reader, [IdentityLanes.Links], changed, _ => true, members, [], cancellation);
        return [.. members.Values.SelectMany(m => m.Timeline(IdentityLanes.Links)).Select(i => i.As<RecordLink>())];
    }

    private static async Task<NpgsqlDataReader> ReadAsync(NpgsqlBatch batch, string authority, CancellationToken cancellation)
    {
        try
        {
            return await batch.ExecuteReaderAsync(cancellation);
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.UndefinedTable)
        {
            throw new UnknownAuthorityException(authority);
        }
    }

    /// <summary>How far the table has followed; refuses rows of another shape, and a position beyond the head.</summary>
    private static async Task<long> ProgressAsync(NpgsqlDataReader reader, string authority, long position, CancellationToken cancellation)
    {
        if (!await reader.ReadAsync(cancellation))
        {
            throw new UnknownAuthorityException(authority);
        }

        var (progress, current, head) = (reader.GetInt64(0), reader.GetBoolean(1), reader.GetInt64(2));
        if (!current)
        {
            throw new SegmentsOutdatedException(authority);
        }

        // A position just below the next event is final though gaps may lie between it and the event before; beyond the head it is unknown.
        return position > progress && position > head ? throw new UnknownPositionException(position, head) : progress;
    }

    private static string Rows(string table, bool linked, string where) =>
        $"""
        select child_id, array_position($2::text[], lane), fact_id, value, closing, ordinal, at_time, valid_from, valid_to, read_as
        from {table} where {Known} and read_as <> {(short)(linked ? ReadAs.Alone : ReadAs.Together)} {where}
        """;

    /// <summary>Reads rows but those of changed streams; members whose rows may be several streams' are <paramref name="joined"/>.</summary>
    private static async Task ReadRowsAsync(
        NpgsqlDataReader reader,
        Lane[] lanes,
        HashSet<Guid> changed,
        Func<Interval, bool> wanted,
        Dictionary<Guid, CohortMember> members,
        List<CohortMember> joined,
        CancellationToken cancellation)
    {
        var values = new SegmentValues();
        while (await reader.ReadAsync(cancellation))
        {
            var stream = reader.GetGuid(0);
            if (changed.Count > 0 && changed.Contains(stream))
            {
                continue;
            }

            var lane = lanes[reader.GetInt32(1) - 1];
            var interval = values.Interval(lane, reader);
            if (wanted(interval))
            {
                var member = Member(members, stream);
                member.Add(lane, interval);
                if (reader.GetInt16(9) == (short)ReadAs.Together)
                {
                    joined.Add(member);
                }
            }
        }
    }

    private static void Add(
        Dictionary<Guid, CohortMember> members, Guid id, Func<Lane, IReadOnlyList<Interval>> timeline, IReadOnlyCollection<Lane> lanes, Func<Interval, bool> wanted)
    {
        foreach (var lane in lanes)
        {
            foreach (var interval in timeline(lane).Where(wanted))
            {
                Member(members, id).Add(lane, interval);
            }
        }
    }

    /// <summary>
    /// Folds the streams of each group together, in the place of their rows: on an exclusive lane a change point of one cuts what the other holds.
    /// </summary>
    private static async Task JoinAsync(
        NpgsqlConnection connection,
        string authority,
        IReadOnlyList<IReadOnlyList<Guid>> groups,
        long position,
        Dictionary<Guid, CohortMember> members,
        IReadOnlyCollection<Lane> lanes,
        Func<Interval, bool> wanted,
        CancellationToken cancellation)
    {
        foreach (var some in groups.Chunk(Batch))
        {
            await foreach (var record in ChildReader.JoinedAsync(connection, authority, some, position, cancellation))
            {
                foreach (var stream in record.Streams)
                {
                    members.Remove(stream.Stream);
                }

                members.Add(record.Id, new CohortMember(record.Id, [.. record.Streams.Select(s => s.Stream)]));
                Add(members, record.Id, record.Timeline, lanes, wanted);
            }
        }
    }

    private static CohortMember Member(Dictionary<Guid, CohortMember> members, Guid id)
    {
        if (!members.TryGetValue(id, out var member))
        {
            members.Add(id, member = new CohortMember(id));
        }

        return member;
    }
}
