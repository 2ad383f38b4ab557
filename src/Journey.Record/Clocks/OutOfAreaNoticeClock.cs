using Journey.Record.Facts.Care;
using Journey.Record.Facts.Partners;
using Journey.Record.Facts.Placements;

namespace Journey.Record.Clocks;

/// <summary>The authority of the area is told of a placement there within five working days.</summary>
public static class OutOfAreaNoticeClock
{
    private static readonly Limit Limit = new("out-of-area-notice", 5, LimitUnit.WorkingDays, Evidence.Target);

    /// <summary>The clock.</summary>
    public static Clock Clock { get; } = new()
    {
        Code = "out-of-area-notice",
        InForceFrom = CareRegulations.From,
        Title = "Notice of a placement out of area",
        Rule = "Five working days from the start of a placement that is computed to lie out of area, until information is shared for the purpose of "
            + "notice of a placement out of area. It stops when the placement ends.",
        Source = $"{CareRegulations.Title}, regulation 13",
        Evidence = Evidence.Target,
        Limits = [Limit],
        Lanes = [CareLanes.Care, PlacementLanes.Placement, SettingLanes.Distances, SharingLanes.Shared],
        Dues = t =>
            from placement in t[PlacementLanes.Placement].GroupBy(i => i.FactId)
            let distance = t[SettingLanes.Distances].LastOrDefault(d => d.As<PlacementDistance>().Placement == placement.Key)
            where distance?.As<PlacementDistance>().InArea == false
            let start = Mark.Of(placement.First())
            select t.Start(Limit, start)
                .ClosedWith(Ticking.First(t.Marks(SharingLanes.Shared, i => i.As<SharedInformation>().PlacementNotice), start))
                .StoppedFrom(placement.Max(i => i.To), "The placement ended."),
    };
}
