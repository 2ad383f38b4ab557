using System.Text.Json.Nodes;

namespace Journey.Generator.Answers;

/// <summary>
/// One question with both clocks: the request, and what is to be taken from its answer. <paramref name="KnownAt"/> is the whole day, in London.
/// <paramref name="Path"/> follows <c>/authorities/{authority}/</c> and carries both clocks; <paramref name="Take"/> is a JSONPath into the answer;
/// <paramref name="Answer"/> is every value that it takes, in any order.
/// </summary>
public sealed record Ask(string Question, DateOnly ValidAt, DateOnly KnownAt, string Path, string Take, IReadOnlyList<JsonNode> Answer);

/// <summary>
/// Something that was planted, and what may be asked about it: mostly twice, as known before it was put right and after. <paramref name="Kind"/>
/// names the sort of situation.
/// </summary>
public sealed record Situation(int Number, string Kind, IReadOnlyList<Ask> Asks);
