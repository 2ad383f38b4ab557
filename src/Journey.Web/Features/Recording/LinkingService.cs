using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Facts.Identity;
using Journey.Store.Reading;
using Journey.Web.Access;
using Journey.Web.Http;

namespace Journey.Web.Features.Recording;

/// <summary>Moves facts to the right child, and links and unlinks two records of one child.</summary>
public sealed class LinkingService(RecordingService recording, ChildReader records)
{
    private const string Unlinked = "unlinked";

    /// <summary>Facts recorded on the wrong child, withdrawn here and recorded there.</summary>
    public Task<Outcome<Acted>> MoveAsync(Person person, string authority, Guid child, MovesBody body, CancellationToken cancellation) =>
        recording.ActAsync(
            person,
            authority,
            [new Target(child, StreamKind.Child), new Target(body.ToChild, StreamKind.Child)],
            new Words(body.Reason, body.OnBehalfOf, body.Correlation),
            (held, _) => Task.FromResult(Moved(held, child, body)),
            cancellation);

    /// <summary>Two records of one child, the first of which survives.</summary>
    public Task<Outcome<Acted>> LinkAsync(Person person, string authority, Guid child, LinkBody body, CancellationToken cancellation)
    {
        var fact = new ChildRecordsLinked(child, body.Other, body.Evidence, body.On);
        return recording.ActAsync(
            person,
            authority,
            [new Target(child, StreamKind.Child), new Target(body.Other, StreamKind.Child)],
            new Words(body.Reason, body.OnBehalfOf, body.Correlation),
            (held, _) => Task.FromResult<Outcome<Prepared>>(new Prepared(
                [body.ExpectedVersion, body.OtherExpectedVersion],
                [
                    new Deciding(child, StreamKind.Child, held[0].Alone(child), [new Step.Record(body.EventId, body.FactId, fact)]),
                    new Deciding(body.Other, StreamKind.Child, held[1].Alone(body.Other), [new Step.Record(body.OtherEventId, body.FactId, fact)]),
                ])),
            cancellation);
    }

    /// <summary>The link ends; facts move to the other of the two records where the body says so.</summary>
    public Task<Outcome<Acted>> UnlinkAsync(
        Person person, string authority, Guid child, Guid link, UnlinkBody body, CancellationToken cancellation) =>
        recording.ActAsync(
            person,
            authority,
            [new Target(child, StreamKind.Child)],
            new Words(body.Reason, body.OnBehalfOf, body.Correlation),
            async (held, ct) => held[0].History.Select(e => e.Statement).OfType<Asserted<ChildRecordsLinked>>().LastOrDefault(l => l.FactId == link) is { } linked
                ? Apart(await records.JoinedAsync(authority, [linked.Fact.Survivor, linked.Fact.Absorbed], long.MaxValue, ct), linked, body)
                : Problems.LinkUnknown,
            cancellation);

    private static Outcome<Prepared> Moved(IReadOnlyList<ChildRecord> held, Guid child, MovesBody body)
    {
        var (from, to, refusals) = Moving.Steps(held[0], [.. body.Moves.Select(Move)], body.Reason);
        return refusals.Count > 0
            ? Problems.Refused(refusals)
            : new Prepared(
                [body.ExpectedVersion, body.ToExpectedVersion],
                [new Deciding(child, StreamKind.Child, held[0], from), new Deciding(body.ToChild, StreamKind.Child, held[1], to)]);
    }

    private static Outcome<Prepared> Apart(ChildRecord both, Asserted<ChildRecordsLinked> link, UnlinkBody body)
    {
        var sides = new[] { (Stream: link.Fact.Survivor, body.EventId), (Stream: link.Fact.Absorbed, EventId: body.OtherEventId) };
        var steps = sides.ToDictionary(s => s.Stream, s => new List<Step> { new Step.Withdraw(s.EventId, link.FactId, Unlinked, body.Reason) });
        if (body.Moves.FirstOrDefault(m => both.StreamOf(m.FactId) is null) is { } unknown)
        {
            return Problems.Refused([new Refusal("fact-unknown", "There is no such fact in either record. Check its id.", unknown.FactId)]);
        }

        var refusals = new List<Refusal>();
        foreach (var (stream, other) in new[] { (link.Fact.Survivor, link.Fact.Absorbed), (link.Fact.Absorbed, link.Fact.Survivor) })
        {
            var (from, to, refused) = Moving.Steps(both.Alone(stream), [.. body.Moves.Where(m => both.StreamOf(m.FactId) == stream).Select(Move)], body.Reason);
            steps[stream].AddRange(from);
            steps[other].AddRange(to);
            refusals.AddRange(refused);
        }

        return refusals.Count > 0
            ? Problems.Refused(refusals)
            : new Prepared([body.ExpectedVersion], [.. sides.Select(s => new Deciding(s.Stream, StreamKind.Child, both.Alone(s.Stream), steps[s.Stream]))]);
    }

    private static Move Move(MoveBody body) => new(body.FactId, body.EventId, body.ToFactId, body.ToEventId);
}
