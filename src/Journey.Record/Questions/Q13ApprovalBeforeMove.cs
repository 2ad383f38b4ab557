using Journey.Record.Bitemporal;
using Journey.Record.Facts;
using Journey.Record.Facts.Placements;

namespace Journey.Record.Questions;

/// <summary>Question 13.</summary>
public static class Q13ApprovalBeforeMove
{
    /// <summary>Who approved a placement out of area, and whether that was recorded before the child moved.</summary>
    public static ChildQuestion Question { get; } = new()
    {
        Number = 13,
        Code = "out-of-area-approval",
        Title = "Which manager approved the out-of-area placement, and was the approval recorded before the child moved?",
        Explains = "Every approval of a placement out of area, as known at the point asked about: who approved it and on which day, when that was recorded, and the move that followed it, which is "
            + "the first placement that began on or after the day of the approval. Recorded before the move means before its time of day, or before its day when it has none.",
        Of = Answer,
    };

    private static Answered Answer(OneChild child)
    {
        var record = child.Then;
        var moves = record.Facts<PlacementStarted>().OrderBy(p => p.Fact.StartOn).ThenBy(p => p.Fact.At).ToList();
        var rows = record.Facts<PlacementMatchedAndApproved>().Where(a => a.Fact.OutOfArea).OrderBy(a => a.Fact.On).Select(approval =>
        {
            var (id, fact) = approval;
            var recorded = record.RecordedAt(id)!.Value;
            var move = moves.FirstOrDefault(m => m.Fact.StartOn >= fact.On);
            DateTimeOffset? moved = move.Fact is not { } began ? null
                : began.At is { } time ? London.ToInstant(began.StartOn.ToDateTime(time)) ?? London.StartOf(began.StartOn) : London.StartOf(began.StartOn);
            return child.Row(
                move.Fact is null ? [id] : [id, move.FactId],
                fact.Agency, fact.DecidedBy, fact.OutOfAreaApproval, fact.Rationale, fact.On, recorded, move.Fact?.StartOn, move.Fact is null ? null : record.RecordedAt(move.FactId),
                moved is { } at ? recorded < at : null);
        }).ToList();
        var late = rows.Count(r => r.Cells[8] is false);
        return new Answered(
            $"{Words.Count(rows.Count, "placement")} out of area {(rows.Count == 1 ? "was" : "were")} approved; {late} of the approvals {(late == 1 ? "was" : "were")} recorded only when the child had moved.",
            ["agency", "approvedBy", "approval", "rationale", "approvedOn", "recordedAt", "movedOn", "moveRecordedAt", "recordedBeforeMove"],
            rows);
    }
}
