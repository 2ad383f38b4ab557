using Journey.Record.Bitemporal;
using Journey.Record.Facts.Care;

namespace Journey.Record.Facts.Placements;

/// <summary>
/// Where the child lives. <paramref name="Carer"/> tells one carer from another where it is known; <paramref name="Continues"/> is the
/// placement whose carer moved with the child. <paramref name="LaCode"/> is the authority in whose area it lies, and
/// <paramref name="DistanceMiles"/> how far from home it was thought to be, in miles, where that was said.
/// </summary>
public sealed record Placement(
    string Type, string? Provider, string? Urn, string? Postcode, string? HomePostcode, string? Carer = null, Guid? Continues = null,
    string? LaCode = null, decimal? DistanceMiles = null);

/// <summary>Lanes of placement.</summary>
public static class PlacementLanes
{
    /// <summary>The placement; a temporary move lies on top of it.</summary>
    public static Lane<Placement> Placement { get; } = Lane<Placement>.Exclusive("placement", CareLanes.Care, typeof(CareClosing));
}
