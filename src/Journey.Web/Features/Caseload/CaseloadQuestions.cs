using Journey.Record.Bitemporal;
using Journey.Record.Facts.Allocations;
using Journey.Record.Facts.Care;
using Journey.Record.Facts.FrontDoor;
using Journey.Record.Facts.Identity;
using Journey.Store.Projections;
using Journey.Web.Access;
using Journey.Web.Hosting;
using Journey.Web.Http;

namespace Journey.Web.Features.Caseload;

/// <summary>A case of a worker on the day.</summary>
public sealed record CaseRow(string Worker, string Role, string? Team, Guid Child, IReadOnlyList<string> LaChildIds, DateOnly Since, Guid Fact);

/// <summary>A worker with the number of children allocated on the day, those not shown included.</summary>
public sealed record WorkerRow(string Worker, IReadOnlyList<string> Teams, int Children);

/// <summary>
/// A child with an open case and without a social worker on the day; <paramref name="Since"/> is when the last one left, if there was one.
/// </summary>
public sealed record UnallocatedRow(Guid Child, IReadOnlyList<string> LaChildIds, DateOnly? Since, string? LastWorker, bool LookedAfter);

/// <summary>Who had which cases on a day.</summary>
public sealed class CaseloadQuestions(Gate gate, SegmentReader segments)
{
    /// <summary>The children of one worker on a day, in whatever part.</summary>
    public async Task<Outcome<ListAnswer<CaseRow>>> OfWorkerAsync(
        Person person, string authority, string worker, Asked asked, AskedPage page, CancellationToken cancellation)
    {
        var question = $"caseload of {worker}";
        if (!page.Viewpoint(asked, question).Has(out var viewpoint, out var problem))
        {
            return problem;
        }

        return await gate.ManyAsync<ListAnswer<CaseRow>>(new Ask(person, Permissions.ReadLists, authority, viewpoint, question), async (seen, ct) =>
        {
            Lane[] parts = [AllocationLanes.SocialWorker, AllocationLanes.OtherWorkers];
            var cohort = await segments.HoldingOnAsync(authority, parts, seen.Basis.ValidAt, seen.Basis.Position, worker, ct);
            var cases = parts.SelectMany(lane => cohort.Members.Values.SelectMany(m => m.Timeline(lane).Select(i => (Child: m.Id, Held: i)))).ToList();
            var shown = cases.Where(c => !seen.Hidden.Contains(c.Child)).ToList();
            var ids = await IdentifiersAsync(seen, shown.SelectMany(c => cohort.Members[c.Child].Streams), ct);
            var rows = shown.Select(c => Row(c.Child, ids, c.Held)).OrderBy(Key, StringComparer.Ordinal).ToList();
            var notShown = cases.Select(c => c.Child).Distinct().Count(seen.Hidden.Contains);
            return new Counted<ListAnswer<CaseRow>>(
                ListAnswer<CaseRow>.Of(seen.View, rows, Key, notShown, page, question), rows.Select(r => r.Child).Distinct().Count());
        }, cancellation);
    }

    /// <summary>Every social worker with cases on a day.</summary>
    public async Task<Outcome<ListAnswer<WorkerRow>>> OfAllAsync(
        Person person, string authority, Asked asked, AskedPage page, CancellationToken cancellation)
    {
        const string question = "caseload of all workers";
        if (!page.Viewpoint(asked, question).Has(out var viewpoint, out var problem))
        {
            return problem;
        }

        return await gate.ManyAsync<ListAnswer<WorkerRow>>(new Ask(person, Permissions.ReadLists, authority, viewpoint, question), async (seen, ct) =>
        {
            var cohort = await segments.HoldingOnAsync(authority, AllocationLanes.SocialWorker, seen.Basis.ValidAt, seen.Basis.Position, null, ct);
            var rows = cohort.Members.Values
                .SelectMany(m => m.Timeline(AllocationLanes.SocialWorker).Select(i => (m.Id, Allocation: i.As<Allocation>())))
                .GroupBy(c => c.Allocation.Worker)
                .Select(g => new WorkerRow(
                    g.Key, [.. g.Select(c => c.Allocation.Team).OfType<string>().Distinct().Order(StringComparer.Ordinal)], g.Select(c => c.Id).Distinct().Count()))
                .OrderBy(r => r.Worker, StringComparer.Ordinal).ToList();
            return new Counted<ListAnswer<WorkerRow>>(
                ListAnswer<WorkerRow>.Of(seen.View, rows, r => r.Worker, cohort.Members.Keys.Count(seen.Hidden.Contains), page, question), cohort.Members.Count);
        }, cancellation);
    }

    /// <summary>Children who have an open referral or are looked after on a day, short breaks left out, and have no social worker.</summary>
    public async Task<Outcome<ListAnswer<UnallocatedRow>>> UnallocatedAsync(
        Person person, string authority, Asked asked, AskedPage page, CancellationToken cancellation)
    {
        const string question = "unallocated";
        if (!page.Viewpoint(asked, question).Has(out var viewpoint, out var problem))
        {
            return problem;
        }

        return await gate.ManyAsync<ListAnswer<UnallocatedRow>>(new Ask(person, Permissions.ReadLists, authority, viewpoint, question), async (seen, ct) =>
        {
            var day = seen.Basis.ValidAt;
            var cohort = await segments.ReadAsync(
                authority, [.. CareEpisodes.Lanes, FrontDoorLanes.Referrals, AllocationLanes.SocialWorker, IdentityLanes.Identifiers], seen.Basis.Position, cancellation: ct);
            var without = cohort.Members.Values
                .Where(m => !m.On(AllocationLanes.SocialWorker, day).Any() && (m.On(FrontDoorLanes.Referrals, day).Any() || IsLookedAfter(m, day)))
                .ToList();
            var rows = without.Where(m => !seen.Hidden.Contains(m.Id)).Select(m =>
            {
                var last = m.Timeline(AllocationLanes.SocialWorker).LastOrDefault(i => i.To <= day);
                return new UnallocatedRow(m.Id, Named.LaChildIds(m), last?.To, last?.As<Allocation>().Worker, IsLookedAfter(m, day));
            }).OrderBy(r => Named.Key(r.Child), StringComparer.Ordinal).ToList();
            return new Counted<ListAnswer<UnallocatedRow>>(
                ListAnswer<UnallocatedRow>.Of(seen.View, rows, r => Named.Key(r.Child), without.Count - rows.Count, page, question), rows.Count);
        }, cancellation);
    }

    private static bool IsLookedAfter(CohortMember member, DateOnly day) => Record.Measures.LookedAfter.On(CareEpisodes.Of(member.Timeline), day).Any();

    private static string Key(CaseRow row) => $"{Named.Key(row.Child)} {row.Fact:D}";

    private static CaseRow Row(Guid child, IReadOnlyDictionary<Guid, CohortMember> ids, Interval held)
    {
        var allocation = held.As<Allocation>();
        return new CaseRow(
            allocation.Worker, allocation.Role, allocation.Team, child, ids.TryGetValue(child, out var member) ? Named.LaChildIds(member) : [], held.From, held.FactId);
    }

    private async Task<IReadOnlyDictionary<Guid, CohortMember>> IdentifiersAsync(SeenMany seen, IEnumerable<Guid> streams, CancellationToken cancellation) =>
        (await segments.OfAsync(seen.Basis.Authority, [IdentityLanes.Identifiers], [.. streams], seen.Basis.Position, cancellation)).Members;
}
