using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Facts.Returns;

namespace Journey.Exchange.Ssda903.Loading;

/// <summary>A statement to append, with the row that it comes from (file and line; the file alone when a missing row is the reason).</summary>
public sealed record PlannedStatement(Guid EventId, IStatement Statement, string SourceRef);

/// <summary>What a load appends to one stream, at the version at which it was planned (0 for a new stream).</summary>
public sealed record PlannedStream(Guid Stream, StreamKind Kind, long ExpectedVersion, IReadOnlyList<PlannedStatement> Statements);

/// <summary>A fact kept although it breaks a rule.</summary>
public sealed record KeptWithFlag(string Child, string SourceRef, string Code, string Sentence);

/// <summary>Everything a load appends, in one unit of work, and what it counts. Nothing to append when the set states what is known.</summary>
public sealed record LoadPlan(Guid Load, int Year, IReadOnlyList<PlannedStream> Streams, LoadCounts Counts, IReadOnlyList<KeptWithFlag> Flags)
{
    /// <summary>True when the set changes nothing.</summary>
    public bool IsEmpty => Streams.Count == 0;
}

/// <summary>The authority's record as the load finds it.</summary>
/// <param name="Children">Children's records by the authority's own identifier.</param>
/// <param name="Returns">The stream of the authority's returns.</param>
public sealed record KnownAuthority(IReadOnlyDictionary<string, ChildRecord> Children, ChildRecord Returns);
