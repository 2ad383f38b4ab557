using Journey.Record.Children;
using Journey.Record.Facts.Workforce;
using Journey.Store.Projections;
using Journey.Store.Reading;
using Journey.Web.Access;
using Journey.Web.Features.Children;
using Journey.Web.Hosting;
using Journey.Web.Http;

namespace Journey.Web.Features.Workers;

/// <summary>A worker of the authority.</summary>
public sealed record WorkerListed(Guid Worker, IReadOnlyList<string> Numbers, bool InPost);

/// <summary>A worker on a day, as known.</summary>
public sealed record WorkerState(BasisView Basis, Guid Worker, long Version, IReadOnlyList<LaneState> Lanes) : IAnswer;

/// <summary>Questions about workers.</summary>
public sealed class WorkerQuestions(Gate gate, RecordReader records, SegmentReader segments)
{
    /// <summary>Workers by number, or all of them.</summary>
    public async Task<Outcome<ListAnswer<WorkerListed>>> FindAsync(
        Person person, string authority, string? number, Asked asked, AskedPage page, CancellationToken cancellation)
    {
        var question = $"workers {number}".TrimEnd();
        return page.Viewpoint(asked, question).Has(out var viewpoint, out var problem)
            ? await gate.OtherAsync<ListAnswer<WorkerListed>>(new Ask(person, Permissions.ReadLists, authority, viewpoint, question), async (basis, _, ct) =>
            {
                var cohort = await segments.ReadAsync(authority, [WorkforceLanes.InPost], basis.Position, cancellation: ct);
                var rows = cohort.Members.Values
                    .Select(m => new WorkerListed(
                        m.Id,
                        [.. m.Timeline(WorkforceLanes.InPost).Select(i => i.As<Post>().Number).Distinct().Order(StringComparer.Ordinal)],
                        m.On(WorkforceLanes.InPost, basis.ValidAt).Any()))
                    .Where(r => number is null || r.Numbers.Contains(number))
                    .OrderBy(r => Named.Key(r.Worker), StringComparer.Ordinal).ToList();
                return ListAnswer<WorkerListed>.Of(BasisView.Of(basis), rows, r => Named.Key(r.Worker), 0, page, question);
            }, cancellation)
            : problem;
    }

    /// <summary>The state of a worker on a day.</summary>
    public Task<Outcome<WorkerState>> StateAsync(Person person, string authority, Guid worker, Asked asked, CancellationToken cancellation) =>
        gate.OtherAsync<WorkerState>(new Ask(person, Permissions.ReadLists, authority, asked, $"worker {worker}"), async (basis, _, ct) =>
        {
            var record = ChildRecord.Fold(worker, await records.StreamAsync(authority, worker, basis.Position, ct));
            return record.IsEmpty || !Gate.IsOf(record, StreamKind.Worker)
                ? Problems.WorkerUnknown
                : new WorkerState(BasisView.Of(basis), worker, record.Version, [.. ChildQuestions.States(record, basis.ValidAt, Confidential.Nothing)]);
        }, cancellation);
}
