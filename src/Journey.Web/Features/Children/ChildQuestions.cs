using System.Text.Json;
using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Facts;
using Journey.Record.Facts.Care;
using Journey.Record.Facts.Identity;
using Journey.Store;
using Journey.Store.Projections;
using Journey.Web.Access;
using Journey.Web.Features.Flags;
using Journey.Web.Hosting;
using Journey.Web.Http;

namespace Journey.Web.Features.Children;

/// <summary>A child of the authority.</summary>
public sealed record ChildRow(Guid Child, IReadOnlyList<string> LaChildIds);

/// <summary>What a lane says on the day: nothing, one value, or on an overlapping lane several.</summary>
public sealed record LaneState(string Lane, LaneKind Kind, IReadOnlyList<LaneValue> Values);

/// <summary>Looked after on the day, by the episodes and by the lanes; where the two differ, returns or records contradict themselves.</summary>
public sealed record LookedAfterState(bool ByEpisodes, bool ByLanes, bool Differ, IReadOnlyList<EpisodeView> Episodes);

/// <summary>
/// A child on a day, as known. <paramref name="Linked"/>: every record that is read as this one, the surviving first; empty when none is linked.
/// </summary>
public sealed record ChildState(
    BasisView Basis,
    Guid Child,
    IReadOnlyList<Guid> Linked,
    long Version,
    IReadOnlyList<string> LaChildIds,
    DateOnly? Born,
    int? Age,
    LookedAfterState LookedAfter,
    IReadOnlyList<LaneState> Lanes,
    IReadOnlyList<FlagView> Flags) : IAnswer;

/// <summary>A lane over all time, as known.</summary>
public sealed record LaneTimeline(BasisView Basis, Guid Child, string Lane, LaneKind Kind, IReadOnlyList<LaneValue> Values) : IAnswer;

/// <summary>A child's care episodes, as known.</summary>
public sealed record ChildEpisodes(BasisView Basis, Guid Child, IReadOnlyList<EpisodeView> Episodes) : IAnswer;

/// <summary>What two viewpoints say differently, lane by lane, and what became known between the two.</summary>
public sealed record Comparison(
    BasisView Basis, BasisView Other, Guid Child, IReadOnlyList<LaneDifference> Lanes, IReadOnlyList<HistoryEntry> KnownBetween) : IAnswer;

/// <summary>Values that hold at one of the two viewpoints only.</summary>
public sealed record LaneDifference(string Lane, IReadOnlyList<LaneValue> Here, IReadOnlyList<LaneValue> There);

/// <summary>Questions about one child, and how to find one.</summary>
public sealed class ChildQuestions(Gate gate, SegmentReader segments, Viewpoints viewpoints, FlagReader flags)
{
    /// <summary>
    /// Children by the authority's own identifier, or all of them. Asking for one identifier is asking for one child: who may not see the
    /// child gets the answer for a child that does not exist.
    /// </summary>
    public async Task<Outcome<ListAnswer<ChildRow>>> FindAsync(
        Person person, string authority, string? laChildId, Asked asked, AskedPage page, CancellationToken cancellation)
    {
        var question = $"children {laChildId}".TrimEnd();
        if (!page.Viewpoint(asked, question).Has(out var viewpoint, out var problem))
        {
            return problem;
        }

        return await gate.ManyAsync<ListAnswer<ChildRow>>(new Ask(person, Permissions.ReadLists, authority, viewpoint, question), async (seen, ct) =>
        {
            var cohort = await segments.ReadAsync(authority, [IdentityLanes.Identifiers], seen.Basis.Position, cancellation: ct);
            var found = cohort.Members.Values
                .Select(m => new ChildRow(m.Id, Named.LaChildIds(m)))
                .Where(r => laChildId is null || r.LaChildIds.Contains(laChildId))
                .OrderBy(r => Named.Key(r.Child), StringComparer.Ordinal).ToList();
            var shown = found.Where(r => !seen.Hidden.Contains(r.Child)).ToList();
            var notShown = laChildId is null ? found.Count - shown.Count : 0;
            return new Counted<ListAnswer<ChildRow>>(
                ListAnswer<ChildRow>.Of(seen.View, shown, r => Named.Key(r.Child), notShown, page, question), shown.Count);
        }, cancellation);
    }

