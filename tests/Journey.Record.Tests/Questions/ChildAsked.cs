using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Clocks;
using Journey.Record.Facts;
using Journey.Record.Questions;

namespace Journey.Record.Tests.Questions;

/// <summary>A record told act by act, and questions asked of it at two points of knowledge.</summary>
internal sealed class ChildAsked
{
    private readonly List<LedgerEntry> _entries = [];

    public static Guid Child { get; } = Id(1000);

    public static Guid Id(int number) => new(number, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    public static DateOnly On(int year, int month, int day) => new(year, month, day);

    /// <summary>Something becomes known on a day at noon.</summary>
    public ChildAsked Knew(DateOnly day, int id, IFact fact) => Knew(Noon(day), Child, FactCatalogue.Of(fact).Asserted(Id(id), fact, null));

    public ChildAsked Corrected(DateOnly day, int id, IFact fact, string reason = "Wrong") =>
        Knew(Noon(day), Child, FactCatalogue.Of(fact).Asserted(Id(id), fact, new Correction("mistake", reason)));

    public ChildAsked TookBack(DateOnly day, int id, string reason = "Never so") => Knew(Noon(day), Child, new Withdrawn(Id(id), "mistake", reason));

    public ChildAsked Knew(DateTimeOffset at, Guid stream, IStatement statement)
    {
        _entries.Add(new LedgerEntry(_entries.Count + 1, _entries.Count(e => e.Stream == stream) + 1, at, statement, null, stream));
        return this;
    }

    public static DateTimeOffset Noon(DateOnly day) => London.StartOf(day).AddHours(12);

    public Answered Ask(ChildQuestion question, DateOnly day, DateOnly? known = null, DateOnly? other = null, params (string Name, string Words)[] said) =>
        AskAt(question, day, known is { } at ? London.EndOf(at).AddMicroseconds(-1) : null, other is { } later ? London.EndOf(later).AddMicroseconds(-1) : null, said);

    public Answered AskAt(ChildQuestion question, DateOnly day, DateTimeOffset? known, DateTimeOffset? other, params (string Name, string Words)[] said)
    {
        ChildRecord By(DateTimeOffset at) => LinkedRecords.AsSeen(Child, _entries, at);
        var answered = question.Of(new OneChild(
            day, known, By(known ?? DateTimeOffset.MaxValue), By(other ?? DateTimeOffset.MaxValue), By, WorkingCalendar.Latest, new Said(said.ToDictionary(s => s.Name, s => s.Words))));
        answered.Sentence.ShouldNotBeEmpty();
        answered.Rows.ShouldAllBe(r => r.Cells.Count == answered.Columns.Count);
        answered.Columns.ShouldBeUnique();
        return answered;
    }
}

internal static class Reading
{
    /// <summary>The cells of some columns, row by row.</summary>
    public static IReadOnlyList<object?[]> Of(this Answered answered, params string[] columns) =>
        [.. answered.Rows.Select(r => columns.Select(c => r.Cells[answered.Columns.ToList().IndexOf(c)]).ToArray())];

    /// <summary>One column.</summary>
    public static IReadOnlyList<object?> Column(this Answered answered, string column) => [.. answered.Of(column).Select(r => r[0])];
}
