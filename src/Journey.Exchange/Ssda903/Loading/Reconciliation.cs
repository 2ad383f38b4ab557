using Journey.Exchange.Ssda903.Layout;
using Journey.Exchange.Ssda903.Reading;
using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Facts;
using Journey.Record.Facts.Care;
using Journey.Record.Facts.Returns;

namespace Journey.Exchange.Ssda903.Loading;

/// <summary>
/// Reconciles a return with the record: what its rows add, correct and withdraw. Pure. A set for a year already loaded is an amended
/// return: a changed row corrects its fact, a row no longer there withdraws it. An episode open at the start of the year that the set
/// leaves out is no longer reported; one stated again is reported again. Nothing else is un-asserted by absence.
/// </summary>
public static class Reconciliation
{
    /// <summary>Plans a load.</summary>
    /// <param name="read">The set as read.</param>
    /// <param name="year">The return's year, named by the March it ends in.</param>
    /// <param name="authority">The authority's code.</param>
    /// <param name="known">When the set was known.</param>
    /// <param name="record">The authority's record as it stands.</param>
    public static LoadPlan Plan(SetRead read, int year, string authority, DateTimeOffset known, KnownAuthority record)
    {
        var loads = Loads.Of(record.Returns);
        var ids = new LoadIds(authority, year, known, read.Digest, record.Returns.History.Count);
        var rows = read.Set.All.GroupBy(r => r.Child, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal);
        var tally = new Tally();
        var streams = new List<PlannedStream>();
        var today = London.DateOf(known);
        foreach (var (child, stated) in rows)
        {
            streams.AddRange(Child(child, stated, record.Children.GetValueOrDefault(child)));
        }

        foreach (var (child, left) in record.Children.Where(c => !rows.ContainsKey(c.Key)).OrderBy(c => c.Key, StringComparer.Ordinal))
        {
            streams.AddRange(Child(child, [], left));
        }

        var counts = tally.Counts(read.Rejects.Count);
        if (streams.Count == 0 && loads.Latest(year) is not null)
        {
            return new LoadPlan(ids.Load, year, [], counts, tally.Flags);
        }

        var loaded = new ReturnLoaded(
            "ssda903", year, today, read.Digest, read.Files.ToDictionary(f => f.File, f => f.Rows), counts, tally.Confirmed, tally.Repeated);
        streams.Add(new PlannedStream(
            LoadIds.ReturnsStream(authority), StreamKind.Returns, record.Returns.Version,
            [new PlannedStatement(ids.Of("loaded"), new Asserted<ReturnLoaded>(ids.Load, loaded, null), "return")]));
        return new LoadPlan(ids.Load, year, streams, counts, tally.Flags);

        IEnumerable<PlannedStream> Child(string child, IReadOnlyList<Row> stated, ChildRecord? kept)
        {
            var stream = kept ?? ChildRecord.Empty(ids.Of($"child/{child}"));
            var planned = new ChildReconciliation(child, stream, year, loads, ids, tally).Plan(stated);
            if (planned.Count == 0)
            {
                yield break;
            }

            Flag(child, stream.With(planned.Select(p => p.Statement)), planned, today, tally);
            yield return new PlannedStream(stream.Id, StreamKind.Child, stream.Version, planned);
        }
    }

    private static void Flag(string child, ChildRecord after, List<PlannedStatement> planned, DateOnly today, Tally tally)
    {
        foreach (var (factId, sourceRef) in planned.Where(p => p.Statement is IAsserted).Select(p => (p.Statement.FactId, p.SourceRef)).Distinct())
        {
            if (after.Find(factId)?.Assertion is IFact fact)
            {
                foreach (var broken in FactCatalogue.Of(fact).Flag(after.Without(factId), factId, fact, today, Beside.Nothing))
                {
                    tally.Flags.Add(new KeptWithFlag(child, sourceRef, broken.Code, broken.Sentence));
                }
            }
        }
    }
}

