using Journey.Exchange.Ssda903.Layout;
using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Facts;
using Journey.Record.Facts.Care;
using Journey.Record.Facts.Identity;
using Journey.Record.Facts.Returns;

namespace Journey.Exchange.Ssda903.Loading;

/// <summary>
/// The part of a load that concerns one child. A row that says what the year's return said before is left alone, whatever later returns
/// have changed since.
/// </summary>
internal sealed class ChildReconciliation
{
    private static readonly Correction Restated = new("restated", "The return states it differently.");

    private readonly string _child;
    private readonly ChildRecord _record;
    private readonly int _year;
    private readonly Loads _loads;
    private readonly LoadIds _ids;
    private readonly Tally _tally;
    private readonly Period _window;
    private readonly List<Belief> _beliefs;
    private readonly Dictionary<Guid, Belief> _ends;

    /// <summary>The record as it stood when the year's return was last loaded; null when no other return has been loaded since.</summary>
    private readonly ChildRecord? _then;
    private readonly Dictionary<Guid, Belief> _thenEnds = [];

    private readonly List<PlannedStatement> _planned = [];
    private readonly Dictionary<Guid, string> _matched = [];
    private readonly Dictionary<Row, Guid> _facts = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<Guid> _confirmed = [];

    /// <summary>Rows that the year's return stated before and whose facts stay as they are.</summary>
    private readonly HashSet<(string File, string Row)> _unchanged = [];
    private readonly Dictionary<string, int> _purposes = new(StringComparer.Ordinal);

    public ChildReconciliation(string child, ChildRecord record, int year, Loads loads, LoadIds ids, Tally tally)
    {
        (_child, _record, _year, _loads, _ids, _tally) = (child, record, year, loads, ids, tally);
        _window = Period.Year(year);
        _beliefs = [.. record.Beliefs.Where(b => b.Recorded.Origin?.Load is not null)];
        _ends = Ends(_beliefs);
        if (loads.AnyLoadedAfter(year) && loads.Latest(year) is { } latest)
        {
            _then = ChildRecord.Fold(record.Id, record.History.Where(e => e.Position <= latest.Position || e.Origin?.Load == latest.Load));
            _thenEnds = Ends(_then.Beliefs);
        }
    }

    public List<PlannedStatement> Plan(IReadOnlyList<Row> rows)
    {
        if (rows.Count > 0)
        {
            var context = Context(rows);
            var sorted = SortedRows.Of(_child, rows, context);
            var elsewhere = PlanIdentity(rows, sorted);
            foreach (var mapping in Mappings.All)
            {
                Plan(mapping, sorted.Of(mapping), context);
            }

            _tally.Corrected += elsewhere.Count(_unchanged.Contains);
            Keep(sorted.Kept);
            _tally.Repeated.AddRange(
                from again in sorted.Repeated
                where _facts.ContainsKey(again.First)
                select new RepeatedRow(ReturnFiles.Of(again.Row).Name, _facts[again.First]));
        }

        Leave();
        Silence();
        _tally.Confirmed.AddRange(_confirmed);
        _tally.StatesOthers |= _beliefs.Exists(b => !b.Assertion.Endings().Any() && _loads.States(b, _year) != _confirmed.Contains(b.FactId));
        return _planned;
    }

    private RowContext Context(IReadOnlyList<Row> rows)
    {
        var born = rows.OfType<HeaderRow>().Select(h => h.Dob).FirstOrDefault(d => d is not null);
        var first = rows.OfType<EpisodeRow>().Select(e => e.Decom).Concat(_record.Timeline(CareLanes.Care).Select(i => (DateOnly?)i.From)).Min();
        return new RowContext(_year, born, first ?? _window.From);
    }

