using Journey.Record.Children;

namespace Journey.Record.Facts;

/// <summary>Rules that facts of several areas share (general invariants G1 to G7 of the field).</summary>
public static class Guards
{
    /// <summary>G3: an end names a fact of the right kind that is in the record and was not ended before.</summary>
    public static Rule<TFact> NamesOpen<TFact, TStarted>(string noun, Func<TFact, Guid> of)
        where TFact : class, IFact
        where TStarted : class, IFact =>
        new("G3", $"Name the {noun} that ends: its fact id must be in this record, and no other end may name it.", q =>
            q.Record.Find<TStarted>(of(q.Fact)) is null
            || q.Record.Beliefs.Any(b => b.Assertion is TFact other && of(other) == of(q.Fact)));

    /// <summary>G4: an end may not lie before the start of the fact it names.</summary>
    public static Rule<TFact> NotBeforeStart<TFact>(string noun, Func<TFact, Guid> of, Func<TFact, DateOnly> on)
        where TFact : class, IFact =>
        new("G4", $"The end lies before the start of the {noun}. Check both dates.", q =>
            q.Record.Find(of(q.Fact))?.Assertion is IFact started && on(q.Fact) < started.EffectiveFrom());

    /// <summary>G4 within one fact: an end before the start.</summary>
    public static Rule<TFact> EndNotBeforeStart<TFact>(Func<TFact, DateOnly?> end)
        where TFact : class, IFact =>
        new("G4", "The end lies before the start. Check both dates.", q => end(q.Fact) < q.Fact.EffectiveFrom());

    /// <summary>A code that its set does not know in the year of the fact.</summary>
    public static Rule<TFact> Known<TFact>(Codes.CodeSet set, string rule, Func<TFact, string?> code)
        where TFact : class, IFact =>
        new(rule, $"The code is not one of {set.Title} for that year. Choose one from the list.", q =>
            code(q.Fact) is { } value && !set.Knows(value, q.Fact.EffectiveFrom()));

    /// <summary>Words that a decision may not go without (G7).</summary>
    public static Rule<TFact> Said<TFact>(string what, Func<TFact, string?> words)
        where TFact : class, IFact =>
        new("G7", $"Give the {what} in words.", q => string.IsNullOrWhiteSpace(words(q.Fact)));
}