/// <summary>The loads of an authority's returns, from the stream that keeps them.</summary>
internal sealed class Loads
{
    private readonly List<(Guid Load, ReturnLoaded Return)> _loads;
    private readonly Dictionary<Guid, int> _withdrawn;

    private Loads(List<(Guid Load, ReturnLoaded Return)> loads, Dictionary<Guid, int> withdrawn) => (_loads, _withdrawn) = (loads, withdrawn);

    public static Loads Of(ChildRecord returns) => new(
        [.. returns.Facts<ReturnLoaded>().Where(l => l.Fact.Format == "ssda903")],
        returns.History.Select(e => e.Statement).OfType<Asserted<ReturnLoaded>>()
            .Where(l => returns.IsWithdrawn(l.FactId)).ToDictionary(l => l.FactId, l => l.Fact.Year));

    public IReadOnlyList<(Guid Load, ReturnLoaded Return)> All => _loads;

    /// <summary>The last load of a year that is not withdrawn.</summary>
    public (Guid Load, ReturnLoaded Return)? Latest(int year) =>
        _loads.Where(l => l.Return.Year == year).Select(l => ((Guid, ReturnLoaded)?)l).LastOrDefault();

    /// <summary>
    /// The year whose return first stated a fact, or null when no return did. A fact that a withdrawn load had withdrawn was recorded anew
    /// with that load's withdrawal: it is of the same year.
    /// </summary>
    public int? YearOf(Belief belief) => belief.Recorded.Origin?.Load is not { } load ? null
        : _loads.Find(l => l.Load == load).Return is { } loaded ? loaded.Year
        : _withdrawn.TryGetValue(load, out var year) ? year
        : null;

    /// <summary>True when the latest return of another year states the fact too.</summary>
    public bool StatedBesides(Guid factId, int year) =>
        _loads.Select(l => l.Return.Year).Distinct().Any(y => y != year && Latest(y)!.Value.Return.Confirmed.Contains(factId));

    /// <summary>True when a return of a later year is loaded.</summary>
    public bool AnyAfter(int year) => _loads.Exists(l => l.Return.Year > year);

    /// <summary>The facts that the latest return of a year states: those it recorded and those it confirmed.</summary>
    public bool States(Belief belief, int year) =>
        Latest(year) is { } latest
        && (belief.Recorded.Origin?.Load == latest.Load || latest.Return.Confirmed.Contains(belief.FactId)
            || (YearOf(belief) == year && _withdrawn.ContainsKey(belief.Recorded.Origin!.Load!.Value)));
}

/// <summary>What a load counts.</summary>
internal sealed class Tally
{
    public List<KeptWithFlag> Flags { get; } = [];

    public List<Guid> Confirmed { get; } = [];

    public List<RepeatedRow> Repeated { get; } = [];

    public int Added { get; set; }

    public int Corrected { get; set; }

    public int Withdrawn { get; set; }

    public int NotReported { get; set; }

    public int ReportedAgain { get; set; }

    public int Unchanged { get; set; }

    public LoadCounts Counts(int rejected) => new(
        Added, Corrected, Withdrawn, NotReported, ReportedAgain, Unchanged,
        Flags.Select(f => (f.Child, f.SourceRef)).Distinct().Count(), rejected);
}

/// <summary>The part of a load that concerns one child.</summary>
internal sealed class ChildReconciliation(string child, ChildRecord record, int year, Loads loads, LoadIds ids, Tally tally)
{
    private static readonly Correction Restated = new("restated", "The return states it differently.");

    private readonly List<PlannedStatement> _planned = [];
    private readonly HashSet<Guid> _matched = [];
    private readonly Period _window = Period.Year(year);
    private readonly List<Belief> _beliefs = [.. record.Beliefs.Where(b => b.Recorded.Origin?.Load is not null)];

