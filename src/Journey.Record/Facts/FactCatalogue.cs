using System.Collections.Frozen;
using System.Reflection;
using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;

namespace Journey.Record.Facts;

/// <summary>What the catalogue knows of one type of fact.</summary>
public abstract class FactType
{
    private readonly ConstructorInfo _constructor;
    private readonly PropertyInfo[] _ids;

    private protected FactType(Type type)
    {
        Type = type;
        _constructor = type.GetConstructors()[0];
        _ids = [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.PropertyType == typeof(Guid) || p.PropertyType == typeof(Guid?) || typeof(IEnumerable<Guid>).IsAssignableFrom(p.PropertyType))];
    }

    /// <summary>The fact's record type.</summary>
    public Type Type { get; }

    /// <summary>The stored event type: <see cref="Asserted{TFact}"/> of the fact.</summary>
    public abstract Type EventType { get; }

    /// <summary>Stored name with version.</summary>
    public abstract string Name { get; }

    /// <summary>Shapes in which it was stored before.</summary>
    public abstract IReadOnlyList<RetiredShape> Retired { get; }

    /// <summary>Plural noun of the route.</summary>
    public abstract string Noun { get; }

    /// <summary>Folder of the fact: its area.</summary>
    public string Area => Type.Namespace!.Split('.')[^1];

    /// <summary>Lanes it may claim on.</summary>
    public abstract IReadOnlyList<Lane> Lanes { get; }

    /// <summary>The stream it is kept in.</summary>
    public abstract StreamKind Stream { get; }

    /// <summary>True when only returns state it.</summary>
    public abstract bool ImportOnly { get; }

    /// <summary>True when a verb of its own records it, in several records at once.</summary>
    public abstract bool HasOwnVerb { get; }

    /// <summary>True when people record it like any other fact: it has a route.</summary>
    public bool IsRecorded => !ImportOnly && !HasOwnVerb;

    /// <summary>A fictional example.</summary>
    public abstract IFact Example { get; }

    /// <summary>Codes and sentences of its rules.</summary>
    public abstract IReadOnlyList<(string Code, string Sentence)> Rules { get; }

    /// <summary>Why it has none.</summary>
    public abstract string? NoRule { get; }

    /// <summary>The set that each of its members with codes takes them from, by the member's name, as its rules hold them to it.</summary>
    public abstract IReadOnlyDictionary<string, CodeSet> Coded { get; }

    /// <summary>The statement that records or corrects a fact of this type.</summary>
    public abstract IAsserted Asserted(Guid factId, IFact fact, Correction? correction);

    /// <summary>The ids that a fact names: its members that are ids or lists of ids, in order of declaration.</summary>
    public IEnumerable<Guid> Named(IFact fact)
    {
        foreach (var property in _ids)
        {
            switch (property.GetValue(fact))
            {
                case Guid id:
                    yield return id;
                    break;
                case IEnumerable<Guid> ids:
                    foreach (var id in ids)
                    {
                        yield return id;
                    }

                    break;
            }
        }
    }

    /// <summary>The same fact, naming other ids where <paramref name="ids"/> has one for the id it names.</summary>
    public IFact Renamed(IFact fact, IReadOnlyDictionary<Guid, Guid> ids)
    {
        if (!Named(fact).Any(ids.ContainsKey))
        {
            return fact;
        }

        Guid Other(Guid id) => ids.GetValueOrDefault(id, id);
        return (IFact)_constructor.Invoke([.. _constructor.GetParameters().Select(p => Type.GetProperty(p.Name!)!.GetValue(fact) switch
        {
            Guid id => Other(id),
            IEnumerable<Guid> several => several.Select(Other).ToArray(),
            var value => value,
        })]);
    }

    /// <summary>Every rule the fact breaks in a record without it. Dates after today are refused unless the fact may lie ahead.</summary>
    public abstract IReadOnlyList<Refusal> Judge(ChildRecord record, Guid factId, IFact fact, DateOnly today, Beside beside);

    /// <summary>The rules a fact already kept breaks: its flags. What returns state ahead of <paramref name="today"/> is flagged too.</summary>
    public abstract IReadOnlyList<Refusal> Flag(ChildRecord record, Guid factId, IFact fact, DateOnly today, Beside beside);
}

