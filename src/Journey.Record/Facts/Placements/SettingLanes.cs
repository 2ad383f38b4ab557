using Journey.Record.Bitemporal;

namespace Journey.Record.Facts.Placements;

/// <summary>A meeting about a placement that broke down, and its causes.</summary>
public sealed record Disruption(string Causes);

/// <summary>How far a placement is from home in miles; unknown stays unknown.</summary>
public sealed record PlacementDistance(Guid Placement, decimal? Miles, bool? InArea);

/// <summary>The child stays in a setting that is not registered.</summary>
public sealed record UnregisteredSetting(string Why);

/// <summary>Lanes of what is known about placements.</summary>
public static class SettingLanes
{
    /// <summary>Disruption meetings.</summary>
    public static Lane<Disruption> Disruptions { get; } = Lane<Disruption>.Point("placement-disruptions");

    /// <summary>Distances.</summary>
    public static Lane<PlacementDistance> Distances { get; } = Lane<PlacementDistance>.Point("placement-distances");

    /// <summary>Unregistered settings.</summary>
    public static Lane<UnregisteredSetting> Unregistered { get; } = Lane<UnregisteredSetting>.Overlapping("unregistered-settings");
}
