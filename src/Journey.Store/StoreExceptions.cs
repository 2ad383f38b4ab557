namespace Journey.Store;

/// <summary>A stated instant that the ledger's knowledge clock cannot take: not after its last one, or in the future.</summary>
public sealed class KnowledgeClockException(DateTimeOffset stated, DateTimeOffset? last, DateTimeOffset now)
    : Exception(stated > now
        ? $"History may not be known at {stated:O}, which is in the future (it is {now:O}). State when it was really known."
        : $"History may not be known at {stated:O}: this authority's ledger already holds what was known at {last:O}, and its clock never goes back. State a later instant.")
{
    /// <summary>The instant stated.</summary>
    public DateTimeOffset Stated { get; } = stated;

    /// <summary>The ledger's last instant; null when it is empty.</summary>
    public DateTimeOffset? Last { get; } = last;
}

/// <summary>The stream stands at another version than the caller expected; nothing was appended.</summary>
public sealed class StaleVersionException(Guid stream, long expected, long current)
    : Exception($"The record {stream} stands at version {current}, not {expected}. Read it again and decide again.")
{
    /// <summary>The stream.</summary>
    public Guid Stream { get; } = stream;

    /// <summary>The version the caller expected; 0 for a stream that should not exist.</summary>
    public long Expected { get; } = expected;

    /// <summary>The version it has; 0 when it does not exist.</summary>
    public long Current { get; } = current;
}

/// <summary>What an act was decided on, beside the streams it appends to, has changed; nothing was appended. Decide again.</summary>
public sealed class OvertakenException()
    : Exception("What this was decided on has changed meanwhile. Read again and decide again.");

/// <summary>Event ids that are already stored in this authority's ledger; nothing was appended.</summary>
public sealed class AlreadyStoredException(IReadOnlyCollection<Guid> eventIds)
    : Exception($"{eventIds.Count} of these events are already stored, among them {eventIds.FirstOrDefault()}. The same act sent twice is one act.")
{
    /// <summary>The ids found, as far as they are known.</summary>
    public IReadOnlyCollection<Guid> EventIds { get; } = eventIds;
}

/// <summary>A first load into a ledger that already holds something; nothing was loaded.</summary>
public sealed class LedgerNotEmptyException(string authority)
    : Exception($"The ledger of {authority} already holds a record, and a first load goes into an empty one. Choose another authority's code.")
{
    /// <summary>The authority.</summary>
    public string Authority { get; } = authority;
}

/// <summary>An authority that was never created in this store.</summary>
public sealed class UnknownAuthorityException(string authority)
    : Exception($"There is no ledger for the authority {authority}. Create it first.")
{
    /// <summary>The authority's code.</summary>
    public string Authority { get; } = authority;
}

/// <summary>A stored event whose name this version of the code does not know.</summary>
public sealed class UnknownEventException(string name)
    : Exception($"The ledger holds an event '{name}' that this version does not know. Use the version that wrote it, or a later one.")
{
    /// <summary>The stored name.</summary>
    public string Name { get; } = name;
}

/// <summary>A position beyond the end of the ledger was asked for.</summary>
public sealed class UnknownPositionException(long position, long head)
    : Exception($"The ledger ends at position {head}; {position} has not been written yet.")
{
    /// <summary>The position asked for.</summary>
    public long Position { get; } = position;

    /// <summary>The last position.</summary>
    public long Head { get; } = head;
}

/// <summary>The segments of this authority were written by a version of the code that gives lanes another shape; they are not read.</summary>
public sealed class SegmentsOutdatedException(string authority)
    : Exception($"The segments of {authority} were built by another version of Journey. Run rebuild with this one, or start its server, which does.")
{
    /// <summary>The authority's code.</summary>
    public string Authority { get; } = authority;
}

/// <summary>The segments built from the ledger are not those that are read now; nothing was switched.</summary>
public sealed class SegmentsDifferException(string authority, Guid child, long differing)
    : Exception($"The segments of {authority} built from the ledger differ from those in use for {differing} record{(differing == 1 ? "" : "s")}, the first {child}; nothing was switched. Look with verify, and switch with rebuild --replace.")
{
    /// <summary>The authority's code.</summary>
    public string Authority { get; } = authority;

    /// <summary>The first record that differs.</summary>
    public Guid Child { get; } = child;

    /// <summary>How many records differ.</summary>
    public long Differing { get; } = differing;
}

/// <summary>The segment table of this authority is already being rebuilt, by this process or another.</summary>
public sealed class RebuildRunningException(string authority)
    : Exception($"The segments of {authority} are already being rebuilt. Wait for that to end.")
{
    /// <summary>The authority's code.</summary>
    public string Authority { get; } = authority;
}
