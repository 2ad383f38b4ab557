using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Facts;

namespace Journey.Exchange.Ssda903.Loading;

/// <summary>
/// Withdraws a load as a whole: what it added is withdrawn, what it corrected is corrected back, what it withdrew is recorded anew, and
/// its marks of silence are lifted or set again. Only the last load may be withdrawn, because later ones build on it.
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
        private readonly Dictionary<Guid, Guid> _renewed = [];

        public List<PlannedStatement> Plan()
        {
            for (var i = record.History.Count - 1; i >= 0; i--)
            {
                var entry = record.History[i];
                if (entry.Origin?.Load == load)
                {
                    Undo(entry, i);
                }
            }

            return _planned;
        }

        private void Undo(LedgerEntry entry, int index)
        {
            var id = entry.Statement.FactId;
            switch (entry.Statement)
            {
                case IAsserted { Correction: null } when record.Find(id) is not null:
                    Say(new Withdrawn(id, "load-withdrawn", reason), entry);
                    tally.Withdrawn++;
                    break;
                case IAsserted { Correction: not null } when record.Find(id)?.Stated == entry:
                    Say(FactCatalogue.Of(Before(id, index)).Asserted(id, Before(id, index), new Correction("load-withdrawn", reason)), entry);
                    tally.Corrected++;
                    break;
                case Withdrawn:
                    Renew(id, Before(id, index), entry);
                    break;
                case NotReported when record.Find(id) is not null:
                    Say(new ReportedAgain(id), entry);
                    tally.ReportedAgain++;
                    break;
                case ReportedAgain when record.Find(id) is not null:
                    var silent = record.History.Take(index).Select(e => e.Statement).OfType<NotReported>().Last(s => s.FactId == id);
                    Say(silent, entry);
                    tally.NotReported++;
                    break;
                default:
                    break;
            }
        }

        /// <summary>Withdrawal is terminal, so the fact is recorded anew; an end that named it names the new one.</summary>
        private void Renew(Guid id, IFact fact, LedgerEntry entry)
        {
            var mapping = Mappings.All.FirstOrDefault(m => m.Ends(fact) is not null);
            if (mapping?.Ends(fact) is { } start && Renewed(start) is { } renewed
                && record.History.Select(e => e.Statement).OfType<IAsserted>().LastOrDefault(a => a.FactId == start)?.Assertion is IFact started)
            {
                fact = mapping.ToEnd(renewed, mapping.WithEnd(mapping.ToRow("", started, 0), fact));
            }

            Say(FactCatalogue.Of(fact).Asserted(Id(id), fact, null), entry);
            tally.Added++;
        }

        /// <summary>The new id of a fact that this load withdrew; null when it did not.</summary>
        private Guid? Renewed(Guid factId) =>
            record.History.Any(e => e.Origin?.Load == load && e.Statement is Withdrawn w && w.FactId == factId) ? Id(factId) : null;

        private Guid Id(Guid factId)
        {
            if (!_renewed.TryGetValue(factId, out var id))
            {
                _renewed.Add(factId, id = ids.Of($"renewed/{factId}"));
            }

            return id;
        }

        private IFact Before(Guid id, int index) =>
            (IFact)record.History.Take(index).Select(e => e.Statement).OfType<IAsserted>().Last(a => a.FactId == id).Assertion;

        private void Say(IStatement statement, LedgerEntry entry) =>
            _planned.Add(new PlannedStatement(ids.Of($"undo/{entry.Position}"), statement, entry.Origin?.SourceRef ?? "return"));
    }
}
