namespace Journey.Record.Bitemporal;

/// <summary>
/// What a ledger had come to know at an instant. The answer is a position; a <c>Final</c> one never changes, whatever is appended later.
/// </summary>
public static class KnowledgeRule
{
    /// <summary>
    /// The position just before the first entry stamped after the instant, which is final; the last position when there is none, which
    /// is not: an entry appended later may still be stamped before the instant. Entries are given in order of position.
    /// </summary>
    public static (long Position, bool Final) Resolve(IEnumerable<(long Position, DateTimeOffset KnownAt)> entries, DateTimeOffset instant)
    {
        var last = 0L;
        foreach (var (position, knownAt) in entries)
        {
            if (knownAt > instant)
            {
                return (position - 1, true);
            }

            last = position;
        }

        return (last, false);
    }

    /// <summary>What was known on a London day: everything stamped before the next one begins.</summary>
    public static (long Position, bool Final) Resolve(IEnumerable<(long Position, DateTimeOffset KnownAt)> entries, DateOnly day) =>
        Resolve(entries, London.EndOf(day).AddTicks(-1));
}
