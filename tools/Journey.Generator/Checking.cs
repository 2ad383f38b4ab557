using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Facts.Workforce;

namespace Journey.Generator;

/// <summary>An act that the verbs refuse.</summary>
public sealed record Refused(Act Act, Guid Record, IReadOnlyList<Refusal> Refusals);

/// <summary>Holds every record in memory and lets the verbs decide each act in order, as the application would.</summary>
public sealed class Checking
{
    private readonly Dictionary<Guid, ChildRecord> _records = [];
    private readonly Dictionary<string, HashSet<Guid>> _posts = new(StringComparer.Ordinal);
    private readonly Dictionary<Identifier, Guid> _taken = [];

    /// <summary>The records as they stand.</summary>
    public IReadOnlyDictionary<Guid, ChildRecord> Records => _records;

    /// <summary>Every act that is refused, when all are decided in order.</summary>
    public static IReadOnlyList<Refused> Refusals(IReadOnlyList<Act> acts, IProgress<Making>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(acts);
        var (checking, refused) = (new Checking(), new List<Refused>());
        for (var i = 0; i < acts.Count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (checking.Decide(acts[i]).Refused is { } no)
            {
                refused.Add(no);
            }

            if (i % 500 == 0)
            {
                progress?.Report(new Making("Deciding", i, acts.Count));
            }
        }

        return refused;
    }

    /// <summary>The statements an act appends, by record; or why it is refused.</summary>
    public (IReadOnlyList<(RecordSteps On, Decision.Accepted Accepted)> Accepted, Refused? Refused) Decide(Act act)
    {
        var accepted = new List<(RecordSteps, Decision.Accepted)>();
        var today = London.DateOf(act.At);
        foreach (var on in act.On)
        {
            var record = _records.GetValueOrDefault(on.Record) ?? ChildRecord.Empty(on.Record);
            switch (Verbs.Decide(record, on.Steps, today, Beside(on)))
            {
                case Decision.Accepted yes:
                    accepted.Add((on, yes));
                    break;
                case Decision.Refused no:
                    return ([], new Refused(act, on.Record, no.Refusals));
            }
        }

        foreach (var (on, yes) in accepted)
        {
            _records[on.Record] = (_records.GetValueOrDefault(on.Record) ?? ChildRecord.Empty(on.Record)).With(yes.Statements.Select(s => s.Statement));
            Note(on);
        }

        return (accepted, null);
    }

    private static IEnumerable<IFact> Facts(RecordSteps on) => on.Steps.Select(s => s switch
    {
        Step.Record recorded => recorded.Fact,
        Step.Correct corrected => corrected.Fact,
        _ => null,
    }).OfType<IFact>();

    private void Note(RecordSteps on)
    {
        foreach (var fact in Facts(on))
        {
            foreach (var identifier in fact.UniqueIdentifiers())
            {
                _taken.TryAdd(identifier, on.Record);
            }

            foreach (var post in fact.Claims().Where(c => c.Lane == WorkforceLanes.InPost))
            {
                var number = ((IKeyed)post.Value).Key();
                if (!_posts.TryGetValue(number, out var records))
                {
                    _posts.Add(number, records = []);
                }

                records.Add(on.Record);
            }
        }
    }

    private Beside Beside(RecordSteps on)
    {
        var facts = Facts(on).ToList();
        var posts = facts.SelectMany(f => f.Workers()).Distinct().Where(_posts.ContainsKey).ToDictionary(
            w => w,
            w => (IReadOnlyList<Period>)[.. _posts[w].SelectMany(id => _records[id].Timeline(WorkforceLanes.InPost)).Where(i => ((IKeyed)i.Value).Key() == w).Select(i => i.Period)]);
        var taken = facts.SelectMany(f => f.UniqueIdentifiers()).Where(i => _taken.TryGetValue(i, out var other) && other != on.Record).ToHashSet();
        return new Beside(posts, taken);
    }
}
