using System.Globalization;
using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Facts;
using Journey.Record.Measures;

namespace Journey.Record.Questions;

/// <summary>Question 28.</summary>
public static class Q28WithoutAllegation
{
    private static readonly Measure[] Measures = [.. MeasureCatalogue.Latest.Where(m => m.Subject == StreamKind.Child && m.Neighbours is null)];

    /// <summary>The year with and without what was found untrue.</summary>
    public static ChildQuestion Question { get; } = new()
    {
        Number = 28,
        Code = "year-without",
        Title = "What would the year look like without the allegation that was found untrue?",
        Explains = "Lanes and figures of the child in the year before and after the withdrawal of the fact became known; when it has not been withdrawn at the point compared with, with and without it. "
            + "Only what differs is listed: values that go and come, and for each figure its numerator, denominator and sum of values.",
        Parameters =
        [
            new("fact", "the id of the fact, such as an allegation.", true, ParameterKind.Id),
            new("year", "the year named by the March it ends in; the twelve months up to the day when left out.", false, ParameterKind.Number),
        ],
        Of = Answer,
    };

    private static Answered Answer(OneChild child)
    {
        string[] columns = ["what", "name", "before", "after"];
        var fact = child.Said.Id("fact")!.Value;
        var window = child.Said.Number("year") is { } year and > 1900 and < 9000 ? Period.Year(year) : Upto(child.Day);
        var withdrawal = child.Now.Said(fact).FirstOrDefault(e => e.Statement is Withdrawn);
        if (withdrawal is null && child.Now.Find(fact) is null)
        {
            return new Answered("The record knows no such fact.", columns, []);
        }

        var (before, after) = withdrawal is null
            ? (child.Now, child.Now.Without(fact))
            : (child.KnownBy(withdrawal.KnownAt.AddTicks(-1)), child.KnownBy(withdrawal.KnownAt));
        List<AnswerRow> rows = [.. Lanes(child, fact, before, after, window), .. Figures(child, fact, before, after, window)];
        return new Answered(
            (withdrawal is null
                ? "The fact has not been withdrawn; without it"
                : $"The fact was withdrawn on {Words.Date(London.DateOf(withdrawal.KnownAt))}; without it")
            + $" {Words.Count(rows.Count(r => (string)r.Cells[0]! == "lane"), "value")} of lanes and {Words.Count(rows.Count(r => (string)r.Cells[0]! == "figure"), "figure")} of the year differ.",
            columns,
            rows);
    }

    /// <summary>The twelve months up to and with a day.</summary>
    private static Period Upto(DateOnly day)
    {
        var end = (day.Year is < 1900 or > 9000 ? new DateOnly(Math.Clamp(day.Year, 1900, 9000), 12, 31) : day).AddDays(1);
        return new Period(end.AddYears(-1), end);
    }

    private static IEnumerable<AnswerRow> Lanes(OneChild child, Guid fact, ChildRecord before, ChildRecord after, Period window) =>
        from lane in before.Lanes.Union(after.Lanes).OrderBy(l => l.Name, StringComparer.Ordinal)
        let were = before.Timeline(lane).Where(i => In(lane, i, window)).ToHashSet()
        let are = after.Timeline(lane).Where(i => In(lane, i, window)).ToHashSet()
        from pair in were.Except(are).Select(i => (Gone: (Interval?)i, Come: (Interval?)null)).Concat(are.Except(were).Select(i => (Gone: (Interval?)null, Come: (Interval?)i)))
        select child.Row(
            new[] { fact, (pair.Gone ?? pair.Come)!.FactId },
            "lane", lane.Name, pair.Gone is null ? null : Telling.Line(lane, pair.Gone), pair.Come is null ? null : Telling.Line(lane, pair.Come));

    /// <summary>A point has no days: it lies in the window when its day does.</summary>
    private static bool In(Lane lane, Interval interval, Period window) => lane.Kind == LaneKind.Point ? window.Contains(interval.From) : window.Touches(interval.Period);

    private static IEnumerable<AnswerRow> Figures(OneChild child, Guid fact, ChildRecord before, ChildRecord after, Period window) =>
        from measure in Measures
        let one = Figure(child, measure, before, window)
        let other = Figure(child, measure, after, window)
        where one != other
        select child.Row([fact], "figure", measure.Code, one, other);

    private static string Figure(OneChild child, Measure measure, ChildRecord record, Period window)
    {
        var figure = Journey.Record.Measures.Figure.Over(
            measure, [Timelines.Of(record)], window, child.Calendar, []);
        return string.Create(
            CultureInfo.InvariantCulture, $"{figure.Numerator} of {figure.Denominator}, values {figure.Contributions.Where(c => c.InCohort).Sum(c => c.Value ?? 0)}");
    }
}