    /// <summary>Plans the identity, and returns the rows whose own date of birth or sex alone has changed beside it.</summary>
    private List<(string File, string Row)> PlanIdentity(IReadOnlyList<Row> rows, SortedRows sorted)
    {
        var line = Ref(sorted.Header ?? rows[0]);
        if (_beliefs.Find(b => b.Assertion is IdentityStated) is not { } kept)
        {
            // A child recorded live is known already: its identity is not stated again by a return.
            if (!_record.Facts<ChildRecordOpened>().Any())
            {
                _tally.Added++;
                Name(sorted, Add(Identity.From(_child, sorted, _year, null, []), line, "identity"));
            }

            return [];
        }

        _matched[kept.FactId] = line;
        Name(sorted, kept.FactId);
        var before = (IdentityStated)kept.Assertion;
        var then = _then?.Find<IdentityStated>(kept.FactId);
        if (sorted.Header is not null || !(then ?? before).InHeader)
        {
            _confirmed.Add(kept.FactId);
        }

        var standing = sorted.Header is null && (_loads.YearOf(kept) != _year || _loads.StatedBesides(kept.FactId, _year));
        IdentityStated Stated(IdentityStated known) => Identity.From(_child, sorted, _year, standing ? known : null, known.Elsewhere);
        var stated = Stated(before);
        if (stated == before || (then is not null && Stated(then) == then))
        {
            _tally.Unchanged++;
            return [];
        }

        Correct(kept, stated, line);
        if (stated with { Elsewhere = before.Elsewhere } == before)
        {
            if (_loads.States(kept, _year))
            {
                _unchanged.Add((ReturnFiles.Header.Name, Identity.HeaderKey(_year)));
            }

            return [.. stated.Elsewhere.Except(before.Elsewhere).Concat(before.Elsewhere.Except(stated.Elsewhere)).Select(e => (e.File, e.Row)).Distinct()];
        }

        _tally.Withdrawn += before.InHeader && !stated.InHeader ? 1 : 0;
        _tally.Added += stated.InHeader && !before.InHeader ? 1 : 0;
        _tally.Corrected += stated.InHeader == before.InHeader ? 1 : 0;
        return [];
    }

    private void Name(SortedRows sorted, Guid identity)
    {
        if (sorted.Header is { } header)
        {
            _facts[header] = identity;
        }
    }

    private void Plan(Mapping mapping, List<Row> rows, RowContext context)
    {
        if (rows.Count == 0)
        {
            return;
        }

        var pairs = Pair(mapping, rows);
        foreach (var row in rows)
        {
            if (pairs.TryGetValue(row, out var kept))
            {
                Known(mapping, row, kept, context);
            }
            else
            {
                _tally.Added++;
                _facts[row] = Add(mapping.ToFact(row, context)!, Ref(row), Purpose(row));
            }
        }
    }

    /// <summary>
    /// Pairs rows with the facts they restate: equal ones first, then those that the year's return stated so, then by key and in order;
    /// where a child has one row a year, what is left over of the year.
    /// </summary>
    private Dictionary<Row, Belief> Pair(Mapping mapping, List<Row> rows)
    {
        var pairs = new Dictionary<Row, Belief>(ReferenceEqualityComparer.Instance);
        var free = _beliefs.Where(b => b.Assertion is IFact fact && mapping.Is(fact) && (mapping.Lasts || mapping.YearOf(fact) == _year)).ToList();
        var taken = new HashSet<Guid>();
        Take(r => RowComparison.Text(Identity.Bare(r)), b => RowComparison.Text(Ended(mapping, b)));
        if (_then is not null)
        {
            Take(r => RowComparison.Text(Identity.Bare(r)), b => Then(mapping, b) is { } row ? RowComparison.Text(row) : null);
        }

        if (mapping.OneAYear)
        {
            Take(mapping.StartOf, b => _ends.ContainsKey(b.FactId) ? null : mapping.StartOf(Stated(mapping, b)));
            Take(_ => "", b => mapping.OneForLife || _loads.YearOf(b) == _year || _loads.States(b, _year) ? "" : null);
        }
        else
        {
            Take(Key, b => Key(Stated(mapping, b)));
        }

        return pairs;

        void Take(Func<Row, string?> ofRow, Func<Belief, string?> ofBelief)
        {
            if (pairs.Count == rows.Count || taken.Count == free.Count)
            {
                return;
            }

            var waiting = new Dictionary<string, Queue<Belief>>(StringComparer.Ordinal);
            foreach (var belief in free.Where(b => !taken.Contains(b.FactId)))
            {
                if (ofBelief(belief) is { } text)
                {
                    (waiting.TryGetValue(text, out var queue) ? queue : waiting[text] = new Queue<Belief>()).Enqueue(belief);
                }
            }

            foreach (var row in rows.Where(r => !pairs.ContainsKey(r)))
            {
                if (ofRow(row) is { } text && waiting.TryGetValue(text, out var queue) && queue.TryDequeue(out var belief))
                {
                    pairs[row] = belief;
                    taken.Add(belief.FactId);
                }
            }
        }
    }

