using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;
using Journey.Record.Facts.Returns;

namespace Journey.Exchange.Ssda903.Loading;

/// <summary>The loads of an authority's returns, from the stream that keeps them.</summary>
internal sealed class Loads
{
    private readonly List<(Guid Load, ReturnLoaded Return)> _loads;
    private readonly List<Loaded> _standing = [];
    private readonly Dictionary<Guid, (int Year, int Order)> _known = [];
    private readonly HashSet<Guid> _withdrawn = [];
    private readonly SortedDictionary<int, Loaded> _latest = [];

    private Loads(ChildRecord returns)
    {
        _loads = [.. returns.Facts<ReturnLoaded>().Where(l => l.Fact.Format == "ssda903")];
        foreach (var entry in returns.History)
        {
            if (entry.Statement is Asserted<ReturnLoaded> { Fact: var loaded, FactId: var load })
            {
                _known[load] = (loaded.Year, _known.Count);
                if (returns.IsWithdrawn(load))
                {
                    _withdrawn.Add(load);
                }
                else
                {
                    _standing.Add(_latest[loaded.Year] = new Loaded(load, _known[load].Order, entry.Position, loaded, [.. loaded.Confirmed]));
                }
            }
        }
    }

    /// <summary>A load that is not withdrawn, in its order among all.</summary>
    internal sealed record Loaded(Guid Load, int Order, long Position, ReturnLoaded Return, HashSet<Guid> Confirmed);

    public static Loads Of(ChildRecord returns) => new(returns);

    public IReadOnlyList<(Guid Load, ReturnLoaded Return)> All => _loads;

    /// <summary>The years of which a return is loaded, in order.</summary>
    public IReadOnlyCollection<int> Years => _latest.Keys;

    /// <summary>The last load of a year that is not withdrawn.</summary>
    public Loaded? Latest(int year) => _latest.GetValueOrDefault(year);

    /// <summary>
    /// The year whose return first stated a fact, or null when no return did. A fact that a withdrawn load had withdrawn was recorded anew
    /// with that load's withdrawal: it is of the same year.
    /// </summary>
    public int? YearOf(Belief belief) => YearOf(belief.Recorded);

    /// <summary>
    /// The year whose return stated a fact as it is believed, or null when no return did. What a withdrawn load gave back is of the return
    /// that first said it.
    /// </summary>
    public int? StatedIn(ChildRecord record, Belief belief)
    {
        var stated = belief.Stated;
        if (stated.Origin?.Load is { } undone && _withdrawn.Contains(undone))
        {
            stated = record.History.LastOrDefault(e =>
                e.Origin?.Load is { } load && !_withdrawn.Contains(load) && e.Statement is IAsserted said && said.Assertion.Equals(belief.Assertion)) ?? stated;
        }

        return YearOf(stated);
    }

    private int? YearOf(LedgerEntry entry) => entry.Origin?.Load is { } load && _known.TryGetValue(load, out var known) ? known.Year : null;

    /// <summary>True when the latest return of another year states the fact too.</summary>
    public bool StatedBesides(Guid factId, int year) => _latest.Any(l => l.Key != year && l.Value.Confirmed.Contains(factId));

    /// <summary>True when a return of another year was loaded after the latest one of this year.</summary>
    public bool AnyLoadedAfter(int year) => Latest(year) is { } latest && _standing[^1].Order > latest.Order;

    /// <summary>True when the latest return of a year states the fact: it recorded or confirmed it.</summary>
    public bool States(Belief belief, int year) =>
        Latest(year) is { } latest
        && (belief.Recorded.Origin?.Load == latest.Load || latest.Confirmed.Contains(belief.FactId)
            || (belief.Recorded.Origin?.Load is { } load && _withdrawn.Contains(load) && YearOf(belief) == year));

    /// <summary>
    /// True when the return of a year left out a fact that an earlier load had stated, and no later year's return has stated it since: the
    /// record still asserts it, and the return of that year is without it.
    /// </summary>
    public bool LeftOutBy(ChildRecord record, Belief belief, int year) =>
        Latest(year) is { } latest
        && FirstLoad(record, belief) is { } load && _known.TryGetValue(load, out var known) && known.Order < latest.Order
        && !States(belief, year)
        && !_standing.Exists(l => l.Order > latest.Order && l.Return.Year > year && l.Confirmed.Contains(belief.FactId));

    /// <summary>The load that first stated a fact, also when it was recorded anew since.</summary>
    private Guid? FirstLoad(ChildRecord record, Belief belief)
    {
        var (load, id) = (belief.Recorded.Origin?.Load, belief.FactId);
        while (load is { } undone && _withdrawn.Contains(undone)
            && record.History.FirstOrDefault(e => e.Statement is IAsserted && LoadIds.Renewed(e.Statement.FactId) == id) is { } first)
        {
            (load, id) = (first.Origin?.Load, first.Statement.FactId);
        }

        return load;
    }

    /// <summary>The row that a fact states in the return of a year: codes that have gone out of use since by their successors.</summary>
    public Row Stated(Mapping mapping, string child, ChildRecord record, Belief belief, int year) =>
        mapping.ToRow(child, (IFact)belief.Assertion, year) switch
        {
            EpisodeRow { Place: { } place } row when StatedIn(record, belief) != year => row with { Place = CareCodes.Place.In(place, year) },
            var row => row,
        };
}
