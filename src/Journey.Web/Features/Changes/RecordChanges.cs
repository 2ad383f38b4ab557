using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Facts;
using Journey.Record.Facts.Allocations;
using Journey.Record.Facts.Identity;
using Journey.Record.History;
using Journey.Store.Projections;
using Journey.Store.Reading;
using Journey.Web.Access;
using Journey.Web.Hosting;
using Journey.Web.Http;

namespace Journey.Web.Features.Changes;

/// <summary>
/// A fact as somebody saw it: its sentence, the day it took effect, and when it was first recorded and last stated. <paramref name="AgeDays"/> counts
/// from that day to the moment asked about.
/// </summary>
public sealed record BelievedFact(
    Guid Fact, string Noun, string Sentence, DateOnly EffectiveFrom, DateTimeOffset RecordedAt, DateTimeOffset StatedAt, int? AgeDays = null);

/// <summary>A fact that changed between two points of knowledge. Without <paramref name="Before"/> it was not there, without <paramref name="After"/> it no longer is.</summary>
public sealed record ChangedFact(Guid Fact, Cause Cause, string? Noun, BelievedFact? Before, BelievedFact? After, IReadOnlyList<string> Said, DateTimeOffset KnownAt);

/// <summary>What holds on a lane on the day, at the two points of knowledge, where they differ.</summary>
public sealed record ChangedLane(string Lane, IReadOnlyList<LaneValue> Before, IReadOnlyList<LaneValue> After);

/// <summary>What changed in a child's record between two points of knowledge.</summary>
public sealed record ChildChanges(BasisView Basis, BasisView From, Guid Child, IReadOnlyList<ChangedFact> Facts, IReadOnlyList<ChangedLane> Lanes) : IAnswer;

/// <summary>A child whose record changed: how many facts by cause, and when last.</summary>
public sealed record ChangedRow(
    Guid Child, IReadOnlyList<string> LaChildIds, string? Team, int Recorded, int Corrected, int Withdrawn, int NotReported, int Linked, DateTimeOffset LastKnownAt);

/// <summary>A fact that was known at a decision and is believed otherwise now.</summary>
public sealed record OtherwiseFact(BelievedFact Then, BelievedFact? Now, Cause Cause, DateTimeOffset ChangedAt, string Said);

/// <summary>
/// Who knew what when something was decided. <paramref name="Moment"/> is the instant of the decision. The three lists: known then; true then and
/// not yet recorded; known then and later corrected, withdrawn or no longer reported.
/// </summary>
public sealed record KnowledgeAtDecision(
    BasisView Basis,
    Guid Child,
    BelievedFact Decision,
    DateTimeOffset Moment,
    long Position,
    BelievedFact? Newest,
    IReadOnlyList<BelievedFact> KnownThen,
    IReadOnlyList<BelievedFact> NotYetRecorded,
    IReadOnlyList<OtherwiseFact> KnownOtherwise) : IAnswer;

/// <summary>What changed between two points of knowledge, for a child, a team and the authority; and what was known at a decision.</summary>
public sealed class RecordChanges(Gate gate, SegmentReader segments, RecordReader streams, Viewpoints viewpoints)
{
    /// <summary>What changed in one child's record.</summary>
    public Task<Outcome<ChildChanges>> OfChildAsync(Person person, string authority, Guid child, Asked earlier, Asked asked, CancellationToken cancellation) =>
        gate.ChildAsync<ChildChanges>(
            new Ask(person, Permissions.ReadChild, authority, asked, $"changes since {earlier.KnownAt}{earlier.Basis}{earlier.Named}"), child, async (seen, ct) =>
            {
                if (!(await EarlierAsync(authority, earlier, seen.Basis, ct)).Has(out var from, out var problem))
                {
                    return problem;
                }

                if (await seen.At(from.Position, ct) is not { } before)
                {
                    return Problems.ChildUnknown;
                }

                var difference = Record.History.Difference.Between(before, seen.Then, seen.Basis.ValidAt);
                return new ChildChanges(
                    seen.View,
                    BasisView.Of(from),
                    seen.Then.Id,
                    [.. difference.Facts.Select(f => Changed(seen, before, f))],
                    [
                        .. difference.Lanes.Select(l => new ChangedLane(
                            l.Lane.Name,
                            [.. l.Before.Select(i => LaneValue.Of(l.Lane, i, seen.Confidential))],
                            [.. l.After.Select(i => LaneValue.Of(l.Lane, i, seen.Confidential))])),
                    ]);
            }, cancellation);