    private void Known(Mapping mapping, Row row, Belief kept, RowContext context)
    {
        _matched[kept.FactId] = Ref(row);
        _facts[row] = kept.FactId;
        _confirmed.Add(kept.FactId);
        var before = _planned.Count;
        var bare = Identity.Bare(row);
        var end = End(mapping, kept);
        if (end is not null)
        {
            _matched[end.FactId] = Ref(row);
        }

        var saidBefore = Then(mapping, kept) is { } then && _loads.States(kept, _year) && RowComparison.AreEqual(bare, then);
        if (!saidBefore && (end is null ? KnownWithoutEnd(mapping, row, bare, kept, context) : KnownWithEnd(mapping, row, bare, kept, end, context)))
        {
            _tally.Corrected++;
        }

        if (_planned.Count == before)
        {
            _tally.Unchanged++;
            if (_loads.States(kept, _year))
            {
                _unchanged.Add((mapping.File.Name, Key(row)));
            }
        }
    }

    /// <summary>
    /// The record has no end as a fact of its own: the row agrees, differs, or states an end that was not known. Returns whether it
    /// corrects; the end is news in the first return of a year and a changed column in an amended one.
    /// </summary>
    private bool KnownWithoutEnd(Mapping mapping, Row row, Row bare, Belief kept, RowContext context)
    {
        var stated = Stated(mapping, kept);
        var (rowEnd, statedEnd) = (mapping.EndOf(bare), mapping.EndOf(stated));
        var endIsNews = rowEnd is not null && statedEnd is null && _loads.YearOf(kept) != _year;
        var openHere = rowEnd is null && statedEnd > _window.To && _loads.StatedIn(_record, kept) > _year;
        var corrects = Restate(mapping, row, endIsNews || openHere ? mapping.WithEndOf(bare, stated) : bare, stated, kept, context);
        if (endIsNews)
        {
            Add(mapping.ToEnd(kept.FactId, row), Ref(row), Purpose(row) + "/end");
            var amends = _loads.States(kept, _year);
            corrects |= amends;
            _tally.Added += amends ? 0 : 1;
        }

        return corrects;
    }

    private bool KnownWithEnd(Mapping mapping, Row row, Row bare, Belief kept, Belief end, RowContext context)
    {
        var stated = Stated(mapping, kept);
        var open = mapping.EndOf(bare) is null;
        var corrects = Restate(mapping, row, open ? bare : mapping.WithEndOf(bare, stated), stated, kept, context);
        var ended = mapping.WithEnd(stated, (IFact)end.Assertion);
        if (open)
        {
            if (mapping.EndOf(ended) <= _window.To || _loads.StatedIn(_record, end) == _year)
            {
                Say(new Withdrawn(end.FactId, "left-out", "The return states no end."), Ref(row), "withdraw");
                return true;
            }
        }
        else if (!RowComparison.AreEqual(bare, mapping.WithEndOf(bare, ended)))
        {
            Correct(end, Mapping.Completed(mapping.ToEnd(kept.FactId, row), (IFact)end.Assertion), Ref(row));
            return true;
        }

        return corrects;
    }

