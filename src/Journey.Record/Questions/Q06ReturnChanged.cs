using Journey.Record.Codes;
using Journey.Record.Facts;

namespace Journey.Record.Questions;

/// <summary>Question 6: what the return of a year would be today, beside what it was when it was submitted.</summary>
public static class Q06ReturnChanged
{
    /// <summary>The question.</summary>
    public static ManyQuestion Question { get; } = new()
    {
        Number = 6,
        Code = "return-changed",
        Title = "Which rows of the return of children looked after would be others if it were submitted today?",
        Explains = "The return (SSDA903) of the year in which the day lies, April to March, as known when it was submitted and as known later: rows added, left out and "
            + "changed, with the columns that differ. Rows are read off the record; postcodes are compared and not shown. The files themselves, at either point, "
            + "are exports of the return.",
        Lanes = ReturnRows.Lanes,
        Of = everyone =>
        {
            var year = CodeSet.YearOf(everyone.Day);
            var rows = Compared.Of(everyone).SelectMany(c => ReturnRows.Changed(c, year).Select(r => Row(c.Child, r))).ToList();
            int Of(string how) => rows.Count(r => (string?)r.Cells[1] == how);
            return new Answered(
                $"In the return of {Words.Year(year)}, {Asking.Counted(Of(Added), "row", "rows")} would be added, {Of(LeftOut)} left out and {Of(Changed)} changed, of "
                    + $"{Asking.Children(rows.Select(r => r.Child).Distinct().Count())}.",
                ["file", "change", "columns", "then", "now"],
                rows);
        },
    };

    private const string Added = "added";

    private const string LeftOut = "left out";

    private const string Changed = "changed";

    private static AnswerRow Row(Guid child, ReturnRowChanged row) => new(
        child,
        [
            row.File,
            row.Then is null ? Added : row.Now is null ? LeftOut : Changed,
            row is { Then: { } then, Now: { } now } ? string.Join(", ", then.Differs(now)) : null,
            row.Then?.Said,
            row.Now?.Said,
        ],
        row.Fact == Guid.Empty ? [] : [row.Fact]);
}
