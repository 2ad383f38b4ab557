using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Facts;
using Journey.Record.History;

namespace Journey.Record.Questions;

/// <summary>What answers about one child have in common.</summary>
internal static class Telling
{
    /// <summary>The point of knowledge asked about, in a column <see cref="AsKnown"/>.</summary>
    public const string Then = "then";

    /// <summary>The point of knowledge compared with.</summary>
    public const string Now = "now";

    /// <summary>The column that says at which of the two points a row was known.</summary>
    public const string AsKnown = "asKnown";

    /// <summary>The end of the day asked about, or of the day of what a row is about.</summary>
    public const string ThatDay = "thatDay";

    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Members = new();

    /// <summary>The record at both points.</summary>
    public static IEnumerable<(string AsKnown, ChildRecord Record)> Both(this OneChild child) => [(Then, child.Then), (Now, child.Now)];

    /// <summary>The record as known by the end of a day, and not later than the point asked about.</summary>
    public static ChildRecord KnownOn(this OneChild child, DateOnly day) => day.Year is > 1 and < 9990 ? child.KnownUpTo(London.EndOf(day).AddMicroseconds(-1)) : child.Then;

    /// <summary>The record as known at an instant (included), and not later than the point asked about.</summary>
    public static ChildRecord KnownUpTo(this OneChild child, DateTimeOffset instant) =>
        child.Then.History is [.., var last] && instant < last.KnownAt ? child.KnownBy(instant) : child.Then;

    /// <summary>Every entry that stated, corrected, withdrew or silenced a fact, in order.</summary>
    public static IEnumerable<LedgerEntry> Said(this ChildRecord record, Guid fact) => record.History.Where(e => e.Statement.FactId == fact);

    /// <summary>A row about the child.</summary>
    public static AnswerRow Row(this OneChild child, IEnumerable<Guid> facts, params object?[] cells) => new(child.Now.Id, cells, [.. facts.Distinct()]);

    /// <summary>When the fact was first recorded in a record; null when it is unknown there.</summary>
    public static DateTimeOffset? RecordedAt(this ChildRecord record, Guid fact) => record.Find(fact)?.Recorded.KnownAt;

    /// <summary>Days from the day on which a fact took effect to the day on which it was recorded.</summary>
    public static int? DaysLate(this Belief belief) => belief.Assertion is IFact fact ? London.DateOf(belief.Recorded.KnownAt).DayNumber - fact.EffectiveFrom().DayNumber : null;

    /// <summary>The fact in plain English, as the record believes it.</summary>
    public static string Sentence(this ChildRecord record, Belief belief) => Narrative.Of(record, belief.Stated);

    /// <summary>What kind of fact it is.</summary>
    public static string? Noun(this Belief belief) => belief.Assertion is IFact fact ? FactCatalogue.Of(fact).Noun : null;

    /// <summary>The last day of an interval's end, excluded; null until further notice.</summary>
    public static DateOnly? Until(this Interval interval) => interval.IsOpen ? null : interval.To;

    /// <summary>The lane, the value and the days of an interval in one line.</summary>
    public static string Line(Lane lane, Interval interval)
    {
        var days = lane.Kind == LaneKind.Point ? $"on {interval.From:yyyy-MM-dd}"
            : interval.IsOpen ? $"from {interval.From:yyyy-MM-dd}"
            : $"from {interval.From:yyyy-MM-dd} to {interval.To:yyyy-MM-dd}";
        return FormattableString.Invariant($"{lane.Name}: {Value(interval.Value)} {days}");
    }

    /// <summary>A lane value as the names and values of what it says.</summary>
    public static string Value(object value)
    {
        var members = Members.GetOrAdd(value.GetType(), t => [.. t.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.GetIndexParameters().Length == 0)]);
        var said = members.Select(p => (p.Name, Value: p.GetValue(value))).Where(m => m.Value is not null)
            .Select(m => string.Create(CultureInfo.InvariantCulture, $"{char.ToLowerInvariant(m.Name[0])}{m.Name[1..]} {Word(m.Value!)}"));
        return string.Join(", ", said);
    }

    private static string Word(object value) => value switch
    {
        string text => text,
        bool yes => yes ? "yes" : "no",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        System.Collections.IEnumerable several => string.Join(' ', several.Cast<object?>().Select(v => v is null ? "" : Word(v))),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
