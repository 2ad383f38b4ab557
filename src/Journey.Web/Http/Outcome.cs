namespace Journey.Web.Http;

/// <summary>Why a question or an act was not answered: a stable code, an HTTP status, and a sentence that says what to do next.</summary>
public sealed record Problem(string Code, int Status, string Sentence, IReadOnlyDictionary<string, object?>? More = null);

/// <summary>What was asked for, or the problem that stands in its way.</summary>
public readonly record struct Outcome<T>
{
    private Outcome(T? value, Problem? problem) => (Value, Problem) = (value, problem);

    /// <summary>The answer; only there when there is no problem.</summary>
    public T? Value { get; }

    /// <summary>The problem, or null.</summary>
    public Problem? Problem { get; }

    public static implicit operator Outcome<T>(T value) => new(value, null);

    public static implicit operator Outcome<T>(Problem problem) => new(default, problem);

    /// <summary>An answer, of a type that no conversion can be written for.</summary>
    public static Outcome<T> Of(T value) => new(value, null);

    /// <summary>True with the value, or false with the problem.</summary>
    public bool Has([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out T? value, [System.Diagnostics.CodeAnalysis.NotNullWhen(false)] out Problem? problem)
    {
        (value, problem) = (Value, Problem);
        return problem is null;
    }
}
