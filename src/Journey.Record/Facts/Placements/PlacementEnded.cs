using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;
using Journey.Record.Facts.Care;

namespace Journey.Record.Facts.Placements;

/// <summary>A placement ends. The reason for a change of placement belongs to the placement that ends, not to the next.</summary>
public sealed record PlacementEnded(Guid Placement, DateOnly EndOn, string? Reason, bool? Planned = null, string? EndedBy = null) : IFact<PlacementEnded>
{
    /// <inheritdoc/>
    public static string Name => "placement_ended.v1";

    /// <inheritdoc/>
    public static string Noun => "placement-ends";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes => [];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<PlacementEnded>> Rules { get; } =
    [
        new("G3", "Name the placement that ends: its fact id must be in this record, and no other end may name it.", q =>
            !q.Record.Timeline(PlacementLanes.Placement).Any(i => i.FactId == q.Fact.Placement)
            || q.Record.Facts<PlacementEnded>().Any(e => e.FactId != q.FactId && e.Fact.Placement == q.Fact.Placement)),
        Guards.NotBeforeStart<PlacementEnded>("placement", f => f.Placement, f => f.EndOn),
        Guards.Known<PlacementEnded>(CareCodes.PlaceChange, "150", f => f.Reason),
        new("225", "Care goes on in another placement. Give the reason for the change.", q =>
            string.IsNullOrEmpty(q.Fact.Reason)
            && q.Record.At(CareLanes.Care, q.Fact.EndOn) is not null
            && !IsTemporary(q.Record, q.Fact.Placement)
            && !CareCodes.IsTemporary(Follows(q)?.As<Placement>().Type)),
        new("226", "Coming back from a temporary placement needs no reason. Leave it out.", q =>
            !string.IsNullOrEmpty(q.Fact.Reason) && IsTemporary(q.Record, q.Fact.Placement)),
    ];

    /// <inheritdoc/>
    public static PlacementEnded Example =>
        new(Guid.Parse("019a0000-0000-7000-8000-000000000002"), new DateOnly(2025, 9, 1), "CREQB", false, "carer");

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => EndOn;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [];

    /// <inheritdoc/>
    public IEnumerable<Ending> Endings() => [new(Placement, EndOn, new CareClosing(null, Reason), PlacementLanes.Placement)];

    /// <inheritdoc/>
    public string Sentence() => Sentence(Ended.Nothing);

    /// <inheritdoc/>
    public string Sentence(Ended ended) =>
        $"Placement{(Carer(ended.Fact) is { } carer ? $" with {carer}" : "")} ended on {Words.Date(EndOn)}"
        + $"{ended.AfterAll(PlacementLanes.Placement, GoesOn)}{Words.Because(Reason is null ? null : Words.Lower(CareCodes.PlaceChange.Label(Reason)))}.";

    private static string? Carer(IFact? placement) => placement switch
    {
        PlacementStarted started => started.Carer,
        CarerMovedHouse moved => moved.Carer,
        _ => null,
    };

    private static bool IsTemporary(ChildRecord record, Guid placement) =>
        record.Timeline(PlacementLanes.Placement).Any(i => i.FactId == placement && CareCodes.IsTemporary(i.As<Placement>().Type));

    /// <summary>Where another placement that is recorded begins on the day.</summary>
    private static Interval? Follows(Question<PlacementEnded> q) =>
        q.Record.Timeline(PlacementLanes.Placement).FirstOrDefault(i => i.From == q.Fact.EndOn && i.FactId != q.Fact.Placement);

    /// <summary>The same placement: stated again, or its carer moved house.</summary>
    private static bool GoesOn(Interval earlier, Interval later) =>
        earlier.Value.Equals(later.Value) || later.As<Placement>().Continues == earlier.FactId;
}
