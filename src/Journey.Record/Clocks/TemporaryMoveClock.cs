using Journey.Record.Facts.Placements;

namespace Journey.Record.Clocks;

/// <summary>A temporary move lasts no longer than its kind allows.</summary>
public static class TemporaryMoveClock
{
    private static readonly Limit Hospital = new("temporary-move-hospital", 42, LimitUnit.Days, Evidence.Statutory);

    private static readonly Limit CarerAway = new("temporary-move-carer-away", 21, LimitUnit.Days, Evidence.Statutory);

    private static readonly Limit Short = new("temporary-move-short", 7, LimitUnit.Days, Evidence.Statutory);

    /// <summary>The clock.</summary>
    public static Clock Clock { get; } = new()
    {
        Code = "temporary-move",
        Title = "End of a temporary move",
        Rule = "42 days in hospital (T1), 21 while the carer is away (T3), seven in other temporary accommodation (T4), until the child is back or "
            + "placed elsewhere.",
        Source = "SSDA903 rules 375, 376 and 379",
        Evidence = Evidence.Statutory,
        Limits = [Hospital, CarerAway, Short],
        Lanes = [Facts.Care.CareLanes.Care, PlacementLanes.Placement],
        Dues = t =>
            from kind in new[] { ("T1", Hospital), ("T3", CarerAway), ("T4", Short) }
            from stretch in EmergencyStatusClock.Stretches(t[PlacementLanes.Placement], i => i.As<Placement>().Type == kind.Item1)
            select t.Start(kind.Item2, stretch.Start).ClosedWith(stretch.End),
    };
}
