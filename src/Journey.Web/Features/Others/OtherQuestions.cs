using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Facts;
using Journey.Store.Projections;
using Journey.Store.Reading;
using Journey.Web.Access;
using Journey.Web.Features.Children;
using Journey.Web.Hosting;
using Journey.Web.Http;

namespace Journey.Web.Features.Others;

/// <summary>
/// A worker, team or agency of the authority: every number or name it has had as known, and whether it is there on the day (in post, formed,
/// with a footprint).
/// </summary>
public sealed record OtherListed(Guid Record, IReadOnlyList<string> Called, bool IsThere);

/// <summary>A worker, team or agency on a day, as known.</summary>
public sealed record OtherState(BasisView Basis, Guid Record, long Version, IReadOnlyList<LaneState> Lanes) : IAnswer;

/// <summary>Questions about workers, teams and agencies.</summary>
public sealed class OtherQuestions(Gate gate, RecordReader records, SegmentReader segments)
{
    /// <summary>Those of a kind by what they are called, or all of them.</summary>
    public async Task<Outcome<ListAnswer<OtherListed>>> FindAsync(
        Person person, string authority, OtherKind kind, string? called, Asked asked, AskedPage page, CancellationToken cancellation)
    {
        var question = $"{kind.Plural} {called}".TrimEnd();
        return page.Viewpoint(asked, question).Has(out var viewpoint, out var problem)
            ? await gate.OtherAsync<ListAnswer<OtherListed>>(new Ask(person, Permissions.ReadLists, authority, viewpoint, question), async (basis, _, ct) =>
            {
                var cohort = await segments.ReadAsync(authority, [kind.There], basis.Position, cancellation: ct);
                var rows = cohort.Members.Values
                    .Select(m => new OtherListed(
                        m.Id,
                        [.. m.Timeline(kind.There).Select(i => ((IKeyed)i.Value).Key()).Distinct().Order(StringComparer.Ordinal)],
                        m.On(kind.There, basis.ValidAt).Any()))
                    .Where(r => called is null || r.Called.Contains(called))
                    .OrderBy(r => Named.Key(r.Record), StringComparer.Ordinal).ToList();
                return ListAnswer<OtherListed>.Of(BasisView.Of(basis), rows, r => Named.Key(r.Record), 0, page, question);
            }, cancellation)
            : problem;
    }

    /// <summary>The state of one on a day.</summary>
    public Task<Outcome<OtherState>> StateAsync(Person person, string authority, OtherKind kind, Guid record, Asked asked, CancellationToken cancellation) =>
        gate.OtherAsync<OtherState>(new Ask(person, Permissions.ReadLists, authority, asked, $"{kind.Singular} {record}"), async (basis, _, ct) =>
            await ReadAsync(authority, kind, record, basis.Position, ct) is { } read
                ? new OtherState(BasisView.Of(basis), record, read.Version, [.. ChildQuestions.States(read, basis.ValidAt, Confidential.Nothing)])
                : kind.Unknown, cancellation);

    /// <summary>
    /// Every entry of one in both times. Supervision names children by id: an entry that names a child whom the person may not see keeps its
    /// sentence and loses its value.
    /// </summary>
    public async Task<Outcome<ListAnswer<HistoryEntry>>> HistoryAsync(
        Person person, string authority, OtherKind kind, Guid record, Asked asked, AskedPage page, CancellationToken cancellation)
    {
        var question = $"history of {kind.Singular} {record}";
        return page.Viewpoint(asked, question).Has(out var viewpoint, out var problem)
            ? await gate.ManyAsync<ListAnswer<HistoryEntry>>(new Ask(person, Permissions.ReadLists, authority, viewpoint, question), async (seen, ct) =>
            {
                if (await ReadAsync(authority, kind, record, seen.Basis.Position, ct) is not { } read)
                {
                    return kind.Unknown;
                }

                var named = read.History.ToDictionary(e => e.Position, e => Children(e, read));
                var entries = page.Of(read.History, HistoryEntry.Key, seen.View, question);
                var items = HistoryEntry.Of(read, entries.Items, Confidential.Nothing, seen.Hidden)
                    .Select(e => named[e.Position].Any(seen.Hidden.Contains) ? e with { Value = null } : e).ToList();
                return new Counted<ListAnswer<HistoryEntry>>(
                    new ListAnswer<HistoryEntry>(seen.View, items, entries.Total, 0, entries.Next),
                    named.Values.SelectMany(n => n).Where(n => !seen.Hidden.Contains(n)).Distinct().Count());
            }, cancellation)
            : problem;
    }

    private static IReadOnlyList<Guid> Children(LedgerEntry entry, ChildRecord record) =>
        entry.Statement is IAsserted { Assertion: IFact fact } ? [.. FactCatalogue.Of(fact).Named(fact).Where(id => record.Find(id) is null)] : [];

    private async Task<ChildRecord?> ReadAsync(string authority, OtherKind kind, Guid record, long position, CancellationToken cancellation)
    {
        var read = ChildRecord.Fold(record, await records.StreamAsync(authority, record, position, cancellation));
        return read.IsEmpty || !Gate.IsOf(read, kind.Stream) ? null : read;
    }
}
