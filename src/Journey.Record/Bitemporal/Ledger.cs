namespace Journey.Record.Bitemporal;

/// <summary>
/// A statement where it stands: its position in the authority's ledger, its version in its stream (both ascending, gaps allowed),
/// and when it became known. <paramref name="Origin"/> says who said it, <paramref name="Stream"/> in which stream it stands; the fold reads
/// neither.
/// </summary>
public sealed record LedgerEntry(
    long Position, long Version, DateTimeOffset KnownAt, IStatement Statement, Origin? Origin = null, Guid Stream = default);

/// <summary>
/// Who said it, and where it came from. <paramref name="Source"/>, <paramref name="SourceRef"/> and <paramref name="LoadedAt"/> (the
/// instant it was really appended) are given for imported history only; <paramref name="Load"/> is the load it came with;
/// <paramref name="With"/> names the other records that the same act touched, where they belong together.
/// </summary>
public sealed record Origin(
    Guid EventId,
    string Actor,
    string Role,
    string? OnBehalfOf,
    string? Reason,
    string Correlation,
    string? Source = null,
    string? SourceRef = null,
    DateTimeOffset? SourceRecordedAt = null,
    DateTimeOffset? LoadedAt = null,
    Guid? Load = null,
    IReadOnlyList<Guid>? With = null);

/// <summary>
/// A fact as believed. <paramref name="Ordinal"/> is the position at which it was first recorded, so that a correction never reorders facts
/// of one day, and facts of two linked streams have one order; <paramref name="Recorded"/> and <paramref name="Stated"/> are the entries that first and last stated it.
/// </summary>
public sealed record Belief(Guid FactId, IAssertion Assertion, long Ordinal, LedgerEntry Recorded, LedgerEntry Stated, DateOnly? NotReportedFrom);

/// <summary>A statement the fold ignored, because it named a fact that was unknown, already recorded or withdrawn.</summary>
public sealed record Anomaly(LedgerEntry Entry, string Code);

/// <summary>The facts of one stream believed at a position, and their timelines. Folded entry by entry in stream order.</summary>
public sealed class Ledger
{
    private readonly Dictionary<Guid, Belief> _beliefs = [];
    private readonly HashSet<Guid> _withdrawn = [];
    private readonly List<Anomaly> _anomalies = [];
    private readonly Dictionary<Guid, List<(long Ordinal, Ending Ending)>> _endings = [];
    private readonly Dictionary<Guid, Claim[]> _claims = [];
    private readonly Dictionary<Lane, Timeline> _timelines = [];
    private readonly HashSet<Lane> _claimed = [];
    private readonly List<Timeline> _touched = [];
    private Belief[]? _inOrder;

    /// <summary>Position of the last entry applied; 0 before the first.</summary>
    public long Position { get; private set; }

    /// <summary>Stream version of the last entry applied; 0 before the first.</summary>
    public long Version { get; private set; }

    /// <summary>Believed facts, withdrawn ones left out, in no particular order.</summary>
    public IReadOnlyCollection<Belief> Beliefs => _beliefs.Values;

    /// <summary>Believed facts in the order in which they were first recorded.</summary>
    public IReadOnlyList<Belief> InOrder => _inOrder ??= [.. _beliefs.Values.OrderBy(b => b.Ordinal)];

    /// <summary>What was ignored, in stream order.</summary>
    public IReadOnlyList<Anomaly> Anomalies => _anomalies;

    /// <summary>Lanes on which something is or was claimed.</summary>
    public IReadOnlyCollection<Lane> Lanes => _claimed;

    /// <summary>The facts believed when the ledger stood at a position: entries above it are left out.</summary>
    public static Ledger Fold(IEnumerable<LedgerEntry> entries, long position = long.MaxValue)
    {
        var ledger = new Ledger();
        foreach (var entry in entries.Where(e => e.Position <= position))
        {
            ledger.Apply(entry);
        }

        return ledger;
    }

    /// <summary>The fact as believed, or null when unknown or withdrawn.</summary>
    public Belief? Find(Guid factId) => _beliefs.GetValueOrDefault(factId);

    /// <summary>True when the fact was once recorded and then withdrawn.</summary>
    public bool IsWithdrawn(Guid factId) => _withdrawn.Contains(factId);

    /// <summary>Takes a fact out as if it had never been recorded, and returns it; null when it is not believed.</summary>
    internal Belief? Suspend(Guid factId)
    {
        var belief = Find(factId);
        if (belief is not null)
        {
            Remove(belief);
        }

        return belief;
    }

    /// <summary>Puts a fact back that was taken out.</summary>
    internal void Resume(Belief belief) => Add(belief);