    /// <summary>The state of a child on a day.</summary>
    public Task<Outcome<ChildState>> StateAsync(Person person, string authority, Guid child, Asked asked, CancellationToken cancellation) =>
        gate.ChildAsync<ChildState>(new Ask(person, Permissions.ReadChild, authority, asked, "state"), child, async (seen, ct) =>
        {
            var (then, day) = (seen.Then, seen.Basis.ValidAt);
            var born = then.At(IdentityLanes.Birth, day)?.Born;
            var episodes = Record.Measures.LookedAfter.On(CareEpisodes.Of(then.Timeline), day).ToList();
            var byLanes = then.On(CareLanes.Care, day).Any();
            return new ChildState(
                seen.View,
                then.Id,
                then.Streams.Count > 1 ? [.. then.Streams.Select(s => s.Stream)] : [],
                then.Version,
                Named.LaChildIds(then.On(IdentityLanes.Identifiers, day)),
                born,
                born is { } birthday && birthday <= day ? Age(birthday, day) : null,
                new LookedAfterState(
                    episodes.Count > 0, byLanes, episodes.Count > 0 != byLanes, [.. episodes.Select(e => EpisodeView.Of(e, seen.Confidential))]),
                [.. States(then, day, seen.Confidential)],
                await FlagsAsync(authority, seen, ct));
        }, cancellation);

    /// <summary>A lane over all time.</summary>
    public async Task<Outcome<LaneTimeline>> LaneAsync(
        Person person, string authority, Guid child, string lane, Asked asked, CancellationToken cancellation) =>
        FactCatalogue.Lanes.TryGetValue(lane, out var known)
            ? await gate.ChildAsync<LaneTimeline>(new Ask(person, Permissions.ReadChild, authority, asked, $"lane {lane}"), child, (seen, _) =>
                Task.FromResult<Outcome<LaneTimeline>>(new LaneTimeline(
                    seen.View, child, lane, known.Kind, [.. seen.Then.Timeline(known).Select(i => LaneValue.Of(known, i, seen.Confidential))])), cancellation)
            : Problems.LaneUnknown(lane);

    /// <summary>Every entry of the record in both times.</summary>
    public async Task<Outcome<ListAnswer<HistoryEntry>>> HistoryAsync(
        Person person, string authority, Guid child, Asked asked, AskedPage page, CancellationToken cancellation)
    {
        var question = $"history {child}";
        return page.Viewpoint(asked, question).Has(out var viewpoint, out var problem)
            ? await gate.ChildAsync<ListAnswer<HistoryEntry>>(new Ask(person, Permissions.ReadChild, authority, viewpoint, "history"), child, async (seen, ct) =>
            {
                var entries = page.Of(seen.Then.History, HistoryEntry.Key, seen.View, question);
                var items = HistoryEntry.Of(seen.Then, entries.Items, seen.Confidential, await seen.Hidden(ct));
                return new ListAnswer<HistoryEntry>(seen.View, items, entries.Total, 0, entries.Next);
            }, cancellation)
            : problem;
    }

    /// <summary>The care episodes.</summary>
    public Task<Outcome<ChildEpisodes>> EpisodesAsync(Person person, string authority, Guid child, Asked asked, CancellationToken cancellation) =>
        gate.ChildAsync<ChildEpisodes>(new Ask(person, Permissions.ReadChild, authority, asked, "episodes"), child, (seen, _) =>
            Task.FromResult<Outcome<ChildEpisodes>>(new ChildEpisodes(
                seen.View, child, [.. CareEpisodes.Of(seen.Then.Timeline).Select(e => EpisodeView.Of(e, seen.Confidential))])), cancellation);

