using System.Globalization;
using System.Text.Json.Nodes;
using Journey.Record.Questions;
using Journey.Web.Access;
using Journey.Web.Http;

namespace Journey.Web.Features.Questions;

/// <summary>Whom a question is about.</summary>
public enum QuestionScope
{
    /// <summary>One child's record.</summary>
    Child,

    /// <summary>Everyone.</summary>
    Many,
}

/// <summary>What a question must, or may, be told besides the two clocks.</summary>
public sealed record ParameterView(string Name, string Means, ParameterKind Kind, bool Required);

/// <summary>A question: its number in the field's list, its words, and what it takes.</summary>
public sealed record QuestionView(int Number, string Code, string Title, string Explains, QuestionScope Scope, IReadOnlyList<ParameterView> Parameters)
{
    /// <summary>A question as answers show it.</summary>
    public static QuestionView Of(Record.Questions.Question question) => new(
        question.Number, question.Code, question.Title, question.Explains, question is ChildQuestion ? QuestionScope.Child : QuestionScope.Many,
        [.. question.Parameters.Select(p => new ParameterView(p.Name, p.Means, p.Kind, p.IsRequired))]);
}

/// <summary>Every question, in order of number.</summary>
public sealed record QuestionsView(IReadOnlyList<QuestionView> Questions);

/// <summary>
/// A row of an answer: its cells by column, the ids of the facts that it rests on, and in an answer over everyone whose it is. A cell that says nothing is absent.
/// </summary>
public sealed record QuestionRow(Guid? Child, IReadOnlyList<string>? LaChildIds, JsonObject Cells, IReadOnlyList<Guid> Facts);

/// <summary>
/// The answer to a question, at the basis and, where it compares, at the <paramref name="Other"/> one. <paramref name="Total"/> counts the rows shown over all
/// pages, <paramref name="NotShown"/> the children with rows whom this person may not see; they are counted in the sentence.
/// </summary>
public sealed record QuestionAnswer(
    BasisView Basis,
    BasisView Other,
    QuestionView Question,
    IReadOnlyDictionary<string, string> Said,
    string Sentence,
    IReadOnlyList<string> Columns,
    IReadOnlyList<QuestionRow> Items,
    int Total,
    int NotShown,
    string? Next) : IAnswer;

/// <summary>Writes the cells of an answer, without what a person may not see.</summary>
public static class Cells
{
    /// <summary>What stands in the place of the id of a child who is not shown.</summary>
    private const string NotShown = "[not shown]";

    /// <summary>The cells of a row by column.</summary>
    public static JsonObject Of(IReadOnlyList<string> columns, IReadOnlyList<object?> cells, Confidential confidential, IReadOnlySet<Guid> hidden)
    {
        var row = new JsonObject();
        foreach (var (column, cell) in columns.Zip(cells))
        {
            if (Of(cell, confidential, hidden) is { } value)
            {
                row.Add(column, value);
            }
        }

        return row;
    }

    /// <summary>A text without the words of confidential addresses and the ids of children who are not shown.</summary>
    public static string Text(string text, Confidential confidential, IReadOnlySet<Guid> hidden)
    {
        var masked = confidential.Text(text)!;
        return masked.Length < 36 ? masked : hidden.Aggregate(masked, (t, id) => t.Replace(id.ToString("D"), NotShown, StringComparison.OrdinalIgnoreCase));
    }

    private static JsonNode? Of(object? cell, Confidential confidential, IReadOnlySet<Guid> hidden) => cell switch
    {
        null => null,
        string text => Text(text, confidential, hidden),
        bool yes => yes,
        int number => number,
        long number => number,
        decimal number => number,
        Guid id => hidden.Contains(id) ? NotShown : id.ToString("D"),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm:ss", CultureInfo.InvariantCulture),
        DateTimeOffset instant => instant.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture).Replace("+00:00", "Z", StringComparison.Ordinal),
        Enum value => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(value.ToString()),
        System.Collections.IEnumerable several => new JsonArray([.. several.Cast<object?>().Select(c => Of(c, confidential, hidden))]),
        _ => throw new InvalidOperationException($"A cell cannot be a {cell.GetType()}."),
    };
}
