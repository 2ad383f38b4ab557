using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Facts.Allocations;
using Journey.Record.Facts.Care;
using Journey.Record.Facts.Closure;
using Journey.Record.Facts.FrontDoor;
using Journey.Record.Facts.Partners;
using Journey.Record.Facts.Placements;
using Journey.Record.Facts.Visits;

namespace Journey.Generator.Answers;

/// <summary>
/// What the planted acts say by the end of a day, read in the plainest way: the last word on each fact counts. It shares no code with the
/// record, so that an answer of the record can be held against it.
/// </summary>
public sealed class Knowledge
{
    private readonly Dictionary<Guid, List<Word>> _records = [];
    private readonly HashSet<Guid> _children = [];

    /// <summary>The words of an authority's acts.</summary>
    public Knowledge(IReadOnlyList<Act> acts)
    {
        ArgumentNullException.ThrowIfNull(acts);
        foreach (var act in acts)
        {
            foreach (var on in act.On)
            {
                if (on.Kind == StreamKind.Child)
                {
                    _children.Add(on.Record);
                }

                if (!_records.TryGetValue(on.Record, out var words))
                {
                    _records.Add(on.Record, words = []);
                }

                words.AddRange(on.Steps.Select(s => new Word(act.At, s.FactId, s switch
                {
                    Step.Record recorded => recorded.Fact,
                    Step.Correct corrected => corrected.Fact,
                    _ => null,
                })));
            }
        }
    }

    /// <summary>Every record of a child.</summary>
    public IReadOnlyCollection<Guid> Children => _children;

    /// <summary>The facts of a type that stand by the end of a day, whosever record they are on.</summary>
    public IEnumerable<(Guid Record, Guid Id, T Fact)> All<T>(DateOnly known)
        where T : class, IFact => _records.Keys.SelectMany(r => Standing<T>(r, known).Select(f => (r, f.Id, f.Fact)));

    /// <summary>How many entries a record has by the end of a day.</summary>
    public int Entries(Guid record, DateOnly known) => Words(record, known).Count();

    /// <summary>What a fact says by the end of a day; null when it has not been recorded, or has been withdrawn.</summary>
    public IFact? Says(Guid record, Guid fact, DateOnly known) => Words(record, known).LastOrDefault(w => w.FactId == fact)?.Fact;

    /// <summary>The facts of a type that stand by the end of a day, in order of their first recording.</summary>
    public IReadOnlyList<(Guid Id, T Fact)> Standing<T>(Guid record, DateOnly known)
        where T : class, IFact
    {
        var last = new Dictionary<Guid, IFact?>();
        foreach (var word in Words(record, known))
        {
            last[word.FactId] = word.Fact;
        }

        return [.. last.Where(f => f.Value is T).Select(f => (f.Key, (T)f.Value!))];
    }

    /// <summary>The allocated social worker on a day: the last who began by then, unless that allocation has ended.</summary>
    public string? SocialWorker(Guid record, DateOnly on, DateOnly known)
    {
        var begun = Standing<WorkerAllocated>(record, known).Where(a => a.Fact.Role == Allocation.SocialWorker && a.Fact.From <= on).OrderBy(a => a.Fact.From).LastOrDefault();
        var ends = Standing<WorkerDeallocated>(record, known).Where(d => d.Fact.Allocation == begun.Id).Select(d => (DateOnly?)d.Fact.To);
        return begun.Fact is { } held && !ends.Append(held.To).Any(e => e <= on) ? held.Worker : null;
    }

    /// <summary>The placement on a day: the last that began by then, unless it has ended.</summary>
    public PlacementStarted? Placement(Guid record, DateOnly on, DateOnly known)
    {
        var begun = Standing<PlacementStarted>(record, known).Where(p => p.Fact.StartOn <= on).OrderBy(p => p.Fact.StartOn).LastOrDefault();
        return begun.Fact is { } placed && !Standing<PlacementEnded>(record, known).Any(e => e.Fact.Placement == begun.Id && e.Fact.EndOn <= on) ? placed : null;
    }

    /// <summary>True when a period of care holds on a day.</summary>
    public bool InCare(Guid record, DateOnly on, DateOnly known)
    {
        var ended = Standing<PeriodOfCareEnded>(record, known).Where(e => e.Fact.EndOn <= on).Select(e => e.Fact.PeriodOfCare).ToHashSet();
        return Standing<PeriodOfCareStarted>(record, known).Any(p => p.Fact.StartOn <= on && !ended.Contains(p.Id));
    }

