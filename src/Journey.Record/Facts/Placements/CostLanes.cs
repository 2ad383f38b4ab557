using Journey.Record.Bitemporal;

namespace Journey.Record.Facts.Placements;

/// <summary>The price of a placement, found by the placement.</summary>
public sealed record PlacementCost(Guid Placement, decimal Rate, string Per, decimal? Health, decimal? Education, bool FeeRise) : IKeyed
{
    /// <inheritdoc/>
    public string Key() => Placement.ToString("D");
}

/// <summary>Why a price no longer holds.</summary>
public sealed record CostClosing(string Reason);

/// <summary>A single payment.</summary>
public sealed record OneOffCost(decimal Amount);

/// <summary>Lanes of what a placement costs.</summary>
public static class CostLanes
{
    /// <summary>Prices, each while it holds.</summary>
    public static Lane<PlacementCost> Costs { get; } = Lane<PlacementCost>.Overlapping("placement-costs", typeof(CostClosing));

    /// <summary>Single payments.</summary>
    public static Lane<OneOffCost> OneOff { get; } = Lane<OneOffCost>.Point("one-off-costs");
}
