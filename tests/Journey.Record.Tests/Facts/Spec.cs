using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Facts;

namespace Journey.Record.Tests.Facts;

/// <summary>Given facts of a record, when one more is recorded, then it is refused for a rule, or taken, and lanes show it.</summary>
internal sealed class Spec
{
    private static readonly DateOnly Today = new(2026, 6, 1);

    private readonly ChildRecord _record;
    private readonly IFact? _fact;
    private readonly Beside _beside;

    private Spec(ChildRecord record, IFact? fact, Beside beside)
    {
        _record = record;
        _fact = fact;
        _beside = beside;
    }

    /// <summary>The id of a fact given, in the order in which they were given, from 1.</summary>
    public static Guid Id(int number) => new(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]);

    public static DateOnly Day(int year, int month, int day) => new(year, month, day);

    public static Spec Given(params IFact[] facts) => new(
        ChildRecord.Empty(Id(9999)).With(facts.Select((f, i) => (IStatement)FactCatalogue.Of(f).Asserted(Id(i + 1), f, null))), null, Beside.Nothing);

    public Spec InPost(string worker, DateOnly from) => new(
        _record, _fact, _beside with { Posts = new Dictionary<string, IReadOnlyList<Period>> { [worker] = [new(from, Period.Open)] } });

    public Spec Of(string authority) => new(_record, _fact, _beside with { Authority = authority });

    public Spec Taken(string kind, string value) => new(_record, _fact, _beside with { Taken = new HashSet<Identifier> { new(kind, value) } });

    public Spec When(IFact fact) => new(_record, fact, _beside);

    /// <summary>Refused, for this rule among others.</summary>
    public void Refused(string code) => Codes().ShouldContain(code);

    /// <summary>Whatever else is said, this rule is not broken.</summary>
    public void Quiet(string code) => Codes().ShouldNotContain(code);

    /// <summary>Taken without any refusal; returns the record that follows.</summary>
    public ChildRecord Taken()
    {
        Codes().ShouldBeEmpty();
        return _record.With([FactCatalogue.Of(_fact!).Asserted(Id(1000), _fact!, null)]);
    }

    private List<string> Codes() =>
        [.. FactCatalogue.Of(_fact!).Judge(_record, Id(1000), _fact!, Today, _beside).Select(r => r.Code)];
}
