using System.Text.Json;
using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Facts;
using Journey.Record.Facts.Identity;
using Journey.Record.Facts.Workforce;
using Journey.Store;
using Journey.Store.Reading;
using Journey.Store.Writing;
using Journey.Web.Access;
using Journey.Web.Features.Tasks;
using Journey.Web.Hosting;
using Journey.Web.Http;

namespace Journey.Web.Features.Recording;

/// <summary>What an act did: the record's version after it, and where in the ledger it stands. The same act sent again gets the same.</summary>
public sealed record Done(BasisView Basis, Guid Record, long Version, long Position, DateTimeOffset KnownAt) : IAnswer;

/// <summary>A record that an act touched, and its version after it.</summary>
public sealed record RecordVersion(Guid Record, long Version);

/// <summary>What an act on several records did: all of them at one position and one instant.</summary>
public sealed record DoneTogether(BasisView Basis, IReadOnlyList<RecordVersion> Records, long Position, DateTimeOffset KnownAt) : IAnswer;

/// <summary>An act done now, or found done before.</summary>
public sealed record Acted(DoneTogether Done, bool Before);

/// <summary>A record to act on; <paramref name="First"/> is the first step when that may open it.</summary>
public sealed record Target(Guid Record, StreamKind Kind, Step? First = null);

/// <summary>Why, on whose behalf, and what ties acts of one piece of work together.</summary>
public sealed record Words(string? Reason, string? OnBehalfOf, string? Correlation);

/// <summary>An act ready to be decided: the version expected of each target, in their order, and the steps on each record.</summary>
public sealed record Prepared(IReadOnlyList<long> ExpectedVersions, IReadOnlyList<Deciding> Working);

/// <summary>
/// A record with the steps to decide on it. <paramref name="Id"/> is the stream they were sent to; <paramref name="IsAsked"/> is false when they
/// follow from another record's.
/// </summary>
public sealed record Deciding(Guid Id, StreamKind Kind, ChildRecord Record, IReadOnlyList<Step> Steps, bool IsAsked = true)
{
    /// <summary>The facts recorded or corrected.</summary>
    public IEnumerable<IFact> Facts => Steps.Select(s => s switch
    {
        Step.Record recorded => recorded.Fact,
        Step.Correct corrected => corrected.Fact,
        _ => null,
    }).OfType<IFact>();
}

