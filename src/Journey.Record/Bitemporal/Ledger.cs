namespace Journey.Record.Bitemporal;

/// <summary>
/// A statement where it stands: its position in the authority's ledger, its version in its stream (both ascending, gaps allowed),
/// and when it became known. <paramref name="Origin"/> says who said it; the fold never reads it.
/// </summary>
public sealed record LedgerEntry(long Position, long Version, DateTimeOffset KnownAt, IStatement Statement, Origin? Origin = null);

/// <summary>
/// Who said it, and where it came from. <paramref name="Source"/>, <paramref name="SourceRef"/> and <paramref name="LoadedAt"/> (the
/// instant it was really appended) are given for imported history only; <paramref name="Load"/> is the load it came with.
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
    Guid? Load = null);

/// <summary>
/// A fact as believed. <paramref name="Ordinal"/> is the stream version at which it was first recorded, so that a correction never
/// reorders facts of one day; <paramref name="Recorded"/> and <paramref name="Stated"/> are the entries that first and last stated it.
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
    private readonly Dictionary<Lane, List<Placed>> _claims = [];
    private readonly Dictionary<Guid, List<(long Ordinal, Ending Ending)>> _endings = [];
    private readonly Dictionary<Lane, IReadOnlyList<Interval>> _timelines = [];

    /// <summary>Position of the last entry applied; 0 before the first.</summary>
    public long Position { get; private set; }

    /// <summary>Stream version of the last entry applied; 0 before the first.</summary>
    public long Version { get; private set; }

    /// <summary>Believed facts, withdrawn ones left out, in no particular order.</summary>
    public IReadOnlyCollection<Belief> Beliefs => _beliefs.Values;

    /// <summary>What was ignored, in stream order.</summary>
    public IReadOnlyList<Anomaly> Anomalies => _anomalies;

    /// <summary>Lanes on which something is or was claimed.</summary>
    public IReadOnlyCollection<Lane> Lanes => _claims.Keys;

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

    /// <summary>Applies one entry and returns the lanes whose timelines it may have changed.</summary>
    public IReadOnlyCollection<Lane> Apply(LedgerEntry entry)
    {
        Position = entry.Position;
        Version = entry.Version;
        var changed = new HashSet<Lane>();
        var id = entry.Statement.FactId;
        var belief = _beliefs.GetValueOrDefault(id);
        switch (entry.Statement)
        {
            case IAsserted { Correction: null } when belief is not null || _withdrawn.Contains(id):
                _anomalies.Add(new Anomaly(entry, "recorded-twice"));
                break;
            case IAsserted { Correction: null } asserted:
                Add(new Belief(id, asserted.Assertion, entry.Version, entry, entry, null), changed);
                break;
            case not IAsserted when belief is null:
            case IAsserted when belief is null:
                _anomalies.Add(new Anomaly(entry, _withdrawn.Contains(id) ? "already-withdrawn" : "unknown-fact"));
                break;
            case IAsserted asserted:
                Remove(belief, changed);
                Add(belief with { Assertion = asserted.Assertion, Stated = entry }, changed);
                break;
            case Withdrawn:
                Remove(belief, changed);
                _withdrawn.Add(id);
                break;
            case NotReported notReported:
                Remove(belief, changed);
                Add(belief with { NotReportedFrom = notReported.From }, changed);
                break;
            case ReportedAgain:
                Remove(belief, changed);
                Add(belief with { NotReportedFrom = null }, changed);
                break;
            default:
                throw new InvalidOperationException($"No fold for {entry.Statement.GetType()}.");
        }

        foreach (var lane in _claims.Keys.Where(l => l.Within is { } outer && changed.Contains(outer)).ToList())
        {
            changed.Add(lane);
        }

        foreach (var lane in changed)
        {
            _timelines.Remove(lane);
        }

        return changed;
    }

    /// <summary>The intervals of a lane, ordered by start, then time of day, then order of recording.</summary>
    public IReadOnlyList<Interval> Timeline(Lane lane)
    {
        if (!_timelines.TryGetValue(lane, out var timeline))
        {
            var outer = lane.Within is null ? null : Timeline(lane.Within);
            timeline = Bitemporal.Timeline.Fold(lane, _claims.GetValueOrDefault(lane) ?? [], outer);
            _timelines.Add(lane, timeline);
        }

        return timeline;
    }

    private void Add(Belief belief, HashSet<Lane> changed)
    {
        _beliefs[belief.FactId] = belief;
        foreach (var claim in belief.Assertion.Claims())
        {
            if (!_claims.TryGetValue(claim.Lane, out var placed))
            {
                _claims.Add(claim.Lane, placed = []);
            }

            placed.Add(Placed.From(belief, claim, _endings.GetValueOrDefault(belief.FactId)));
            changed.Add(claim.Lane);
        }

        foreach (var ending in belief.Assertion.Endings())
        {
            if (!_endings.TryGetValue(ending.Of, out var endings))
            {
                _endings.Add(ending.Of, endings = []);
            }

            endings.Add((belief.Ordinal, ending));
            Replace(ending.Of, changed);
        }
    }

    private void Remove(Belief belief, HashSet<Lane> changed)
    {
        _beliefs.Remove(belief.FactId);
        Unplace(belief, changed);
        foreach (var ending in belief.Assertion.Endings())
        {
            _endings[ending.Of].Remove((belief.Ordinal, ending));
            Replace(ending.Of, changed);
        }
    }

    /// <summary>Puts the claims of a fact in place again after its ends have changed.</summary>
    private void Replace(Guid factId, HashSet<Lane> changed)
    {
        if (_beliefs.TryGetValue(factId, out var belief))
        {
            Unplace(belief, changed);
            foreach (var claim in belief.Assertion.Claims())
            {
                _claims[claim.Lane].Add(Placed.From(belief, claim, _endings.GetValueOrDefault(factId)));
            }
        }
    }

    private void Unplace(Belief belief, HashSet<Lane> changed)
    {
        foreach (var lane in belief.Assertion.Claims().Select(c => c.Lane).Distinct())
        {
            _claims[lane].RemoveAll(p => p.FactId == belief.FactId);
            changed.Add(lane);
        }
    }
}
