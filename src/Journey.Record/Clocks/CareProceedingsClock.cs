using Journey.Record.Facts.Protection;

namespace Journey.Record.Clocks;

/// <summary>Care proceedings end within 26 weeks.</summary>
public static class CareProceedingsClock
{
    private static readonly string[] Sought = ["ICO", "CO", "ISO", "SO"];

    private static readonly string[] Final = ["CO", "SO", "PO", "AO", "SGO", "CAO", "NoOrder"];

    private static readonly Limit Limit = new("care-proceedings", 26, LimitUnit.Weeks, Evidence.Target);

    /// <summary>The clock.</summary>
    public static Clock Clock { get; } = new()
    {
        Code = "care-proceedings",
        InForceFrom = new DateOnly(2014, 4, 22),
        Title = "Care proceedings",
        Rule = "26 weeks from the first application for a care or supervision order, interim or final, until a final order (care, supervision, "
            + "placement, adoption, special guardianship, child arrangements, none). An application made meanwhile belongs to the same proceedings.",
        Source = "Children and Families Act 2014, section 14",
        Evidence = Evidence.Target,
        Limits = [Limit],
        Lanes = [CourtLanes.Court],
        Dues = Proceedings,
    };

    private static IEnumerable<Due> Proceedings(Ticking t)
    {
        Mark? running = null;
        foreach (var step in t[CourtLanes.Court])
        {
            var said = step.As<CourtStep>();
            if (said.Kind == "application" && Sought.Contains(said.Order))
            {
                running ??= Mark.Of(step);
            }
            else if (said.Kind == "order" && Final.Contains(said.Order) && running is { } begun)
            {
                yield return t.Start(Limit, begun).ClosedWith(Mark.Of(step));
                running = null;
            }
        }

        if (running is { } open)
        {
            yield return t.Start(Limit, open);
        }
    }
}
