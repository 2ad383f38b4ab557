using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Clocks;
using Journey.Record.Facts;
using Journey.Record.Facts.Identity;
using Journey.Record.Measures;
using Journey.Record.Questions;

namespace Journey.Record.Tests.Questions;

/// <summary>
/// What became known of several streams, in order of instants whatever the order in which it is told here, and questions asked of it. A question that reads a lane
/// that it does not name fails.
/// </summary>
internal sealed class Story
{
    private readonly List<(Guid Stream, DateTimeOffset At, IStatement Statement)> _told = [];

    public static Guid Stream(int number) => new(number, 7, 7, [7, 7, 7, 7, 7, 7, 7, 7]);

    public static DateOnly On(int year, int month, int day) => new(year, month, day);

    /// <summary>Nine o'clock on a day.</summary>
    public static DateTimeOffset At(int year, int month, int day) => new(year, month, day, 9, 0, 0, TimeSpan.Zero);

    public Guid Say(int stream, DateTimeOffset at, IFact fact)
    {
        var id = Guid.CreateVersion7();
        Add(Stream(stream), at, FactCatalogue.Of(fact).Asserted(id, fact, null));
        return id;
    }

    public void Fix(int stream, DateTimeOffset at, Guid id, IFact fact) =>
        Add(Stream(stream), at, FactCatalogue.Of(fact).Asserted(id, fact, new Correction("typing", "Mistyped")));

    public void Withdraw(int stream, DateTimeOffset at, Guid id) => Add(Stream(stream), at, new Withdrawn(id, "neverHappened", "Planned only"));

    public void Link(DateTimeOffset at, int survivor, int absorbed)
    {
        var (id, link) = (Guid.CreateVersion7(), new ChildRecordsLinked(Stream(survivor), Stream(absorbed), "Same child", London.DateOf(at)));
        Add(Stream(survivor), at, FactCatalogue.Of(link).Asserted(id, link, null));
        Add(Stream(absorbed), at, FactCatalogue.Of(link).Asserted(id, link, null));
    }

    public Answered Ask(ManyQuestion question, DateOnly day, DateTimeOffset known, params (string Name, string Word)[] words)
    {
        var entries = _told.OrderBy(t => t.At).Select((t, n) => new LedgerEntry(n + 1, n + 1, t.At, t.Statement, Stream: t.Stream)).ToList();
        var (since, before) = (entries.Where(e => e.KnownAt > known).ToList(), entries.Where(e => e.KnownAt <= known).ToList());
        var (then, now) = (Records(before), Records(entries));
        var touched = since.Select(e => e.Stream).ToHashSet();
        touched.UnionWith(then.Concat(now).Select(r => r.Streams.Select(s => s.Stream).ToList()).Where(s => s.Exists(touched.Contains)).SelectMany(s => s).ToList());
        return question.Of(new Everyone(
            day,
            known,
            Subjects(question, then),
            Subjects(question, now),
            question.ReadsEntries ? since : [],
            question.ReadsEntries ? [.. before.Where(e => touched.Contains(e.Stream)).GroupBy(e => e.Stream).Select(g => (g.Key, (IReadOnlyList<LedgerEntry>)[.. g]))] : [],
            question.ReadsRecords ? then.Where(r => !IsWorker(r)) : [],
            question.ReadsRecords ? then.Where(IsWorker) : [],
            WorkingCalendar.Latest,
            new Said(words.ToDictionary(w => w.Name, w => w.Word))));
    }

    private static bool IsWorker(ChildRecord record) => record.Beliefs.Any(b => FactCatalogue.Of((IFact)b.Assertion).Stream == StreamKind.Worker);

    private static IReadOnlyList<Timelines> Subjects(ManyQuestion question, IEnumerable<ChildRecord> records) =>
    [
        .. records.Where(r => question.Lanes.Any(l => r.Timeline(l).Count > 0)).Select(r => new Timelines(
            r.Id,
            l => question.Lanes.Contains(l) ? r.Timeline(l) : throw new InvalidOperationException($"{question.Code} reads {l}, which it does not name."),
            [.. r.Streams.Select(s => s.Stream)])),
    ];

    private static List<ChildRecord> Records(List<LedgerEntry> entries)
    {
        var streams = entries.GroupBy(e => e.Stream).ToDictionary(g => g.Key, g => (IReadOnlyList<LedgerEntry>)[.. g]);
        var groups = LinkedRecords.Groups(streams.Values.SelectMany(LinkedRecords.Of));
        return
        [
            .. streams.Where(s => !groups.Any(g => g.Contains(s.Key))).Select(s => ChildRecord.Fold(s.Key, s.Value)),
            .. groups.Select(g => ChildRecord.Linked(g[0], [.. g.Select(s => (s, streams[s]))])),
        ];
    }

    private void Add(Guid stream, DateTimeOffset at, IStatement statement) => _told.Add((stream, at, statement));
}
