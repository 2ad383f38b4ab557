using System.Text.Json;
using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Facts.Identity;
using Journey.Record.Facts.Workforce;
using Journey.Store;
using Journey.Store.Reading;
using Journey.Store.Writing;
using Journey.Web.Access;
using Journey.Web.Hosting;
using Journey.Web.Http;

namespace Journey.Web.Features.Recording;

/// <summary>What an act did: the record's version after it, and where in the ledger it stands. The same act sent again gets the same.</summary>
public sealed record Done(BasisView Basis, Guid Record, long Version, long Position, DateTimeOffset KnownAt) : IAnswer;

/// <summary>An act done now, or found done before.</summary>
public sealed record Acted(Done Done, bool Before);

/// <summary>An act on one record.</summary>
public sealed record Act(Guid Record, StreamKind Kind, long ExpectedVersion, IReadOnlyList<Step> Steps, string? Reason, string? OnBehalfOf, string? Correlation);

/// <summary>Records, corrects and withdraws: loads what the rules need, lets the record decide, appends what it accepts.</summary>
public sealed class RecordingService(
    Gate gate, RecordReader records, LedgerWriter writer, KnowledgeClock knowledge, BesideReader beside, Viewpoints viewpoints)
{
    /// <summary>Does an act, or says why not.</summary>
    public async Task<Outcome<Acted>> ActAsync(Person person, string authority, Act act, CancellationToken cancellation)
    {
        if (act.Steps.Count == 0 || act.Record == Guid.Empty || act.Steps.Any(s => s.EventId == Guid.Empty || s.FactId == Guid.Empty))
        {
            return Problems.BodyUnreadable("Every act has steps, and every record, fact and event an id of its own.");
        }

        if (act.Steps.Select(s => s.EventId).Distinct().Count() < act.Steps.Count)
        {
            return Problems.EventUsed;
        }

        var permission = act.Kind == StreamKind.Child ? Permissions.RecordChild : Permissions.RecordWorker;
        var ask = new Ask(person, permission, authority, Asked.Now, "record");
        if (act.Kind == StreamKind.Child && !await OpensAsync(authority, act, cancellation))
        {
            return await gate.ChildAsync<Acted>(ask, act.Record, (seen, ct) => DecideAsync(authority, act, seen.Now, seen.Actor, ct), cancellation);
        }

        return await gate.OtherAsync<Acted>(ask, async (_, actor, ct) =>
        {
            var record = ChildRecord.Fold(act.Record, await records.StreamAsync(authority, act.Record, long.MaxValue, ct));
            return record.IsEmpty || Gate.IsOf(record, act.Kind)
                ? record.IsEmpty && act.Kind == StreamKind.Worker && act.Steps[0] is not Step.Record { Fact: WorkerJoined }
                    ? Problems.WorkerUnknown
                    : await DecideAsync(authority, act, record, actor, ct)
                : act.Kind switch
                {
                    StreamKind.Child => Problems.ChildUnknown,
                    StreamKind.Worker => Problems.WorkerUnknown,
                    _ => Problems.RecordUnknown,
                };
        }, cancellation);
    }

    private async Task<bool> OpensAsync(string authority, Act act, CancellationToken cancellation) =>
        act.Steps[0] is Step.Record { Fact: ChildRecordOpened }
        && (await records.StreamAsync(authority, act.Record, long.MaxValue, cancellation)).Count == 0;

    private async Task<Outcome<Acted>> DecideAsync(string authority, Act act, ChildRecord record, Actor actor, CancellationToken cancellation)
    {
        if ((await BeforeAsync(authority, act, record, cancellation)) is { } before)
        {
            return before;
        }

        if (record.Version != act.ExpectedVersion)
        {
            return Problems.VersionStale(record.Version);
        }

        var facts = act.Steps.Select(s => s switch
        {
            Step.Record recorded => recorded.Fact,
            Step.Correct corrected => corrected.Fact,
            _ => null,
        }).OfType<IFact>();
        var head = await knowledge.HeadAsync(authority, cancellation);
        var around = await beside.ReadAsync(authority, act.Record, facts, head, cancellation);
        switch (Verbs.Decide(record, act.Steps, viewpoints.Today, around))
        {
            case Decision.Refused refused:
                return Problems.Refused(refused.Refusals);
            case Decision.Accepted accepted:
                return await AppendAsync(authority, act, accepted, actor, cancellation);
            default:
                throw new InvalidOperationException("A decision is accepted or refused.");
        }
    }

    private async Task<Outcome<Acted>> AppendAsync(
        string authority, Act act, Decision.Accepted accepted, Actor actor, CancellationToken cancellation)
    {
        var onBehalf = actor with { OnBehalfOf = string.IsNullOrWhiteSpace(act.OnBehalfOf) ? null : act.OnBehalfOf };
        var correlation = string.IsNullOrWhiteSpace(act.Correlation) ? act.Steps[0].EventId.ToString("D") : act.Correlation;
        var events = accepted.Statements.Select(s => new Appending(s.EventId, s.Statement)).ToList();
        try
        {
            var appended = await writer.AppendAsync(
                authority,
                new Append(onBehalf, act.Reason, correlation, [new StreamAppend(act.Record, act.Kind, act.ExpectedVersion, events)]),
                cancellation);
            return new Acted(Answer(authority, act, appended), Before: false);
        }
        catch (StaleVersionException stale)
        {
            return Problems.VersionStale(stale.Current);
        }
        catch (AlreadyStoredException)
        {
            var record = ChildRecord.Fold(act.Record, await records.StreamAsync(authority, act.Record, long.MaxValue, cancellation));
            return await BeforeAsync(authority, act, record, cancellation) ?? Problems.EventUsed;
        }
    }

    /// <summary>
    /// What the same act answered before; null when none of its events is known. An event id that said something else is not the same act.
    /// </summary>
    private async Task<Outcome<Acted>?> BeforeAsync(string authority, Act act, ChildRecord record, CancellationToken cancellation)
    {
        if (await writer.FindAsync(authority, [.. act.Steps.Select(s => s.EventId)], cancellation) is not { } stored)
        {
            return null;
        }

        return stored.Versions.Count == 1 && stored.Versions.ContainsKey(act.Record) && act.Steps.All(s => Said(record, s))
            ? new Acted(Answer(authority, act, stored), Before: true)
            : Problems.EventUsed;
    }

    private static bool Said(ChildRecord record, Step step) =>
        record.History.FirstOrDefault(e => e.Origin?.EventId == step.EventId)?.Statement is { } said && said.FactId == step.FactId && (step, said) switch
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

    private static Done Answer(string authority, Act act, Appended appended)
    {
        var basis = new Basis(authority, London.DateOf(appended.KnownAt), appended.Position, null, false);
        return new Done(BasisView.Of(basis), act.Record, appended.Versions[act.Record], appended.Position, appended.KnownAt);
    }
}