    /// <summary>Corrects the fact when the row differs from what it states; true when that changes it, and not only the way a code is written.</summary>
    private bool Restate(Mapping mapping, Row row, Row compared, Row stated, Belief kept, RowContext context)
    {
        if (RowComparison.AreEqual(compared, stated))
        {
            return false;
        }

        var fact = mapping.Restating(mapping.ToFact(compared, context)!, (IFact)kept.Assertion);
        Correct(kept, fact, Ref(row));
        return !fact.Equals(kept.Assertion);
    }

    /// <summary>Keeps rows that no fact gives back as they stand.</summary>
    private void Keep(List<Row> rows)
    {
        var kept = _beliefs.Where(b => b.Assertion is RowKept k && k.Year == _year).ToList();
        if (rows.Count == 0)
        {
            return;
        }

        foreach (var exact in new[] { true, false })
        {
            var waiting = kept.Where(b => !_matched.ContainsKey(b.FactId)).GroupBy(b => Signature(KeptRows.ToRow((RowKept)b.Assertion), exact))
                .ToDictionary(g => g.Key, g => new Queue<Belief>(g), StringComparer.Ordinal);
            foreach (var row in rows.Where(r => !_facts.ContainsKey(r)))
            {
                if (waiting.TryGetValue(Signature(row, exact), out var queue) && queue.TryDequeue(out var same))
                {
                    _matched[same.FactId] = Ref(row);
                    _facts[row] = same.FactId;
                    _confirmed.Add(same.FactId);
                    if (exact)
                    {
                        _tally.Unchanged++;
                    }
                    else
                    {
                        Correct(same, KeptRows.ToFact(row, _year), Ref(row));
                        _tally.Corrected++;
                    }
                }
            }
        }

        foreach (var row in rows.Where(r => !_facts.ContainsKey(r)))
        {
            _tally.Added++;
            _facts[row] = Add(KeptRows.ToFact(row, _year), Ref(row), $"kept/{Purpose(row)}");
        }
    }

    private string Signature(Row row, bool exact) => $"{ReturnFiles.Of(row).Name}/{(exact ? RowComparison.Text(row) : Key(row))}";

    /// <summary>What the set leaves out is withdrawn when this year's return alone stated it.</summary>
    private void Leave()
    {
        foreach (var belief in _beliefs)
        {
            if (!_matched.ContainsKey(belief.FactId) && _loads.YearOf(belief) == _year && !_loads.StatedBesides(belief.FactId, _year))
            {
                Say(new Withdrawn(belief.FactId, "left-out", "The amended return no longer states it."), "left out", "withdraw");
                _tally.Withdrawn += belief.Assertion is IdentityStated { InHeader: false } ? 0 : 1;
            }
        }
    }

    /// <summary>
    /// An open episode is not reported from the first day of the first loaded return after the last one that states it, in whatever order
    /// they were loaded; a mark is lifted when a later return states the episode or an end of it is known.
    /// </summary>
    private void Silence()
    {
        var marks = _beliefs.Where(b => b.Assertion is EpisodeStated)
            .Select(b => (Id: b.FactId, Has: b.NotReportedFrom, Wants: SilentFrom(b)))
            .Concat(_planned.Where(p => p.Statement is Asserted<EpisodeStated> { Correction: null })
                .Select(p => (Id: p.Statement.FactId, Has: (DateOnly?)null, Wants: SilentFrom(((Asserted<EpisodeStated>)p.Statement).Fact.Decom, _year))))
            .Where(m => m.Has is not null || m.Wants is not null)
            .ToList();
        if (marks.Count == 0)
        {
            return;
        }

        var after = _record.With(_planned.Select(p => p.Statement));
        var ended = after.Facts<EpisodeEnded>().Select(f => f.Fact.Episode).ToHashSet();
        var open = CareEpisodes.Of(after.Timeline).Where(e => e.Stated && (e.IsOpen || e.Silent)).Select(e => e.Fact).ToHashSet();
        foreach (var (id, has, wants) in marks)
        {
            var from = after.Find<EpisodeStated>(id) is not { } fact ? has
                : fact.Dec is not null || ended.Contains(id) ? null
                : open.Contains(id) ? wants : has;
            if (from == has)
            {
                continue;
            }

            if (from is { } day)
            {
                Say(new NotReported(id, day), "left out", "silent");
                _tally.NotReported++;
            }
            else
            {
                Say(new ReportedAgain(id), _matched.GetValueOrDefault(id, "left out"), "again");
                _tally.ReportedAgain++;
            }
        }
    }

