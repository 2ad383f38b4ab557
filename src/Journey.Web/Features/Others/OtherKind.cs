using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Facts.Partners;
using Journey.Record.Facts.Workforce;
using Journey.Web.Http;

namespace Journey.Web.Features.Others;

/// <summary>
/// A kind of record that is no child's: its plural in routes and questions, and the lane of which a value that holds says that it is there. The
/// keys of that lane are what it is called: a worker's number, a team's or an agency's name.
/// </summary>
public sealed record OtherKind(StreamKind Stream, string Plural, Lane There, Problem Unknown)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<OtherKind> All { get; } =
    [
        new(StreamKind.Worker, "workers", WorkforceLanes.InPost, Problems.WorkerUnknown),
        new(StreamKind.Team, "teams", TeamLanes.Team, Problems.RecordUnknown),
        new(StreamKind.Agency, "agencies", SharingLanes.Footprint, Problems.RecordUnknown),
    ];

    /// <summary>The kind in the singular.</summary>
    public string Singular => Stream.ToString().ToLowerInvariant();
}
