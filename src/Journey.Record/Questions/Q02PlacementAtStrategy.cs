using Journey.Record.Children;
using Journey.Record.Facts;
using Journey.Record.Facts.Enquiries;
using Journey.Record.Facts.Placements;

namespace Journey.Record.Questions;

/// <summary>Question 2.</summary>
public static class Q02PlacementAtStrategy
{
    /// <summary>Where the child was placed when a strategy discussion was held.</summary>
    public static ChildQuestion Question { get; } = new()
    {
        Number = 2,
        Code = "placement-at-strategy",
        Title = "What placement was the child in on the day of the strategy discussion, and how far from home?",
        Explains = "Two rows for each strategy discussion: the placement on its day and its distance from home as known by the end of that day (thatDay), which is what those who "
            + "met could have known, and as known at the point asked about (then).",
        Parameters = [new("fact", "the id of one strategy discussion; all when left out.", false, ParameterKind.Id)],
        Of = Answer,
    };

    private static Answered Answer(OneChild child)
    {
        var held = child.Then.Facts<StrategyDiscussionHeld>().Where(s => child.Said.Id("fact") is not { } one || s.FactId == one).OrderBy(s => s.Fact.HeldOn).ToList();
        var rows = held.SelectMany(s => new[] { Row(child, s, Telling.ThatDay, child.KnownOn(s.Fact.HeldOn)), Row(child, s, Telling.Then, child.Then) }).ToList();
        var otherwise = rows.Chunk(2).Count(p => !Equals(p[0].Cells[3], p[1].Cells[3]) || !Equals(p[0].Cells[6], p[1].Cells[6]));
        return new Answered(
            $"{Words.Count(held.Count, "strategy discussion")}; of {otherwise} of them the placement or its distance was not known on the day as it is known at the point asked about.",
            [Telling.AsKnown, "strategyDiscussion", "heldOn", "placement", "type", "carer", "miles", "inArea", "placedFrom", "recordedAt"],
            rows);
    }

    private static AnswerRow Row(OneChild child, (Guid FactId, StrategyDiscussionHeld Fact) held, string asKnown, ChildRecord record)
    {
        var placed = record.On(PlacementLanes.Placement, held.Fact.HeldOn).FirstOrDefault();
        var place = placed?.As<Placement>();
        var distance = placed is null ? null : record.Timeline(SettingLanes.Distances).LastOrDefault(d => d.As<PlacementDistance>().Placement == placed.FactId);
        return child.Row(
            new[] { held.FactId, placed?.FactId, distance?.FactId }.OfType<Guid>(),
            asKnown, held.FactId, held.Fact.HeldOn, placed?.FactId, place?.Type, place?.Carer, distance?.As<PlacementDistance>().Miles,
            distance?.As<PlacementDistance>().InArea, placed?.From, placed is null ? null : record.RecordedAt(placed.FactId));
    }
}
