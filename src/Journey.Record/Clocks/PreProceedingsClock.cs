using Journey.Record.Facts.Protection;

namespace Journey.Record.Clocks;

/// <summary>Work before care proceedings ends within 16 weeks.</summary>
public static class PreProceedingsClock
{
    private static readonly Limit Limit = new("pre-proceedings", 16, LimitUnit.Weeks, Evidence.Target);

    /// <summary>The clock.</summary>
    public static Clock Clock { get; } = new()
    {
        Code = "pre-proceedings",
        Title = "Pre-proceedings",
        Rule = "16 weeks from the decision to begin work before care proceedings, until it ends.",
        Source = "Public Law Outline, best practice guidance",
        Evidence = Evidence.Target,
        Limits = [Limit],
        Lanes = [CourtLanes.PreProceedings],
        Dues = t =>
            from work in t[CourtLanes.PreProceedings]
            select t.Start(Limit, Mark.Of(work)).ClosedWith(work.IsOpen ? null : new Mark(null, work.To)),
    };
}
