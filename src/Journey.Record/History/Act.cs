using Journey.Record.Bitemporal;
using Journey.Record.Facts.Identity;

namespace Journey.Record.History;

/// <summary>Why an answer about the past is another one than before. There is no other cause.</summary>
public enum Cause
{
    /// <summary>The definition of the measure is another version.</summary>
    DefinitionChange,

    /// <summary>The calendar of working days, or another list of codes that the definition reads, is another version.</summary>
    CodeChange,

    /// <summary>Records were found to be of one child.</summary>
    Link,

    /// <summary>Records were found to be of two children after all.</summary>
    Unlink,

    /// <summary>A fact was never true.</summary>
    Withdrawal,

    /// <summary>A fact was recorded wrongly and corrected.</summary>
    Correction,

    /// <summary>A return no longer states a fact, or states it again.</summary>
    NotReported,

    /// <summary>A fact was recorded after the earlier point.</summary>
    LateRecord,
}

/// <summary>
/// One unit of work of the ledger: everything that became known at one instant, in one or several streams. <paramref name="Position"/> is that
/// of its last entry. Each entry says in which stream it stands.
/// </summary>
public sealed record Act(long Position, DateTimeOffset KnownAt, IReadOnlyList<LedgerEntry> Entries)
{
    /// <summary>The streams it touches, in order of id.</summary>
    public IEnumerable<Guid> Streams => Entries.Select(e => e.Stream).Distinct().Order();

    /// <summary>Entries in ledger order as acts: those of one instant are one.</summary>
    public static IEnumerable<Act> Of(IEnumerable<LedgerEntry> entries)
    {
        var act = new List<LedgerEntry>();
        foreach (var entry in entries)
        {
            if (act.Count > 0 && act[^1].KnownAt != entry.KnownAt)
            {
                yield return new Act(act[^1].Position, act[0].KnownAt, act);
                act = [];
            }

            act.Add(entry);
        }

        if (act.Count > 0)
        {
            yield return new Act(act[^1].Position, act[0].KnownAt, act);
        }
    }

    /// <summary>What an entry changes; <paramref name="isLink"/> tells whether a fact that is withdrawn was a link of two records.</summary>
    public static Cause CauseOf(LedgerEntry entry, Func<Guid, bool> isLink) => entry.Statement switch
    {
        Asserted<ChildRecordsLinked> => Cause.Link,
        Withdrawn when isLink(entry.Statement.FactId) => Cause.Unlink,
        Withdrawn => Cause.Withdrawal,
        IAsserted { Correction: not null } => Cause.Correction,
        IAsserted => Cause.LateRecord,
        NotReported or ReportedAgain => Cause.NotReported,
        var other => throw new InvalidOperationException($"No cause for {other.GetType()}."),
    };
}
