using Journey.Record.Bitemporal;
using Journey.Record.Children;

namespace Journey.Record.Facts.Placements;

/// <summary>How far a placement is from home, computed on a day; computed again after a correction.</summary>
public sealed record PlacementDistanceComputed(
    Guid Placement,
    decimal? Miles,
    string Method,
    bool? InArea,
    DateOnly On) : IFact<PlacementDistanceComputed>
{
    /// <inheritdoc/>
    public static string Name => "placement_distance_computed.v1";

    /// <inheritdoc/>
    public static string Noun => "placement-distances";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [SettingLanes.Distances];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<PlacementDistanceComputed>> Rules { get; } =
    [
        new("G3", "Name the placement: its fact id must be in this record.", q =>
            !q.Record.Timeline(PlacementLanes.Placement).Any(i => i.FactId == q.Fact.Placement)),
        new("miles", "A distance is 0 miles or more; leave it out when it is not known.", q => q.Fact.Miles < 0),
    ];

    /// <inheritdoc/>
    public static PlacementDistanceComputed Example => new(
        Guid.Parse("019a0000-0000-7000-8000-000000000001"), 19.9m, "gridRefStraightLine", true, new DateOnly(2025, 6, 10));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(SettingLanes.Distances, new PlacementDistance(Placement, Miles, InArea), On)];

    /// <inheritdoc/>
    public string Sentence() =>
        $"The placement is {(Miles is { } miles ? $"{Words.Number(miles)} miles" : "an unknown distance")} from home, as computed on "
        + $"{Words.Date(On)}.";
}