    /// <summary>What differs between two viewpoints.</summary>
    public Task<Outcome<Comparison>> CompareAsync(
        Person person, string authority, Guid child, Asked asked, Asked other, CancellationToken cancellation)
    {
        var question = $"comparison with validAt={other.ValidAt} knownAt={other.KnownAt} basis={other.Basis}";
        return gate.ChildAsync<Comparison>(new Ask(person, Permissions.ReadChild, authority, asked, question), child, async (seen, ct) =>
        {
            if (!(await viewpoints.ResolveAsync(authority, other, ct)).Has(out var there, out var problem))
            {
                return problem;
            }

            if (await seen.At(there.Position, ct) is not { } otherRecord)
            {
                return Problems.ChildUnknown;
            }

            var (low, high) = (Math.Min(seen.Basis.Position, there.Position), Math.Max(seen.Basis.Position, there.Position));
            var later = seen.Basis.Position > there.Position ? seen.Then : otherRecord;
            return new Comparison(
                seen.View,
                BasisView.Of(there),
                child,
                [.. Differences(seen, otherRecord, there.ValidAt)],
                HistoryEntry.Of(
                    later, [.. later.History.Where(e => e.Position > low && e.Position <= high)], seen.Confidential, await seen.Hidden(ct)));
        }, cancellation);
    }

    internal static IEnumerable<LaneState> States(ChildRecord record, DateOnly day, Confidential confidential) =>
        from lane in record.Lanes
        where lane.Kind != LaneKind.Point
        let values = record.On(lane, day).Select(i => LaneValue.Of(lane, i, confidential)).ToList()
        select new LaneState(lane.Name, lane.Kind, values);

    private static IEnumerable<LaneDifference> Differences(SeenChild seen, ChildRecord other, DateOnly otherDay)
    {
        foreach (var lane in seen.Then.Lanes.Union(other.Lanes).OrderBy(l => l.Name, StringComparer.Ordinal))
        {
            var here = Values(lane, seen.Then, seen.Basis.ValidAt, seen.Confidential);
            var there = Values(lane, other, otherDay, seen.Confidential);
            var (onlyHere, onlyThere) = (here.Where(v => !there.ContainsKey(v.Key)).ToList(), there.Where(v => !here.ContainsKey(v.Key)).ToList());
            if (onlyHere.Count + onlyThere.Count > 0)
            {
                yield return new LaneDifference(lane.Name, [.. onlyHere.Select(v => v.Value)], [.. onlyThere.Select(v => v.Value)]);
            }
        }
    }

    /// <summary>Points have no state, so all of them up to the day are compared.</summary>
    private static Dictionary<string, LaneValue> Values(Lane lane, ChildRecord record, DateOnly day, Confidential confidential) =>
        (lane.Kind == LaneKind.Point ? record.Timeline(lane).Where(i => i.From <= day) : record.On(lane, day))
        .Select(i => LaneValue.Of(lane, i, confidential))
        .GroupBy(v => JsonSerializer.Serialize(v, JourneyJson.Options), StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);

    private static int Age(DateOnly born, DateOnly day)
    {
        var years = day.Year - born.Year;
        return born.AddYears(years) > day ? years - 1 : years;
    }

    /// <summary>
    /// The flags of the facts that hold on the day, and of statements without effect. Judged as of the last entry known, so that they are the same
    /// whenever they are asked.
    /// </summary>
    private async Task<IReadOnlyList<FlagView>> FlagsAsync(string authority, SeenChild seen, CancellationToken cancellation)
    {
        var holding = seen.Then.Lanes.SelectMany(l => seen.Then.On(l, seen.Basis.ValidAt)).Select(i => i.FactId).ToHashSet();
        return [.. (await flags.OfAsync(authority, seen.Then, seen.Basis.Position, cancellation, holding))
            .Where(f => holding.Contains(f.Fact) || seen.Then.Anomalies.Any(a => a.Entry.Statement.FactId == f.Fact))];
    }
}
