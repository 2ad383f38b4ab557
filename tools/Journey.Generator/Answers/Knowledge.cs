using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Facts.Allocations;
using Journey.Record.Facts.Care;
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

    private IEnumerable<Word> Words(Guid record, DateOnly known)
    {
        var end = London.EndOf(known);
        return _records.TryGetValue(record, out var words) ? words.TakeWhile(w => w.At < end) : [];
    }

    private sealed record Word(DateTimeOffset At, Guid FactId, IFact? Fact);
}
