using System.Runtime.CompilerServices;
using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Facts.Care;
using Journey.Record.Facts.FrontDoor;
using Journey.Record.Facts.Identity;

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

    /// <summary>A code that its set does not know in the year of the fact. <paramref name="code"/> reads one member and does nothing else.</summary>
    public static Rule<TFact> Known<TFact>(
        Codes.CodeSet set, string rule, Func<TFact, string?> code, [CallerArgumentExpression(nameof(code))] string read = "")
        where TFact : class, IFact =>
        new(rule, $"The code is not one of {set.Title} for that year. Choose one from the list.", q =>
            code(q.Fact) is { } value && !set.Knows(value, q.Fact.EffectiveFrom()))
        {
            Coded = new Coded(Member<TFact>(read), set),
        };

    /// <summary>Words that a decision may not go without (G7).</summary>
    public static Rule<TFact> Said<TFact>(string what, Func<TFact, string?> words)
        where TFact : class, IFact =>
        new("G7", $"Give the {what} in words.", q => string.IsNullOrWhiteSpace(words(q.Fact)));

    /// <summary>G1: nothing before birth, or before 40 weeks ahead of an expected birth.</summary>
    public static Rule<TFact> NotBeforeBirth<TFact>()
        where TFact : class, IFact =>
        new("G1", "The date lies before the child's birth. Check this date and the date of birth.", q =>
            q.Fact.EffectiveFrom() < EarliestDay(q.Record));

    /// <summary>G2: nothing but notifications after death.</summary>
    public static Rule<TFact> NotAfterDeath<TFact>()
        where TFact : class, IFact =>
        new("G2", "The date lies after the child's death. Check this date and the date of death.", q =>
            q.Record.Timeline(IdentityLanes.Death).Any(i => i.As<Death>().On < q.Fact.EffectiveFrom()));

    /// <summary>G1 and G2 together: something that happens to a living child.</summary>
    public static IEnumerable<Rule<TFact>> InLife<TFact>()
        where TFact : class, IFact => [NotBeforeBirth<TFact>(), NotAfterDeath<TFact>()];

    /// <summary>G3: the fact named is in the record, and of the right kind; no name is no break.</summary>
    public static Rule<TFact> Names<TFact, TNamed>(string noun, Func<TFact, Guid?> of)
        where TFact : class, IFact
        where TNamed : class, IFact =>
        new("G3", $"Name the {noun}: its fact id must be in this record.", q =>
            of(q.Fact) is { } named && q.Record.Find<TNamed>(named) is null);

    /// <summary>
    /// G3 where a fact may end in several ways: nothing else ends it when this does, and nothing ended it before the day of what only names it.
    /// </summary>
    public static Rule<TFact> NotEnded<TFact>(string noun, Func<TFact, Guid> of)
        where TFact : class, IFact =>
        new("G3", $"This {noun} has already ended. Check its id, or correct the end that stands.", q =>
            q.Fact.Endings().Any(e => e.Of == of(q.Fact)) is var ends
            && q.Record.Beliefs.Any(b => b.Assertion.Endings().Any(e => e.Of == of(q.Fact) && (ends || e.On < q.Fact.EffectiveFrom()))));

    /// <summary>
    /// The days that a fact covers: from its start up to its own end or the day on which another fact ends it, whichever is first. While it is
    /// being recorded nothing ends it yet.
    /// </summary>
    public static Period Own<TFact>(Question<TFact> question, DateOnly from, DateOnly? to)
        where TFact : class, IFact
    {
        var ended = question.Record.Beliefs.SelectMany(b => b.Assertion.Endings()).Where(e => e.Of == question.FactId).Select(e => e.On).Append(to ?? Period.Open).Min();
        return new Period(from, ended < from ? Period.Open : ended);
    }

    /// <summary>G6: a statutory act needs an open referral or a period of care on its day.</summary>
    public static Rule<TFact> OpenCase<TFact>()
        where TFact : class, IFact =>
        new("G6", "No referral is open and the child is not looked after on that day. Record the referral first, or check the date.", q =>
            !HasOpenCase(q.Record, q.Fact.EffectiveFrom()));

    /// <summary>G6 of looked-after children: a period of care on the day.</summary>
    public static Rule<TFact> InCare<TFact>()
        where TFact : class, IFact =>
        new("G6", "The child is not looked after on that day. Record the period of care first, or check the date.", q =>
            !q.Record.On(CareLanes.Care, q.Fact.EffectiveFrom()).Any());

    /// <summary>Codes that their set does not know in the year of the fact. <paramref name="codes"/> reads one member and does nothing else.</summary>
    public static Rule<TFact> KnownAll<TFact>(
        Codes.CodeSet set, string rule, Func<TFact, IReadOnlyList<string>> codes, [CallerArgumentExpression(nameof(codes))] string read = "")
        where TFact : class, IFact =>
        new(rule, $"A code is not one of {set.Title} for that year. Choose from the list.", q =>
            codes(q.Fact).Any(c => !set.Knows(c, q.Fact.EffectiveFrom())))
        {
            Coded = new Coded(Member<TFact>(read), set),
        };

    /// <summary>G7: a decision needs who decided and why.</summary>
    public static IEnumerable<Rule<TFact>> Decided<TFact>(Func<TFact, string?> by, Func<TFact, string?> rationale)
        where TFact : class, IFact => [Said("name of who decided", by), Said("reasons", rationale)];

    /// <summary>G4: a fact may not lie before the fact it names; no name is no break.</summary>
    public static Rule<TFact> NotBefore<TFact>(string noun, Func<TFact, Guid?> of)
        where TFact : class, IFact =>
        new("G4", $"The date lies before the {noun}. Check both dates.", q =>
            of(q.Fact) is { } named && q.Record.Find(named)?.Assertion is IFact earlier && q.Fact.EffectiveFrom() < earlier.EffectiveFrom());

    /// <summary>An answer that is due before it was asked for.</summary>
    public static Rule<TFact> NotDueBefore<TFact>(Func<TFact, DateOnly?> due)
        where TFact : class, IFact =>
        new("due-early", "It is due before it was asked for. Check both dates.", q => due(q.Fact) < q.Fact.EffectiveFrom());

    /// <summary>The worker named is in post on the day.</summary>
    public static Rule<TFact> WorkerInPost<TFact>(Func<TFact, string?> worker)
        where TFact : class, IFact =>
        new("worker-not-in-post", "The worker is not in post on that day. Check the date, or record when the worker joined.", q =>
            worker(q.Fact) is { } number && !q.Beside.InPost(number, q.Fact.EffectiveFrom()));

    /// <summary>A referral is open or the child is looked after on the day.</summary>
    public static bool HasOpenCase(ChildRecord record, DateOnly day) =>
        record.On(FrontDoorLanes.Referrals, day).Any() || record.On(CareLanes.Care, day).Any();

    /// <summary>Age in whole years on a day; null while no date of birth is known.</summary>
    public static int? AgeOn(ChildRecord record, DateOnly day) =>
        record.Timeline(IdentityLanes.Birth) is not [.., var last] || last.As<Birth>().Born is not { } born ? null
        : Days.Age(born, day);

    /// <summary>The member that a lambda such as <c>f => f.Kind</c> reads.</summary>
    private static string Member<TFact>(string read)
    {
        var member = read[(read.LastIndexOf('.') + 1)..];
        return typeof(TFact).GetProperty(member) is not null ? member : throw new InvalidOperationException($"'{read}' does not read a member of {typeof(TFact)}.");
    }

    private static DateOnly? EarliestDay(ChildRecord record) =>
        record.Timeline(IdentityLanes.Birth).Select(i => i.As<Birth>()).Min(b => b.Born ?? (b.Expected is { } due ? Days.Conceived(due) : null));
}
