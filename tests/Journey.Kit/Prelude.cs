using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Facts;
using Journey.Record.Facts.Identity;
using Journey.Record.Facts.Keeping;
using Journey.Record.Facts.Placements;
using Journey.Record.Facts.Services;
using Journey.Store;

namespace Journey.Kit;

/// <summary>
/// Finds what has to be on a record before the documented example of a fact is accepted: examples of other facts, on days and with ids that
/// make the rules content. Nothing here knows a fact by name but the opening of a record.
/// </summary>
public static partial class Prelude
{
    private const int Deep = 4;
    private const int Most = 7;

    private static readonly int[] Earlier = [0, 1, 30, 200, 800];

    private static readonly IReadOnlyList<Period> Always = [new Period(new DateOnly(2000, 1, 1), Period.Open)];

    /// <summary>What examples cannot be where another example needs it.</summary>
    private static readonly IFact[] Others =
    [
        PlacementStarted.Example with { Type = "K1" },
        ServiceDecided.Example with { Decision = "approved" },
        RetentionPeriodSet.Example with { Basis = "cin", KeepUntil = RetentionPeriodSet.Example.On.AddDays(1) },
    ];

    /// <summary>The record on which they stand; examples that name their own child name it.</summary>
    public static Guid Record { get; } = Guid.Parse("019a0000-0000-7000-8000-000000000001");

    /// <summary>The facts to record before the example of a type, in order, each with its id; null when none were found.</summary>
    public static IReadOnlyList<(Guid Id, IFact Fact)>? Before(FactType type, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(type);
        foreach (var reach in new[] { new Reach(Deep, false), new Reach(2, true) })
        {
            foreach (var openings in Openings(type))
            {
                var start = ChildRecord.Empty(Record);
                List<(Guid, IFact)> steps = [];
                if (openings.All(o => Add(ref start, steps, Guid.NewGuid(), o, today)) && Solve(start, Guid.NewGuid(), type.Example, today, reach, Most, []) is { } found)
                {
                    return [.. steps, .. found.SkipLast(1)];
                }
            }
        }

        return null;
    }

    /// <summary>The record of a child of eleven, of a girl of seventeen, of a baby and of an unborn child; and none, for the opening itself.</summary>
    private static IEnumerable<IFact[]> Openings(FactType type)
    {
        if (type.Stream != StreamKind.Child || type.Type == typeof(ChildRecordOpened))
        {
            return [[]];
        }

        var example = ChildRecordOpened.Example with { OpenedOn = new DateOnly(2016, 5, 1) };
        return
        [
            [example],
            [example with { DateOfBirth = new DateOnly(2008, 5, 5), Sex = "F" }],
            [example with { DateOfBirth = new DateOnly(2005, 5, 5) }],
            [example with { DateOfBirth = new DateOnly(2024, 2, 5), OpenedOn = new DateOnly(2024, 5, 1) }],
            [example with { DateOfBirth = null, Sex = "U", ExpectedOn = new DateOnly(2025, 3, 10), OpenedOn = new DateOnly(2025, 1, 10) }],
        ];
    }

    private static bool Add(ref ChildRecord record, List<(Guid, IFact)> steps, Guid id, IFact fact, DateOnly today)
    {
        if (Refused(record, id, fact, today).Count > 0)
        {
            return false;
        }

        record = record.With([FactCatalogue.Of(fact).Asserted(id, fact, null)]);
        steps.Add((id, fact));
        return true;
    }

    private static IReadOnlyList<string> Refused(ChildRecord record, Guid id, IFact fact, DateOnly today) =>
        Verbs.Decide(record, [new Step.Record(Guid.NewGuid(), id, fact)], today, new Beside(fact.Workers().Distinct().ToDictionary(w => w, _ => Always), new HashSet<Identifier>())) is Decision.Refused no
            ? [.. no.Refusals.Select(r => r.Code)]
            : [];

    private static bool Helps(IReadOnlyList<string> before, IReadOnlyList<string> after) => after.Count < before.Count || before.Except(after).Any();

