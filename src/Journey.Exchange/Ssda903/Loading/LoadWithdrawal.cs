using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Facts;

namespace Journey.Exchange.Ssda903.Loading;

/// <summary>
/// Withdraws a load as a whole: each fact that it touched is brought back to what was believed before. What it added is withdrawn, what it
/// corrected is corrected back, what it withdrew is recorded anew, and its marks of silence are lifted or set again. What people have said
/// of a fact since stands. Only the last load may be withdrawn, because later ones build on it.
/// </summary>
public static class LoadWithdrawal
{
    /// <summary>The statements that undo a load, or why it cannot be undone.</summary>
    public static (LoadPlan? Plan, Refusal? Refusal) Plan(Guid load, string reason, string authority, DateTimeOffset known, KnownAuthority record)
    {
        var loads = Loads.Of(record.Returns);
        if (loads.All.Count == 0 || loads.All.All(l => l.Load != load))
        {
            return (null, new Refusal("load-unknown", "There is no such load. List the authority's returns to find its id."));
        }

        if (loads.All[^1].Load != load)
        {
            return (null, new Refusal("load-built-on", "A later load builds on this one. Withdraw the later ones first, last one first.", loads.All[^1].Load));
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return (null, new Refusal("reason-missing", "Say why: give a code and a reason in your own words."));
        }

        var ids = new LoadIds(authority, loads.All[^1].Return.Year, known, load.ToString("N"), record.Returns.History.Count);
        var tally = new Tally();
        var streams = new List<PlannedStream>();
        foreach (var child in record.Children.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => c.Value))
        {
            var undone = new Undoing(child, load, reason, ids, tally).Plan();
            if (undone.Count > 0)
            {
                streams.Add(new PlannedStream(child.Id, StreamKind.Child, child.Version, undone));
            }
        }

        streams.Add(new PlannedStream(
            LoadIds.ReturnsStream(authority), StreamKind.Returns, record.Returns.Version,
            [new PlannedStatement(ids.Of("withdrawn"), new Withdrawn(load, "load-withdrawn", reason), "return")]));
        return (new LoadPlan(load, loads.All[^1].Return.Year, streams, tally.Counts(0), []), null);
    }

    private sealed class Undoing(ChildRecord record, Guid load, string reason, LoadIds ids, Tally tally)
    {
        private readonly List<PlannedStatement> _planned = [];
        private readonly List<LedgerEntry> _said = [.. record.History.Where(e => e.Origin?.Load == load)];

        public List<PlannedStatement> Plan()
        {
            if (_said.Count == 0)
            {
                return _planned;
            }

            var before = ChildRecord.Fold(record.Id, record.History.TakeWhile(e => e.Origin?.Load != load));
            var touched = _said.Select(e => e.Statement.FactId).ToHashSet();
            foreach (var id in touched.Reverse().Where(id => before.Find(id) is null))
            {
                Withdraw(Standing(id));
            }

            foreach (var belief in before.Beliefs.Where(b => touched.Contains(b.FactId)))
            {
                Restore(belief);
            }

            return _planned;
        }

        private void Withdraw(Guid id)
        {
            if (record.Find(id) is not null)
            {
                Say(new Withdrawn(id, "load-withdrawn", reason), "withdraw");
                tally.Withdrawn++;
            }
        }

        private void Restore(Belief before)
        {
            var id = Standing(before.FactId);
            var fact = Standing((IFact)before.Assertion);
            var now = record.Find(id);
            if (now is null)
            {
                if (id == before.FactId)
                {
                    return;
                }

                Say(FactCatalogue.Of(fact).Asserted(id, fact, null), "renew");
                tally.Added++;
            }
            else if (!fact.Equals(now.Assertion) && now.Stated.Origin?.Load is not null)
            {
                Say(FactCatalogue.Of(fact).Asserted(id, fact, new Correction("load-withdrawn", reason)), "restore");
                tally.Corrected++;
            }

            if (now?.NotReportedFrom == before.NotReportedFrom)
            {
                return;
            }

            if (before.NotReportedFrom is { } from)
            {
                Say(new NotReported(id, from), "silent");
                tally.NotReported++;
            }
            else
            {
                Say(new ReportedAgain(id), "again");
                tally.ReportedAgain++;
            }
        }

        /// <summary>Withdrawal is terminal, so a fact that this load withdrew is recorded anew.</summary>
        private Guid Standing(Guid id) => LoadIds.Standing(id, IsUndone);

        /// <summary>True when a load withdrew the fact, and not a person.</summary>
        private bool IsUndone(Guid id) =>
            record.IsWithdrawn(id) && _byLoad.Contains(id);

        private readonly HashSet<Guid> _byLoad =
            [.. record.History.Where(e => e.Statement is Withdrawn && e.Origin?.Load is not null).Select(e => e.Statement.FactId)];

        /// <summary>An end names the fact under the id under which it stands.</summary>
        private IFact Standing(IFact fact)
        {
            foreach (var mapping in fact.Endings().Any() ? Mappings.All : [])
            {
                if (mapping.Ends(fact) is { } start && Standing(start) is var standing && standing != start)
                {
                    return Mapping.Renamed(fact, standing);
                }
            }

            return fact;
        }

        private void Say(IStatement statement, string verb) =>
            _planned.Add(new PlannedStatement(ids.Of($"undo/{verb}/{statement.FactId}"), statement, "return"));
    }
}