    public List<PlannedStatement> Plan(IReadOnlyList<Row> rows)
    {
        if (rows.Count > 0)
        {
            PlanIdentity(rows);
            var context = Context(rows);
            foreach (var mapping in Mappings.All)
            {
                Plan(mapping, [.. rows.Where(r => ReturnFiles.Of(r) == mapping.File)], context);
            }
        }

        Leave();
        return _planned;
    }

    private RowContext Context(IReadOnlyList<Row> rows)
    {
        var born = rows.OfType<HeaderRow>().Select(h => h.Dob).FirstOrDefault(d => d is not null);
        var first = rows.OfType<EpisodeRow>().Select(e => e.Decom).Concat(record.Timeline(CareLanes.Care).Select(i => (DateOnly?)i.From)).Min();
        return new RowContext(year, born, first ?? _window.From);
    }

    private void PlanIdentity(IReadOnlyList<Row> rows)
    {
        var stated = Identity.From(child, rows, year);
        var line = Ref(rows.FirstOrDefault(r => r is HeaderRow) ?? rows[0]);
        var kept = _beliefs.Find(b => b.Assertion is Journey.Record.Facts.Identity.IdentityStated);
        if (kept is null)
        {
            // A child recorded live is known already: its identity is not stated again by a return.
            if (!record.Facts<Journey.Record.Facts.Identity.ChildRecordOpened>().Any())
            {
                Add(stated, line, "identity");
            }

            return;
        }

        _matched.Add(kept.FactId);
        var before = (Journey.Record.Facts.Identity.IdentityStated)kept.Assertion;
        if (!stated.InHeader && loads.YearOf(kept) != year)
        {
            stated = before;
        }

        if (stated == before)
        {
            Confirm(kept);
        }
        else
        {
            Correct(kept, stated, line);
        }
    }

    private void Plan(Mapping mapping, List<Row> rows, RowContext context)
    {
        var kept = _beliefs.Where(b => b.Assertion is IFact fact && mapping.Is(fact)).ToList();
        var incomplete = rows.Where(r => mapping.ToFact(r, context) is null).ToList();
        Keep(mapping, incomplete);
        foreach (var (row, belief) in Pair(mapping, Distinct(mapping, [.. rows.Except(incomplete)]), kept))
        {
            if (belief is null)
            {
                Add(mapping.ToFact(row, context)!, Ref(row), Purpose(mapping, row));
            }
            else
            {
                Known(mapping, row, belief, context);
            }
        }
    }

    /// <summary>Rows that stand twice, equal in every column, are one.</summary>
    private List<Row> Distinct(Mapping mapping, List<Row> rows)
    {
        var distinct = new List<Row>();
        foreach (var row in rows)
        {
            if (distinct.Exists(r => RowComparison.AreEqual(r, row)))
            {
                _repeated.Add((mapping, row));
            }
            else
            {
                distinct.Add(row);
            }
        }

        return distinct;
    }

    private readonly List<(Mapping Mapping, Row Row)> _repeated = [];

    /// <summary>Pairs rows with the facts they restate: by key, equal ones first, then in order; where a child has one row a year, what is left over of the year.</summary>
    private List<(Row Row, Belief? Kept)> Pair(Mapping mapping, List<Row> rows, List<Belief> kept)
    {
        var free = new List<Belief>(kept.Where(b => mapping.Lasts || mapping.YearOf((IFact)b.Assertion) == year));
        var pairs = new Dictionary<Row, Belief?>(ReferenceEqualityComparer.Instance);
        rows.ForEach(r => pairs[r] = null);
        void Take(Func<Row, Belief, bool> fits)
        {
            foreach (var row in rows.Where(r => pairs[r] is null))
            {
                if (free.Find(b => fits(row, b)) is { } belief)
                {
                    pairs[row] = belief;
                    free.Remove(belief);
                }
            }
        }

        Take((row, belief) => Key(row) == Key(Stated(mapping, belief)) && RowComparison.AreEqual(Identity.Bare(row), Ended(mapping, belief)));
        Take((row, belief) => !mapping.OneAYear && Key(row) == Key(Stated(mapping, belief)));
        if (mapping.OneAYear)
        {
            Take((_, belief) => mapping.OneForLife || loads.YearOf(belief) == year || loads.States(belief, year));
        }

        return [.. rows.Select(r => (r, pairs[r]))];
    }

