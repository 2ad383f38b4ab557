using Journey.Record.Bitemporal;
using Journey.Record.Facts;

namespace Journey.Record.Children;

/// <summary>One step of an act. Ids come from the caller, so that the same act sent twice is one act.</summary>
public abstract record Step(Guid EventId, Guid FactId)
{
    /// <summary>Record something, in time or late.</summary>
    public sealed record Record(Guid EventId, Guid FactId, IFact Fact) : Step(EventId, FactId);

    /// <summary>Correct what was recorded wrongly, with the whole fact as it should have been.</summary>
    public sealed record Correct(Guid EventId, Guid FactId, IFact Fact, Correction Correction) : Step(EventId, FactId);

    /// <summary>Withdraw what was never true.</summary>
    public sealed record Withdraw(Guid EventId, Guid FactId, string Code, string Reason) : Step(EventId, FactId);
}

/// <summary>Steps on one record, in order. An act that touches several records has one of these for each.</summary>
public sealed record RecordSteps(Guid Record, StreamKind Kind, IReadOnlyList<Step> Steps);

/// <summary>What a verb decided: nothing is half-accepted.</summary>
public abstract record Decision
{
    private Decision()
    {
    }

    /// <summary>The statements to append, each with the event id the caller gave it, in order.</summary>
    public sealed record Accepted(IReadOnlyList<(Guid EventId, IStatement Statement)> Statements) : Decision;

    /// <summary>Every rule that was broken.</summary>
    public sealed record Refused(IReadOnlyList<Refusal> Refusals) : Decision;
}

/// <summary>
/// The verbs: record, correct, withdraw. Pure. Rules guard what people record; an import does not come this way, its history is kept
/// and flagged.
/// </summary>
public static class Verbs
{
    /// <summary>How far ahead a plan may be recorded.</summary>
    public static int HorizonInYears => 2;

    /// <summary>
    /// Decides an act: steps in order, each seeing the ones before it. Refused as a whole when any step breaks a rule. The caller has
    /// dropped acts whose event ids are already in the record.
    /// </summary>
    public static Decision Decide(ChildRecord record, IReadOnlyList<Step> steps, DateOnly today, Beside beside)
    {
        var refusals = new List<Refusal>();
        var statements = new List<(Guid, IStatement)>();
        foreach (var step in steps)
        {
            var (statement, broken) = Decide(record, step, today, beside);
            refusals.AddRange(broken);
            if (statement is not null)
            {
                statements.Add((step.EventId, statement));
                record = record.With([statement]);
            }
        }

        return refusals.Count > 0 ? new Decision.Refused(refusals) : new Decision.Accepted(statements);
    }

    private static (IStatement? Statement, IReadOnlyList<Refusal> Refusals) Decide(ChildRecord record, Step step, DateOnly today, Beside beside)
    {
        switch (step)
        {
            case Step.Record recorded when record.Find(step.FactId) is not null || record.IsWithdrawn(step.FactId):
                return (null, [new Refusal("fact-exists", "This fact id is already used in the record. Give a new fact its own id.", step.FactId)]);
            case Step.Record recorded:
                var type = FactCatalogue.Of(recorded.Fact);
                return (type.Asserted(step.FactId, recorded.Fact, null), type.Judge(record, step.FactId, recorded.Fact, today, beside));
            case Step.Correct or Step.Withdraw when record.IsWithdrawn(step.FactId):
                return (null, [new Refusal("fact-withdrawn", "This fact was withdrawn. Record what is true as a new fact.", step.FactId)]);
            case Step.Correct or Step.Withdraw when record.Find(step.FactId) is null:
                return (null, [new Refusal("fact-unknown", "There is no such fact in this record. Check its id.", step.FactId)]);
            case Step.Correct corrected:
                if (record.Find(step.FactId)!.Assertion.GetType() != corrected.Fact.GetType())
                {
                    return (null, [new Refusal("fact-kind", "A correction keeps the kind of fact. Withdraw this one and record the other.", step.FactId)]);
                }

                var kind = FactCatalogue.Of(corrected.Fact);
                return (kind.Asserted(step.FactId, corrected.Fact, corrected.Correction), [
                    .. Reason(corrected.Correction.Code, corrected.Correction.Reason, step.FactId),
                    .. kind.Judge(record.Without(step.FactId), step.FactId, corrected.Fact, today, beside)]);
            case Step.Withdraw withdrawn:
                return (new Withdrawn(step.FactId, withdrawn.Code, withdrawn.Reason), [
                    .. Reason(withdrawn.Code, withdrawn.Reason, step.FactId)]);
            default:
                throw new InvalidOperationException($"No decision for {step.GetType()}.");
        }
    }

    private static IEnumerable<Refusal> Reason(string code, string reason, Guid factId)
    {
        if (string.IsNullOrWhiteSpace(code) || string.IsNullOrWhiteSpace(reason))
        {
            yield return new Refusal("reason-missing", "Say why: give a code and a reason in your own words.", factId);
        }
    }
}
