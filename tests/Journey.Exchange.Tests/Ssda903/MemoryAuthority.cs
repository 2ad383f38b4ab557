using Journey.Exchange.Ssda903;
using Journey.Exchange.Ssda903.Deriving;
using Journey.Exchange.Ssda903.Loading;
using Journey.Exchange.Ssda903.Reading;
using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Facts.Identity;
using Journey.Record.Measures;

namespace Journey.Exchange.Tests.Ssda903;

/// <summary>An authority's ledger in memory: what the store does, without it.</summary>
internal sealed class MemoryAuthority
{
    private readonly Dictionary<Guid, List<LedgerEntry>> _streams = [];
    private long _position;

    public const string Code = "E09000027";

    public static DateTimeOffset Noon(DateOnly day) => London.StartOf(day).AddHours(12);

    public LoadPlan Load(SetRead read, int year, DateOnly known)
    {
        var plan = Reconciliation.Plan(read, year, Code, Noon(known), Known());
        Append(plan, Noon(known));
        return plan;
    }

    public LoadPlan Load(ReturnSet set, int year, DateOnly known) =>
        Load(new SetRead(set, [], [], [], $"{year}/{known}/{set.All.Count()}"), year, known);

    public void Append(LoadPlan plan, DateTimeOffset known)
    {
        foreach (var stream in plan.Streams)
        {
            var entries = _streams.TryGetValue(stream.Stream, out var kept) ? kept : _streams[stream.Stream] = [];
            stream.ExpectedVersion.ShouldBe(entries.Count);
            foreach (var planned in stream.Statements)
            {
                var origin = new Origin(planned.EventId, "importer", "administrator", null, null, plan.Load.ToString(), "ssda903", planned.SourceRef, null, known, plan.Load);
                entries.Add(new LedgerEntry(++_position, entries.Count + 1, known, planned.Statement, origin));
            }
        }
    }

    /// <summary>Records an act live, by the verbs and their rules; everyone named is in post.</summary>
    public void Record(Guid child, DateOnly known, params IFact[] facts) =>
        Record(child, known, [.. facts.Select(f => new Step.Record(Guid.CreateVersion7(), Guid.CreateVersion7(), f))]);

    public void Record(Guid child, DateOnly known, IReadOnlyList<Step> steps)
    {
        var entries = _streams.TryGetValue(child, out var kept) ? kept : _streams[child] = [];
        var posts = steps.OfType<Step.Record>().SelectMany(s => s.Fact.Workers()).Distinct()
            .ToDictionary(w => w, _ => (IReadOnlyList<Period>)[new Period(new DateOnly(2000, 1, 1), Period.Open)]);
        var decision = Verbs.Decide(ChildRecord.Fold(child, entries), steps, known, new Beside(posts, new HashSet<Identifier>()));
        (decision as Decision.Refused)?.Refusals.ShouldBeEmpty();
        foreach (var (eventId, statement) in decision.ShouldBeOfType<Decision.Accepted>().Statements)
        {
            entries.Add(new LedgerEntry(
                ++_position, entries.Count + 1, Noon(known), statement, new Origin(eventId, "worker", "practitioner", null, null, eventId.ToString())));
        }
    }

    public IEnumerable<ChildRecord> Children(DateOnly? known = null) => _streams
        .Where(s => s.Key != LoadIds.ReturnsStream(Code))
        .Select(s => ChildRecord.Fold(s.Key, s.Value.Where(e => Counts(e, known))))
        .Where(c => !c.IsEmpty);

    public ChildRecord Returns(DateOnly? known = null)
    {
        var id = LoadIds.ReturnsStream(Code);
        return ChildRecord.Fold(id, _streams.GetValueOrDefault(id, []).Where(e => Counts(e, known)));
    }

    public DerivedReturn Derive(int year, DateOnly? known = null) => Derivation.Derive(year, Children(known), Returns(known));

    public Figure Figure(Measure measure, int year, DateOnly? known = null) =>
        Journey.Record.Measures.Figure.Over(measure, Children(known).Select(c => new Timelines(c.Id, c.Timeline)), Period.Year(year));

    public KnownAuthority Known() => new(
        Children().ToDictionary(c => ((ChildIdentifier)c.History.Select(e => e.Statement).OfType<IAsserted>()
            .SelectMany(a => a.Assertion.Claims()).First(x => x.Value is ChildIdentifier).Value).Value),
        Returns());

    private static bool Counts(LedgerEntry entry, DateOnly? known) => known is null || entry.KnownAt < London.EndOf(known.Value);
}