    /// <summary>
    /// Children whose records changed, of one team when it is given: one whose social worker was in the team on the day, at either point of knowledge.
    /// </summary>
    public async Task<Outcome<ListAnswer<ChangedRow>>> OfManyAsync(
        Person person, string authority, string? team, Asked earlier, Asked asked, AskedPage page, CancellationToken cancellation)
    {
        var question = $"changes since {earlier.KnownAt}{earlier.Basis}{earlier.Named} {team}".TrimEnd();
        if (!page.Viewpoint(asked, question).Has(out var viewpoint, out var problem))
        {
            return problem;
        }

        return await gate.ManyAsync<ListAnswer<ChangedRow>>(new Ask(person, Permissions.ReadLists, authority, viewpoint, question), async (seen, ct) =>
        {
            if (!(await EarlierAsync(authority, earlier, seen.Basis, ct)).Has(out var from, out var wrong))
            {
                return wrong;
            }

            var entries = await streams.BetweenAsync(authority, from.Position, seen.Basis.Position, ct);
            var cohort = await segments.ReadAsync(authority, [IdentityLanes.Identifiers, AllocationLanes.SocialWorker, IdentityLanes.Links], seen.Basis.Position, cancellation: ct);
            var before = team is null ? null : await segments.ReadAsync(authority, [AllocationLanes.SocialWorker], from.Position, cancellation: ct);
            var survivors = cohort.Members.Values.SelectMany(m => m.Streams.Select(s => (s, m))).GroupBy(x => x.s).ToDictionary(g => g.Key, g => g.First().m);
            var links = (await segments.StreamsAsync(authority, [IdentityLanes.Links], from.Position, ct)).Members.Values
                .SelectMany(m => m.Timeline(IdentityLanes.Links)).Select(i => i.FactId)
                .Concat(entries.Where(e => e.Statement is Asserted<ChildRecordsLinked>).Select(e => e.Statement.FactId)).ToHashSet();
            var changed = entries.Where(e => survivors.ContainsKey(e.Stream)).GroupBy(e => survivors[e.Stream])
                .Where(g => g.Key.Timeline(IdentityLanes.Identifiers).Count > 0)
                .Where(g => team is null || Team(g.Key, seen.Basis.ValidAt) == team || g.Key.Streams.Any(s => before!.Members.TryGetValue(s, out var m) && Team(m, seen.Basis.ValidAt) == team))
                .ToList();
            var rows = changed.Where(g => !seen.Hidden.Contains(g.Key.Id)).Select(g => Row(g.Key, g, links, seen.Basis.ValidAt))
                .OrderBy(r => Named.Key(r.Child), StringComparer.Ordinal).ToList();
            return new Counted<ListAnswer<ChangedRow>>(
                ListAnswer<ChangedRow>.Of(seen.View, rows, r => Named.Key(r.Child), changed.Count - rows.Count, page, question), rows.Count);
        }, cancellation);
    }

