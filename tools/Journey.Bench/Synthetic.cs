using Journey.Generator;
using Journey.Record.Bitemporal;
using Journey.Record.Facts.Identity;

namespace Journey.Bench;

/// <summary>
/// A made-up authority, loaded, and the pair of clocks at which it is asked: a day five years before its record ends, as known a fortnight later
/// (<paramref name="Known"/>, at <paramref name="Position"/>).
/// </summary>
internal sealed record Synthetic(string Authority, int Children, long Events, long Head, DateOnly Day, DateTimeOffset Known, long Position)
{
    /// <summary>The largest authority that is made child by child; a larger one is so many copies of it, shuffled into one ledger.</summary>
    public const int Largest = 10_000;

    private const int Years = 10;

    private static readonly DateOnly End = new(2026, 3, 31);

    /// <summary>The year that ends with the day.</summary>
    public Period Year => new(Day.AddDays(1).AddYears(-1), Day.AddDays(1));

    /// <summary>The authority's own partition of the segment table.</summary>
    public string Table => $"journey.journey_segment_{Authority.ToLowerInvariant()}";

    /// <summary>The authority of so many children; made once.</summary>
    public static async Task<Synthetic> OfAsync(BenchDatabase database, int children)
    {
        if (!database.Synthetics.TryGetValue(children, out var made))
        {
            database.Synthetics.Add(children, made = await MakeAsync(database, children));
        }

        return made;
    }

    private static async Task<Synthetic> MakeAsync(BenchDatabase database, int children)
    {
        string authority;
        if (children <= Largest)
        {
            authority = await database.AuthorityAsync();
            await database.Loader.RunAsync(
                Journey.Generator.Authority.Make(new Settings(authority, Options.Seed, children, Years, End)), Generator.Way.Bulk);
        }
        else
        {
            authority = await CopyAsync(database, await OfAsync(database, Largest), children / Largest);
        }

        await database.RunAsync("vacuum analyze journey.mt_events");
        await database.RunAsync($"vacuum analyze journey.journey_segment_{authority.ToLowerInvariant()}");
        await database.SettleAsync();
        var head = await database.Knowledge.HeadAsync(authority);
        var day = End.AddYears(-5);
        var known = London.EndOf(day.AddDays(15)).AddSeconds(-1);
        var position = (await database.Knowledge.ResolveAsync(authority, known)).Position;
        var events = await database.OneAsync<long>($"select count(*) from journey.mt_events where tenant_id = '{authority}'");
        return new Synthetic(authority, children, events, head, day, known, position);
    }

    /// <summary>
    /// Copies an authority so many times into the ledger of a new one: at each instant the acts of all copies, each with children, workers and
    /// identifiers of its own, linked as they were. What facts say of brothers and sisters still names the first copy's.
    /// </summary>
    public static async Task<string> CopyAsync(BenchDatabase database, Synthetic of, int copies)
    {
        var authority = await database.AuthorityAsync();
        const string copied = "md5({0}::text || '-' || k)::uuid";
        var (id, stream) = (string.Format(null, copied, "id"), string.Format(null, copied, "stream_id"));
        const string renamed = "replace(replace(data::text, 'SW9', 'SW9' || k), '\"SYN', '\"SYN' || k)::jsonb";
        var linked = $"""
            jsonb_set(jsonb_set(data, array['fact', 'survivor'], to_jsonb({string.Format(null, copied, "(data -> 'fact' ->> 'survivor')")})),
                array['fact', 'absorbed'], to_jsonb({string.Format(null, copied, "(data -> 'fact' ->> 'absorbed')")}))
            """;
        await database.RunAsync($"""
            insert into journey.mt_streams (tenant_id, id, type, version, timestamp, created, is_archived)
            select '{authority}', {string.Format(null, copied, "id")}, type, version, timestamp, created, is_archived
            from journey.mt_streams cross join generate_series(0, {copies - 1}) k where tenant_id = '{of.Authority}'
            """);
        await database.RunAsync($"""
            insert into journey.mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type, correlation_id, headers, user_name, is_archived)
            select seq_id * {copies} + k, {id}, {stream}, version,
                case when type = '{ChildRecordsLinked.Name}' then {linked} else {renamed} end,
                type, timestamp, '{authority}', mt_dotnet_type, correlation_id, headers, user_name, is_archived
            from journey.mt_events cross join generate_series(0, {copies - 1}) k where tenant_id = '{of.Authority}' and type <> 'tombstone'
            """);
        await database.RunAsync($"""
            insert into journey.journey_clock (tenant_id, known_at, position)
            select '{authority}', known_at, position * {copies} + {copies - 1} from journey.journey_clock where tenant_id = '{of.Authority}'
            """);
        await database.RunAsync($"select setval('journey.\"mt_events_sequence_{authority}\"', {(of.Head * copies) + copies})");
        await database.RunAsync("analyze journey.mt_events");
        await database.Rebuild.RunAsync(authority);
        return authority;
    }
}
