using Journey.Record.Bitemporal;

namespace Journey.Record.Children;

/// <summary>How exactly a fact's day is known.</summary>
public enum DatePrecision
{
    /// <summary>The day was stated.</summary>
    Day,

    /// <summary>Undated: holds from birth.</summary>
    Birth,

    /// <summary>Undated: holds from the start of care.</summary>
    StartOfCare,

    /// <summary>Undated: stands on 31 March of its year.</summary>
    YearEnd,

    /// <summary>Undated: stands on the birthday in its year.</summary>
    Birthday,
}

/// <summary>One thing asserted about a child, a worker or an authority. Its static side is <see cref="IFact{TSelf}"/>.</summary>
public interface IFact : IAssertion
{
    /// <summary>The day the fact takes effect; lateness of recording is counted from it.</summary>
    DateOnly EffectiveFrom();

    /// <summary>How exactly that day is known.</summary>
    DatePrecision Precision() => DatePrecision.Day;

    /// <summary>What happened, in plain English, without the child's name: one sentence.</summary>
    string Sentence();

    /// <summary>
    /// What happened, said beside what the fact ended. An end says how long that had lasted; by default the fact's own sentence, and in another
    /// what it ended, after a word for how: "Answered after 1 month: ...".
    /// </summary>
    string Sentence(Ended ended) => ended.Fact is { } earlier ? $"{Sentence()} {HowItEnds()}{ended.Within}: {earlier.Sentence()}" : Sentence();

    /// <summary>What became of the fact that this one ends, in one word that begins a sentence.</summary>
    string HowItEnds() => "Closed";

    /// <summary>Numbers of the workers the fact names; they are loaded before rules decide.</summary>
    IEnumerable<string> Workers() => [];

    /// <summary>Identifiers that must belong to no other child, as kind and value; they are loaded before rules decide.</summary>
    IEnumerable<Identifier> UniqueIdentifiers() => [];
}

/// <summary>An identifier of a child in another system: a kind (LaChildId, UPN, NHS ...) and a value.</summary>
public sealed record Identifier(string Kind, string Value);

/// <summary>Which stream a fact is kept in.</summary>
public enum StreamKind
{
    /// <summary>A child's record.</summary>
    Child,

    /// <summary>A worker.</summary>
    Worker,

    /// <summary>The authority's returns.</summary>
    Returns,

    /// <summary>A team.</summary>
    Team,

    /// <summary>Another agency.</summary>
    Agency,
}

/// <summary>
/// What the type of a fact says once: everything the catalogue, the store and the API need, so that a fact is one file.
/// </summary>
public interface IFact<TSelf> : IFact
    where TSelf : class, IFact<TSelf>
{
    /// <summary>Stored name with version, such as <c>placement_started.v1</c>. Never changed once stored.</summary>
    static abstract string Name { get; }

    /// <summary>Shapes in which the fact was stored before, each under its own name. A shape once listed stays listed.</summary>
    static virtual IReadOnlyList<RetiredShape<TSelf>> Retired => [];

    /// <summary>Plural noun of the route, lower case with hyphens, such as <c>placements</c>.</summary>
    static abstract string Noun { get; }

    /// <summary>Lanes the fact may claim on; empty for an end or a note that changes no lane.</summary>
    static abstract IReadOnlyList<Lane> Lanes { get; }

    /// <summary>What guards a new fact; imported history that breaks a rule is kept and flagged.</summary>
    static abstract IReadOnlyList<Rule<TSelf>> Rules { get; }

    /// <summary>Why no rule is needed; given exactly when <see cref="Rules"/> is empty.</summary>
    static virtual string? NoRule => null;

    /// <summary>A plausible, fictional fact; used in the API's documentation and in tests.</summary>
    static abstract TSelf Example { get; }

    /// <summary>The stream it is kept in.</summary>
    static virtual StreamKind Stream => StreamKind.Child;

    /// <summary>True when only returns state the fact and people never record it.</summary>
    static virtual bool ImportOnly => false;

    /// <summary>True when the fact stands in several records at once and a verb of its own records it, such as link.</summary>
    static virtual bool HasOwnVerb => false;

    /// <summary>True when the fact may be recorded before its day (a plan), up to the horizon.</summary>
    static virtual bool MayLieAhead => false;
}
