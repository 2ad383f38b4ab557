using Journey.Record.Bitemporal;
using Journey.Record.Codes;

namespace Journey.Record.Children;

/// <summary>
/// A rule that was broken: a stable code, and a sentence that says what to do next. <paramref name="Record"/> is the record that refuses, where
/// an act touches several.
/// </summary>
public sealed record Refusal(string Code, string Sentence, Guid? FactId = null, Guid? Record = null);

/// <summary>
/// What a rule may look at: the record without the fact in question, the fact, today in London, and the few facts beside the record
/// that the fact names.
/// </summary>
public sealed record Question<TFact>(ChildRecord Record, Guid FactId, TFact Fact, DateOnly Today, Beside Beside)
    where TFact : class, IFact;

/// <summary>A guard of a fact. <paramref name="Code"/> is the field's own rule code where one exists, such as <c>434</c>.</summary>
public sealed record Rule<TFact>(string Code, string Sentence, Func<Question<TFact>, bool> Breaks)
    where TFact : class, IFact
{
    /// <summary>The member whose codes the rule holds to a set; null when it is about something else.</summary>
    public Coded? Coded { get; init; }
}

/// <summary>A member of a fact that holds a code, or several, of a set.</summary>
public sealed record Coded(string Member, CodeSet Set);

/// <summary>Facts beside the child's record, loaded before a rule decides.</summary>
/// <param name="Posts">Periods in post of the workers named, by worker number; a worker without a stream is absent.</param>
/// <param name="Taken">Identifiers named by the fact that already belong to another child.</param>
/// <param name="Authority">Code of the authority whose record it is; null where nobody said.</param>
public sealed record Beside(IReadOnlyDictionary<string, IReadOnlyList<Period>> Posts, IReadOnlySet<Identifier> Taken, string? Authority = null)
{
    /// <summary>Nothing beside the record.</summary>
    public static Beside Nothing { get; } = new(new Dictionary<string, IReadOnlyList<Period>>(), new HashSet<Identifier>());

    /// <summary>True when the worker is known to be in post on the day.</summary>
    public bool InPost(string worker, DateOnly day) => Posts.TryGetValue(worker, out var posts) && posts.Any(p => p.Contains(day));
}
