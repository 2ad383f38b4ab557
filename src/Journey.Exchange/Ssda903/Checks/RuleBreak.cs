namespace Journey.Exchange.Ssda903.Checks;

/// <summary>A row that breaks a rule of the collection. The sentence says what to do and repeats nothing of the row.</summary>
public sealed record RuleBreak(string Rule, string File, Row Row, IReadOnlyList<string> Columns, string Sentence);

/// <summary>A rule of the collection by its code in the open 903 validator: the columns it looks at, and which rows break it.</summary>
public sealed class ReturnRule
{
    internal ReturnRule(string code, string[] columns, string sentence, Func<ReturnInCheck, IEnumerable<Row>> breaks)
    {
        Code = code;
        Columns = columns;
        Sentence = sentence;
        Breaks = breaks;
    }

    /// <summary>The rule's code, such as 434.</summary>
    public string Code { get; }

    /// <summary>The columns to look at.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>What is wrong and what to do.</summary>
    public string Sentence { get; }

    internal Func<ReturnInCheck, IEnumerable<Row>> Breaks { get; }
}
