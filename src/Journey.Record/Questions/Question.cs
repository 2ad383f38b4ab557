using System.Globalization;
using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Clocks;
using Journey.Record.Measures;

namespace Journey.Record.Questions;

/// <summary>What kind of words a parameter takes.</summary>
public enum ParameterKind
{
    /// <summary>Any text.</summary>
    Text,

    /// <summary>An id, such as that of a fact.</summary>
    Id,

    /// <summary>A day, such as 2018-03-31.</summary>
    Day,

    /// <summary>A whole number from 0 on.</summary>
    Number,
}

/// <summary>What a caller must, or may, say besides the two clocks.</summary>
/// <param name="Name">Name on the wire, such as <c>fact</c> or <c>worker</c>.</param>
/// <param name="Means">What it is, in words.</param>
/// <param name="IsRequired">False when it may be left out.</param>
/// <param name="Kind">What it must be readable as.</param>
public sealed record Parameter(string Name, string Means, bool IsRequired = true, ParameterKind Kind = ParameterKind.Text)
{
    /// <summary>True when a text can be read as this parameter.</summary>
    public bool Reads(string text) => Kind switch
    {
        ParameterKind.Id => Guid.TryParse(text, CultureInfo.InvariantCulture, out _),
        ParameterKind.Day => DateOnly.TryParseExact(text, Said.DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        ParameterKind.Number => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _),
        _ => text.Length > 0,
    };
}

/// <summary>
/// A table that answers a question. A cell is null, text, a whole or decimal number, true or false, a day, an instant, an id, or several of these;
/// <paramref name="Child"/> is whose row it is, null when it is nobody's, so that a row of a child who may not be seen can be left out and counted.
/// </summary>
public sealed record AnswerRow(Guid? Child, IReadOnlyList<object?> Cells, IReadOnlyList<Guid> Facts);

/// <summary>The answer to a question: a sentence, and a table with its columns.</summary>
public sealed record Answered(string Sentence, IReadOnlyList<string> Columns, IReadOnlyList<AnswerRow> Rows);

/// <summary>
/// A question that people of the field ask at two clocks, by name (domain: point-in-time questions). A pure function of what is known at the point asked
/// about, and for those that compare, at a second point.
/// </summary>
public abstract record Question
{
    /// <summary>Number in the field's list.</summary>
    public required int Number { get; init; }

    /// <summary>Stable name, lower case with hyphens.</summary>
    public required string Code { get; init; }

    /// <summary>The question in words.</summary>
    public required string Title { get; init; }

    /// <summary>Which day and which knowledge it is about, and what the answer lists.</summary>
    public required string Explains { get; init; }

    /// <summary>What must be said besides the two clocks.</summary>
    public IReadOnlyList<Parameter> Parameters { get; init; } = [];
}

/// <summary>A question about one child's record.</summary>
public sealed record ChildQuestion : Question
{
    /// <summary>The answer.</summary>
    public required Func<OneChild, Answered> Of { get; init; }
}

/// <summary>A question over everyone.</summary>
public sealed record ManyQuestion : Question
{
    /// <summary>Lanes it reads, of children, workers and teams.</summary>
    public required IReadOnlyList<Lane> Lanes { get; init; }

    /// <summary>True when it needs what became known between the two points, entry by entry.</summary>
    public bool ReadsEntries { get; init; }

    /// <summary>True when it needs whole records, entry by entry: every child's and worker's record is folded, which takes longer than reading lanes.</summary>
    public bool ReadsRecords { get; init; }

    /// <summary>The answer.</summary>
    public required Func<Everyone, Answered> Of { get; init; }
}

/// <summary>What was said besides the clocks, by the name of its parameter; checked to be there where required, and to be readable.</summary>
public sealed record Said(IReadOnlyDictionary<string, string> Words)
{
    internal const string DayFormat = "yyyy-MM-dd";

    /// <summary>Nothing was said.</summary>
    public static Said Nothing { get; } = new(new Dictionary<string, string>());

    /// <summary>The text of a parameter; null when it was left out.</summary>
    public string? Text(string name) => Words.GetValueOrDefault(name);

    /// <summary>The id in a parameter; null when it was left out.</summary>
    public Guid? Id(string name) => Text(name) is { } text ? Guid.Parse(text, CultureInfo.InvariantCulture) : null;

    /// <summary>The day in a parameter; null when it was left out.</summary>
    public DateOnly? Day(string name) => Text(name) is { } text ? DateOnly.ParseExact(text, DayFormat, CultureInfo.InvariantCulture) : null;

    /// <summary>The whole number in a parameter; null when it was left out.</summary>
    public int? Number(string name) => Text(name) is { } text ? int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture) : null;
}

/// <summary>
/// One child as questions see it: <paramref name="Then"/> at the point of knowledge asked about, <paramref name="Now"/> at the later point it is compared
/// with (the head of the ledger when none was given), and the record as known at any instant. <paramref name="Targets"/> are the authority's own limits.
/// </summary>
public sealed record OneChild(
    DateOnly Day,
    DateTimeOffset? KnownAt,
    ChildRecord Then,
    ChildRecord Now,
    Func<DateTimeOffset, ChildRecord> KnownBy,
    WorkingCalendar Calendar,
    Said Said,
    ClockTargets? Targets = null);

/// <summary>
/// Everyone as questions see them: timelines at the point of knowledge asked about, and at the later point it is compared with. Children, workers and teams are
/// told apart by the lanes they have. <paramref name="Entries"/> are those that became known between, in ledger order, and
/// <paramref name="Earlier"/> what was known before of the streams that they touch and of those that links join with them at either point.
/// <paramref name="Records"/> are the children's records at the point asked about, <paramref name="Workers"/> the workers'. All four only for questions that say
/// that they read them.
/// </summary>
public sealed record Everyone(
    DateOnly Day,
    DateTimeOffset? KnownAt,
    IReadOnlyList<Timelines> Then,
    IReadOnlyList<Timelines> Now,
    IReadOnlyList<LedgerEntry> Entries,
    IReadOnlyList<(Guid Stream, IReadOnlyList<LedgerEntry> Entries)> Earlier,
    IEnumerable<ChildRecord> Records,
    IEnumerable<ChildRecord> Workers,
    WorkingCalendar Calendar,
    Said Said,
    ClockTargets? Targets = null);

/// <summary>Every question, found where it stands: static properties of public static classes of this namespace.</summary>
public static class QuestionCatalogue
{
    /// <summary>All of them, in order of number and code.</summary>
    public static IReadOnlyList<Question> All { get; } =
    [
        .. typeof(QuestionCatalogue).Assembly.GetTypes()
            .Where(t => t.Namespace == typeof(Question).Namespace && t is { IsAbstract: true, IsSealed: true, IsPublic: true } && t != typeof(QuestionCatalogue))
            .SelectMany(t => t.GetProperties(System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.Static))
            .Where(p => typeof(Question).IsAssignableFrom(p.PropertyType)).Select(p => (Question)p.GetValue(null)!)
            .OrderBy(q => q.Number).ThenBy(q => q.Code, StringComparer.Ordinal),
    ];

    /// <summary>The question with a code, or null.</summary>
    public static Question? Find(string code) => All.FirstOrDefault(q => q.Code == code);
}
