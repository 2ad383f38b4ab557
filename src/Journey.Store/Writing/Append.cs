using Journey.Record.Bitemporal;
using Journey.Record.Children;

namespace Journey.Store.Writing;

/// <summary>
/// One unit of work: all of it is appended, at one instant, or nothing. <paramref name="DecidedOn"/>: what it was decided on besides the
/// streams themselves. <paramref name="Later"/>: messages kept in the same transaction.
/// </summary>
public sealed record Append(
    Actor Actor, string? Reason, string Correlation, IReadOnlyList<StreamAppend> Streams, Imported? Imported = null, DecidedOn? DecidedOn = null, IReadOnlyList<Later>? Later = null);

/// <summary>A message to be handled after a wait; it survives a crash of the process once what it goes with is stored.</summary>
public sealed record Later(object Message, TimeSpan Wait);

/// <summary>
/// Events for one stream. <paramref name="ExpectedVersion"/> is the version it stands at; 0 when it does not exist yet.
/// <paramref name="With"/>: the other records of the same act, where they belong together.
/// </summary>
public sealed record StreamAppend(
    Guid Stream, StreamKind Kind, long ExpectedVersion, IReadOnlyList<Appending> Events, IReadOnlyList<Guid>? With = null);

/// <summary>
/// What the rules looked at beside the streams that are appended to, checked under the ledger's lock: other streams still stand at the versions
/// given, and no event of some stored names that says one of some texts has come since a position.
/// </summary>
public sealed record DecidedOn(IReadOnlyDictionary<Guid, long> Versions, long Position, IReadOnlyList<string> Names, IReadOnlyList<string> Texts);

/// <summary>A statement with the event id its caller gave it, and for imported history where in the source it stands.</summary>
public sealed record Appending(Guid EventId, IStatement Statement, string? SourceRef = null, DateTimeOffset? SourceRecordedAt = null);

/// <summary>
/// Marks imported history. <paramref name="StatedAt"/>: when it was known, later than the ledger's last instant and not in the future.
/// <paramref name="LoadedAt"/>: when it was really appended. <paramref name="Load"/>: the load it came with.
/// </summary>
public sealed record Imported(string Source, DateTimeOffset StatedAt, DateTimeOffset LoadedAt, Guid Load);

/// <summary>What was appended: the last position of the unit of work, the instant it is known at, and each stream's version after it.</summary>
public sealed record Appended(long Position, DateTimeOffset KnownAt, IReadOnlyDictionary<Guid, long> Versions);
