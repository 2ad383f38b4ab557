using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;

namespace Journey.Record.Facts.Placements;

/// <summary>
/// The carer moves and the child moves along, or the setting is registered anew: another address, number or provider, the same carer.
/// Gives the placement as it is from then on.
/// </summary>
public sealed record CarerMovedHouse(
    Guid Placement, DateOnly On, string Type, string? Provider, string? Urn, string? Postcode, string? HomePostcode, string? Carer = null)
    : IFact<CarerMovedHouse>
{
    /// <inheritdoc/>
    public static string Name => "carer_moved_house.v1";

    /// <inheritdoc/>
    public static string Noun => "carer-moves";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [PlacementLanes.Placement];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<CarerMovedHouse>> Rules { get; } =
    [
        PlacementRules.InCare<CarerMovedHouse>(),
        new("G3", "Name the placement whose carer moved: it must be the child's placement on the day before.", q =>
            !q.Record.On(PlacementLanes.Placement, q.Fact.On.AddDays(-1)).Any(i => i.FactId == q.Fact.Placement)),
        Guards.Known<CarerMovedHouse>(CareCodes.Place, "146", f => f.Type),
        Guards.Known<CarerMovedHouse>(CareCodes.Provider, "147", f => f.Provider),
        PlacementRules.NotTemporary<CarerMovedHouse>(f => f.Type),
    ];

    /// <inheritdoc/>
    public static CarerMovedHouse Example =>
        new(Guid.Parse("019a0000-0000-7000-8000-000000000002"), new DateOnly(2025, 12, 1), "U6", "PR4", "SC000002", "ZZ1 2AA", "ZZ1 1AA", "Rowan family");

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => On;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() =>
        [new(PlacementLanes.Placement, new Placement(Type, Provider, Urn, Postcode, HomePostcode, Carer, Placement), On)];

    /// <inheritdoc/>
    public string Sentence() => $"The carer moved house on {Words.Date(On)} and the child moved along.";
}