    private DateOnly? SilentFrom(Belief belief)
    {
        var last = _matched.ContainsKey(belief.FactId) ? _year : (int?)null;
        foreach (var year in _loads.Years)
        {
            last = year != _year && !(year < last) && _loads.States(belief, year) ? year : last;
        }

        return last is { } stated ? SilentFrom(((EpisodeStated)belief.Assertion).Decom, stated) : belief.NotReportedFrom;
    }

    private DateOnly? SilentFrom(DateOnly decom, int lastStated)
    {
        var next = _loads.Years.Append(_year).Where(y => y > lastStated && decom < Period.Year(y).From).DefaultIfEmpty().Min();
        return next == 0 ? null : Period.Year(next).From;
    }

    private Row Stated(Mapping mapping, Belief belief) => _loads.Stated(mapping, _child, _record, belief, _year);

    private Row Ended(Mapping mapping, Belief belief) =>
        End(mapping, belief) is { } end ? mapping.WithEnd(Stated(mapping, belief), (IFact)end.Assertion) : Stated(mapping, belief);

    /// <summary>The row that the fact stated when the year's return was last loaded.</summary>
    private Row? Then(Mapping mapping, Belief belief)
    {
        if (_then?.Find(belief.FactId) is not { } then)
        {
            return null;
        }

        var row = Stated(mapping, then);
        return End(mapping, belief, _thenEnds) is { } end ? mapping.WithEnd(row, (IFact)end.Assertion) : row;
    }

    private Belief? End(Mapping mapping, Belief belief) => End(mapping, belief, _ends);

    private static Belief? End(Mapping mapping, Belief belief, Dictionary<Guid, Belief> ends) =>
        ends.TryGetValue(belief.FactId, out var end) && mapping.Ends((IFact)end.Assertion) == belief.FactId ? end : null;

    /// <summary>The first believed end of each fact that has one.</summary>
    private static Dictionary<Guid, Belief> Ends(IEnumerable<Belief> beliefs)
    {
        var ends = new Dictionary<Guid, Belief>();
        foreach (var belief in beliefs)
        {
            foreach (var ending in belief.Assertion.Endings())
            {
                ends.TryAdd(ending.Of, belief);
            }
        }

        return ends;
    }

    private string Key(Row row) => RowKeys.Of(row, _year).Rest;

    private string Purpose(Row row)
    {
        var purpose = $"{ReturnFiles.Of(row).Name}/{_child}/{Key(row)}";
        var before = _purposes.GetValueOrDefault(purpose);
        _purposes[purpose] = before + 1;
        return $"{purpose}/{before}";
    }

    private static string Ref(Row row) => $"{ReturnFiles.Of(row).Name}:{row.Line}";

    private Guid Add(IFact fact, string sourceRef, string purpose)
    {
        var id = _ids.Of($"fact/{_child}/{purpose}");
        Say(FactCatalogue.Of(fact).Asserted(id, fact, null), sourceRef, "add");
        return id;
    }

    private void Correct(Belief belief, IFact fact, string sourceRef) =>
        Say(FactCatalogue.Of(fact).Asserted(belief.FactId, fact, Restated), sourceRef, "correct");

    private void Say(IStatement statement, string sourceRef, string verb) =>
        _planned.Add(new PlannedStatement(_ids.Of($"event/{verb}/{statement.FactId}"), statement, sourceRef));
}