    /// <summary>What to record so that the fact is accepted, the fact last; null when nothing within reach helps.</summary>
    private static List<(Guid, IFact)>? Solve(ChildRecord record, Guid id, IFact fact, DateOnly today, Reach reach, int most, HashSet<Type> asked)
    {
        var refused = Refused(record, id, fact, today);
        if (refused.Count == 0)
        {
            return [(id, fact)];
        }

        var type = FactCatalogue.Of(fact);
        if (reach.Deep == 0 || most == 0 || !asked.Add(type.Type))
        {
            return null;
        }

        var named = type.Named(fact).Distinct().ToList();
        var candidates = Candidates(type, named, [.. named.Where(n => record.Find(n) is null)], fact.EffectiveFrom(), reach.IsWide).ToList();
        var found = candidates.Select(c => With(record, (id, fact), today, reach, most, asked, refused, [c])).FirstOrDefault(f => f is not null)
            ?? (!reach.IsWide ? [] : candidates.Zip(candidates.Skip(1)).Where(c => c.First.Fact.GetType() == c.Second.Fact.GetType() && c.First.Id != c.Second.Id && FactCatalogue.Of(c.First.Fact).Lanes is [{ Kind: LaneKind.Point }, ..]))
                .Select(c => With(record, (id, fact), today, reach, most, asked, refused, [c.Second, c.First])).FirstOrDefault(f => f is not null);
        asked.Remove(type.Type);
        return found;
    }

    private static IEnumerable<(Guid Id, IFact Fact)> Candidates(FactType type, List<Guid> named, List<Guid> missing, DateOnly day, bool deepest) =>
        from example in FactCatalogue.All.Where(c => c.IsRecorded && c.Stream == type.Stream && c.Type != typeof(ChildRecordOpened)).Select(c => c.Example).Concat(Others)
        let candidate = FactCatalogue.Of(example)
        where candidate.Stream == type.Stream
        orderby candidate.Area != type.Area
        from slot in missing.Append(Guid.Empty)
        from names in candidate.Named(example).Any() ? [null, .. named.Select(n => (Guid?)n), .. deepest ? [Guid.Empty] : Array.Empty<Guid?>()] : new Guid?[] { null }
        where names != slot
        from days in Earlier
        select (slot == Guid.Empty ? Guid.NewGuid() : slot, Before(candidate, example, names, day, days));

    private static List<(Guid, IFact)>? With(
        ChildRecord record, (Guid Id, IFact Fact) wanted, DateOnly today, Reach reach, int most, HashSet<Type> asked, IReadOnlyList<string> refused, IReadOnlyList<(Guid Id, IFact Fact)> before)
    {
        if (before.Any(b => record.Find(b.Id) is not null) || !Helps(refused, Refused(Forced(record, before), wanted.Id, wanted.Fact, today)))
        {
            return null;
        }

        var (steps, now) = (new List<(Guid Id, IFact Fact)>(), record);
        foreach (var (id, fact) in before)
        {
            if (Solve(now, id, fact, today, new Reach(reach.Deep - 1, false), most - 1, asked) is not { } first)
            {
                return null;
            }

            steps.AddRange(first);
            now = Forced(now, first);
        }

        asked.Remove(wanted.Fact.GetType());
        return Solve(now, wanted.Id, wanted.Fact, today, reach, most - steps.Count, asked) is { } rest ? [.. steps, .. rest] : null;
    }

    private static ChildRecord Forced(ChildRecord record, IEnumerable<(Guid Id, IFact Fact)> facts) =>
        record.With(facts.Select(f => (IStatement)FactCatalogue.Of(f.Fact).Asserted(f.Id, f.Fact, null)));

    /// <summary>
    /// An example so many days before a day, naming <paramref name="names"/>, ids of its own when there is none, and the documented ones when
    /// that is empty.
    /// </summary>
    private static IFact Before(FactType type, IFact example, Guid? names, DateOnly day, int days)
    {
        var own = type.Named(example).Distinct().ToDictionary(n => n, n => names is null ? Guid.NewGuid() : names == Guid.Empty ? n : names.Value);
        var shift = day.DayNumber - days - example.EffectiveFrom().DayNumber;
        var json = Dates().Replace(
            JsonSerializer.Serialize(type.Renamed(example, own), type.Type, JourneyJson.Options),
            m => DateOnly.ParseExact(m.ValueSpan, "yyyy-MM-dd", CultureInfo.InvariantCulture).AddDays(shift).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        return (IFact)JsonSerializer.Deserialize(json, type.Type, JourneyJson.Options)!;
    }

    /// <summary>How deep to look, and whether to try two of a kind and the documented ids as well, which takes long.</summary>
    private readonly record struct Reach(int Deep, bool IsWide);

    [GeneratedRegex(@"(?<="")\d{4}-\d{2}-\d{2}(?="")")]
    private static partial Regex Dates();
}