    private void Known(Mapping mapping, Row row, Belief kept, RowContext context)
    {
        _matched.Add(kept.FactId);
        var before = _planned.Count;
        var stated = Stated(mapping, kept);
        var end = End(mapping, kept);
        if (end is not null)
        {
            _matched.Add(end.FactId);
        }

        if (kept.NotReportedFrom < _window.To)
        {
            Say(new ReportedAgain(kept.FactId), Ref(row), "again");
            tally.ReportedAgain++;
        }

        var bare = Identity.Bare(row);
        if (end is null)
        {
            KnownWithoutEnd(mapping, row, bare, stated, kept, context);
        }
        else
        {
            KnownWithEnd(mapping, row, bare, stated, kept, end, context);
        }

        if (_planned.Count == before)
        {
            Confirm(kept);
        }
        else
        {
            Confirm(kept, counts: false);
        }
    }

    /// <summary>The record has no end as a fact of its own: the row agrees, differs, or states an end that was not known.</summary>
    private void KnownWithoutEnd(Mapping mapping, Row row, Row bare, Row stated, Belief kept, RowContext context)
    {
        var (rowEnd, statedEnd) = (mapping.EndOf(bare), mapping.EndOf(stated));
        var endIsNews = rowEnd is not null && statedEnd is null && loads.YearOf(kept) != year;
        var openHere = rowEnd is null && statedEnd > _window.To;
        var compared = endIsNews || openHere ? mapping.WithEndOf(bare, stated) : bare;
        if (!RowComparison.AreEqual(compared, stated))
        {
            Correct(kept, mapping.Restating(mapping.ToFact(compared, context)!, (IFact)kept.Assertion), Ref(row));
        }

        if (endIsNews)
        {
            Add(mapping.ToEnd(kept.FactId, row), Ref(row), Purpose(mapping, row) + "/end");
        }
    }

    private void KnownWithEnd(Mapping mapping, Row row, Row bare, Row stated, Belief kept, Belief end, RowContext context)
    {
        var compared = mapping.WithEndOf(bare, stated);
        if (!RowComparison.AreEqual(compared, stated))
        {
            Correct(kept, mapping.Restating(mapping.ToFact(compared, context)!, (IFact)kept.Assertion), Ref(row));
        }

        var ended = mapping.WithEnd(stated, (IFact)end.Assertion);
        if (mapping.EndOf(bare) is null)
        {
            if (mapping.EndOf(ended) <= _window.To)
            {
                Withdraw(end, Ref(row));
            }
        }
        else if (!RowComparison.AreEqual(bare, mapping.WithEndOf(bare, ended)))
        {
            Correct(end, mapping.ToEnd(kept.FactId, row), Ref(row));
        }
    }