    /// <summary>Applies one entry.</summary>
    public void Apply(LedgerEntry entry)
    {
        Position = entry.Position;
        Version = entry.Version;
        var id = entry.Statement.FactId;
        var belief = _beliefs.GetValueOrDefault(id);
        switch (entry.Statement)
        {
            case IAsserted { Correction: null } when belief is not null || _withdrawn.Contains(id):
                _anomalies.Add(new Anomaly(entry, "recorded-twice"));
                break;
            case IAsserted { Correction: null } asserted:
                Add(new Belief(id, asserted.Assertion, entry.Position, entry, entry, null));
                break;
            case not IAsserted when belief is null:
            case IAsserted when belief is null:
                _anomalies.Add(new Anomaly(entry, _withdrawn.Contains(id) ? "already-withdrawn" : "unknown-fact"));
                break;
            case IAsserted asserted:
                Remove(belief);
                Add(belief with { Assertion = asserted.Assertion, Stated = entry });
                break;
            case Withdrawn:
                Remove(belief);
                _withdrawn.Add(id);
                break;
            case NotReported notReported:
                Replace(belief with { NotReportedFrom = notReported.From });
                break;
            case ReportedAgain:
                Replace(belief with { NotReportedFrom = null });
                break;
            default:
                throw new InvalidOperationException($"No fold for {entry.Statement.GetType()}.");
        }
    }

    /// <summary>The intervals of a lane, in order of change. A later entry does not alter the list.</summary>
    public IReadOnlyList<Interval> Timeline(Lane lane)
    {
        Settle();
        return _timelines.TryGetValue(lane, out var timeline) ? timeline.Intervals : [];
    }

    /// <summary>The intervals that have gone and come since the ledger was last settled or a timeline was last read, by lane.</summary>
    internal IReadOnlyList<(Lane Lane, IReadOnlyList<Interval> Gone, IReadOnlyList<Interval> Come)> Settle()
    {
        if (_touched.Count == 0)
        {
            return [];
        }

        var settled = new List<(Lane, IReadOnlyList<Interval>, IReadOnlyList<Interval>)>(_touched.Count);
        var inner = _touched.Where(t => t.Lane.Within is not null).ToHashSet();
        foreach (var timeline in _touched.Where(t => t.Lane.Within is null))
        {
            var (gone, come) = timeline.Settle();
            settled.Add((timeline.Lane, gone, come));
            inner.UnionWith(timeline.Within);
        }

        foreach (var timeline in inner)
        {
            var (gone, come) = timeline.Settle();
            settled.Add((timeline.Lane, gone, come));
        }

        _touched.Clear();
        return settled;
    }

    private void Add(Belief belief)
    {
        _claims[belief.FactId] = [.. belief.Assertion.Claims()];
        Place(belief);
        foreach (var ending in belief.Assertion.Endings())
        {
            if (!_endings.TryGetValue(ending.Of, out var endings))
            {
                _endings.Add(ending.Of, endings = []);
            }

            endings.Add((belief.Ordinal, ending));
            Replace(ending.Of);
        }
    }

    private void Remove(Belief belief)
    {
        Displace(belief);
        _claims.Remove(belief.FactId);
        foreach (var ending in belief.Assertion.Endings())
        {
            _endings[ending.Of].Remove((belief.Ordinal, ending));
            Replace(ending.Of);
        }
    }

    /// <summary>Puts the claims of a fact in place again after its ends have changed.</summary>
    private void Replace(Guid factId)
    {
        if (_beliefs.TryGetValue(factId, out var belief))
        {
            Replace(belief);
        }
    }

    private void Replace(Belief belief)
    {
        Displace(belief);
        Place(belief);
    }

    private void Place(Belief belief)
    {
        _beliefs[belief.FactId] = belief;
        _inOrder = null;
        foreach (var claim in _claims[belief.FactId])
        {
            _claimed.Add(claim.Lane);
            Touched(claim.Lane).Put(Placed.From(belief, claim, _endings.GetValueOrDefault(belief.FactId)));
        }
    }

    private void Displace(Belief belief)
    {
        _beliefs.Remove(belief.FactId);
        _inOrder = null;
        foreach (var claim in _claims[belief.FactId])
        {
            Touched(claim.Lane).Take(belief, claim);
        }
    }

    private Timeline Touched(Lane lane)
    {
        var timeline = Of(lane);
        if (!_touched.Contains(timeline))
        {
            _touched.Add(timeline);
        }

        return timeline;
    }

    private Timeline Of(Lane lane)
    {
        if (!_timelines.TryGetValue(lane, out var timeline))
        {
            _timelines.Add(lane, timeline = new Timeline(lane, lane.Within is { } outer ? Of(outer) : null));
        }

        return timeline;
    }
}
