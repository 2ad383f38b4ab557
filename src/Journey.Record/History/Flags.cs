using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Facts;

namespace Journey.Record.History;

/// <summary>
/// A rule that a kept fact breaks, or a statement that had no effect. <paramref name="Since"/> is the instant from which the record, as it
/// was then known, has had the flag without a break; <paramref name="Position"/> is that of the last entry known then.
/// </summary>
public sealed record OpenFlag(Guid FactId, string Code, string Sentence, DateTimeOffset Since, long Position)
{
    /// <summary>Days from the London day on which the flag became known to another day.</summary>
    public int AgeOn(DateOnly day) => day.DayNumber - London.DateOf(Since).DayNumber;
}

/// <summary>The flags of a record: imported history may break rules, and is then kept and flagged.</summary>
public static class Flags
{
    /// <summary>What is said of a statement without effect, by its code.</summary>
    private static readonly Dictionary<string, string> WithoutEffect = new(StringComparer.Ordinal)
    {
        ["recorded-twice"] = "This fact was already in the record, so stating it again had no effect. Correct it if it changed.",
        ["already-withdrawn"] = "This fact had been withdrawn, so the statement had no effect. Record what is true as a new fact.",
        ["unknown-fact"] = "There was no such fact in this record, so the statement had no effect. Check its id.",
    };

    /// <summary>Every code a flag may have, in order.</summary>
    public static IReadOnlyList<string> Codes { get; } =
    [
        .. FactCatalogue.All.SelectMany(f => f.Rules.Select(r => r.Code)).Append("date-ahead").Concat(WithoutEffect.Keys).Distinct().Order(StringComparer.Ordinal),
    ];

    /// <summary>
    /// The open flags of a record, in the order of its facts, then those of statements without effect. Judged on <paramref name="today"/>,
    /// the day of knowledge; what stands beside the record is taken as given at every earlier step too. With <paramref name="only"/>, those of some
    /// facts and of statements without effect: each fact is judged for itself.
    /// </summary>
    /// <remarks>
    /// A step is what became known at one instant: one act, or one load. Only facts flagged at the end are followed, from the step at which they
    /// became known on: rules refuse live facts that break them, so they are few.
    /// </remarks>
    public static IReadOnlyList<OpenFlag> Of(ChildRecord record, DateOnly today, Beside beside, IReadOnlySet<Guid>? only = null)
    {
        var broken = new List<Refusal>();
        record.EachWithout(record.Beliefs.Select(b => b.FactId).Where(id => only?.Contains(id) != false), (id, assertion, others) => broken.AddRange(Judged(id, assertion, others, today, beside)));
        var followed = broken.Select(b => b.FactId!.Value).Distinct().ToDictionary(id => id, id => new Followed(id));
        if (followed.Count > 0)
        {
            Follow(record, followed.Values, today, beside);
        }

        return
        [
            .. from b in broken.Distinct()
               let since = followed[b.FactId!.Value].Since[b]
               select new OpenFlag(b.FactId!.Value, b.Code, b.Sentence, since.KnownAt, since.Position),
            .. from a in record.Anomalies
               select new OpenFlag(a.Entry.Statement.FactId, a.Code, WithoutEffect[a.Code], a.Entry.KnownAt, a.Entry.Position),
        ];
    }

    private static void Follow(ChildRecord record, IReadOnlyCollection<Followed> followed, DateOnly today, Beside beside)
    {
        var (ledger, history, entries) = (new Ledger(), new List<LedgerEntry>(), record.History);
        var growing = ChildRecord.Growing(record.Id, history, ledger, record.Streams);
        while (history.Count < entries.Count)
        {
            do
            {
                var entry = entries[history.Count];
                ledger.Apply(entry);
                history.Add(entry);
            }
            while (history.Count < entries.Count && entries[history.Count].KnownAt == history[^1].KnownAt);

            // Judged on the day of the next step: a date ahead that has come by then has not lasted.
            var day = history.Count < entries.Count ? London.DateOf(entries[history.Count].KnownAt) : today;
            foreach (var fact in followed)
            {
                fact.Judge(ledger, growing, history[^1], day, beside);
            }
        }
    }

    private static IReadOnlyList<Refusal> Judged(Guid id, IAssertion assertion, ChildRecord others, DateOnly today, Beside beside) =>
        assertion is IFact fact ? FactCatalogue.Of(fact).Flag(others, id, fact, today, beside) : [];

    /// <summary>A fact followed through the steps.</summary>
    private sealed class Followed(Guid id)
    {
        /// <summary>The last entry of the step from which the fact has had each of its flags.</summary>
        public Dictionary<Refusal, LedgerEntry> Since { get; private set; } = [];

        public void Judge(Ledger ledger, ChildRecord record, LedgerEntry last, DateOnly day, Beside beside)
        {
            var before = Since;
            Since = [];
            if (ledger.Suspend(id) is not { } belief)
            {
                return;
            }

            foreach (var broken in Judged(id, belief.Assertion, record, day, beside))
            {
                Since[broken] = before.GetValueOrDefault(broken, last);
            }

            ledger.Resume(belief);
        }
    }
}
