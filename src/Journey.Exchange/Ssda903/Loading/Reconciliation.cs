using Journey.Exchange.Ssda903.Reading;
using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Facts;
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
        if (loads.Latest(year)?.Return is { } same && same.Digest == read.Digest)
        {
            tally.Unchanged = read.Set.All.Count() - same.Repeated.Count;
            return new LoadPlan(ids.Load, year, [], tally.Counts(read.Rejects.Count), []);
        }

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
        if (streams.Count == 0 && loads.Latest(year)?.Return is { } latest && !tally.StatesOthers
            && latest.Repeated.Count == tally.Repeated.Count && !latest.Repeated.Except(tally.Repeated).Any())
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
        var sources = planned.Where(p => p.Statement is IAsserted).Select(p => (p.Statement.FactId, p.SourceRef)).Distinct().ToLookup(p => p.FactId, p => p.SourceRef);
        after.EachWithout(sources.Select(s => s.Key), (factId, assertion, others) =>
        {
            if (assertion is IFact fact)
            {
                var broken = FactCatalogue.Of(fact).Flag(others, factId, fact, today, Beside.Nothing);
                tally.Flags.AddRange(sources[factId].SelectMany(s => broken.Select(b => new KeptWithFlag(child, s, b.Code, b.Sentence))));
            }
        });
    }
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

    /// <summary>True when the return states another selection of known facts than the one before it.</summary>
    public bool StatesOthers { get; set; }

    public LoadCounts Counts(int rejected) => new(
        Added, Corrected, Withdrawn, NotReported, ReportedAgain, Unchanged,
        Flags.Select(f => (f.Child, f.SourceRef)).Distinct().Count(), rejected);
}