/// <summary>
/// Records, corrects, withdraws and links: loads what the rules need, lets each record decide, appends what they accept in one unit of work.
/// </summary>
public sealed class RecordingService(
    Gate gate,
    RecordReader streams,
    ChildReader records,
    LedgerWriter writer,
    KnowledgeClock knowledge,
    BesideReader beside,
    Leavings leavings,
    Viewpoints viewpoints,
    TimeProvider clock)
{
    /// <summary>How often an act is decided again because what it was decided on changed before it could be appended.</summary>
    private const int Tries = 10;

    /// <summary>Does an act on records, each with the version it was decided on and its steps; or says why not.</summary>
    public async Task<Outcome<Acted>> ActAsync(
        Person person,
        string authority,
        IReadOnlyList<(Target Target, long ExpectedVersion, IReadOnlyList<Step> Steps)> on,
        Words words,
        CancellationToken cancellation)
    {
        if (on.Count == 0 || on.Any(o => o.Steps.Count == 0 || o.Target.Record == Guid.Empty))
        {
            return Problems.BodyUnreadable("Every act has steps, and every record, fact and event an id of its own.");
        }

        return on.Select(o => o.Target.Record).Distinct().Count() < on.Count
            ? Problems.BodyUnreadable("A record is named once, with all its steps.")
            : await ActAsync(
                person,
                authority,
                [.. on.Select(o => o.Target)],
                words,
                (held, _) => Task.FromResult<Outcome<Prepared>>(OneSided(on.SelectMany(o => o.Steps), held) is { Count: > 0 } refusals
                    ? Problems.Refused(refusals)
                    : new Prepared(
                        [.. on.Select(o => o.ExpectedVersion)],
                        [.. on.Zip(held).Select(o => new Deciding(o.First.Target.Record, o.First.Target.Kind, o.Second, o.First.Steps))])),
                cancellation);
    }

    /// <summary>Does an act whose steps follow from the records as they stand; or says why not.</summary>
    public Task<Outcome<Acted>> ActAsync(
        Person person,
        string authority,
        IReadOnlyList<Target> targets,
        Words words,
        Func<IReadOnlyList<ChildRecord>, CancellationToken, Task<Outcome<Prepared>>> prepare,
        CancellationToken cancellation) =>
        EnterAsync(person, new Doing(authority, targets, words, prepare), [], null, null, cancellation);

    /// <summary>Steps on a link, which stands in two records: withdrawn from one alone it would be half a link.</summary>
    private static List<Refusal> OneSided(IEnumerable<Step> steps, IReadOnlyList<ChildRecord> held) =>
        [.. steps.Where(s => s is not Step.Record && held.Any(r => r.Find<ChildRecordsLinked>(s.FactId) is not null))
            .Select(s => new Refusal("link-side", "A link stands in both records. Unlink them instead.", s.FactId))];

    /// <summary>Passes the gate for one record after the other, so that each is allowed and logged; then decides.</summary>
    private async Task<Outcome<Acted>> EnterAsync(
        Person person, Doing doing, IReadOnlyList<ChildRecord> held, Actor? actor, long? head, CancellationToken cancellation)
    {
        if (held.Count == doing.Targets.Count)
        {
            return await DecideAsync(doing, held, actor!, head!.Value, cancellation);
        }

        var (authority, on) = (doing.Authority, doing.Targets[held.Count]);
        var ask = new Ask(person, on.Kind == StreamKind.Child ? Permissions.RecordChild : Permissions.RecordWorker, authority, Asked.Now, "record");
        if (on.Kind == StreamKind.Child && !await OpensAsync(authority, on, cancellation))
        {
            return await gate.ChildAsync<Acted>(
                ask, on.Record, (seen, ct) => EnterAsync(person, doing, [.. held, seen.Now], actor ?? seen.Actor, head ?? seen.Basis.Position, ct), cancellation);
        }

        return await gate.OtherAsync<Acted>(ask, async (basis, acting, ct) =>
        {
            var record = await records.ReadAsync(authority, on.Record, long.MaxValue, ct);
            return record.IsEmpty || Gate.IsOf(record, on.Kind)
                ? record.IsEmpty && on is { Kind: StreamKind.Worker, First: not Step.Record { Fact: WorkerJoined } }
                    ? Problems.WorkerUnknown
                    : await EnterAsync(person, doing, [.. held, record], actor ?? acting, head ?? basis.Position, ct)
                : on.Kind switch
                {
                    StreamKind.Child => Problems.ChildUnknown,
                    StreamKind.Worker => Problems.WorkerUnknown,
                    _ => Problems.RecordUnknown,
                };
        }, cancellation);
    }

    private async Task<bool> OpensAsync(string authority, Target on, CancellationToken cancellation) =>
        on.First is Step.Record { Fact: ChildRecordOpened } && (await streams.StreamAsync(authority, on.Record, long.MaxValue, cancellation)).Count == 0;

    /// <summary>
    /// Decides and appends. What the rules looked at may change before the ledger is locked; then it is read and decided again.
    /// <paramref name="head"/> is where the ledger stood before anything was read: what was appended since is checked under its lock.
    /// </summary>
    private async Task<Outcome<Acted>> DecideAsync(Doing doing, IReadOnlyList<ChildRecord> held, Actor actor, long head, CancellationToken cancellation)
    {
        var isFirst = true;
        for (var left = Tries; left > 0; left--)
        {
            try
            {
                return (await doing.Prepare(held, cancellation)).Has(out var prepared, out var problem)
                    ? await DecideAsync(doing, held, prepared, actor, head, isFirst, cancellation)
                    : problem;
            }
            catch (Exception exception) when (exception is OvertakenException or StaleVersionException or AlreadyStoredException)
            {
                head = await knowledge.HeadAsync(doing.Authority, cancellation);
                held = await ReadAsync(doing, cancellation);
                isFirst = false;
            }
        }

        return Problems.Overtaken;
    }

    private async Task<IReadOnlyList<ChildRecord>> ReadAsync(Doing doing, CancellationToken cancellation)
    {
        var held = new List<ChildRecord>();
        foreach (var on in doing.Targets)
        {
            held.Add(await records.ReadAsync(doing.Authority, on.Record, long.MaxValue, cancellation));
        }

        return held;
    }

    private async Task<Outcome<Acted>> DecideAsync(
        Doing doing, IReadOnlyList<ChildRecord> held, Prepared prepared, Actor actor, long head, bool isFirst, CancellationToken cancellation)
    {
        var steps = prepared.Working.SelectMany(w => w.Steps).ToList();
        if (steps.Any(s => s.EventId == Guid.Empty || s.FactId == Guid.Empty))
        {
            return Problems.BodyUnreadable("Every act has steps, and every record, fact and event an id of its own.");
        }

        if (steps.Select(s => s.EventId).Distinct().Count() < steps.Count)
        {
            return Problems.EventUsed;
        }

        // An act that was done before has moved its records on, or its rules refuse it now; one whose ids are used elsewhere is caught under the
        // ledger's lock. So whoever acts for the first time need not wait for the question whether they did.
        var isNew = isFirst && doing.Targets.Zip(held, prepared.ExpectedVersions).All(x => x.Second.Version == x.Third);
        if (!isNew && await BeforeAsync(doing, held, prepared, cancellation) is { } before)
        {
            return before;
        }

        foreach (var (on, record, expected) in doing.Targets.Zip(held, prepared.ExpectedVersions))
        {
            if (record.Version != expected)
            {
                return Problems.VersionStale(record.Version, doing.Targets.Count > 1 ? on.Record : null);
            }
        }

        List<Deciding> working = [.. prepared.Working, .. await leavings.OfAsync(doing.Authority, prepared.Working, head, cancellation)];
        var touched = working.SelectMany(w => w.Record.Streams).ToList();
        if (touched.DistinctBy(s => s.Stream).Count() < touched.Count)
        {
            return Problems.SameChild;
        }

        var plan = new Plan(touched.Concat(held.SelectMany(r => r.Streams)).DistinctBy(s => s.Stream).ToDictionary(s => s.Stream, s => s.Version), head);
        foreach (var one in working)
        {
            var around = await beside.ReadAsync(doing.Authority, one.Record, one.Facts, head, cancellation);
            plan.LookedAt(around.Versions, one);
            plan.Add(one, Verbs.Decide(one.Record, one.Steps, viewpoints.Today, around.Beside), working);
        }

        if (plan.Refusals.Count > 0)
        {
            return isNew && await BeforeAsync(doing, held, prepared, cancellation) is { } done ? done : Problems.Refused(plan.Refusals);
        }

        var words = doing.Words;
        var onBehalf = actor with { OnBehalfOf = string.IsNullOrWhiteSpace(words.OnBehalfOf) ? null : words.OnBehalfOf };
        var correlation = string.IsNullOrWhiteSpace(words.Correlation) ? steps[0].EventId.ToString("D") : words.Correlation;
        var appended = await writer.AppendAsync(
            doing.Authority, new Append(
                onBehalf, words.Reason, correlation, plan.Streams(), DecidedOn: plan.DecidedOn(), Later: Later(doing.Authority, plan)), cancellation);
        return new Acted(await AnswerAsync(doing, held, prepared, appended, cancellation), Before: false);
    }

    /// <summary>
    /// What the same act answered before; null when none of its events is known. An event id that said something else is not the same act.
    /// </summary>
    private async Task<Outcome<Acted>?> BeforeAsync(
        Doing doing, IReadOnlyList<ChildRecord> held, Prepared prepared, CancellationToken cancellation)
    {
        var steps = prepared.Working.SelectMany(w => w.Steps).ToList();
        if (await writer.FindAsync(doing.Authority, [.. steps.Select(s => s.EventId)], cancellation) is not { } stored)
        {
            return null;
        }

        var said = (await streams.EventsAsync(doing.Authority, [.. steps.Select(s => s.EventId)], cancellation)).ToDictionary(e => e.Origin!.EventId);
        var own = held.SelectMany(r => r.Streams).Select(s => s.Stream).Concat(prepared.Working.Select(w => w.Id)).ToHashSet();
        return steps.TrueForAll(s => Said(said[s.EventId].Statement, s)) && stored.Versions.Keys.All(own.Contains)
            ? new Acted(await AnswerAsync(doing, held, prepared, stored, cancellation), Before: true)
            : Problems.EventUsed;
    }

    private static bool Said(IStatement said, Step step) => said.FactId == step.FactId && (step, said) switch
    {
        (Step.Record recorded, IAsserted { Correction: null } asserted) => Same(recorded.Fact, asserted.Assertion),
        (Step.Correct corrected, IAsserted { Correction: { } correction } asserted) =>
            correction == corrected.Correction && Same(corrected.Fact, asserted.Assertion),
        (Step.Withdraw withdrawn, Withdrawn was) => was.Code == withdrawn.Code && was.Reason == withdrawn.Reason,
        _ => false,
    };

    /// <summary>Compared as they are stored, because lists within a fact have no equality of their own.</summary>
    private static bool Same(IFact sent, object stored) =>
        sent.GetType() == stored.GetType()
        && JsonSerializer.Serialize(sent, sent.GetType(), JourneyJson.Options) == JsonSerializer.Serialize(stored, stored.GetType(), JourneyJson.Options);

    /// <summary>The records asked for with their versions after the act; those of linked records are read again, because the act may have linked them.</summary>
    private async Task<DoneTogether> AnswerAsync(
        Doing doing, IReadOnlyList<ChildRecord> held, Prepared prepared, Appended appended, CancellationToken cancellation)
    {
        var asked = doing.Targets.Select(t => t.Record).ToHashSet();
        var linked = held.Any(r => r.Streams.Count > 1) || prepared.Working.Any(w => !asked.Contains(w.Id) || w.Facts.Any(f => f is ChildRecordsLinked));
        var versions = new List<RecordVersion>();
        foreach (var id in asked.Concat(linked ? prepared.Working.Select(w => w.Id) : []).Distinct())
        {
            versions.Add(new RecordVersion(
                id,
                !linked && appended.Versions.TryGetValue(id, out var version)
                    ? version
                    : (await records.ReadAsync(doing.Authority, id, appended.Position, cancellation)).Version));
        }

        var basis = new Basis(doing.Authority, London.DateOf(appended.KnownAt), appended.Position, null, false);
        return new DoneTogether(BasisView.Of(basis), versions, appended.Position, appended.KnownAt);
    }

    private IReadOnlyList<Later> Later(string authority, Plan plan) =>
    [
        .. plan.Children().SelectMany(c => FollowUps.Of(c.Statements)
            .Select(f => FollowUpDueHandler.Later(new FollowUpDue(authority, c.Child, f.Kind, f.Of, f.On), clock))),
    ];

    /// <summary>An act while it is done.</summary>
    private sealed record Doing(
        string Authority, IReadOnlyList<Target> Targets, Words Words, Func<IReadOnlyList<ChildRecord>, CancellationToken, Task<Outcome<Prepared>>> Prepare);

    /// <summary>What is appended to which stream, and what that was decided on.</summary>
    private sealed class Plan(Dictionary<Guid, long> versions, long head)
    {
        private readonly Dictionary<Guid, (StreamKind Kind, List<Appending> Events, IReadOnlyList<Guid> With)> _streams = [];
        private readonly Dictionary<Guid, long> _lookedAt = [];
        private readonly HashSet<string> _names = [];
        private readonly HashSet<string> _texts = [];

        public List<Refusal> Refusals { get; } = [];

        public void LookedAt(IReadOnlyDictionary<Guid, long> streams, Deciding one)
        {
            foreach (var (stream, version) in streams)
            {
                _lookedAt[stream] = version;
            }

            foreach (var fact in one.Facts)
            {
                foreach (var identifier in fact.UniqueIdentifiers())
                {
                    _names.UnionWith(BesideReader.TakeIdentifiers);
                    _texts.Add(identifier.Value);
                }

                if (fact is WorkerLeft left && one.Record.Find<WorkerJoined>(left.Post) is { } post)
                {
                    _names.Add(Leavings.Allocates);
                    _texts.Add(post.Number);
                }
            }
        }

        /// <summary>Puts each statement into the stream it belongs to: that of the fact it speaks of or names, else the one it was sent to.</summary>
        public void Add(Deciding one, Decision decision, List<Deciding> together)
        {
            if (decision is Decision.Refused refused)
            {
                Refusals.AddRange(together.Count > 1 ? refused.Refusals.Select(r => r with { Record = one.Id }) : refused.Refusals);
                return;
            }

            var placed = new Dictionary<Guid, Guid>();
            foreach (var (eventId, statement) in ((Decision.Accepted)decision).Statements)
            {
                var stream = Stream(one, statement, placed);
                placed.TryAdd(statement.FactId, stream);
                if (!_streams.TryGetValue(stream, out var appending))
                {
                    var with = one is { IsAsked: true, Kind: StreamKind.Child }
                        ? together.Where(o => o is { IsAsked: true, Kind: StreamKind.Child } && o.Id != one.Id).Select(o => o.Id).ToList()
                        : [];
                    _streams.Add(stream, appending = (one.Kind, [], with));
                }

                appending.Events.Add(new Appending(eventId, statement));
            }
        }

        public IReadOnlyList<StreamAppend> Streams() =>
            [.. _streams.Select(s => new StreamAppend(s.Key, s.Value.Kind, versions.GetValueOrDefault(s.Key), s.Value.Events, s.Value.With))];

        public IEnumerable<(Guid Child, IEnumerable<IStatement> Statements)> Children() =>
            _streams.Where(s => s.Value.Kind == StreamKind.Child).Select(s => (s.Key, s.Value.Events.Select(e => e.Statement)));

        public DecidedOn DecidedOn() => new(
            _lookedAt.Concat(versions.Where(v => v.Value > 0)).Where(v => !_streams.ContainsKey(v.Key)).DistinctBy(v => v.Key).ToDictionary(),
            head,
            [.. _names],
            [.. _texts]);

        private static Guid Stream(Deciding one, IStatement statement, Dictionary<Guid, Guid> placed)
        {
            if (one.Record.Streams is [_])
            {
                return one.Id;
            }

            IEnumerable<Guid> named = statement is IAsserted { Assertion: IFact fact } ? FactCatalogue.Of(fact).Named(fact) : [];
            return named.Prepend(statement.FactId)
                .Select(id => placed.TryGetValue(id, out var stream) ? stream : one.Record.StreamOf(id)).FirstOrDefault(s => s is not null) ?? one.Id;
        }
    }
}