    /// <summary>What the set leaves out: withdrawn when this year's return alone stated it; an open episode of an earlier return is no longer reported.</summary>
    private void Leave()
    {
        foreach (var (mapping, row) in _repeated)
        {
            var fact = _planned.Select(p => p.Statement).OfType<IAsserted>()
                .Where(a => a.Assertion is IFact f && mapping.Is(f)).Select(a => (a.FactId, Fact: (IFact)a.Assertion))
                .Concat(_beliefs.Where(b => b.Assertion is IFact f && mapping.Is(f)).Select(b => (b.FactId, Fact: (IFact)b.Assertion)))
                .FirstOrDefault(f => Key(mapping.ToRow(child, f.Fact, year)) == Key(row));
            tally.Repeated.Add(new RepeatedRow(mapping.File.Name, fact.FactId));
        }

        var left = _beliefs.Where(b => !_matched.Contains(b.FactId)).ToList();
        foreach (var belief in left.Where(b => loads.YearOf(b) == year && !loads.StatedBesides(b.FactId, year)))
        {
            Withdraw(belief, "left out");
        }

        if (loads.AnyAfter(year) || !left.Exists(b => b.Assertion is EpisodeStated))
        {
            return;
        }

        var withdrawn = _planned.Where(p => p.Statement is Withdrawn).Select(p => p.Statement.FactId).ToHashSet();
        var after = record.With(_planned.Select(p => p.Statement));
        var open = CareEpisodes.Of(after.Timeline).Where(e => e.Stated && e.IsOpen && e.From < _window.From).Select(e => e.Fact).ToHashSet();
        foreach (var belief in left.Where(b => open.Contains(b.FactId) && !withdrawn.Contains(b.FactId) && b.NotReportedFrom is null))
        {
            Say(new NotReported(belief.FactId, _window.From), "left out", "silent");
            tally.NotReported++;
        }
    }

    private void Keep(Mapping mapping, List<Row> incomplete)
    {
        var kept = _beliefs.Where(b => b.Assertion is RowKept k && k.File == mapping.File.Name && k.Year == year).ToList();
        foreach (var row in incomplete)
        {
            IReadOnlyList<string> values = [.. Enumerable.Range(0, mapping.File.Columns.Count).Select(i => mapping.File.Written(row, i))];
            if (kept.Find(b => ((RowKept)b.Assertion).Values.SequenceEqual(values)) is { } same)
            {
                kept.Remove(same);
                _matched.Add(same.FactId);
                Confirm(same);
            }
            else
            {
                Add(new RowKept(mapping.File.Name, year, values), Ref(row), $"{mapping.File.Name}/kept/{string.Join('|', values)}");
            }
        }
    }

    private Row Stated(Mapping mapping, Belief belief) => mapping.ToRow(child, (IFact)belief.Assertion, year);

    private Row Ended(Mapping mapping, Belief belief) =>
        End(mapping, belief) is { } end ? mapping.WithEnd(Stated(mapping, belief), (IFact)end.Assertion) : Stated(mapping, belief);

    private Belief? End(Mapping mapping, Belief belief) =>
        mapping.EndColumns.Count == 0 ? null : _beliefs.Find(b => b.Assertion is IFact fact && mapping.Ends(fact) == belief.FactId);

    private string Key(Row row) => RowKeys.Of(row, year).Rest;

    private string Purpose(Mapping mapping, Row row)
    {
        var purpose = $"{mapping.File.Name}/{child}/{Key(row)}";
        var taken = _planned.Count(p => p.SourceRef.StartsWith(mapping.File.Name, StringComparison.Ordinal));
        return $"{purpose}/{taken}";
    }

    private static string Ref(Row row) => $"{ReturnFiles.Of(row).Name}:{row.Line}";

    private void Add(IFact fact, string sourceRef, string purpose)
    {
        var id = ids.Of($"fact/{child}/{purpose}");
        Say(FactCatalogue.Of(fact).Asserted(id, fact, null), sourceRef, "add");
        tally.Added++;
    }

    private void Correct(Belief belief, IFact fact, string sourceRef)
    {
        Say(FactCatalogue.Of(fact).Asserted(belief.FactId, fact, Restated), sourceRef, "correct");
        tally.Corrected++;
    }

    private void Withdraw(Belief belief, string sourceRef)
    {
        Say(new Withdrawn(belief.FactId, "left-out", "The amended return no longer states it."), sourceRef, "withdraw");
        tally.Withdrawn++;
    }

    private void Confirm(Belief belief, bool counts = true)
    {
        tally.Confirmed.Add(belief.FactId);
        tally.Unchanged += counts ? 1 : 0;
    }

    private void Say(IStatement statement, string sourceRef, string verb) =>
        _planned.Add(new PlannedStatement(ids.Of($"event/{verb}/{statement.FactId}"), statement, sourceRef));
}
