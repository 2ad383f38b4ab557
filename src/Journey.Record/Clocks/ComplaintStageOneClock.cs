using Journey.Record.Facts.Visits;

namespace Journey.Record.Clocks;

/// <summary>A complaint at stage one is answered within ten working days.</summary>
public static class ComplaintStageOneClock
{
    private const string StageOne = "stageOne";

    private static readonly Limit Limit = new("complaint-stage-one", 10, LimitUnit.WorkingDays, Evidence.Target);

    private static readonly Limit Extended = new("complaint-stage-one-extended", 20, LimitUnit.WorkingDays, Evidence.Target);

    /// <summary>The clock.</summary>
    public static Clock Clock { get; } = new()
    {
        Code = "complaint-stage-one",
        InForceFrom = new DateOnly(2006, 9, 1),
        Title = "Answer to a complaint at stage one",
        Rule = "Ten working days from a complaint at stage one, or until the later day agreed with who complains, at most 20, until it is answered.",
        Source = "Children Act 1989 Representations Procedure (England) Regulations 2006",
        Evidence = Evidence.Target,
        OutlivesChild = true,
        Limits = [Limit, Extended],
        Lanes = [VoiceLanes.Complaints],
        Dues = t =>
            from complaint in t[VoiceLanes.Complaints]
            where complaint.As<Complaint>().Stage == StageOne
            let agreed = complaint.As<Complaint>().DueOn
            let start = Mark.Of(complaint)
            let longest = t.DueOn(Extended, complaint.From)
            let due = agreed <= t.DueOn(Limit, complaint.From) ? t.Start(Limit, start) : t.Start(Extended, start, agreed < longest ? agreed : longest)
            select due.ClosedWith(complaint.IsOpen ? null : new Mark(null, complaint.To)),
    };
}
