using Journey.Record.Bitemporal;
using Journey.Record.Children;

namespace Journey.Record.History;

/// <summary>
/// A fact that was known at a decision and is believed otherwise now. <paramref name="Now"/> is null when it was withdrawn, or is no longer
/// believed of this child; <paramref name="By"/> is the entry that changed it first.
/// </summary>
public sealed record KnownOtherwise(Belief Then, Belief? Now, LedgerEntry By);

/// <summary>
/// What was known when something was decided. <paramref name="Moment"/> is the instant of the decision; the age of the newest information is counted
/// from the latest day before it that a known fact took effect.
/// </summary>
/// <param name="Moment">When it was decided (UTC): its stated day and time; without a time the end of that day, or when it was recorded if earlier.</param>
/// <param name="Position">What was known stands up to this position.</param>
/// <param name="KnownThen">Facts believed at the moment, in the order in which they were first recorded; the decision itself left out.</param>
/// <param name="NotYetRecorded">
/// Facts that took effect by then and were not in the record, as believed now: recorded only later, or in a record that was linked only later.
/// </param>
/// <param name="KnownOtherwise">Facts of the first list that were corrected or withdrawn later.</param>
public sealed record Knowing(
    DateTimeOffset Moment, long Position, IReadOnlyList<Belief> KnownThen, IReadOnlyList<Belief> NotYetRecorded, IReadOnlyList<KnownOtherwise> KnownOtherwise)
{
    /// <summary>The newest fact relied on: of those known then that took effect by then, the one that took effect last; null when there is none.</summary>
    public Belief? Newest => KnownThen.Where(b => b.Assertion is IFact f && f.EffectiveFrom() <= London.DateOf(Moment)).MaxBy(b => ((IFact)b.Assertion).EffectiveFrom());

    /// <summary>Days from the day on which the newest fact took effect to the day of the decision.</summary>
    public int? NewestAge => Newest?.Assertion is IFact newest ? London.DateOf(Moment).DayNumber - newest.EffectiveFrom().DayNumber : null;

    /// <summary>
    /// Who knew what when a fact was decided, by a record as known later; null when the record does not know the fact. Whatever was recorded after
    /// the moment, by a second or by years, was not known then.
    /// </summary>
    public static Knowing? Of(ChildRecord record, Guid decision)
    {
        if (record.Find(decision) is not { } decided)
        {
            return null;
        }

        var moment = MomentOf(decided);
        var known = Seen(record, decided, record.History.TakeWhile(e => e.KnownAt <= moment).ToList());
        var then = Ledger.Fold(known);
        var otherwise =
            from belief in then.InOrder
            where belief.FactId != decision
            let now = record.Find(belief.FactId)
            where now is null || now.Stated.Position != belief.Stated.Position || now.NotReportedFrom != belief.NotReportedFrom
            let cause = record.History.FirstOrDefault(e => e.Position > then.Position && e.Statement.FactId == belief.FactId)
            where cause is not null
            select new KnownOtherwise(belief, now, cause);
        return new Knowing(
            moment,
            then.Position,
            [.. then.InOrder.Where(b => b.FactId != decision)],
            [.. record.Beliefs.Where(b => b.FactId != decision && then.Find(b.FactId) is null && !then.IsWithdrawn(b.FactId) && HeldBy(b, moment))],
            [.. otherwise]);
    }

    /// <summary>Of entries known then, those of the record as it was seen then: its own stream and those linked with it by then.</summary>
    private static IReadOnlyList<LedgerEntry> Seen(ChildRecord record, Belief decided, IReadOnlyList<LedgerEntry> known)
    {
        if (record.Streams.Count == 1)
        {
            return known;
        }

        var own = decided.Recorded.Stream;
        var links = known.GroupBy(e => e.Stream).SelectMany(g => LinkedRecords.Of([.. g]));
        var group = LinkedRecords.Groups(links).FirstOrDefault(g => g.Contains(own)) ?? [own];
        return [.. known.Where(e => group.Contains(e.Stream))];
    }

    /// <summary>When a fact says that it was decided; never later than it was recorded when it gives no time of day.</summary>
    private static DateTimeOffset MomentOf(Belief decided)
    {
        var recorded = decided.Recorded.KnownAt;
        if (decided.Assertion is not IFact fact)
        {
            return recorded;
        }

        var claims = decided.Assertion.Claims().ToList();
        var at = claims.Where(c => c.From == fact.EffectiveFrom()).Select(c => c.At).FirstOrDefault(t => t is not null);
        if (at is { } time && London.ToInstant(fact.EffectiveFrom().ToDateTime(time)) is { } instant)
        {
            return instant < recorded ? instant : recorded;
        }

        var end = London.EndOf(fact.EffectiveFrom()).AddMicroseconds(-1);
        return end < recorded ? end : recorded;
    }

    /// <summary>True when a fact had taken effect by an instant; one without a time of day by the end of its day.</summary>
    private static bool HeldBy(Belief belief, DateTimeOffset moment)
    {
        if (belief.Assertion is not IFact fact)
        {
            return false;
        }

        var (day, on) = (London.DateOf(moment), fact.EffectiveFrom());
        var at = belief.Assertion.Claims().Where(c => c.From == on).Select(c => c.At).FirstOrDefault(t => t is not null);
        return on < day || (on == day && (at is not { } time || London.ToInstant(on.ToDateTime(time)) is not { } instant || instant <= moment));
    }
}
