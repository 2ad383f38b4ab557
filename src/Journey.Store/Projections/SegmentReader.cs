using System.Data;
using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Facts;
using Journey.Record.Facts.Identity;
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
    public IReadOnlyList<Guid> Streams { get; }

    /// <summary>Intervals of a lane in order of start, then time of day, then recording; empty when there are none.</summary>
    public IReadOnlyList<Interval> Timeline(Lane lane) => _lanes.TryGetValue(lane, out var intervals) ? intervals : [];

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
/// Answers about many children, from the segment table. Streams that changed after the table last followed are folded live and replace
/// their rows, so that an answer is always at the position asked for. Records linked at the position are one member, under the survivor's id.
/// </summary>
public sealed class SegmentReader(NpgsqlDataSource source)
{
    private const int Batch = 500;

    private const string Known = "known_from <= $1 and known_to > $1 and lane = any($2)";

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
        string authority, Lane lane, DateOnly day, long position, string? key = null, CancellationToken cancellation = default) => ReadAsync(
            authority,
            [lane],
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

    /// <summary>Like <see cref="ReadAsync(string, IReadOnlyCollection{Lane}, long, Period?, CancellationToken)"/>, but each stream for itself.</summary>
    public Task<Cohort> StreamsAsync(string authority, IReadOnlyCollection<Lane> lanes, long position, CancellationToken cancellation = default) =>
        ReadAsync(authority, lanes, position, "", [], _ => true, cancellation, linked: false);

    /// <summary>Streams that links make one child at a position, each group with its survivor first.</summary>
    public async Task<IReadOnlyList<IReadOnlyList<Guid>>> LinkedAsync(string authority, long position, CancellationToken cancellation = default)
    {
        var cohort = await StreamsAsync(authority, [IdentityLanes.Links], position, cancellation);
        return LinkedRecords.Groups(cohort.Members.Values.SelectMany(m => m.Timeline(IdentityLanes.Links)).Select(i => i.As<RecordLink>()));
    }

    /// <summary>Children with a value of this key on a lane on any day, as known at a position; in order of id.</summary>
    /// <inheritdoc cref="ReadAsync(string, IReadOnlyCollection{Lane}, long, Period?, CancellationToken)"/>
    public async Task<IReadOnlyList<Guid>> FindByKeyAsync(
        string authority, Lane lane, string key, long position, CancellationToken cancellation = default)
    {
        var cohort = await ReadAsync(authority, [lane], position, "and value_key = $3", [SegmentRow.Indexed(key)], i => HasKey(i, key), cancellation);
        return [.. cohort.Members.Keys.Order()];
    }

    private static bool HasKey(Interval interval, string key) => interval.Value is IKeyed keyed && keyed.Key() == key;

    private async Task<Cohort> ReadAsync(
        string authority, IReadOnlyCollection<Lane> lanes, long position, string where, object?[] parameters, Func<Interval, bool> wanted, CancellationToken cancellation, bool linked = true)
    {
        var table = StoreSchema.Segments(authority);
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);

        // The snapshot must be younger than the table: one taken before a rebuild's swap would see the new table empty.
        await LockAsync(connection, authority, table, cancellation);
        var progress = await SegmentProgress.ReadAsync(connection, authority, cancellation);
        var changed = await ChangedAsync(connection, authority, progress, position, cancellation);
        var members = new Dictionary<Guid, CohortMember>();
        var links = linked ? await LinksAsync(connection, table, position, changed, cancellation) : [];
        await ReadTableAsync(connection, table, lanes, position, where, parameters, wanted, changed, members, cancellation);
        foreach (var streams in changed.Chunk(Batch))
        {
            await foreach (var (stream, entries) in RecordReader.SomeAsync(connection, authority, streams, position, cancellation))
            {
                Add(members, stream, Ledger.Fold(entries).Timeline, lanes, wanted);
                if (linked)
                {
                    links.AddRange(LinkedRecords.Of(entries));
                }
            }
        }

        foreach (var group in LinkedRecords.Groups(links))
        {
            await JoinAsync(connection, authority, group, position, members, lanes, wanted, cancellation);
        }

        foreach (var member in members.Values)
        {
            member.Sort();
        }

        return new Cohort(authority, position, progress, members);
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
    /// Folds the streams of one child together: on an exclusive lane a change point of one cuts what the other holds, which their rows cannot
    /// show. Without a row of any of them there is nothing to join, unless a lane holds only within another.
    /// </summary>
    private static async Task JoinAsync(
        NpgsqlConnection connection,
        string authority,
        IReadOnlyList<Guid> group,
        long position,
        Dictionary<Guid, CohortMember> members,
        IReadOnlyCollection<Lane> lanes,
        Func<Interval, bool> wanted,
        CancellationToken cancellation)
    {
        if (!group.Any(members.ContainsKey) && lanes.All(l => l.Within is null))
        {
            return;
        }

        foreach (var stream in group)
        {
            members.Remove(stream);
        }

        var record = await ChildReader.JoinedAsync(connection, authority, group, position, cancellation);
        members.Add(record.Id, new CohortMember(record.Id, group));
        Add(members, record.Id, record.Timeline, lanes, wanted);
    }

    private static async Task<List<RecordLink>> LinksAsync(
        NpgsqlConnection connection, string table, long position, HashSet<Guid> changed, CancellationToken cancellation)
    {
        var members = new Dictionary<Guid, CohortMember>();
        await ReadTableAsync(connection, table, [IdentityLanes.Links], position, "", [], _ => true, changed, members, cancellation);
        return [.. members.Values.SelectMany(m => m.Timeline(IdentityLanes.Links)).Select(i => i.As<RecordLink>())];
    }

    private static async Task LockAsync(NpgsqlConnection connection, string authority, string table, CancellationToken cancellation)
    {
        try
        {
            await connection.RunAsync($"lock table {table} in access share mode", cancellation);
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.UndefinedTable)
        {
            throw new UnknownAuthorityException(authority);
        }
    }

    private static async Task<HashSet<Guid>> ChangedAsync(
        NpgsqlConnection connection, string authority, long progress, long position, CancellationToken cancellation)
    {
        if (position <= progress)
        {
            return [];
        }

        // A position just below the next event is final though gaps may lie between it and the event before; beyond the head it is unknown.
        var head = await KnowledgeClock.HeadAsync(connection, authority, cancellation);
        return position > head
            ? throw new UnknownPositionException(position, head)
            : [.. await SegmentProgress.ChangedAsync(connection, authority, progress, position, cancellation)];
    }

    private static async Task ReadTableAsync(
        NpgsqlConnection connection,
        string table,
        IReadOnlyCollection<Lane> lanes,
        long position,
        string where,
        object?[] parameters,
        Func<Interval, bool> wanted,
        HashSet<Guid> changed,
        Dictionary<Guid, CohortMember> members,
        CancellationToken cancellation)
    {
        await using var command = connection.Command(
            $"select {SegmentRow.Columns} from {table} where {Known} {where}",
            [position, lanes.Select(l => l.Name).ToArray(), .. parameters]);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var values = new SegmentValues();
        while (await reader.ReadAsync(cancellation))
        {
            if (changed.Count > 0 && changed.Contains(reader.GetGuid(0)))
            {
                continue;
            }

            var row = SegmentRow.Read(reader);
            var lane = FactCatalogue.Lanes[row.Lane];
            var interval = values.Interval(lane, row);
            if (wanted(interval))
            {
                Member(members, row.Child).Add(lane, interval);
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
