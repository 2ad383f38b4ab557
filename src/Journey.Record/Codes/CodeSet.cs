using System.Collections.Frozen;

namespace Journey.Record.Codes;

/// <summary>
/// One code with its label, and the collection years (named by the March they end in, both included) in which returns use it;
/// <paramref name="Becomes"/> is the code that takes its place after the last year.
/// </summary>
public sealed record Code(string Value, string Label, int? FirstYear = null, int? LastYear = null, string? Becomes = null);

/// <summary>A list of codes as the field's returns use it, year by year.</summary>
public sealed class CodeSet
{
    private readonly FrozenDictionary<string, Code> _codes;

    /// <summary>A set; a value stands once.</summary>
    public CodeSet(string name, string title, params Code[] codes)
    {
        Name = name;
        Title = title;
        Codes = codes;
        _codes = codes.ToFrozenDictionary(c => c.Value, StringComparer.Ordinal);
    }

    /// <summary>Stable name, lower case with hyphens.</summary>
    public string Name { get; }

    /// <summary>What the set is called in a sentence, such as "the placement types".</summary>
    public string Title { get; }

    /// <summary>The codes in the order in which people read them.</summary>
    public IReadOnlyList<Code> Codes { get; }

    /// <summary>True when the code is in use in the collection year that contains the day.</summary>
    public bool Knows(string value, DateOnly day) => _codes.TryGetValue(value, out var code) && InUse(code, YearOf(day));

    /// <summary>True when the code is in use in a collection year.</summary>
    public bool Knows(string value, int year) => _codes.TryGetValue(value, out var code) && InUse(code, year);

    /// <summary>The label, or the code itself when the set does not know it.</summary>
    public string Label(string value) => _codes.TryGetValue(value, out var code) ? code.Label : value;

    /// <summary>The code as a return of that year writes it: replaced by its successor once it is out of use, else unchanged.</summary>
    public string In(string value, int year) =>
        _codes.TryGetValue(value, out var code) && code.LastYear < year && code.Becomes is { } next ? In(next, year) : value;

    /// <summary>The collection year, named by the March it ends in, that contains a day.</summary>
    public static int YearOf(DateOnly day) => day.Month >= 4 ? day.Year + 1 : day.Year;

    private static bool InUse(Code code, int year) => !(code.FirstYear > year) && !(code.LastYear < year);
}