    /// <summary>The day on which a visit that was due was made.</summary>
    public DateOnly? Visited(Guid record, Guid due, DateOnly known) =>
        Standing<VisitMade>(record, known).Where(v => v.Fact.Due == due).Select(v => (DateOnly?)v.Fact.On).FirstOrDefault();

    /// <summary>When a fact was first recorded.</summary>
    public DateTimeOffset? FirstSaid(Guid record, Guid fact) => _records[record].Find(w => w.FactId == fact)?.At;

    /// <summary>Facts corrected or withdrawn after the end of one day of knowledge and by that of another: what each said before, and after (null when withdrawn).</summary>
    public IEnumerable<(Guid Record, Guid Id, IFact Before, IFact? After)> PutRight(DateOnly known, DateOnly until)
    {
        foreach (var record in _records.Keys)
        {
            var said = new Dictionary<Guid, IFact?>();
            foreach (var word in Words(record, until))
            {
                if (said.GetValueOrDefault(word.FactId) is { } before && word.At >= London.EndOf(known))
                {
                    yield return (record, word.FactId, before, word.Fact);
                }

                said[word.FactId] = word.Fact;
            }
        }
    }

    /// <summary>How often something was recorded, corrected and withdrawn on a record after the end of one day of knowledge and by that of another.</summary>
    public (int Recorded, int Corrected, int Withdrawn) Since(Guid record, DateOnly known, DateOnly until)
    {
        var before = Words(record, known).Select(w => w.FactId).ToHashSet();
        var (recorded, corrected, withdrawn) = (0, 0, 0);
        foreach (var word in Words(record, until).Skip(Entries(record, known)))
        {
            var isNew = before.Add(word.FactId);
            withdrawn += word.Fact is null ? 1 : 0;
            recorded += word.Fact is not null && isNew ? 1 : 0;
            corrected += word.Fact is not null && !isNew ? 1 : 0;
        }

        return (recorded, corrected, withdrawn);
    }

    /// <summary>Referrals from their day to that on which they closed, if they did; turned away when the decision on them closed them.</summary>
    public IEnumerable<(DateOnly From, DateOnly? To, bool TurnedAway)> Referrals(Guid record, DateOnly known)
    {
        var decided = Standing<ReferralDecided>(record, known).Where(d => d.Fact.Decision is not ("Assess" or "Strategy")).ToDictionary(d => d.Fact.Referral, d => d.Fact.On);
        var closed = Standing<CaseClosed>(record, known).ToDictionary(c => c.Fact.Referral, c => c.Fact.On);
        return Standing<ReferralReceived>(record, known).Select(r =>
            decided.TryGetValue(r.Id, out var on) ? (r.Fact.On, on, true) : (r.Fact.On, closed.TryGetValue(r.Id, out var end) ? end : (DateOnly?)null, false));
    }

    /// <summary>Social workers with the days on which each held the case, in order; the day of the end excluded.</summary>
    public IReadOnlyList<(string Worker, string? Team, DateOnly From, DateOnly? To)> SocialWorkers(Guid record, DateOnly known)
    {
        var held = Standing<WorkerAllocated>(record, known).Where(a => a.Fact.Role == Allocation.SocialWorker).OrderBy(a => a.Fact.From).ToList();
        var ends = Standing<WorkerDeallocated>(record, known).ToLookup(d => d.Fact.Allocation, d => (DateOnly?)d.Fact.To);
        return
        [
            .. held.Select((a, i) => (
                a.Fact.Worker, a.Fact.Team, a.Fact.From, ends[a.Id].Append(a.Fact.To).Append(i + 1 < held.Count ? held[i + 1].Fact.From : null).Where(e => e is not null).Min())),
        ];
    }

    /// <summary>Requests to other agencies that were open at the end of a day.</summary>
    public IEnumerable<(Guid Record, Guid Id, PartnerRequestSent Fact)> Unanswered(DateOnly on, DateOnly known)
    {
        var ended = All<PartnerReplyReceived>(known).Where(r => r.Fact.Kind is "full" or "refused" && r.Fact.On <= on).Select(r => r.Fact.Request)
            .Concat(All<PartnerRequestWithdrawn>(known).Where(r => r.Fact.On <= on).Select(r => r.Fact.Request)).ToHashSet();
        return All<PartnerRequestSent>(known).Where(r => r.Fact.SentOn <= on && !ended.Contains(r.Id));
    }

    private IEnumerable<Word> Words(Guid record, DateOnly known)
    {
        var end = London.EndOf(known);
        return _records.TryGetValue(record, out var words) ? words.TakeWhile(w => w.At < end) : [];
    }

    private sealed record Word(DateTimeOffset At, Guid FactId, IFact? Fact);
}
