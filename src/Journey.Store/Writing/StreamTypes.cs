using Journey.Record.Children;

namespace Journey.Store.Writing;

/// <summary>Names a child's stream in the ledger.</summary>
internal sealed class ChildStream;

/// <summary>Names a worker's stream in the ledger.</summary>
internal sealed class WorkerStream;

/// <summary>Names the stream of an authority's returns in the ledger.</summary>
internal sealed class ReturnsStream;

/// <summary>Names a team's stream in the ledger.</summary>
internal sealed class TeamStream;

/// <summary>Names another agency's stream in the ledger.</summary>
internal sealed class AgencyStream;

/// <summary>The names under which kinds of stream are stored.</summary>
internal static class StreamTypes
{
    public static Type Of(StreamKind kind) => kind switch
    {
        StreamKind.Child => typeof(ChildStream),
        StreamKind.Worker => typeof(WorkerStream),
        StreamKind.Returns => typeof(ReturnsStream),
        StreamKind.Team => typeof(TeamStream),
        StreamKind.Agency => typeof(AgencyStream),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>The stored name.</summary>
    public static string Name(StreamKind kind) => kind switch
    {
        StreamKind.Child => "child_stream",
        StreamKind.Worker => "worker_stream",
        StreamKind.Returns => "returns_stream",
        StreamKind.Team => "team_stream",
        StreamKind.Agency => "agency_stream",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