    /// <summary>What was known when a fact of the record was decided.</summary>
    public Task<Outcome<KnowledgeAtDecision>> AtDecisionAsync(Person person, string authority, Guid child, Guid decision, Asked asked, CancellationToken cancellation) =>
        gate.ChildAsync<KnowledgeAtDecision>(new Ask(person, Permissions.ReadChild, authority, asked, $"knowledge at {decision}"), child, async (seen, ct) =>
        {
            if (Knowing.Of(seen.Then, decision) is not { } knowing)
            {
                return Problems.FactUnknown;
            }

            var then = await seen.At(knowing.Position, ct);
            if (then is null)
            {
                return Problems.ChildUnknown;
            }

            var links = seen.Then.History.Where(e => e.Statement is Asserted<ChildRecordsLinked>).Select(e => e.Statement.FactId).ToHashSet();
            return new KnowledgeAtDecision(
                seen.View,
                seen.Then.Id,
                Believed(seen.Then, seen.Then.Find(decision)!, seen.Confidential),
                knowing.Moment,
                knowing.Position,
                knowing.Newest is { } newest ? Then(newest) : null,
                [.. knowing.KnownThen.Select(Then)],
                [.. knowing.NotYetRecorded.Select(b => Believed(seen.Then, b, seen.Confidential, knowing.Moment))],
                [
                    .. knowing.KnownOtherwise.Select(k => new OtherwiseFact(
                        Then(k.Then),
                        k.Now is null ? null : Believed(seen.Then, k.Now, seen.Confidential, knowing.Moment),
                        Act.CauseOf(k.By, links.Contains),
                        k.By.KnownAt,
                        seen.Confidential.Text(Narrative.Of(seen.Then, k.By))!)),
                ]);

            BelievedFact Then(Belief belief) => Believed(then, belief, seen.Confidential, knowing.Moment);
        }, cancellation);

    private async Task<Outcome<Basis>> EarlierAsync(string authority, Asked earlier, Basis later, CancellationToken cancellation) =>
        earlier is { KnownAt: null, Basis: null, Named: null } ? Problems.EarlierMissing
        : !(await viewpoints.ResolveAsync(authority, earlier, cancellation)).Has(out var before, out var problem) ? problem
        : before.Position > later.Position ? Problems.KnowledgeInverted
        : before with { ValidAt = later.ValidAt };

    private static ChangedFact Changed(SeenChild seen, ChildRecord before, FactChanged change) => new(
        change.FactId,
        change.Cause,
        (change.After ?? change.Before)?.Assertion is IFact fact ? FactCatalogue.Of(fact).Noun : null,
        change.Before is null ? null : Believed(before, change.Before, seen.Confidential),
        change.After is null ? null : Believed(seen.Then, change.After, seen.Confidential),
        [.. change.Entries.Select(e => seen.Confidential.Text(Narrative.Of(seen.Then, e))!)],
        change.Entries[^1].KnownAt);

    private static BelievedFact Believed(ChildRecord record, Belief belief, Confidential confidential, DateTimeOffset? at = null)
    {
        var fact = (IFact)belief.Assertion;
        return new BelievedFact(
            belief.FactId, FactCatalogue.Of(fact).Noun, confidential.Text(Narrative.Of(record, belief.Stated))!, fact.EffectiveFrom(), belief.Recorded.KnownAt,
            belief.Stated.KnownAt, at is { } moment ? London.DateOf(moment).DayNumber - fact.EffectiveFrom().DayNumber : null);
    }

    private static string? Team(CohortMember member, DateOnly day) => member.On(AllocationLanes.SocialWorker, day).FirstOrDefault()?.As<Allocation>().Team;

    private static ChangedRow Row(CohortMember member, IEnumerable<LedgerEntry> entries, HashSet<Guid> links, DateOnly day)
    {
        var said = entries.ToList();
        var causes = said.Select(e => (e.Statement.FactId, Cause: Act.CauseOf(e, links.Contains))).Distinct().GroupBy(c => c.Cause).ToDictionary(g => g.Key, g => g.Count());
        return new ChangedRow(
            member.Id,
            Named.LaChildIds(member),
            Team(member, day),
            causes.GetValueOrDefault(Cause.LateRecord),
            causes.GetValueOrDefault(Cause.Correction),
            causes.GetValueOrDefault(Cause.Withdrawal),
            causes.GetValueOrDefault(Cause.NotReported),
            causes.GetValueOrDefault(Cause.Link) + causes.GetValueOrDefault(Cause.Unlink),
            said.Max(e => e.KnownAt));
    }
}
