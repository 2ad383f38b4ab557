using Journey.Record.Bitemporal;
using Journey.Record.Facts;

namespace Journey.Record.Children;

/// <summary>A fact that moves to another record, where it gets an id of its own, and the ids of the two events.</summary>
public sealed record Move(Guid FactId, Guid EventId, Guid ToFactId, Guid ToEventId);

/// <summary>
/// Moves facts from the record that they were wrongly recorded on to the one they belong to: withdrawn here and recorded there in one act.
/// What names another moved fact names it by its new id.
/// </summary>
public static class Moving
{
    /// <summary>Code of the withdrawal of a fact recorded on the wrong child.</summary>
    public static string WrongChild => "wrong-child";

    /// <summary>The steps on either side; or why the facts cannot move. A move that was done before gives the same steps again.</summary>
    public static (IReadOnlyList<Step> From, IReadOnlyList<Step> To, IReadOnlyList<Refusal> Refusals) Steps(
        ChildRecord from, IReadOnlyList<Move> moves, string reason)
    {
        var ids = moves.DistinctBy(m => m.FactId).ToDictionary(m => m.FactId, m => m.ToFactId);
        var refusals = new List<Refusal>();
        var (here, there) = (new List<Step>(), new List<Step>());
        foreach (var move in moves)
        {
            if (Fact(from, move) is not { } fact)
            {
                refusals.Add(from.IsWithdrawn(move.FactId)
                    ? new Refusal("fact-withdrawn", "This fact was withdrawn already. Record what is true on the right record.", move.FactId, from.Id)
                    : new Refusal("fact-unknown", "There is no such fact in this record. Check its id.", move.FactId, from.Id));
                continue;
            }

            here.Add(new Step.Withdraw(move.EventId, move.FactId, WrongChild, reason));
            there.Add(new Step.Record(move.ToEventId, move.ToFactId, FactCatalogue.Of(fact).Renamed(fact, ids)));
        }

        foreach (var left in from.Beliefs.Where(b => !ids.ContainsKey(b.FactId) && b.Assertion is IFact fact && FactCatalogue.Of(fact).Named(fact).Any(ids.ContainsKey)))
        {
            refusals.Add(new Refusal("fact-named", "This fact names one that moves. Move it as well, or withdraw it first.", left.FactId, from.Id));
        }

        return (here, there, refusals);
    }

    private static IFact? Fact(ChildRecord from, Move move) => from.Find(move.FactId)?.Assertion as IFact
        ?? (from.History.Any(e => e.Statement is Withdrawn && e.Statement.FactId == move.FactId && e.Origin?.EventId == move.EventId)
            ? from.History.Select(e => e.Statement).OfType<IAsserted>().LastOrDefault(s => s.FactId == move.FactId)?.Assertion as IFact
            : null);
}
