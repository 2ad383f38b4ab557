using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Clocks;
using Journey.Record.Facts;
using Journey.Record.Facts.Reviews;
using Journey.Record.Measures;

namespace Journey.Record.Questions;

/// <summary>Question 18: reviews of looked-after children that were late, and those that only looked late on the day they were due.</summary>
public static class Q18LateReviews
{
    private static readonly IReadOnlyList<Clock> Clocks = [LacReviewClock.First, LacReviewClock.Second, LacReviewClock.Next];

    /// <summary>The question.</summary>
    public static ManyQuestion Question { get; } = new()
    {
        Number = 18,
        Code = "late-reviews",
        Title = "Which reviews of looked-after children were late, leaving out those that were held in time and recorded after they were due?",
        Explains = "Reviews due in the year that ends with the day, judged at the end of the day as known at the point asked about: late are those held after they were due, or not "
            + "held. Rows that are not late were held in time and recorded only afterwards: on the evening of the day they were due the manager saw them as not held.",
        Lanes = [.. Clocks.SelectMany(c => c.Reads).Distinct()],
        ReadsRecords = true,
        Of = everyone =>
        {
            var given = new Given(everyone.Calendar);
            var window = Asking.YearTo(everyone.Day);
            var rows = new List<AnswerRow>();
            var all = 0;
            foreach (var record in everyone.Records)
            {
                foreach (var due in ClockCatalogue.Dues(Clocks, Asking.Timelines(record), given).Where(d => window.Contains(d.DueOn)))
                {
                    if (due.StatusOn(everyone.Day) is not { } standing || standing.Status is DueStatus.Void or DueStatus.Open)
                    {
                        continue;
                    }

                    all++;
                    var late = standing.Status != DueStatus.Met;
                    var seen = WasSeenAsHeld(record, due);
                    if (late || !seen)
                    {
                        rows.Add(Row(record.Id, due, late, standing, seen));
                    }
                }
            }

            var count = rows.Count(r => r.Cells[3] is true);
            return new Answered(
                $"{count} of {Asking.Counted(all, "review", "reviews")} due in the year to {Words.Date(everyone.Day)} were late; {rows.Count - count} more looked late when they were due, "
                    + "because they were held in time and recorded afterwards.",
                ["review", "dueOn", "heldOn", "late", "over", "seenAsHeld"],
                [.. rows.OrderBy(r => r.Child).ThenBy(r => (DateOnly?)r.Cells[1])]);
        },
    };

    /// <summary>Whether the record as it was known at the end of the day due shows a review held since the clock started.</summary>
    private static bool WasSeenAsHeld(ChildRecord record, Due due) => Asking.KnownBefore(record, London.EndOf(due.DueOn))
        .Any(r => r.Timeline(ReviewLanes.Reviews).Any(i => i.From >= due.StartedOn && i.From <= due.DueOn && i.FactId != due.StartedBy));

    private static AnswerRow Row(Guid child, Due due, bool late, Standing standing, bool seen) => new(
        child,
        [due.Clock.Title, due.DueOn, due.ClosedOn, late, standing.Over, seen],
        [.. new[] { due.StartedBy, due.ClosedBy }.OfType<Guid>()]);
}