/// <summary>Every type of fact, found by reflection at start.</summary>
public static class FactCatalogue
{
    private static readonly FrozenDictionary<Type, FactType> ByType = Find().ToFrozenDictionary(f => f.Type);

    /// <summary>All facts, in order of stored name.</summary>
    public static IReadOnlyList<FactType> All { get; } = [.. ByType.Values.OrderBy(f => f.Name, StringComparer.Ordinal)];

    /// <summary>All lanes, by name.</summary>
    public static FrozenDictionary<string, Lane> Lanes { get; } =
        All.SelectMany(f => f.Lanes).Distinct().ToFrozenDictionary(l => l.Name, StringComparer.Ordinal);

    /// <summary>The catalogue's entry for a fact.</summary>
    public static FactType Of(IFact fact) => ByType[fact.GetType()];

    /// <summary>The catalogue's entry for a type of fact.</summary>
    public static FactType Of(Type type) => ByType[type];

    private static IEnumerable<FactType> Find() =>
        from type in typeof(FactCatalogue).Assembly.GetTypes()
        where !type.IsAbstract && typeof(IFact).IsAssignableFrom(type)
        select (FactType)Activator.CreateInstance(
            typeof(FactType<>).MakeGenericType(type), BindingFlags.Instance | BindingFlags.NonPublic, null, null, null)!;
}

internal sealed class FactType<TFact> : FactType
    where TFact : class, IFact<TFact>
{
    private FrozenDictionary<string, CodeSet>? _coded;

    internal FactType()
        : base(typeof(TFact))
    {
    }

    public override Type EventType => typeof(Asserted<TFact>);

    public override string Name => TFact.Name;

    public override IReadOnlyList<RetiredShape> Retired => TFact.Retired;

    public override string Noun => TFact.Noun;

    public override IReadOnlyList<Lane> Lanes => TFact.Lanes;

    public override StreamKind Stream => TFact.Stream;

    public override bool ImportOnly => TFact.ImportOnly;

    public override bool HasOwnVerb => TFact.HasOwnVerb;

    public override IFact Example => TFact.Example;

    public override IReadOnlyList<(string Code, string Sentence)> Rules => [.. TFact.Rules.Select(r => (r.Code, r.Sentence))];

    public override string? NoRule => TFact.NoRule;

    public override IReadOnlyDictionary<string, CodeSet> Coded => _coded ??= TFact.Rules.Select(r => r.Coded).OfType<Coded>().Distinct().ToFrozenDictionary(c => c.Member, c => c.Set, StringComparer.Ordinal);

    public override IAsserted Asserted(Guid factId, IFact fact, Correction? correction) =>
        new Asserted<TFact>(factId, (TFact)fact, correction);

    public override IReadOnlyList<Refusal> Judge(ChildRecord record, Guid factId, IFact fact, DateOnly today, Beside beside) =>
        [.. Broken(record, factId, (TFact)fact, today, beside, Ahead(today))];

    public override IReadOnlyList<Refusal> Flag(ChildRecord record, Guid factId, IFact fact, DateOnly today, Beside beside) =>
        [.. Broken(record, factId, (TFact)fact, today, beside, TFact.ImportOnly ? today : Ahead(today))];

    private static DateOnly Ahead(DateOnly today) => TFact.MayLieAhead ? today.AddYears(Verbs.HorizonInYears) : today;

    private static IEnumerable<Refusal> Broken(ChildRecord record, Guid factId, TFact fact, DateOnly today, Beside beside, DateOnly latest)
    {
        if (fact.EffectiveFrom() > latest)
        {
            yield return new Refusal("date-ahead", "The date is in the future. Record this once it has happened, or check the date.", factId);
        }

        var question = new Question<TFact>(record, factId, fact, today, beside);
        foreach (var rule in TFact.Rules.Where(r => r.Breaks(question)))
        {
            yield return new Refusal(rule.Code, rule.Sentence, factId);
        }
    }
}
