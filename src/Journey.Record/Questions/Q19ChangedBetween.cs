using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Facts;
using Journey.Record.History;

namespace Journey.Record.Questions;

/// <summary>Question 19.</summary>
public static class Q19ChangedBetween
{
    /// <summary>Everything that changed in a record between two points of knowledge.</summary>
    public static ChildQuestion Question { get; } = new()
    {
        Number = 19,
        Code = "changed-between",
        Title = "What changed about the child between two points of knowledge, corrections of the past included?",
        Explains = "Every fact of which something became known after the point asked about and up to the point compared with, whatever day it is about, in the order in which that became known: why "
            + "it changed, what the record said before and what it says after. A fact recorded and withdrawn between the two is listed, because whoever looked between saw it.",
        Of = child =>
        {
            var changes = Difference.Between(child.Then, child.Now, child.Day).Facts;
            return new Answered(
                $"{Words.Count(changes.Count, "fact")} changed between the two points of knowledge"
                + string.Concat(changes.GroupBy(f => f.Cause).OrderBy(g => g.Key).Select((g, i) => $"{(i == 0 ? ": " : ", ")}{g.Count()} {Word(g.Key)}")) + ".",
                ["knownAt", "cause", "noun", "effectiveFrom", "before", "after", "said"],
                [
                    .. changes.Select(f => child.Row(
                        [f.FactId],
                        f.Entries[^1].KnownAt, f.Cause, (f.After ?? f.Before)?.Noun() ?? Noun(f), ((f.After ?? f.Before)?.Assertion ?? Said(f)) is IFact fact ? fact.EffectiveFrom() : null,
                        f.Before is null ? null : child.Then.Sentence(f.Before), f.After is null ? null : child.Now.Sentence(f.After), f.Entries.Select(e => Narrative.Of(child.Now, e)).ToList())),
                ]);
        },
    };

    private static IAssertion? Said(FactChanged change) => change.Entries.Select(e => (e.Statement as IAsserted)?.Assertion).LastOrDefault(a => a is not null);

    private static string? Noun(FactChanged change) => Said(change) is IFact fact ? FactCatalogue.Of(fact).Noun : null;

    private static string Word(Cause cause) => cause switch
    {
        Cause.LateRecord => "recorded",
        Cause.Correction => "corrected",
        Cause.Withdrawal => "withdrawn",
        Cause.NotReported => "no longer reported, or again",
        Cause.Link => "linked",
        Cause.Unlink => "unlinked",
        var other => throw new InvalidOperationException($"No words for {other}."),
    };
}
