using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Facts;
using Journey.Record.Facts.Identity;

namespace Journey.Record.Questions;

/// <summary>Question 20: records corrected after an announcement, about days before it.</summary>
public static class Q20CorrectedAfter
{
    /// <summary>The question.</summary>
    public static ManyQuestion Question { get; } = new()
    {
        Number = 20,
        Code = "corrected-after",
        Title = "Which records were corrected after the inspection was announced, about days before it?",
        Explains = "Corrections and withdrawals of children's facts that became known after the point asked about (the announcement) and up to the later one, where the fact took "
            + "effect before the day, by what was corrected or by the correction. Late first recordings are no corrections.",
        Lanes = [IdentityLanes.Identifiers],
        ReadsEntries = true,
        Of = everyone =>
        {
            var owners = everyone.Now.SelectMany(t => t.Streams.Select(s => (s, t.Subject))).ToDictionary(x => x.s, x => x.Subject);
            var rows = Changes(everyone).Where(c => IsBefore(c.Before, everyone.Day) || (c.After is { } after && IsBefore(after, everyone.Day)))
                .Select(c => Row(owners.GetValueOrDefault(c.Entry.Stream, c.Entry.Stream), c)).ToList();
            return new Answered(
                $"{Asking.Counted(rows.Count, "correction or withdrawal", "corrections and withdrawals")} in the records of {Asking.Children(rows.Select(r => r.Child).Distinct().Count())} "
                    + $"about days before {Words.Date(everyone.Day)}.",
                ["what", "fact", "dayBefore", "dayAfter", "code", "by", "correctedAt", "recordedAt"],
                rows);
        },
    };

    private static bool IsBefore(IFact fact, DateOnly day) => fact.EffectiveFrom() < day;

    /// <summary>What was corrected or withdrawn between the two points; what had no effect is left out.</summary>
    private static IEnumerable<Change> Changes(Everyone everyone)
    {
        var believed = new Dictionary<(Guid Stream, Guid Fact), (IFact Fact, LedgerEntry First)>();
        foreach (var (entry, isSince) in everyone.Earlier.SelectMany(s => s.Entries.Select(e => (e with { Stream = s.Stream }, false))).Concat(everyone.Entries.Select(e => (e, true))))
        {
            var key = (entry.Stream, entry.Statement.FactId);
            var isKnown = believed.TryGetValue(key, out var before);
            switch (entry.Statement)
            {
                case IAsserted { Correction: null, Assertion: IFact fact }:
                    believed.TryAdd(key, (fact, entry));
                    break;
                case IAsserted { Correction: { } correction, Assertion: IFact fact } when isKnown:
                    believed[key] = (fact, before.First);
                    if (isSince && IsOfChild(fact))
                    {
                        yield return new Change(entry, before.First, before.Fact, fact, correction.Code);
                    }

                    break;
                case Withdrawn withdrawn when isKnown:
                    believed.Remove(key);
                    if (isSince && IsOfChild(before.Fact))
                    {
                        yield return new Change(entry, before.First, before.Fact, null, withdrawn.Code);
                    }

                    break;
            }
        }
    }

    private static bool IsOfChild(IFact fact) => FactCatalogue.Of(fact).Stream == StreamKind.Child;

    private static AnswerRow Row(Guid child, Change change) => new(
        child,
        [
            change.After is null ? "withdrawn" : "corrected",
            FactCatalogue.Of(change.Before).Noun,
            change.Before.EffectiveFrom(),
            change.After?.EffectiveFrom(),
            change.Code,
            change.Entry.Origin?.Actor,
            change.Entry.KnownAt,
            change.First.KnownAt,
        ],
        [change.Entry.Statement.FactId]);

    private sealed record Change(LedgerEntry Entry, LedgerEntry First, IFact Before, IFact? After, string Code);
}
