using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Facts;
using Journey.Store.Writing;

namespace Journey.Generator;

/// <summary>
/// Turns acts into what the store appends. Whether the verbs decide each act first or not, the events are the same: what is imported says that
/// its source is synthetic, when it was known, and when it was really appended.
/// </summary>
public sealed class Appends(Settings settings, DateTimeOffset loadedAt)
{
    private readonly Dictionary<Guid, long> _versions = [];
    private readonly Guid _load = Chance.Of(settings.Seed, FormattableString.Invariant($"load {settings.Children} {settings.Years} {settings.End:O}")).Id("load");

    /// <summary>The name of the source.</summary>
    public static string Source => "synthetic";

    /// <summary>An act as it is appended after those before it.</summary>
    public Append Of(Act act)
    {
        ArgumentNullException.ThrowIfNull(act);
        return Of(act, [.. act.On.SelectMany(o => o.Steps.Select(s => (o.Record, s.EventId, Statement(s))))]);
    }

    /// <summary>An act as the verbs accepted it.</summary>
    public Append Of(Act act, IReadOnlyList<(RecordSteps On, Decision.Accepted Accepted)> accepted) =>
        Of(act, [.. accepted.SelectMany(a => a.Accepted.Statements.Select(s => (a.On.Record, s.EventId, s.Statement)))]);

    private Append Of(Act act, IReadOnlyList<(Guid Record, Guid EventId, IStatement Statement)> statements)
    {
        var children = act.On.Where(o => o.Kind == StreamKind.Child).Select(o => o.Record).ToList();
        var isLed = act.On.Any(o => o.Kind != StreamKind.Child);
        var streams = new List<StreamAppend>(act.On.Count);
        foreach (var on in act.On)
        {
            var events = statements.Where(s => s.Record == on.Record).Select(s => new Store.Writing.Appending(s.EventId, s.Statement)).ToList();
            var version = _versions.GetValueOrDefault(on.Record);
            streams.Add(new StreamAppend(on.Record, on.Kind, version, events, isLed || children.Count < 2 ? null : [.. children.Where(c => c != on.Record)]));
            _versions[on.Record] = version + events.Count;
        }

        return new Append(act.Actor, act.Reason, act.Correlation, streams, new Imported(Source, act.At, loadedAt, _load));
    }

    private static IStatement Statement(Step step) => step switch
    {
        Step.Record recorded => FactCatalogue.Of(recorded.Fact).Asserted(recorded.FactId, recorded.Fact, null),
        Step.Correct corrected => FactCatalogue.Of(corrected.Fact).Asserted(corrected.FactId, corrected.Fact, corrected.Correction),
        Step.Withdraw withdrawn => new Withdrawn(withdrawn.FactId, withdrawn.Code, withdrawn.Reason),
        _ => throw new InvalidOperationException($"No statement for {step.GetType()}."),
    };
}
